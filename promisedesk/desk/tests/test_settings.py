from datetime import date

import pytest

from promisedesk.agents.models import Agent
from promisedesk.cast import Cast
from promisedesk.channels.email import probing
from promisedesk.channels.email.tests.fake_imap import FakeImap
from promisedesk.conversations import inboxes
from promisedesk.conversations.models import Inbox, Mailbox
from promisedesk.core.models import Workspace
from promisedesk.promises import policies
from promisedesk.promises.models import Calendar, CalendarVersion, PromisePolicy

pytestmark = pytest.mark.django_db
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def cast():
    return Cast()


@pytest.fixture
def as_(client, cast):
    def signed_in(name):
        client.force_login(getattr(cast, name), backend=BACKEND)
        return client

    return signed_in


def _pages(cast):
    calendar = policies.default_calendar()
    return [
        "/settings/inboxes/",
        "/settings/inboxes/new/",
        f"/settings/inboxes/{cast.help.public_id}/",
        f"/settings/hours/{calendar.public_id}/",
        "/settings/hours/new/",
        "/settings/people/",
        "/settings/people/new/",
        f"/settings/people/{cast.anna.public_id}/",
        "/settings/shop/",
    ]


def _writes(cast):
    calendar = policies.default_calendar()
    return [
        *[path for path in _pages(cast) if path.count("/") > 3],
        "/settings/shop/",
        f"/settings/inboxes/{cast.help.public_id}/fetching/",
        f"/settings/inboxes/{cast.help.public_id}/sending/",
        f"/settings/hours/{calendar.public_id}/days/",
        f"/settings/people/{cast.anna.public_id}/link/",
        f"/settings/people/{cast.anna.public_id}/account/",
        "/settings/teams/",
    ]


@pytest.mark.parametrize(
    ("who", "expected"), [("ada", 200), ("mona", 200), ("anna", 403), (None, 302)]
)
def test_admins_and_managers_look_at_settings_and_nobody_else(client, as_, cast, who, expected):
    client = as_(who) if who else client
    for path in _pages(cast):
        assert client.get(path).status_code == expected, path


@pytest.mark.parametrize(("who", "expected"), [("mona", 403), ("anna", 403), (None, 302)])
def test_only_admins_write_settings(client, as_, cast, who, expected):
    client = as_(who) if who else client
    for path in _writes(cast):
        assert client.post(path, {}).status_code == expected, path


@pytest.mark.parametrize("who", ["ada", "anna"])
def test_a_role_cannot_be_slipped_into_ones_own_profile(as_, cast, who):
    data = {"name": "A", "language": "pl", "time_zone": "", "role": "admin"}
    assert as_(who).post("/me/", {**data, "is_active": "0", "email": "x@y.z"}).status_code == 302
    after = Agent.objects.get(pk=getattr(cast, who).pk)
    assert (after.role, after.email) == (getattr(cast, who).role, getattr(cast, who).email)
    assert (after.name, after.language) == ("A", "pl")


def test_a_settings_page_for_somebody_who_does_not_exist_is_404(as_, cast):
    for path in ("inboxes/nobody/", "hours/nobody/", "people/nobody/"):
        assert as_("ada").get(f"/settings/{path}").status_code == 404


# Inboxes


def _inbox_form(cast, **changed):
    data = {
        "name": "Kettle & Loom",
        "address": "help@kettleandloom.example",
        "aliases": "orders@kettleandloom.example\nhello@kettleandloom.example",
        "language": "pl",
        "team": cast.returns.pk,
        "calendar": policies.default_calendar().pk,
        "target": "4 working hours",
    }
    return {**data, **changed}


