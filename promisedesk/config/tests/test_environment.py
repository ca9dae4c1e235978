import pytest

from promisedesk.config.environment import SettingsError, read_environment


def read(**values):
    return read_environment({f"PROMISEDESK_{name}": value for name, value in values.items()})


def test_without_any_setting_it_is_a_desk_on_this_machine():
    found = read_environment({})
    assert found.url == "http://localhost:8000"
    assert (found.database_url, found.smtp_url, found.redis_url, found.crash_at) == ("",) * 4
    assert found.log == "text"


def test_a_slash_at_the_end_of_the_url_is_dropped():
    assert read(URL="https://desk.example.com/").url == "https://desk.example.com"


@pytest.mark.parametrize("name", ["SMTP_URL", "DATABASE_URL", "URL", "LOG"])
def test_an_empty_setting_is_none(name):
    assert read(**{name: ""}) == read_environment({})


@pytest.mark.parametrize(
    ("name", "value", "advice"),
    [
        ("URL", "desk.example.com", "https://desk.example.com"),
        ("URL", "ftp://desk.example.com", "https://"),
        ("SMTP_URL", "mail.example.com:587", "smtp://"),
        ("SMTP_URL", "http://mail.example.com", "smtp://"),
        ("DATABASE_URL", "mysql://localhost/desk", "postgres://"),
        ("LOG", "xml", "text"),
    ],
)
def test_nonsense_is_refused_with_its_name_and_what_to_write(name, value, advice):
    with pytest.raises(SettingsError) as refused:
        read(**{name: value})
    assert f"PROMISEDESK_{name}" in str(refused.value)
    assert advice in str(refused.value)


def test_every_wrong_setting_is_named_at_once():
    with pytest.raises(SettingsError) as refused:
        read(URL="x", LOG="xml")
    assert "PROMISEDESK_URL" in str(refused.value)
    assert "PROMISEDESK_LOG" in str(refused.value)


def test_a_secret_may_come_from_a_file(tmp_path):
    (tmp_path / "secret").write_text("smtp://anna:kettle@mail.example.com\n")
    found = read(SMTP_URL_FILE=str(tmp_path / "secret"))
    assert found.smtp_url == "smtp://anna:kettle@mail.example.com"


def test_a_secret_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(SettingsError, match="PROMISEDESK_SMTP_URL_FILE"):
        read(SMTP_URL_FILE=str(tmp_path / "nothing"))


def test_settings_may_stand_in_a_file_and_the_environment_beats_it(tmp_path):
    (tmp_path / "desk.conf").write_text(
        "# our desk\nPROMISEDESK_LOG=json\nPROMISEDESK_URL = 'https://desk.example.com'\n\n"
    )
    config = str(tmp_path / "desk.conf")
    assert read(CONFIG=config).log == "json"
    assert read(CONFIG=config).url == "https://desk.example.com"
    assert read(CONFIG=config, LOG="text").log == "text"
    with pytest.raises(SettingsError, match="cannot read"):
        read(CONFIG=str(tmp_path / "nothing"))


def test_a_password_is_not_repeated_in_the_complaint():
    with pytest.raises(SettingsError) as refused:
        read(SMTP_URL="http://anna:kettle@mail.example.com")
    assert "kettle" not in str(refused.value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PROMISEDESK_SMTP_URL", "smtp://mail.example:abc"),
        ("PROMISEDESK_SMTP_URL", "mail.example"),
        ("PROMISEDESK_DATABASE_URL", "postgres://user@host:abc/name"),
    ],
)
def test_an_address_that_cannot_work_is_refused_by_name(name, value):
    with pytest.raises(SettingsError, match=name):
        read_environment({name: value})


def test_a_file_of_settings_that_is_no_text_is_refused(tmp_path):
    path = tmp_path / "promisedesk.conf"
    path.write_bytes(b"PROMISEDESK_URL=\xff\xfe")
    with pytest.raises(SettingsError, match="CONFIG"):
        read_environment({"PROMISEDESK_CONFIG": str(path)})
