import errno
import hashlib
import os
import stat
import time

import pytest

from promisedesk.core import files

CONTENT = b"Where is my parcel?" * 1000


@pytest.fixture(autouse=True)
def folder(tmp_path, settings):
    settings.DATA = tmp_path
    return tmp_path / "files"


def test_a_file_is_found_by_its_content(folder):
    name = files.store(CONTENT)
    assert name == hashlib.sha256(CONTENT).hexdigest()
    assert files.read(name) == CONTENT
    with files.open_file(name) as file:
        assert b"".join(files.blocks_of(file)) == CONTENT


def test_the_same_content_is_kept_once_and_nothing_else_is_left(folder):
    assert files.store(CONTENT) == files.store_stream([CONTENT[:7], CONTENT[7:]])
    assert [path.name for path in folder.rglob("*") if path.is_file()] == [files.store(CONTENT)]


def test_a_damaged_or_lost_copy_is_mended_by_the_next_mail_with_it():
    name = files.store(CONTENT)
    files.path_of(name).write_bytes(b"")
    files.store(CONTENT)
    assert files.read(name) == CONTENT
    files.path_of(name).unlink()
    files.store(CONTENT)
    assert files.read(name) == CONTENT


def test_others_on_the_machine_cannot_read_it():
    mode = stat.S_IMODE(files.path_of(files.store(CONTENT)).stat().st_mode)
    assert mode == 0o640


def test_the_file_is_synced_before_it_gets_its_name_and_the_folder_after(monkeypatch, folder):
    done = []
    sync, rename = os.fsync, os.replace

    def note_sync(descriptor):
        is_folder = stat.S_ISDIR(os.fstat(descriptor).st_mode)
        done.append("folder synced" if is_folder else "file synced")
        sync(descriptor)

    def note_rename(old, new):
        done.append("named")
        rename(old, new)

    monkeypatch.setattr(os, "fsync", note_sync)
    monkeypatch.setattr(os, "replace", note_rename)
    files.store(CONTENT)
    assert done == ["file synced", "folder synced", "named", "folder synced"]


def test_a_full_disk_leaves_nothing_half_written(monkeypatch, folder):
    def full(_descriptor):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        files.store(CONTENT)
    assert [path for path in folder.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "a" * 63, "A" * 64, "a" * 63 + "/"])
def test_only_a_sha256_is_a_name(name):
    with pytest.raises(ValueError, match="not a SHA-256"):
        files.path_of(name)


def test_what_killed_processes_left_is_swept_after_a_day(folder):
    kept = files.path_of(files.store(CONTENT))
    for age, suffix in ((25, "old"), (1, "young")):
        (folder / f".new-{suffix}").write_bytes(b"half")
        (folder / f".read-{suffix}").mkdir()
        (folder / f".read-{suffix}" / "1").write_bytes(b"a file of a mail")
        for name in (f".new-{suffix}", f".read-{suffix}"):
            os.utime(folder / name, times=(time.time() - age * 3600,) * 2)
    os.utime(kept, times=(0, 0))
    assert files.sweep() == 2
    assert sorted(path.name for path in folder.glob(".*")) == [".new-young", ".read-young"]
    assert kept.exists()
    assert files.sweep() == 0


def test_a_head_is_the_beginning_of_a_file():
    name = files.store(b"From: a@b.example\n\nHello")
    assert files.head(name, 5) == b"From:"
    assert files.head(name, 500) == files.read(name)
