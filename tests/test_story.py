"""The main job from end to end, in a real browser: a mail, a promise, an answer, a promise kept.

Both sides are on the demo's pages: the customer's mailbox and the agents' desk, with real
mail between them. In English and Russian, at a desk and on a phone, and without scripts.
"""

import re
import urllib.error
import urllib.request
import uuid
from dataclasses import dataclass

import pytest
from django.utils import translation

from tests.browsing import MARKS, PATIENCE, PHONE, WIDE, browser, expect  # noqa: F401
from tests.servers import Desk, temporary_folder, wait_until

pytestmark = MARKS


@dataclass
class Part:
    """Who writes what, and how the promise reads in their language."""

    customer: str
    language: str
    question: str
    promise: str  # as a regular expression, in the acknowledgement
    answer: str
    thanks: str


ENGLISH = Part(
    "clara",
    "en",
    "Where is my parcel? It was due on Friday.",
    r"by \w+day \d+ \w+, \d+:\d\d \(.+\)",
    "It left on Monday and comes on Thursday.",
    "Thank you! And does the lid come with it?",
)
RUSSIAN = Part(
    "ivan",
    "ru",
    "Где моя посылка? Её обещали привезти в пятницу.",
    r"до \w+, \d+ \w+, \d+:\d\d \(.+\)",
    "Посылка отправлена в понедельник и придёт в четверг.",
    "Спасибо! А крышка будет в той же посылке?",
)
POLISH = Part(
    "zofia",
    "pl",
    "Gdzie jest moja paczka? Miała przyjść w piątek.",
    r"do \w+ \d+ \w+, godz\. \d+:\d\d \(.+\)",
    "Paczka wyszła w poniedziałek i dotrze w czwartek.",
    "Dziękuję! A czy pokrywka jest w tej samej paczce?",
)


@pytest.fixture(scope="module")
def desk():
    with temporary_folder() as folder, Desk(folder) as desk:
        desk.migrate().start("serve", "--demo")
        desk.account = re.search(r"as (\S+), password (\S+)", desk.log("serve")).groups()
        yield desk
        desk.stop()


@pytest.fixture
def look(browser, desk):  # noqa: F811
    """Open a window of the browser. At the end no page may have complained."""
    complaints: list[str] = []
    contexts = []

    def look(size, scripts=True):
        context = browser.new_context(
            base_url=desk.url, viewport=size, java_script_enabled=scripts, locale="en-GB"
        )
        contexts.append(context)
        page = context.new_page()
        page.on(
            "console", lambda said: complaints.append(said.text) if said.type == "error" else None
        )
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    yield look
    for context in contexts:
        context.close()
    assert complaints == [], desk.log("serve")[-5000:]


def words(language: str, text: str) -> str:
    """The desk's words in a language, as its catalogue has them."""
    with translation.override(language):
        return translation.gettext(text)


def longest_part(sentence: str) -> str:
    """What stands between the places of a sentence, whatever their order in a language."""
    return max(re.split(r"%\(\w+\)s", sentence), key=len).strip()


class Customer:
    """The customer's side: the demo mailbox."""

    def __init__(self, page, part: Part):
        self.page, self.part = page, part

    def write(self, subject: str, text: str) -> None:
        """A new mail to the shop, or an answer to the opened one when `subject` is empty."""
        form = self.page.locator("form", has=self.page.locator("textarea[name=text]"))
        if subject:
            self.page.goto(f"/demo/{self.part.customer}/")
            form.locator("[name=subject]").fill(subject)
        form.locator("textarea[name=text]").fill(text)
        form.locator("button").click()
        expect(self.page.get_by_text("Sent. The shop’s acknowledgement arrives")).to_be_visible()

    def open_mail(self, subject) -> str:
        """Wait for a mail with this subject, open it, and give all that stands in it."""
        mail = self.page.locator("#mails").get_by_role("link", name=subject).first

        def is_there() -> bool:
            if not mail.count():
                self.page.wait_for_timeout(300)
                self.page.goto(f"/demo/{self.part.customer}/")
            return mail.count() > 0

        wait_until(is_there, PATIENCE / 1000, f"the mail {subject}")
        mail.click()
        article = self.page.get_by_role("article")
        expect(article).to_be_visible()
        return " ".join(article.inner_text().split())


