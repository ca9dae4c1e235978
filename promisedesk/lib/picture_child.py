"""The process that decodes one picture: from standard input to standard output, as WebP."""

import io
import resource
import sys
import warnings

from PIL import Image, ImageOps

from promisedesk.lib.pictures import MOST_PIXELS

CPU_SECONDS = 10
MEMORY = 1024 * 1024 * 1024  # bytes of address space: sixty million pixels are 240 MB
FORMATS = ["PNG", "JPEG", "GIF", "WEBP", "BMP"]


def main(longest: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    warnings.simplefilter("ignore", Image.DecompressionBombWarning)
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS // 2  # Pillow refuses at twice this
    with Image.open(io.BytesIO(sys.stdin.buffer.read()), formats=FORMATS) as picture:
        picture.draft("RGB", (longest, longest))  # a JPEG is then decoded small at once
        picture = ImageOps.exif_transpose(picture)
        picture.thumbnail((longest, longest))
        has_alpha = "A" in picture.getbands() or "transparency" in picture.info
        picture = picture.convert("RGBA" if has_alpha else "RGB")
        clean = Image.new(picture.mode, picture.size)
        clean.paste(picture)
        clean.save(sys.stdout.buffer, "WEBP", quality=82, method=2)


if __name__ == "__main__":
    try:
        main(int(sys.argv[1]))
    except Exception as error:  # whatever a decoder does with hostile bytes
        sys.exit(f"{type(error).__name__}: {error}")