def test_an_inbox_is_changed(as_, cast):
    path = f"/settings/inboxes/{cast.help.public_id}/"
    assert as_("ada").post(path, _inbox_form(cast)).status_code == 302
    inbox = Inbox.objects.get(pk=cast.help.pk)
    assert inbox.aliases == ["orders@kettleandloom.example", "hello@kettleandloom.example"]
    assert (inbox.language, inbox.team) == ("pl", cast.returns)
    assert policies.policy_of(inbox).target == "4 working hours"


@pytest.mark.parametrize(
    "changed",
    [
        {"address": "no address"},
        {"aliases": "sales@kettleandloom.example"},
        {"target": "when we like"},
        {"calendar": "999"},
        {"name": ""},
    ],
)
def test_a_bad_inbox_is_refused_and_nothing_changes(as_, cast, changed):
    inboxes.add_inbox("sales@kettleandloom.example", name="Sales")
    path = f"/settings/inboxes/{cast.help.public_id}/"
    assert as_("ada").post(path, _inbox_form(cast, **changed)).status_code == 422
    assert Inbox.objects.get(pk=cast.help.pk).aliases == []


def test_an_inbox_is_added(as_, cast):
    form = _inbox_form(cast, address="New@Kettleandloom.example", aliases="")
    as_("ada").post("/settings/inboxes/new/", form)
    inbox = Inbox.objects.get(address="new@kettleandloom.example")
    assert policies.policy_of(inbox).target == "4 working hours"
    again = as_("ada").post("/settings/inboxes/new/", form)
    assert "already" in again.content.decode()


IMAP = {
    "imap-host": "imap.shop.test",
    "imap-port": "",
    "imap-security": "tls",
    "imap-user": "help@kettleandloom.example",
    "imap-password": "canary-7f3a/:@",
    "imap-folder": "",
}


def test_a_mailbox_is_set_sealed_and_never_shown_again(as_, cast):
    path = f"/settings/inboxes/{cast.help.public_id}/fetching/"
    assert as_("ada").post(path, IMAP).status_code == 302
    mailbox = Mailbox.objects.get(inbox=cast.help)
    assert "canary" not in mailbox.url
    assert inboxes.imap_of(cast.help).password == "canary-7f3a/:@"
    page = as_("ada").get(f"/settings/inboxes/{cast.help.public_id}/").content.decode()
    assert "canary" not in page
    assert "imap.shop.test" in page


def test_an_empty_password_keeps_the_stored_one_only_for_the_same_server(as_, cast):
    path = f"/settings/inboxes/{cast.help.public_id}/fetching/"
    as_("ada").post(path, IMAP)
    as_("ada").post(path, {**IMAP, "imap-password": "", "imap-folder": "Shop"})
    kept = inboxes.imap_of(cast.help)
    assert (kept.password, kept.folder) == ("canary-7f3a/:@", "Shop")
    as_("ada").post(path, {**IMAP, "imap-password": "", "imap-host": "evil.test"})
    assert inboxes.imap_of(cast.help).password == ""


def test_another_folder_starts_from_its_beginning(cast):
    inboxes.set_imap(cast.help, "imaps://u:p@imap.shop.test/INBOX", by=cast.ada)
    Mailbox.objects.update(uid_validity=7, last_uid=42)
    inboxes.set_imap(cast.help, "imaps://u:new@imap.shop.test/INBOX", by=cast.ada)
    assert Mailbox.objects.get().last_uid == 42
    inboxes.set_imap(cast.help, "imaps://u:new@imap.shop.test/Other", by=cast.ada)
    assert Mailbox.objects.get().last_uid == 0


def test_a_typed_password_that_was_tested_is_what_is_saved(as_, cast, settings):
    settings.ALLOWED_HOSTS_OUT = ["127.0.0.1"]
    path = f"/settings/inboxes/{cast.help.public_id}/fetching/"
    with FakeImap() as server:
        typed = {**IMAP, "imap-host": "127.0.0.1", "imap-port": server.port}
        typed |= {"imap-security": "starttls", "imap-password": "old-canary"}
        as_("ada").post(path, typed)
        Mailbox.objects.update(last_error="The server does not accept this user name and password")
        typed |= {"imap-password": "new-canary"}
        page = as_("ada").post(path, {**typed, "test": "1"}).content.decode()
    assert "It works" in page
    assert "does not accept this user name" not in page
    assert 'value="new-canary"' in page
    assert "old-canary" not in page
    assert inboxes.imap_of(cast.help).password == "old-canary"


