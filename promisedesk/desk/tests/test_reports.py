import re
from datetime import timedelta

import pytest
from django.core.cache import cache

from promisedesk.agents.models import Agent
from promisedesk.core.models import Event
from promisedesk.desk.reports import words
from promisedesk.promises import expecting
from promisedesk.promises.models import PromiseManners
from promisedesk.reports import badge
from promisedesk.reports.tests.conftest import DAY, HOUR, NOON, Ledger, clock  # noqa: F401

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _noon(clock):  # noqa: F811
    cache.delete(badge.KEY)


@pytest.fixture
def ledger(cast):
    return Ledger(cast)


@pytest.fixture
def look(signed_in):
    """look(agent, path): the page, its white space in one."""

    def open_page(agent, path="/reports/", status=200, **query) -> str:
        answer = signed_in(agent).get(path, query)
        assert answer.status_code == status
        return re.sub(r"\s+", " ", answer.content.decode())

    return open_page


def some(ledger, cast):
    talk = ledger.talk(assignee=cast.anna, subject="Teapot")
    ledger.question(NOON - 6 * DAY, 2 * HOUR, talk=talk, by=cast.anna)
    ledger.question(NOON - 5 * DAY, 30 * HOUR, talk=ledger.talk(assignee=cast.mona), by=cast.anna)
    ledger.promise(NOON - 3 * DAY, "withdrawn", renewed_at=NOON - 4 * DAY)
    ledger.promise(NOON - 2 * DAY, "broken", kind="callback", told_at=None)
    ledger.promise(NOON - 40 * DAY)


def test_strangers_are_sent_to_sign_in(client, cast):
    assert client.get("/reports/").status_code == 302


def test_a_new_desk_is_told_what_will_be_here(look, cast):
    page = look(cast.ada)
    assert "Nothing to report yet" in page
    assert "Count it yourself" in page


def test_the_page_says_it_in_sentences(look, cast, ledger):
    some(ledger, cast)
    page = look(cast.mona)
    assert "1 of 3 promises were kept: 66.7 points fewer than in as many days before." in page
    assert "34%" in page  # of customers content: half of 68
    assert "If every answer came within 24 hours: +34 points, 68% content." in page
    assert "If every answer came within 1 hour: +47 points, 81% content." in page
    assert "A survey of online shops’ customers" in page


def hrefs(page: str) -> set[str]:
    found = re.findall(r'href="((?:/reports/(?:promises|questions)/)\?[^"]*)">([\d.]+)', page)
    return {(href.replace("&amp;", "&"), number) for href, number in found}


@pytest.mark.parametrize("query", [{}, {"which": "every"}, {"period": "7"}, {"kind": "callback"}])
def test_every_figure_leads_to_a_list_of_as_many(look, cast, ledger, query):
    some(ledger, cast)
    ledger.question(NOON - 4 * DAY)
    ledger.question(NOON - 4 * DAY, HOUR / 2, talk=ledger.talk(team=cast.returns))
    links = hrefs(look(cast.ada, **query))
    assert len(links) > 20
    for href, number in links:
        page = look(cast.ada, href)
        listed = int(re.search(r'class="n num">(\d+)<', page)[1])
        assert page.count('class="choice-row"') == listed, href
        if "questions" not in href or "weekday" not in href:  # those are figures for an hour
            assert listed == int(number), href


