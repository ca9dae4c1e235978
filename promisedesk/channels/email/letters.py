"""Our letters as mail: headers that thread, text beside HTML, the question quoted.

The bytes are made once and kept, so that a repeat after a crash is the same mail.
"""

from __future__ import annotations

import re
from email.message import EmailMessage
from email.policy import SMTP, EmailPolicy
from email.utils import format_datetime

from django.template.defaultfilters import filesizeformat
from django.utils import translation
from django.utils.formats import date_format
from django.utils.timezone import now
from django.utils.translation import gettext as _

from promisedesk.channels.email import framing, signing, written_to
from promisedesk.channels.email.naming import ascii_domain, mailbox
from promisedesk.coach import signature_rules
from promisedesk.conversations import linking, merging, unsubscribing
from promisedesk.conversations.models import Attachment, Conversation, Delivery, Message
from promisedesk.core import files, letter_pictures, letter_style
from promisedesk.core.downloads import PLAIN_TYPE, UNKNOWN_TYPE
from promisedesk.core.errors import Refused
from promisedesk.core.letter_pictures import LetterPicture
from promisedesk.lib import markdown
from promisedesk.lib.mail import subjects
from promisedesk.promises import acknowledging, policies
from promisedesk.promises.making import told_zone
from promisedesk.replies import quoting, signature_twin, signatures
from promisedesk.replies.models import Signature

SANE_ID = re.compile(r"<[\x21-\x3b\x3d\x3f-\x7e]{1,900}>\Z")
CONTROL = re.compile(r"[\x00-\x1f\x7f\x85\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+")
LONGEST_SUBJECT = 200
AS_WRITTEN = ("list-unsubscribe", "list-unsubscribe-post")  # folding would encode the long word
ID_HEADERS = ("message-id", "in-reply-to", "references")
MAILBOX_HEADERS = ("from", "to", "cc", "reply-to")


class LetterPolicy(EmailPolicy):
    """SMTP policy, but ids are folded between ids only, and mailboxes stay as they were written."""

    def header_store_parse(self, name, value):
        if name.lower() in MAILBOX_HEADERS + AS_WRITTEN:
            return name, value
        return super().header_store_parse(name, value)

    def fold_binary(self, name, value):
        if name.lower() in MAILBOX_HEADERS + AS_WRITTEN:
            return f"{name}: {value}\r\n".encode()
        if name.lower() in ID_HEADERS:
            return f"{name}: ".encode() + b"\r\n ".join(str(value).encode().split()) + b"\r\n"
        return super().fold_binary(name, value)


POLICY = LetterPolicy(linesep=SMTP.linesep)


def one_line(text: str) -> str:
    """Text for a header: no control, line or direction characters (header injection).

    Nor the beginning of an encoded word (RFC 2047): Python's email package decodes it, and
    what comes out may hold a line end.
    """
    return CONTROL.sub(" ", text).replace("=?", "= ?").strip()


def raw_of(delivery: Delivery) -> bytes:
    """The mail of a delivery, built at the first try and the same ever after."""
    message = delivery.message
    if message.raw_sha256:
        try:
            return files.read(message.raw_sha256)
        except FileNotFoundError:
            pass  # the file was lost: the same letter with the same id is built again
    domain = sender_of(delivery).rpartition("@")[2]
    raw = signing.signed(build(delivery).as_bytes(), domain)
    return _keep(message, raw)


def _keep(message: Message, raw: bytes) -> bytes:
    """Whoever builds it first has made it: a copy may be built beside it at the same moment."""
    before, made = message.raw_sha256, files.store(raw)
    row = Message.objects.filter(pk=message.pk)
    if row.filter(raw_sha256=before).update(raw_sha256=made):
        message.raw_sha256 = made
        return raw
    message.refresh_from_db(fields=["raw_sha256"])
    return files.read(message.raw_sha256)