def test_what_was_saved_is_told_where_the_form_is(as_, cast):
    path = f"/settings/inboxes/{cast.help.public_id}/"
    for section, prefix in (("fetching", "imap"), ("sending", "smtp")):
        data = {f"{prefix}-host": "mail.shop.test", f"{prefix}-security": "tls"}
        answer = as_("ada").post(f"{path}{section}/", data)
        assert answer["Location"] == f"{path}#{section}"
        page = as_("ada").get(path).content.decode()
        assert page.count("The mail server is saved.") == 1
        assert page.index(f'id="{section}"') < page.index("The mail server is saved.")
        assert "The mail server is saved." not in as_("ada").get(path).content.decode()


def test_an_empty_server_stops_fetching(as_, cast):
    path = f"/settings/inboxes/{cast.help.public_id}/fetching/"
    as_("ada").post(path, IMAP)
    empty = {**IMAP, "imap-host": "", "imap-user": "", "imap-password": ""}
    as_("ada").post(path, empty)
    assert not Mailbox.objects.exists()


def test_testing_a_connection_saves_nothing_and_says_what_failed(as_, cast):
    path = f"/settings/inboxes/{cast.help.public_id}/sending/"
    data = {"smtp-host": "127.0.0.1", "smtp-port": "1", "smtp-security": "tls", "test": "1"}
    page = as_("ada").post(path, data).content.decode()
    assert "PROMISEDESK_ALLOWED_HOSTS_OUT" in page
    assert Inbox.objects.get(pk=cast.help.pk).smtp_url == ""


def test_a_closed_port_is_told_from_a_private_network(as_, cast, settings):
    settings.ALLOWED_HOSTS_OUT = ["127.0.0.1"]
    path = f"/settings/inboxes/{cast.help.public_id}/fetching/"
    data = {"imap-host": "127.0.0.1", "imap-port": "1", "imap-security": "tls", "test": "1"}
    page = as_("ada").post(path, data).content.decode()
    assert "nothing listens at port 1" in page


def test_a_test_without_a_server_asks_for_one(as_, cast):
    path = f"/settings/inboxes/{cast.help.public_id}/fetching/"
    page = as_("ada").post(path, {"imap-security": "tls", "test": "1"}).content.decode()
    assert "Give the server first" in page


# Hours


def _week(**changed):
    data = {"name": "Opening hours", "time_zone": "Europe/London", "country": "GB"}
    for key in ("mon", "tue", "wed", "thu", "fri"):
        data |= {f"{key}-open": "on", f"{key}-from": "9:00", f"{key}-to": "18:00"}
    return {**data, **changed}


@pytest.fixture
def hours(cast):
    calendar = policies.default_calendar()
    return calendar, f"/settings/hours/{calendar.public_id}/"


def test_a_region_of_the_country_can_be_chosen(as_, hours):
    calendar, path = hours
    page = as_("ada").get(f"{path}?country=GB").content.decode()
    assert '<option value="ENG" selected>England</option>' in page
    assert '<option value="SCT">Scotland</option>' in page
    as_("ada").post(path, _week(region_of="GB", region="SCT"))
    assert Calendar.objects.get(pk=calendar.pk).version.data["region"] == "SCT"
    page = as_("ada").get(path).content.decode()
    assert '<option value="SCT" selected>Scotland</option>' in page
    as_("ada").post(path, _week(region_of="GB", region=""))
    assert Calendar.objects.get(pk=calendar.pk).version.data["region"] is None


