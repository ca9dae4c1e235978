"""Loaded before Django: gives every test process a data folder of its own.

What is compiled is kept: the suite starts hundreds of processes, and compiling the desk and
the tests takes each of them longer than most tests.
"""

import atexit
import os
import shutil
import sys
import tempfile

sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
_folder = tempfile.mkdtemp(prefix="promisedesk-test-")
atexit.register(shutil.rmtree, _folder, ignore_errors=True)
os.environ["PROMISEDESK_DATA"] = _folder
for _name in ("PROMISEDESK_SMTP_URL", "PROMISEDESK_CRASH_AT", "PROMISEDESK_CONFIG"):
    os.environ.pop(_name, None)
os.environ["PROMISEDESK_URL"] = "http://testserver"
