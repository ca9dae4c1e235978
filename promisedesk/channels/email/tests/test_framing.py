"""Our letters as mail programs take them: what each is known to drop or break is not needed."""

import email
import email.policy
import io
import json
import re
import subprocess
import sys

import pytest
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from promisedesk.cast import Cast
from promisedesk.channels.email import letters, sending
from promisedesk.coach import levels
from promisedesk.conversations import replying
from promisedesk.conversations.models import Message
from promisedesk.core import files, memo
from promisedesk.core.models import Workspace
from promisedesk.promises.models import Promise
from promisedesk.replies import keeping_signatures, letter_look
from promisedesk.replies.models import Signature
from tests.sink import SmtpSink

pytestmark = [pytest.mark.django_db]
SHOP = {
    "site": "https://kettleandloom.example/",
    "phone": "+44 117 496 0150",
    "postal_address": "14 Wapping Wharf, Bristol",
}
# What some program that many people use does not know, or draws otherwise: Outlook for Windows
# (Word draws it), Gmail, Outlook.com, Yahoo, GMX (caniemail.com).
NOT_EVERYWHERE = re.compile(
    r"(?:^|[;{\s])(?:position|float|display:\s*(?:flex|grid|inline-flex)|flex\S*|grid\S*|gap"
    r"|transform|filter|opacity|animation|transition|clip-path|object-fit|background-image"
    r"|box-shadow|text-shadow|inset\S*|(?:padding|margin|border)-(?:inline|block)\S*"
    r"|inline-size|block-size|max-height|min-height|overflow\S*)\s*:"
    r"|var\(|calc\(|oklch\(|rgba?\(|hsla?\(|\burl\(|\d(?:rem|vw|vh|ch)\b|margin[^;]*:\s*[^;]*-\d",
    re.I,
)
ALLOWED_TAGS = {
    "html", "head", "meta", "title", "style", "body", "div", "table", "tbody", "tr", "td", "p",
    "a", "b", "strong", "em", "br", "img", "blockquote", "ul", "ol", "li", "code", "pre",
}  # fmt: skip


def drawn(colour: str, size: tuple[int, int]) -> str:
    content = io.BytesIO()
    Image.new("RGBA", size, colour).save(content, "WEBP")
    return files.store(content.getvalue())


@pytest.fixture
def cast(settings):
    settings.BASE_URL = "https://desk.kettleandloom.example"
    found = Cast()
    Workspace.objects.update(logo_sha256=drawn("#00706f80", (480, 120)), **SHOP)
    memo.forget_all()
    return found


def mail_of(message: Message):
    raw = letters.raw_of(message.delivery)
    return email.message_from_bytes(raw, policy=email.policy.default)


def part(mail, kind: str) -> str:
    return mail.get_body((kind,)).get_content().replace("\r\n", "\n")


ANSWER = """Hello Clara,

**thank you** for asking. It left:

- on Monday
- by [this carrier](https://carrier.example/track)

> Where is it?

Best regards,
Anna"""


def _answer(cast) -> Message:
    return replying.reply(cast.hears("Where is it?").conversation, ANSWER, by=cast.anna)


def _acknowledgement(cast) -> Message:
    cast.hears()
    return Message.objects.get(automatic=True, direction="out")


def _by_itself(cast) -> Message:
    message = _acknowledgement(cast)
    message.text = (
        "Hello,\n\nWe promised you an answer by Friday 20 November, 14:50 (London time). It\n"
        "takes longer than that. We are sorry.\n\nYou will have our answer\nby Monday.\n\n"
        "See https://shop.example/help\n\n-- \nKettle & Loom\n+44 117"
    )
    Promise.objects.filter(told_by=message).update(told_by=None)
    message.save()
    return message


KINDS = {"answer": _answer, "acknowledgement": _acknowledgement, "by itself": _by_itself}


@pytest.fixture(params=KINDS)
def mail(request, cast):
    return mail_of(KINDS[request.param](cast))


def test_every_kind_has_a_good_plain_part_beside_the_html(mail):
    assert mail.get_content_type() == "multipart/alternative"
    kinds = [one.get_content_type() for one in mail.iter_parts()]
    assert kinds == ["text/plain", "text/html"]
    text = part(mail, "plain")
    assert "\n-- \n" in text
    assert "Kettle & Loom" in text
    assert "<" not in text.replace("<https", "")
    assert max(map(len, text.splitlines())) <= 80


