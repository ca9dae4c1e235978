"""Files that came: scanned by a real clamd, pictures drawn anew, nothing waits for it."""

import io
import struct
import zlib

import pytest
from PIL import Image

from promisedesk.conversations import looking
from promisedesk.conversations.incoming import IncomingFile
from promisedesk.conversations.models import Look
from promisedesk.core import files, health
from promisedesk.core.errors import Refused
from promisedesk.core.models import Event
from promisedesk.lib import pictures
from tests import scanner

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.fixture(scope="module")
def clamd():
    if not scanner.PROGRAM:
        pytest.skip("clamav-daemon is not installed")
    server = scanner.Scanner().start()
    yield server
    server.close()


def picture(kind: str = "PNG", size=(30, 20), colour="red") -> bytes:
    drawn = io.BytesIO()
    Image.new("RGB", size, colour).save(drawn, kind)
    return drawn.getvalue()


def sent(cast, content: bytes, name: str = "a.bin", kind: str = "application/octet-stream"):
    file = IncomingFile(name, kind, len(content), files.store(content))
    cast.hears("See the file.", files=[file])
    return file.sha256


def look_at_everything() -> None:
    while looking.look_due():
        pass


class TestPictures:
    @pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP", "BMP"])
    def test_a_picture_gets_a_small_copy_drawn_anew(self, cast, kind):
        sha256 = sent(cast, picture(kind, (3000, 2000)), "a", f"image/{kind.lower()}")
        look_at_everything()
        look = Look.objects.get(sha256=sha256)
        assert (look.due_at, look.verdict) == (None, "not_asked")
        with Image.open(io.BytesIO(files.read(look.preview_sha256))) as drawn:
            assert (drawn.format, drawn.size) == ("WEBP", (1600, 1067))

    def test_what_a_camera_wrote_into_it_does_not_come_along(self):
        drawn = io.BytesIO()
        exif = Image.Exif()
        exif[0x010E] = "Home address"
        Image.new("RGB", (40, 30)).save(drawn, "JPEG", exif=exif, comment=b"<script>")
        clean = pictures.redrawn(drawn.getvalue())
        assert b"Home address" not in clean
        assert b"script" not in clean

    @pytest.mark.parametrize(
        "content",
        [
            b"",
            b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>",
            picture()[:40],
            b"GIF89a" + b"\xff" * 200,
            b"%PDF-1.4",
            b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
        ],
        ids=["empty", "svg", "half", "garbage", "pdf", "eps"],
    )
    def test_what_is_none_is_not_drawn(self, content):
        with pytest.raises(pictures.NotDrawn):
            pictures.redrawn(content)

    @pytest.mark.parametrize(
        ("width", "height"), [(60_000, 60_000), (500_000, 500_000), (2**31 - 1, 1)]
    )
    def test_a_bomb_of_pixels_is_not_unfolded(self, width, height):
        with pytest.raises(pictures.NotDrawn):
            pictures.redrawn(_png_that_claims(width, height))

    def test_a_file_with_no_picture_needs_no_look(self, cast):
        sent(cast, b"a;b;c", "a.csv", "text/csv")
        assert Look.objects.count() == 0


def _png_that_claims(width: int, height: int) -> bytes:
    def chunk(name: bytes, content: bytes) -> bytes:
        checked = name + content
        return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"\0" * 30_000_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


class TestScanner:
    @pytest.fixture(autouse=True)
    def is_set(self, settings, clamd):
        settings.CLAMD = clamd.url

    def test_a_clean_file_is_handed_out_after_the_scan(self, cast):
        sha256 = sent(cast, b"all is well")
        with pytest.raises(looking.NotChecked):
            looking.refuse_unsafe(sha256)
        looking.refuse_unsafe(sha256, unchecked_too=True)
        look_at_everything()
        looking.refuse_unsafe(sha256)
        assert Look.objects.get().verdict == "clean"

    def test_an_infected_file_is_refused_for_ever_and_the_conversation_says_so(self, cast):
        sha256 = sent(cast, b"hello " + scanner.CANARY, "invoice.exe")
        look_at_everything()
        with pytest.raises(Refused, match="Canary"):
            looking.refuse_unsafe(sha256, unchecked_too=True)
        told = Event.objects.get(verb="file.infected")
        assert told.data == {"file": "invoice.exe", "found": scanner.NAME}

    def test_an_infected_picture_gets_no_preview(self, cast):
        sha256 = sent(cast, picture() + scanner.CANARY, "a.png", "image/png")
        look_at_everything()
        assert Look.objects.get(sha256=sha256).preview_sha256 == ""

    def test_a_file_too_large_for_the_scanner_is_handed_out_and_known_as_such(self, cast):
        sha256 = sent(cast, b"x" * (scanner.LARGEST + 100_000))
        look_at_everything()
        assert Look.objects.get().verdict == "too_large"
        looking.refuse_unsafe(sha256)

    def test_a_file_it_cannot_read_ends_after_some_tries_and_can_be_had_by_insisting(
        self, cast, monkeypatch
    ):
        def fails(_blocks):
            raise looking.scanning.ScannerError("clamd: Can't allocate memory ERROR")

        monkeypatch.setattr(looking.scanning, "infection_in", fails)
        sha256 = sent(cast, b"odd")
        for _n in range(looking.MOST_TRIES):
            Look.objects.update(due_at=looking.now())
            look_at_everything()
        assert Look.objects.get().verdict == "not_able"
        with pytest.raises(looking.NotChecked, match="could not"):
            looking.refuse_unsafe(sha256)
        looking.refuse_unsafe(sha256, unchecked_too=True)
        assert "scanner" not in [one.kind for one in health.parts() if one.state != "ok"]

    def test_the_same_bytes_are_scanned_once(self, cast):
        assert sent(cast, b"again") == sent(cast, b"again", "b.bin")
        assert Look.objects.count() == 1

    def test_a_scanner_that_is_away_is_asked_again_and_named_in_the_health(self, cast, clamd):
        clamd.stop()
        sha256 = sent(cast, b"while it is away")
        look_at_everything()
        [part] = [one for one in health.parts() if one.kind == "scanner"]
        assert part.state == "down"
        with pytest.raises(looking.NotChecked):
            looking.refuse_unsafe(sha256)
        clamd.start()
        Look.objects.update(due_at=Look.objects.get().due_at - looking.timedelta(hours=1))
        look_at_everything()
        assert Look.objects.get().verdict == "clean"
        [part] = [one for one in health.parts() if one.kind == "scanner"]
        assert part.state == "ok"
