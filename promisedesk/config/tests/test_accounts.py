import pytest

from promisedesk.agents.models import Agent
from promisedesk.api.models import Token
from promisedesk.cast import Cast
from promisedesk.config import accounts
from promisedesk.conversations import inboxes
from promisedesk.conversations.models import Inbox
from promisedesk.core.errors import Refused
from promisedesk.promises import policies
from promisedesk.promises.models import Calendar

pytestmark = pytest.mark.django_db
USUAL = {
    "name": "Shop",
    "language": "en",
    "country": None,
    "time_zone": "UTC",
    "hours": "Mon-Fri 09:00-18:00",
    "target": "1 working day",
    "imap": None,
    "imap_password": "",
    "smtp": "",
}


def add(address="help@shop.example", **more):
    return accounts.add_inbox(address, **USUAL | more)


class TestPeople:
    def test_an_account_is_made_and_changed(self):
        accounts.add_user("Anna@Shop.example", "Anna", "agent", "a kettle and a loom")
        agent = accounts.add_user("anna@shop.example", "Anna Kowalska", "admin", None)
        assert Agent.objects.count() == 1
        assert (agent.name, agent.role) == ("Anna Kowalska", "admin")
        assert agent.check_password("a kettle and a loom")

    def test_without_a_password_nobody_signs_in(self):
        agent = accounts.add_user("anna@shop.example", "Anna", "agent", None)
        assert not agent.has_usable_password()

    @pytest.mark.parametrize("password", ["short", "password12", "", "anna@shop.example"])
    def test_a_weak_password_is_refused(self, password):
        with pytest.raises(Refused):
            accounts.add_user("anna@shop.example", "Anna", "agent", password)
        assert not Agent.objects.exists()

    def test_what_is_no_address_is_refused(self):
        with pytest.raises(Refused, match="not an e-mail address"):
            accounts.add_user("anna", "Anna", "agent", None)

    def test_a_token_is_one_long_word_and_is_not_kept(self):
        Cast()
        token = accounts.add_token("Anna@kettleandloom.example", "tests")
        assert len(token) >= 32
        assert token.split() == [token]
        assert token not in str(list(Token.objects.values_list()))

    def test_nobody_gets_no_token(self):
        with pytest.raises(Refused, match="promisedesk user add"):
            accounts.add_token("nobody@shop.example", "tests")


class TestInboxes:
    def test_an_inbox_comes_with_its_hours_and_its_promise(self):
        inbox, is_new = add(
            country="RU",
            time_zone="Europe/Moscow",
            language="ru",
            hours="Mon-Fri 09:00-13:00,14:00-18:00; Sat 10:00-14:00",
            target="4 working hours",
        )
        assert is_new
        policy = policies.policy_of(inbox)
        data = policy.calendar.version.data
        assert policy.target == "4 working hours"
        assert (data["country"], data["time_zone"]) == ("RU", "Europe/Moscow")
        assert data["hours"]["mon"] == [["09:00", "13:00"], ["14:00", "18:00"]]
        assert data["hours"]["sat"] == [["10:00", "14:00"]]

    def test_one_that_exists_is_left_as_it_is(self):
        add(target="4 working hours")
        inbox, is_new = add("HELP@shop.example", name="Other", target="1 working day")
        assert (is_new, inbox.name) == (False, "Shop")
        assert policies.policy_of(inbox).target == "4 working hours"

    def test_two_with_the_same_hours_share_a_calendar(self):
        add()
        add("returns@shop.example")
        assert Calendar.objects.count() == 1

    def test_secrets_are_sealed(self):
        inbox, _new = add(
            smtp="smtps://anna:s3cret@mail.example",
            imap="imaps://anna@mail.example/INBOX",
            imap_password="p@ss/wörd",
        )
        stored = Inbox.objects.get().smtp_url + inbox.mailbox.url
        assert "s3cret" not in stored
        assert "anna" not in stored
        assert inboxes.imap_of(inbox).password == "p@ss/wörd"
        assert inboxes.smtp_of(inbox).password == "s3cret"

    def test_the_servers_of_a_big_host_need_not_be_named(self):
        inbox, _new = add("kettle@yandex.ru", imap_password="app-pass word")
        imap, smtp = inboxes.imap_of(inbox), inboxes.smtp_of(inbox)
        assert (imap.host, imap.user) == ("imap.yandex.ru", "kettle@yandex.ru")
        assert (smtp.host, smtp.port) == ("smtp.yandex.ru", 465)
        assert imap.password == smtp.password == "app-pass word"
        other, _new = add("kettle@gmail.com", imap_password="x", smtp="smtp://mail.example:25")
        assert inboxes.smtp_of(other).host == "mail.example"

    def test_a_password_for_servers_nobody_knows_is_refused(self):
        with pytest.raises(Refused, match="--imap"):
            add(imap_password="s3cret")
        assert not Inbox.objects.exists()

    @pytest.mark.parametrize(
        "wrong",
        [
            {"hours": "whenever"},
            {"hours": "Mon 18:00-09:00"},
            {"target": "soon"},
            {"time_zone": "Atlantis/Capital"},
            {"country": "XX"},
            {"imap": "mail.example"},
            {"smtp": "mail.example"},
        ],
    )
    def test_nonsense_is_refused_and_nothing_is_left(self, wrong):
        with pytest.raises(Refused):
            add(**wrong)
        assert not Inbox.objects.exists()
        assert not Calendar.objects.exists()

    def test_what_is_no_address_is_refused(self):
        with pytest.raises(Refused, match="not an e-mail address"):
            add("help")