def test_nothing_needs_a_style_sheet_and_each_style_is_known_everywhere(mail):
    tree = LexborHTMLParser(part(mail, "html"))
    (sheet,) = tree.css("style")
    assert re.fullmatch(r"\s*@media \(prefers-color-scheme: dark\) \{.*\}\s*", sheet.text(), re.S)
    assert {node.tag for node in tree.root.traverse()} <= ALLOWED_TAGS | {"-text", "-comment"}
    for node in tree.css("[style]"):
        assert not NOT_EVERYWHERE.search(node.attributes["style"]), node.attributes["style"]
    for place in ("td.words", "td.card"):
        style = tree.css_first(place).attributes["style"]
        assert "Segoe UI" in style
        assert "color: #" in style
    assert not tree.css("link, script, form, iframe, object, video, svg, input, button")


def test_tables_are_for_layout_alone_and_fit_outlook_and_telephones(mail):
    html = part(mail, "html")
    tree = LexborHTMLParser(html)
    assert all(one.attributes.get("role") == "presentation" for one in tree.css("table"))
    sheet = tree.css_first("table.sheet")
    assert sheet.attributes["width"] == "100%"
    assert "max-width: 600px" in sheet.attributes["style"]
    assert re.search(r'<!--\[if mso\]><table [^>]*width="600"', html)
    assert html.count("[if mso]") == html.count("[endif]") == 2
    assert 'name="viewport"' in html


def test_it_says_its_language_also_where_html_is_dropped(mail):
    tree = LexborHTMLParser(part(mail, "html"))
    for place in ("html", "body > div"):
        attributes = tree.css_first(place).attributes
        assert (attributes["lang"], attributes["dir"]) == ("en", "ltr")
    assert tree.css_first("title").text()


def test_the_one_picture_is_the_logo_with_a_size_and_words_for_who_does_not_see_it(mail):
    tree = LexborHTMLParser(part(mail, "html"))
    (logo,) = tree.css("img")
    assert logo.attributes["alt"] == "Kettle & Loom"
    assert (logo.attributes["width"], logo.attributes["height"]) == ("160", "40")
    address = logo.attributes["src"]
    assert re.fullmatch(r"https://desk\.kettleandloom\.example/logo/[0-9a-f]{16}\.png", address)


def test_links_are_whole_and_have_words_and_a_colour(mail):
    links = LexborHTMLParser(part(mail, "html")).css("a")
    assert len(links) >= 2
    for link in links:
        assert re.match(r"https://|mailto:|tel:\+", link.attributes["href"])
        assert link.text().strip()
        assert "color" in link.attributes["style"]
        assert "?" not in link.attributes["href"]  # nothing that counts who clicks


def test_it_is_far_smaller_than_what_gmail_shows(mail):
    assert len(part(mail, "html").encode()) < 20 * 1024


def test_the_card_below_gives_what_the_shop_chose(cast):
    card = LexborHTMLParser(part(mail_of(_answer(cast)), "html")).css_first("td.card")
    assert card.text(separator="\n").split("\n") == [
        "Kettle & Loom", "kettleandloom.example", "+44 117 496 0150", "14 Wapping Wharf, Bristol",
    ]  # fmt: skip
    letter_look.change(
        has_logo=False,
        has_line=False,
        card=["hours", "email", "name"],
        closing={"en": "Kettle & Loom Ltd, company number 09876543", "pl": "x"},
        by=cast.ada,
    )
    mail = mail_of(_answer(cast))
    html = part(mail, "html")
    card = LexborHTMLParser(html).css_first("td.card").text(separator="\n").split("\n")
    assert card[:2] == ["Kettle & Loom", "help@kettleandloom.example"]
    assert "9:00 to 18:00" in card[2]
    assert card[3] == "Kettle & Loom Ltd, company number 09876543"
    assert "company number 09876543" in part(mail, "plain")
    assert "<img" not in html
    assert 'class="line"' not in html


def test_lines_that_were_only_wrapped_are_whole_in_html(cast):
    html = part(mail_of(_by_itself(cast)), "html")
    assert "(London time). It takes longer than that. We are sorry.</p>" in html
    assert "You will have our answer<br>by Monday." in html
    assert re.search(r'<a [^>]*href="https://shop.example/help"', html)
    assert html.count("Kettle &amp; Loom") == 2  # the logo's words and the card's, not the "-- "


