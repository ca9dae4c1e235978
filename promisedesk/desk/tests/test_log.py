import csv
import io

import pytest
from django.core.cache import cache

from promisedesk.agents import people
from promisedesk.cast import Cast
from promisedesk.coach import helping
from promisedesk.core.models import Event
from promisedesk.desk.settings import audit
from promisedesk.lib.csv_cells import harmless

pytestmark = pytest.mark.django_db
PASSWORD = "seven linen towels"


@pytest.fixture
def cast(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cache.clear()
    cast = Cast()
    cast.anna.set_password(PASSWORD)
    cast.anna.save()
    return cast


@pytest.fixture
def log(client, cast):
    """The page as Ada reads it, with a query."""
    client.force_login(cast.ada)
    return lambda query="": client.get("/settings/log/?" + query).content.decode()


def sign_in(client, password=PASSWORD, login="anna@kettleandloom.example"):
    more = {"REMOTE_ADDR": "192.0.2.7", "HTTP_USER_AGENT": "Mozilla/5.0 (Windows) Firefox/145.0"}
    return client.__class__().post("/sign-in/", {"login": login, "password": password}, **more)


def test_who_did_what_stands_there_in_sentences(client, cast, log):
    sign_in(client)
    people.change(cast.boris, name="Boris Reed", role="manager", teams=[], by=cast.ada)
    shown = log()
    assert "Anna Kowalska signed in" in shown
    assert "192.0.2.7" in shown
    assert "Firefox" in shown
    assert "Ada Field changed the account of Boris Reed" in shown
    assert "<del>agent</del> → <ins>manager</ins>" in shown


def test_every_change_of_the_writing_help_can_be_read(cast, log):
    helping.change(
        is_on=False, base_url="https://model.example/v1", model="m", helps=["softer"], by=cast.ada
    )
    assert "Ada Field" in log("kind=settings")


def test_a_wrong_password_is_written_down_for_those_who_exist(client, cast, log):
    sign_in(client, "wrong")
    sign_in(client, "wrong", "nobody@elsewhere.example")
    assert Event.objects.filter(verb="sign_in.failed").count() == 1
    assert "Somebody failed to sign in as Anna Kowalska" in log()


def test_conversations_have_a_timeline_of_their_own(cast, log):
    cast.hears("Where is my parcel?")
    assert "parcel" not in log()
    assert not set(audit.verbs_of()) & {"message.received", "conversation.resolved"}


def test_it_is_filtered_by_person_kind_and_day(client, cast, log):
    sign_in(client)
    people.invite("dora@kettleandloom.example", "Dora", by=cast.ada)
    assert "invited Dora" in log("kind=people")
    assert "signed in" not in log("kind=people").split("<ol")[1]
    of_anna = log(f"person={cast.anna.public_id}").split("<ol")[1]
    assert "Anna Kowalska signed in" in of_anna
    assert "Dora" not in of_anna
    assert "Nothing like that has happened." in log("until=2020-01-01")
    assert "signed in" in log("since=2020-01-01")
    assert "signed in" in log("since=nonsense&kind=nonsense&before=x&person=x")


def test_it_goes_on_by_a_cursor(cast, log):
    for n in range(audit.A_PAGE + 5):
        people.change(cast.boris, name=f"Boris {n}", role="agent", teams=[], by=cast.ada)
    first = log("kind=people")
    assert "Boris 5<" in first.replace("</p>", "<")
    assert "Boris 4<" not in first.replace("</p>", "<")
    older = first.split('href="?')[1].split('"')[0].replace("&amp;", "&")
    assert "Boris 4<" in log(older).replace("</p>", "<")


def test_managers_look_and_only_admins_take_copies(client, cast):
    client.force_login(cast.mona)
    assert "Take a copy" not in client.get("/settings/log/").content.decode()
    assert client.post("/settings/log/export/").status_code == 403
    client.force_login(cast.anna)
    assert client.get("/settings/log/").status_code == 403


def test_a_copy_calculates_nothing_and_is_in_the_log_itself(client, cast):
    people.invite("dora@kettleandloom.example", "=1+1", by=cast.ada)
    people.change(cast.boris, name="@SUM(A1)", role="manager", teams=[], by=cast.ada)
    cast.ada.name = "=HYPERLINK(1)"
    cast.ada.save()
    client.force_login(cast.ada)
    answer = client.post("/settings/log/export/", {"kind": "people"})
    text = b"".join(answer.streaming_content).decode()
    rows = list(csv.reader(io.StringIO(text)))
    assert rows[0][0] == "Time"
    assert len(rows) == 4  # invited, its link, changed
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "@", "+", "-"))]
    assert "'=HYPERLINK(1)" in {row[1] for row in rows}
    assert Event.objects.filter(verb="export.log", by=cast.ada).exists()


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@x", "\tx", "\rx", "＝1"])
def test_a_cell_is_text(cell):
    assert harmless(cell) == "'" + cell
    assert harmless("a" + cell) == "a" + cell
    assert harmless(None) == ""