class Agent:
    """The shop's side: the desk."""

    def __init__(self, page, language: str):
        self.page, self.language = page, language

    def say(self, text: str) -> str:
        return words(self.language, text)

    def sign_in(self, email: str, password: str) -> None:
        self.page.goto("/")
        self.page.locator("input[type=email]").fill(email)
        self.page.locator("input[type=password]").fill(password)
        self.page.locator("form:has(input[type=password]) button").click()
        expect(self.page.locator("input[type=password]")).to_have_count(0)

    def open(self, subject: str) -> None:
        self.page.goto("/inbox/all/")
        self.page.get_by_role("link", name=re.compile(subject)).click()
        expect(self.page.get_by_role("heading", name=subject)).to_be_visible()

    def reply(self, text: str) -> None:
        """Write an answer and send it. On a phone the form opens at a touch of Reply."""
        editor = self.page.locator("#write-reply textarea")
        if not editor.is_visible():
            self.page.get_by_role("link", name=self.say("Reply"), exact=True).last.click()
        editor.fill(text)
        self.page.locator("#write-reply [data-send]").click()
        expect(self.messages(text)).to_be_visible()

    def messages(self, text: str):
        """The messages of the open conversation that say this (a quote may say it again)."""
        return self.page.locator(".msg").get_by_role("paragraph").filter(has_text=text).first

    def expect_words(self, text: str) -> None:
        """Look again until the page says it."""

        def is_said() -> bool:
            if self.page.get_by_text(text).count():
                return True
            self.page.wait_for_timeout(300)
            self.page.reload()
            return False

        wait_until(is_said, PATIENCE / 1000, text)


def promises(desk: Desk, subject: str) -> list[str]:
    """The states of a conversation's promises, oldest first."""
    rows = desk.rows(
        "SELECT p.state FROM promises_promise p JOIN conversations_conversation c"
        f" ON c.id = p.conversation_id WHERE c.subject = '{subject}' ORDER BY p.id"
    )
    return [state for (state,) in rows]


def expect_no_side_scrolling(page) -> None:
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= page.viewport_size["width"]


def walk(desk: Desk, customer_page, agent_page, part: Part, scripts: bool = True) -> None:
    subject = f"{part.question.split('?')[0]} {uuid.uuid4().hex[:6]}"
    desk.script(
        "from promisedesk.agents.models import Agent\n"
        f"Agent.objects.filter(email={desk.account[0]!r}).update(language={part.language!r})"
    )
    customer, agent = Customer(customer_page, part), Agent(agent_page, part.language)

    customer.write(subject, part.question)
    wait_until(lambda: promises(desk, subject) == ["running"], what="the promise")
    ((reference,),) = desk.rows(
        f"SELECT ref FROM conversations_conversation WHERE subject = '{subject}'"
    )
    acknowledgement = customer.open_mail(re.compile(reference))
    assert re.search(part.promise, acknowledgement)
    assert part.question not in acknowledgement
    assert reference in acknowledgement

    agent.sign_in(*desk.account)
    agent.open(subject)
    expect(agent.messages(part.question)).to_be_visible()
    agent.reply(part.answer)
    agent.expect_words(longest_part(agent.say("%(by)s kept the promise of %(due_at)s")))
    assert promises(desk, subject) == ["kept"]

    answer = customer.open_mail(f"Re: {subject}")
    assert part.answer in answer
    assert part.question in answer  # quoted
    customer.write("", part.thanks)
    wait_until(lambda: promises(desk, subject) == ["kept", "running"], what="the next promise")

    agent.open(subject)
    expect(agent.messages(part.thanks)).to_be_visible()
    expect(agent.messages(part.answer)).to_be_attached()
    if scripts:
        expect_no_side_scrolling(agent_page)
        expect_no_side_scrolling(customer_page)


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("part", [ENGLISH, RUSSIAN], ids=lambda part: part.language)
def test_a_question_is_promised_answered_kept_and_asked_again(desk, look, part, size):
    walk(desk, look(size), look(size), part)


def test_the_whole_of_it_works_without_scripts(desk, look):
    walk(desk, look(WIDE, scripts=False), look(WIDE, scripts=False), POLISH, scripts=False)


def test_the_demo_is_not_there_in_a_real_desk(tmp_path):
    with Desk(tmp_path).make() as real:
        real.start("web")
        for path in ("/demo/", "/demo/clara/", "/demo/clara/mails/"):
            with pytest.raises(urllib.error.HTTPError, match="404"):
                urllib.request.urlopen(real.url + path, timeout=10)
