"""Loaded before Django: gives every test process a data folder of its own.

What is compiled is kept: the suite starts hundreds of processes, and compiling the desk and
the tests takes each of them longer than most tests.
"""

import atexit
import os
import shutil
import sys
import tempfile
from pathlib import Path

from tests import templates

sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
_folder = tempfile.mkdtemp(prefix="promisedesk-test-")
atexit.register(shutil.rmtree, _folder, ignore_errors=True)
os.environ["PROMISEDESK_DATA"] = _folder
if "TESTS_SHARED_FOLDER" not in os.environ:  # the first process of a run; others inherit it
    _shared = tempfile.mkdtemp(prefix="promisedesk-templates-")
    os.environ["TESTS_SHARED_FOLDER"] = _shared
    atexit.register(shutil.rmtree, _shared, ignore_errors=True)
    atexit.register(templates.drop_all, Path(_shared))  # before the folder: the last is the first
for _name in ("PROMISEDESK_SMTP_URL", "PROMISEDESK_CRASH_AT", "PROMISEDESK_CONFIG"):
    os.environ.pop(_name, None)
os.environ["PROMISEDESK_URL"] = "http://testserver"