def build(delivery: Delivery) -> EmailMessage:
    """The whole mail of a delivery: the same for the customer and for those who get copies."""
    message = delivery.message
    delivery = message.delivery or delivery
    conversation = message.conversation
    mail = EmailMessage(policy=POLICY.clone(utf8=True) if needs_utf8(delivery) else POLICY)
    _address(mail, delivery, conversation)
    mail["Subject"] = subject_of(message)
    mail["Date"] = format_datetime(now())
    mail["Message-ID"] = message.message_id
    _thread(mail, message)
    if message.automatic:
        mail["Auto-Submitted"] = "auto-replied"
        mail["X-Auto-Response-Suppress"] = "All"
        language = message.language
        text = message.text
        html = acknowledging.as_html(message) or framing.words_of(text)
    else:
        language = acknowledging.letter_language(conversation)
        text, html = _answer(message, language, _farewell(mail, delivery))
    text = framing.with_closing(text, language)
    mail.set_content(text, cte="quoted-printable" if text.isascii() else "base64")
    page = framing.framed(html, conversation.inbox, language, mail["Subject"])
    mail.add_alternative(page, subtype="html", cte="base64")
    if not message.automatic and not linking.are_links(message):
        _attach(mail, message)
    return mail


def sender_of(delivery: Delivery) -> str:
    """The address a letter is from, as mail servers write it: the one the customer wrote to."""
    return written_to.as_servers_write_it(delivery.message)


def needs_utf8(delivery: Delivery) -> bool:
    """Whether an address in its header has other letters before the @ (SMTPUTF8, RFC 6531)."""
    return not (sender_of(delivery) + ascii_domain(delivery.to_address)).isascii()


def goes_as_utf8(delivery: Delivery) -> bool:
    """Whether it travels under SMTPUTF8: a copy has the header of the customer's letter."""
    main = delivery.message.delivery if delivery.is_copy else None
    return needs_utf8(delivery) or (main is not None and needs_utf8(main))


def _address(mail: EmailMessage, delivery: Delivery, conversation: Conversation) -> None:
    inbox, agent = conversation.inbox, delivery.message.agent
    sender = f"{agent.name}, {inbox.name}" if agent else inbox.name
    own = sender_of(delivery)
    mail["From"] = mailbox(one_line(sender), own)
    name = "" if delivery.is_automatic else one_line(delivery.to_name)
    mail["To"] = mailbox(name, ascii_domain(one_line(delivery.to_address)))
    _name_others(mail, delivery)
    local, _at, host = own.rpartition("@")
    # Of a merged one its own: another customer's leads only to whoever it was given to.
    token = merging.written_in(delivery.message).reply_token
    mail["Reply-To"] = mailbox(one_line(inbox.name), f"{local}+{token}@{host}")


def _name_others(mail: EmailMessage, delivery: Delivery) -> None:
    """Everybody sees who else reads it. Not an address that the customer's server may not take."""
    copies = [one for one in delivery.message.deliveries.all() if one.is_copy]
    named = [
        mailbox(one_line(one.to_name), ascii_domain(one_line(one.to_address)))
        for one in sorted(copies, key=lambda one: one.pk)
        if needs_utf8(delivery) or not needs_utf8(one)
    ]
    if named:
        mail["Cc"] = ",\r\n ".join(named)


def _thread(mail: EmailMessage, message: Message) -> None:
    if SANE_ID.match(message.in_reply_to):
        mail["In-Reply-To"] = message.in_reply_to
    references = [one for one in message.references.split() if SANE_ID.match(one)]
    if references:
        mail["References"] = " ".join(references)


def subject_of(message: Message) -> str:
    """As written where we write first; that of the conversation in an answer."""
    is_ours = message.automatic or unsubscribing.is_proactive(message) or _begins(message)
    return one_line(message.subject) if is_ours else answer_subject(message)


def _begins(message: Message) -> bool:
    """The first letter of a talk beside a conversation: it answers nothing."""
    return bool(message.conversation.parent_id) and not (message.in_reply_to or message.references)


def answer_subject(message: Message) -> str:
    """ "Re: " and the conversation's subject, once, not cut off inside a word."""
    subject = subjects.without_marks(one_line(message.subject))
    if not subject:
        with translation.override(message.language or message.conversation.inbox.language):
            subject = _("Your message to %(shop)s") % {"shop": message.conversation.inbox.name}
    if len(subject) > LONGEST_SUBJECT:
        subject = subject[:LONGEST_SUBJECT].rsplit(" ", 1)[0] + " …"
    return f"Re: {subject}"