def test_a_region_of_another_country_is_not_kept(as_, hours):
    calendar, path = hours
    as_("ada").post(path, _week(region_of="PL", region="02"))
    assert Calendar.objects.get(pk=calendar.pk).version.data["region"] == "ENG"
    as_("ada").post(path, _week(country="PL", region_of="GB", region="ENG"))
    assert Calendar.objects.get(pk=calendar.pk).version.data["region"] is None


def test_a_british_shop_is_closed_on_easter_monday(db):
    PromisePolicy.objects.all().delete()
    Calendar.objects.all().delete()
    Workspace.get()
    Workspace.objects.filter(pk=1).update(country="GB", time_zone="Europe/London")
    calendar = policies.work_calendar(policies.default_calendar().version)
    assert calendar.day_summary(date(2026, 4, 6)).holiday == "Easter Monday"
    assert not calendar.day_summary(date(2026, 8, 31)).is_open


def test_a_break_makes_two_pieces_and_a_new_version(as_, hours):
    calendar, path = hours
    before = calendar.version
    data = _week(**{"mon-break-from": ["13:00"], "mon-break-to": ["14:00"]})
    assert as_("ada").post(path, data).status_code == 302
    after = Calendar.objects.get(pk=calendar.pk).version
    assert after.number == before.number + 1
    assert after.data["hours"]["mon"] == [["09:00", "13:00"], ["14:00", "18:00"]]
    assert CalendarVersion.objects.get(pk=before.pk).data["hours"]["mon"] == [["09:00", "18:00"]]
    page = as_("ada").get(path).content.decode()
    assert 'name="mon-break-from" value="13:00"' in page


def test_saving_an_unchanged_page_changes_nothing_even_with_three_pieces_a_day(as_, hours):
    calendar, path = hours
    data = calendar.version.data
    data["hours"]["mon"] = [["08:00", "10:00"], ["11:00", "12:30"], ["14:00", "24:00"]]
    policies.change_calendar(calendar, data)
    breaks = {"mon-from": "08:00", "mon-to": "24:00"}
    breaks |= {"mon-break-from": ["10:00", "12:30"], "mon-break-to": ["11:00", "14:00"]}
    assert as_("ada").post(path, _week(**breaks)).status_code == 302
    assert Calendar.objects.get(pk=calendar.pk).version.number == 2


@pytest.mark.parametrize(
    "changed",
    [
        {"mon-from": "25:00"},
        {"mon-to": "08:00"},
        {"mon-break-from": ["13:00"], "mon-break-to": [""]},
        {"time_zone": "Moon/Base"},
        {"name": ""},
    ],
)
def test_hours_that_make_no_sense_are_refused_with_what_was_typed(as_, hours, changed):
    calendar, path = hours
    answer = as_("ada").post(path, _week(**changed))
    assert answer.status_code == 422
    assert Calendar.objects.get(pk=calendar.pk).version.number == 1
    for typed in changed.values():
        if isinstance(typed, str) and typed != "Moon/Base":
            assert f'value="{typed}"' in answer.content.decode() or typed == ""


def test_a_shop_that_is_never_open_is_refused(as_, hours):
    _calendar, path = hours
    data = {"name": "Opening hours", "time_zone": "Europe/London", "country": "GB"}
    assert "never open" in as_("ada").post(path, data).content.decode()


def test_single_days_are_closed_opened_and_forgotten(as_, hours):
    calendar, path = hours
    client = as_("ada")

    def data():
        return Calendar.objects.get(pk=calendar.pk).version.data

    client.post(path + "days/", {"close": "1", "first": "2031-05-05", "last": "2031-05-07"})
    assert data()["closed"] == ["2031-05-05", "2031-05-06", "2031-05-07"]
    client.post(path + "days/", {"toggle": "2031-05-06"})
    assert data()["closed"] == ["2031-05-05", "2031-05-07"]
    client.post(path + "days/", {"toggle": "2031-12-25"})  # a holiday, a Thursday
    assert data()["open"] == {"2031-12-25": [["09:00", "18:00"]]}
    client.post(path + "days/", {"toggle": "2031-12-25"})
    assert data()["open"] == {}
    client.post(path + "days/", {"open": "1", "day": "2031-05-05", "from": "10:00", "to": "14:00"})
    assert data()["open"] == {"2031-05-05": [["10:00", "14:00"]]}
    assert data()["closed"] == ["2031-05-07"]


