"""A real virus scanner for tests: ClamAV's daemon with one signature of our own."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from tests.servers import wait_until

PROGRAM = shutil.which("clamd") or shutil.which("clamd", path="/usr/sbin")
CANARY = b"promisedesk-canary-that-harms-nobody"
NAME = "Promisedesk.Canary.UNOFFICIAL"  # clamd adds the last word to signatures not signed
LARGEST = 1024 * 1024
CONFIG = """
DatabaseDirectory {folder}
LocalSocket {folder}/clamd.ctl
TemporaryDirectory {folder}
Foreground yes
StreamMaxLength {largest}
"""


class Scanner:
    """clamd on a socket in a folder of its own. `url` is what PROMISEDESK_CLAMD takes."""

    def __init__(self):
        self._folder = Path(tempfile.mkdtemp(prefix="clamd-"))
        self._folder.chmod(0o755)
        (self._folder / "own.ndb").write_text(f"Promisedesk.Canary:0:*:{CANARY.hex()}\n")
        config = self._folder / "clamd.conf"
        config.write_text(CONFIG.format(folder=self._folder, largest=LARGEST))
        self._config, self._process = config, None
        self.url = f"unix://{self._folder}/clamd.ctl"

    def start(self) -> Scanner:
        self._process = subprocess.Popen(
            [PROGRAM, "--config-file", str(self._config)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        wait_until((self._folder / "clamd.ctl").exists, what="clamd's socket")
        return self

    def stop(self) -> None:
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process = None
            (self._folder / "clamd.ctl").unlink(missing_ok=True)

    def close(self) -> None:
        self.stop()
        shutil.rmtree(self._folder, ignore_errors=True)