def _farewell(mail: EmailMessage, delivery: Delivery) -> str:
    """Under a letter nobody asked for: how to get no more of them (RFC 2369, RFC 8058)."""
    if not unsubscribing.is_proactive(delivery.message):
        return ""
    url = unsubscribing.url_for(delivery.to_address)
    mail["List-Unsubscribe"] = f"<{url}>"
    mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return url


def _links(message: Message, language: str) -> dict:
    """The files of a letter as links, if they are too large to go with it."""
    if not linking.are_links(message):
        return {}
    with translation.override(language):
        return {
            "heading": _("Files for you"),
            "files": [
                (one_line(one.name), filesizeformat(one.size), linking.url_of(one))
                for one in message.attachments.order_by("pk")
            ],
            "until": _("The links work until %(date)s.")
            % {"date": date_format(linking.ends_at(), "j E Y", use_l10n=False)},
        }


def _links_as_plain(links: dict) -> str:
    if not links:
        return ""
    files = "\n\n".join(f"{name} ({size})\n{url}" for name, size, url in links["files"])
    return f"\n\n{links['heading']}\n\n{files}\n\n{links['until']}"


def _answer(message: Message, language: str, unsubscribe_url: str = "") -> tuple[str, str]:
    conversation = message.conversation
    question = quoting.question_before(message)
    line, words = "", ""
    if question:
        policy = policies.policy_of(conversation.inbox)
        shop_zone = policies.work_calendar(policy.calendar.version).time_zone
        line, words = quoting.quoted(question, language, told_zone(conversation, shop_zone))
    signing_as = (conversation.inbox, message.agent, language, conversation, message)
    signature = signatures.signature_for(*signing_as)
    links = _links(message, language)
    text = f"{message.text}{_links_as_plain(links)}\n\n-- \n{signatures.framed(signature)}\n"
    with translation.override(language):
        no_more = _("No more letters like this:") if unsubscribe_url else ""
    if no_more:
        text += f"\n{no_more}\n{unsubscribe_url}\n"
    if words:
        text += "\n" + quoting.as_plain(line, words) + "\n"
    facts = {
        "html": message.html or markdown.as_html(message.text, for_letter=True),
        "signature": signature_twin.as_html(signature),
        "picture": _picture(signatures.choose(*signing_as)),
        "links": links,
        "no_more": no_more,
        "unsubscribe_url": unsubscribe_url,
        "line": line,
        "words": words,
    }
    html = letter_style.render("email/answer.html", facts)
    if words and len(html.encode()) > framing.MOST_WORDS:  # Gmail would clip what we wrote
        html = letter_style.render("email/answer.html", facts | {"words": ""})
    return text, html


def _picture(signature: Signature | None) -> LetterPicture | None:
    if signature is None or not signature.picture_sha256 or not signature_rules.allows_pictures():
        return None
    return letter_pictures.picture(signature.picture_sha256, letter_pictures.OF_SIGNATURE)


def _attach(mail: EmailMessage, message: Message) -> None:
    for attachment in message.attachments.all():
        maintype, subtype = _type_of(attachment)
        mail.add_attachment(
            _content(attachment),
            maintype=maintype,
            subtype=subtype,
            filename=one_line(attachment.name),
        )


def _type_of(attachment: Attachment) -> tuple[str, str]:
    """What the file was said to be, if that can stand in a header and is only bytes."""
    said = attachment.content_type.lower()
    if not PLAIN_TYPE.fullmatch(said) or said.startswith(("multipart/", "message/")):
        said = UNKNOWN_TYPE
    maintype, _slash, subtype = said.partition("/")
    return maintype, subtype


def _content(attachment: Attachment) -> bytes:
    try:
        return files.read(attachment.sha256)
    except FileNotFoundError as error:
        raise Refused(
            _(
                "The attached file “%(name)s” is gone from the desk’s disk. Put it back from a "
                "backup, or answer again without it."
            )
            % {"name": attachment.name}
        ) from error