@pytest.mark.parametrize(
    "posted",
    [
        {"toggle": "yesterday"},
        {"toggle": "2031-05-04"},  # a Sunday: closed anyway
        {"close": "1", "first": "2031-05-07", "last": "2031-05-01"},
        {"close": "1", "first": "2031-05-07", "last": "2039-05-01"},
        {"open": "1", "day": "2031-05-05", "from": "14:00", "to": "10:00"},
        {},
    ],
)
def test_a_day_that_makes_no_sense_is_refused(as_, hours, posted):
    calendar, path = hours
    answer = as_("ada").post(path + "days/", posted, follow=True)
    assert 'data-tone="bad"' in answer.content.decode()
    assert Calendar.objects.get(pk=calendar.pk).version.number == 1


def test_the_preview_counts_like_the_promise(as_, hours):
    _calendar, path = hours
    page = as_("ada").get(path, {"on": "2031-05-06", "at": "17:30", "target": "1 working hour"})
    assert "by tomorrow, 9:30" in page.content.decode()
    for nonsense in ({"on": "x"}, {"at": "99"}, {"target": "soon"}, {"on": "9999-12-31"}):
        assert as_("ada").get(path, nonsense).status_code == 200


def test_holidays_are_named_in_the_readers_language(as_, hours, cast):
    _calendar, path = hours
    assert "Christmas" in as_("ada").get(path).content.decode()


# Shop and people


def test_the_shop_is_saved_without_touching_what_is_not_on_the_page(as_, cast):
    Workspace.objects.update(setup_token_hash="kept")
    data = {"shop_name": "New", "time_zone": "Europe/Warsaw", "country": "PL", "language": "pl"}
    as_("ada").post("/settings/shop/", {**data, "is_demo": "on", "setup_token_hash": "x"})
    shop = Workspace.get()
    assert (shop.shop_name, shop.country, shop.is_demo) == ("New", "PL", False)
    assert shop.setup_token_hash == "kept"


def test_an_invitation_shows_its_link_once(as_, cast):
    data = {"name": "Iris Vale", "email": "iris@shop.example", "role": "agent", "language": "en"}
    page = as_("ada").post("/settings/people/new/", data).content.decode()
    assert "http://testserver/welcome/" in page
    iris = Agent.objects.get(email="iris@shop.example")
    assert "/welcome/" not in as_("ada").get(f"/settings/people/{iris.public_id}/").content.decode()


def test_closing_the_last_admins_account_is_refused_in_words(as_, cast):
    path = f"/settings/people/{cast.ada.public_id}/account/"
    page = as_("ada").post(path, follow=True).content.decode()
    assert "only admin" in page
    assert Agent.objects.get(pk=cast.ada.pk).is_active


def test_every_trouble_of_a_connection_has_words_and_advice():
    import smtplib
    import ssl

    from promisedesk.lib.server_url import ServerUrl

    server = ServerUrl.parse("imaps://u:p@imap.shop.test")
    for error in (
        ConnectionRefusedError(),
        TimeoutError(),
        OSError(),
        ssl.SSLError(),
        ssl.SSLCertVerificationError(),
        smtplib.SMTPAuthenticationError(535, b"no"),
        smtplib.SMTPException("odd"),
    ):
        finding = probing.explained(error, server)
        assert not finding.works
        assert finding.says
        assert finding.advice