def test_without_an_address_of_its_own_the_name_stands_where_the_logo_would(cast, settings):
    settings.BASE_URL = "http://localhost:8000"
    tree = LexborHTMLParser(part(mail_of(_answer(cast)), "html"))
    assert not tree.css("img")
    assert tree.css_first("div.head").text() == "Kettle & Loom"


def test_a_damaged_logo_stops_no_letter(cast):
    Workspace.objects.update(logo_sha256=files.store(b"RIFF no picture"))
    memo.forget_all()
    tree = LexborHTMLParser(part(mail_of(_answer(cast)), "html"))
    assert tree.css_first("div.head").text() == "Kettle & Loom"


def test_a_long_letter_leaves_out_the_question_before_gmail_clips_it(cast):
    asked = cast.hears("Where is my very own question?").conversation
    message = replying.reply(asked, "A long story, told at length.\n\n" * 2000, by=cast.anna)
    mail = mail_of(message)
    assert "my very own question" in part(mail, "plain")
    assert "my very own question" not in part(mail, "html")


def test_a_picture_below_the_signature_only_while_the_shop_allows_it(cast):
    Signature.objects.create(agent=cast.anna, text="Anna", picture_sha256=drawn("red", (480, 100)))
    assert len(LexborHTMLParser(part(mail_of(_answer(cast)), "html")).css("img")) == 1
    levels.change(by=cast.ada, allows_pictures=True)
    picture = LexborHTMLParser(part(mail_of(_answer(cast)), "html")).css("img")[1]
    assert (picture.attributes["width"], picture.attributes["height"]) == ("240", "50")
    assert picture.attributes["src"].endswith(".png")


def test_pictures_of_letters_are_png_and_nothing_else_is_given_away(cast, client):
    here = {"HTTP_HOST": "desk.kettleandloom.example"}
    logo = Workspace.get().logo_sha256
    answer = client.get(f"/logo/{logo[:16]}.png", **here)
    assert answer["Content-Type"] == "image/png"
    assert answer.content.startswith(b"\x89PNG")
    red, *_rest = Image.open(io.BytesIO(answer.content)).getpixel((0, 0))
    assert 100 < red < 160  # half of it is the white below
    secret = files.store(b"a customer's file")
    for name in (secret[:16], logo[:15], logo[:17], "0" * 16):
        assert client.get(f"/logo/{name}.png", **here).status_code == 404


def test_what_is_written_cannot_break_out_of_the_frame(cast):
    Workspace.objects.update(shop_name='"><script>x</script>', phone="{{ 7|add:7 }}{% now %}")
    memo.forget_all()
    asked = cast.hears("Where is it?").conversation
    text = "</td></table></div> {{ 7|add:7 }} {% include 'x' %}"
    html = part(mail_of(replying.reply(asked, text, by=cast.anna)), "html")
    assert "<script" not in html
    assert "{{ 7|add:7 }} {% include" in html
    assert len(LexborHTMLParser(html).css("td.card")) == 1


def test_the_library_is_loaded_by_the_first_letter_only():
    code = (
        "import os, sys; os.environ['DJANGO_SETTINGS_MODULE'] = 'promisedesk.config.settings';"
        "import django; django.setup(); import promisedesk.config.urls;"
        "import promisedesk.channels.email.letters; print('css_inline' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout.strip().endswith("False"), done.stderr


def test_a_letter_through_smtp_is_read_back_with_its_words_and_signature(cast, settings, tmp_path):
    keeping_signatures.write(
        None,
        keeping_signatures.Wording(
            "{agent.name}\nCustomer care, {shop.name}\n{shop.site}\n{inbox.address}",
            agent=cast.anna,
        ),
        by=cast.anna,
    )
    _answer(cast)
    with SmtpSink() as sink:
        settings.SMTP_URL = sink.url
        while sending.send_due():
            pass
    raw = [one.raw for one in sink.mails if one.letter["Subject"].startswith("Re:")]
    path = tmp_path / "letter.eml"
    path.write_bytes(raw[0])
    command = [sys.executable, "-m", "promisedesk", "read", str(path), "--json"]
    done = subprocess.run(command, capture_output=True, text=True)
    read = json.loads(done.stdout)
    assert read["problems"] == []
    assert read["text"].startswith("Hello Clara,")
    assert "Anna Kowalska\nCustomer care, Kettle & Loom" in read["signature"]
    assert "Where is it?" in read["quoted_text"]
    assert read["attachments"] == []