def test_a_long_list_goes_on_without_missing_or_repeating_any(look, cast, ledger):
    talks = [ledger.talk(subject=f"Kettle {number}.") for number in range(120)]
    for number, talk in enumerate(talks):
        ledger.promise(NOON - DAY - (number // 3) * HOUR, talk=talk)
    page, seen = look(cast.ada, "/reports/promises/"), []
    for _turn in range(3):
        seen += re.findall(r"Kettle \d+\.", page)
        assert ">120<" in page
        if older := re.search(r'href="\?([^"]+)">Older', page):
            page = look(cast.ada, "/reports/promises/?" + older[1].replace("&amp;", "&"))
    assert not older
    assert sorted(seen) == sorted(talk.subject for talk in talks)


def test_people_see_their_own_row_alone(look, cast, ledger):
    some(ledger, cast)
    own = look(cast.anna)
    assert "You see your own row." in own
    assert "Mona Berg" not in own.split('id="r-people"')[1]
    assert "Mona Berg" in look(cast.mona).split('id="r-people"')[1]
    mona = {"person": cast.mona.public_id}
    look(cast.anna, "/reports/promises/", 404, **mona)
    look(cast.anna, "/reports/promises/", 404, person="none")
    look(cast.mona, "/reports/promises/", **mona)
    assert ">1<" in look(cast.anna, "/reports/promises/", person=cast.anna.public_id)


def test_other_teams_are_not_counted(look, cast, ledger):
    some(ledger, cast)
    assert "Nothing to report yet" in look(cast.boris)
    assert ">0<" in look(cast.boris, "/reports/promises/")


@pytest.mark.parametrize(
    "query",
    [
        {"period": "for-ever"},
        {"first": "2026-02-31"},
        {"first": "0001-01-01", "last": "9999-12-31"},
        {"first": "2026-11-20", "last": "2026-11-01"},
        {"channel": "pigeon", "inbox": "x", "team": "none", "kind": "x"},
        {"period": "month"},
        {"period": "last-month"},
        {"weekday": "9", "hour": "x", "over": "9" * 30, "within": "-1", "after": "x~y"},
        {"after": "2026-13-45T00:00:00+00:00~5", "outcome": "x"},
    ],
)
@pytest.mark.parametrize("path", ["/reports/", "/reports/promises/", "/reports/questions/"])
def test_nonsense_in_an_address_asks_for_the_usual(look, cast, ledger, path, query):
    some(ledger, cast)
    look(cast.ada, path, **query)


def test_a_narrowed_report_with_nothing_in_it_says_how_to_widen_it(look, cast, ledger):
    some(ledger, cast)
    assert "Choose more days" in look(cast.ada, channel="phone", first="2020-01-01")


@pytest.mark.parametrize("what", ["kinds", "people", "days", "weeks", "hours", "answers", "week"])
def test_managers_take_tables_away_and_the_log_knows(signed_in, cast, ledger, what):
    some(ledger, cast)
    answer = signed_in(cast.mona).post("/reports/table/", {"what": what})
    lines = b"".join(answer).decode().splitlines()
    assert len(lines) > 1
    assert f"promises-{what}-2026-10-25-2026-11-23.csv" in answer["Content-Disposition"]
    assert Event.objects.get(verb="export.report").data == {"what": what}


def test_the_ledger_is_a_table_without_formulas(signed_in, cast, ledger):
    ledger.promise(NOON - DAY, kind="commitment", says="=HYPERLINK(1)")
    ledger.promise(NOON - DAY, "withdrawn")
    answer = signed_in(cast.mona).post("/reports/table/", {})
    head, *lines = b"".join(answer).decode().splitlines()
    assert head.startswith("id,kind,state,conversation,channel,inbox,made_at,due_at")
    assert len(lines) == 2
    assert "'=HYPERLINK" in lines[0]


def test_agents_take_nothing_away(signed_in, cast, look):
    assert signed_in(cast.anna).post("/reports/table/", {"what": "days"}).status_code == 403
    assert 'form="export"' not in look(cast.anna)


def test_twelve_queries_answer_it_however_much_there_is(
    signed_in, cast, ledger, django_assert_num_queries
):
    some(ledger, cast)
    client = signed_in(cast.ada)
    client.get("/reports/")
    for number in range(5):
        talk = ledger.talk(channel="phone", assignee=[cast.anna, cast.boris, cast.mona][number % 3])
        ledger.promise(NOON - number * DAY, talk=talk)
    with django_assert_num_queries(12):
        client.get("/reports/")


SENT = {
    "step-TOTAL_FORMS": "3",
    "step-INITIAL_FORMS": "0",
    "step-0-amount": "2",
    "step-0-unit": "hour",
    "step-0-share": "40",
    "step-1-amount": "3",
    "step-1-unit": "day",
    "step-1-share": "30",
    "step-2-unit": "hour",
    "source": "Asked 412 customers",
    "has_badge": "on",
}
PATH = "/settings/expectations/"


def test_an_admin_sets_what_customers_expect(look, signed_in, cast, ledger):
    assert signed_in(cast.ada).post(PATH, SENT).status_code == 302
    manners = PromiseManners.get()
    assert [(s.within, s.share) for s in expecting.steps_of(manners)] == [
        ("2 hours", 40),
        ("3 days", 30),
    ]
    assert manners.has_badge
    some(ledger, cast)
    page = look(cast.mona)
    assert "Asked 412 customers" in page
    assert "Within 2 hours" in page
    assert "Asked 412 customers" in look(cast.mona, PATH)


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"step-0-share": ""}, "Give both the time and the share"),
        ({"step-0-share": "90"}, "100 together at most"),
        ({"step-0-amount": "72"}, "Two lines name the same time"),
    ],
)
def test_what_makes_no_sense_is_said(signed_in, cast, sent, says):
    page = signed_in(cast.ada).post(PATH, SENT | sent)
    assert page.status_code == 422
    assert says in page.content.decode()
    assert 'value="Asked 412 customers"' in page.content.decode()
    assert not PromiseManners.objects.filter(has_badge=True).exists()


