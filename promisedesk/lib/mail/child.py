"""The process that reads one large mail: `python -m promisedesk.lib.mail.child MAIL FOLDER`.

Whatever the mail does to it, it ends within a minute of CPU and a gigabyte of memory, and
its parent goes on.
"""

import json
import resource
import sys
from pathlib import Path

from promisedesk.lib.mail.blobs import Blobs
from promisedesk.lib.mail.large import as_plain
from promisedesk.lib.mail.reading import read_skeleton

CPU_SECONDS = 60
MEMORY = 1024 * 1024 * 1024  # bytes of address space, the mapped mail included


def main(path: str, folder: str) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    blobs = Blobs(Path(path), Path(folder))
    mail = read_skeleton(blobs)
    for each in mail.attachments:
        if each.path is None:
            each.path = blobs.new_path()
            each.path.write_bytes(each.content)
    answer = json.dumps(as_plain(mail), ensure_ascii=False)
    (Path(folder) / "mail.json").write_text(answer, "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:3])
