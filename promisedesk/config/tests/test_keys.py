import stat

from promisedesk.config.keys import key_from


def test_a_key_is_made_once_and_only_its_owner_reads_it(tmp_path):
    key = key_from(tmp_path / "data", "secret.key")
    assert key == key_from(tmp_path / "data", "secret.key")
    assert len(key) >= 60
    assert stat.S_IMODE((tmp_path / "data" / "secret.key").stat().st_mode) == 0o600
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["secret.key"]


def test_of_two_processes_that_start_at_once_the_first_key_stands(tmp_path):
    def make():
        (tmp_path / "secret.key").write_text("of the other process")
        return "ours"

    assert key_from(tmp_path, "secret.key", make) == "of the other process"