def test_agents_have_no_business_there(signed_in, cast):
    assert signed_in(cast.anna).get(PATH).status_code == 403
    assert signed_in(cast.mona).post(PATH, SENT).status_code == 403


@pytest.fixture
def shown(cast, ledger):
    for number in range(40):
        ledger.promise(NOON - DAY - number * HOUR, "kept" if number else "broken")
    steps = expecting.steps_of(PromiseManners.get())
    expecting.expect(steps, "", has_badge=True, by=cast.ada)


def test_the_public_sees_the_badge_when_it_is_switched_on(client, cast, shown):
    answer = client.get("/badge.svg?in=en", headers={"accept-language": "ru"})
    assert answer["Content-Type"].startswith("image/svg+xml")
    assert "97% of promises kept in 90 days" in answer.content.decode()
    assert 'role="img"' in answer.content.decode()
    assert not answer.cookies
    for path in ("/help/", "/contact/"):
        page = client.get(path, headers={"accept-language": "en"}).content.decode()
        assert "97% of our promises kept in the last 90 days" in page


def test_nothing_is_shown_while_it_is_off_or_too_few_were_due(client, cast, ledger):
    assert client.get("/badge.svg").status_code == 404
    steps = expecting.steps_of(PromiseManners.get())
    expecting.expect(steps, "", has_badge=True, by=cast.ada)
    ledger.promise(NOON - DAY)
    assert client.get("/badge.svg").status_code == 404
    assert "promises kept" not in client.get("/help/").content.decode()


def test_the_settings_show_what_to_copy(look, cast, shown):
    page = look(cast.ada, PATH)
    assert "/badge.svg?in=pl" in page
    assert "Today it would say 97%." in page


def test_a_light_agent_reads_it(look, cast):
    lia = Agent.objects.create_user("lia@kettleandloom.example", "Lia", role="light")
    look(lia)


def test_long_periods_are_drawn_by_week(look, cast, ledger):
    some(ledger, cast)
    ledger.promise(NOON - 80 * DAY - timedelta(minutes=1))
    assert "week by week" in look(cast.ada, period="90")


def test_numbers_too_large_for_any_wait_are_not_there(look, cast, ledger):
    some(ledger, cast)
    for number in ("9" * 30, "0" * 12 + "9" * 20, "1" + "0" * 8 + "9" * 15):
        assert "Questions asked" in look(cast.mona, "/reports/questions/", over=number)


def test_who_still_waits_is_in_the_bars_too(look, cast, ledger):
    ledger.question(NOON - 6 * DAY, 2 * HOUR, by=cast.anna)
    ledger.question(NOON - 4 * DAY)
    page = look(cast.mona)
    assert re.search(r'aria-label="15 min: 0%[^"]*4 h: 50%[^"]*more: 0%, waiting: 50%"', page)
    assert "waiting=1" in page.split("Answer times")[1].split("</table>")[0]


def test_what_nobody_has_shows_no_share(look, cast, ledger):
    ledger.promise(NOON - 2 * DAY, "broken")
    row = look(cast.mona).split('id="r-people"')[1].split("Nobody had it")[1].split("</tr>")[0]
    assert "<td>–</td>" in row


@pytest.mark.parametrize(("number", "form"), [(1, 1), (1.04, 1), (0.9, 5), (2, 2), (12.5, 5)])
def test_a_fraction_has_the_form_of_many(number, form):
    assert words.plural_of(number) == form


def test_the_ledger_says_who_promised_and_to_whom(signed_in, cast, ledger):
    talk = ledger.talk(assignee=cast.anna)
    ledger.question(NOON - 6 * DAY, 2 * HOUR, talk=talk, by=cast.mona)
    answer = signed_in(cast.ada).post("/reports/table/", {"what": "ledger"})
    head, row = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()[:2]
    found = dict(zip(head.split(","), row.split(","), strict=True))
    assert (found["agent"], found["contact"]) == (cast.mona.name, talk.contact.public_id)
