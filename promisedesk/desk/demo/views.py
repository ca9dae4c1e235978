"""One screen, both sides: a customer's mailbox beside a form to write to the shop."""

import smtplib

import nh3
from django import forms
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from promisedesk.desk.demo import mailbox as box
from promisedesk.desk.demo.customers import CUSTOMERS, Customer, is_demo
from promisedesk.desk.settings.styled import Styled

LARGEST_FILE = 20 * 1024 * 1024  # bytes


class LetterForm(Styled, forms.Form):
    subject = forms.CharField(label=gettext_lazy("Subject"), max_length=300)
    text = forms.CharField(
        label=gettext_lazy("Message"),
        max_length=100_000,
        widget=forms.Textarea(attrs={"rows": 9}),
    )
    file = forms.FileField(label=gettext_lazy("File"), required=False)

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file and file.size > LARGEST_FILE:
            raise forms.ValidationError(_("Attach a file of at most 20 MB."))
        return file


def _customer(key: str) -> Customer:
    """The customer of a demo; 404 in a desk that is none, whatever is asked for."""
    if not is_demo() or key not in CUSTOMERS:
        raise Http404
    return CUSTOMERS[key]


def mailbox(request, customer="clara", mail=""):
    """Read and write as a customer. POST sends, through real SMTP."""
    person = _customer(customer)
    opened = box.mail_of(person, mail) if mail else None
    if mail and opened is None:
        raise Http404
    form = LetterForm(request.POST or None, request.FILES or None, initial=_first(person, opened))
    if request.method == "POST" and form.is_valid() and _send(request, person, form, opened):
        return redirect("desk:demo-mailbox", person.key)
    context = {
        "person": person,
        "people": CUSTOMERS.values(),
        "received": box.mails_of(person),
        "opened": opened,
        "html": safe_html(opened.mail.html) if opened else "",
        "is_plain": "plain" in request.GET,
        "form": form,
    }
    return render(request, "desk/demo/mailbox.html", context)


def mails(request, customer):
    """Only the list, for the page to refresh itself with."""
    person = _customer(customer)
    opened = box.mail_of(person, request.GET.get("open", ""))
    context = {"person": person, "received": box.mails_of(person), "opened": opened}
    return render(request, "desk/demo/mailbox.html#mails", context)


def _first(person: Customer, opened: box.Received | None) -> dict:
    if opened is None:
        return {"subject": person.subject, "text": person.text}
    subject = opened.mail.subject
    return {"subject": subject if subject.lower().startswith("re:") else f"Re: {subject}"}


def _send(request, person: Customer, form: LetterForm, opened) -> bool:
    cleaned = form.cleaned_data
    files = [cleaned["file"]] if cleaned["file"] else []
    try:
        box.send(box.compose(person, cleaned["subject"], cleaned["text"], files, opened), person)
    except (OSError, smtplib.SMTPException) as error:
        form.add_error(
            None,
            _("The shop’s mail receiver did not take the mail: %(error)s") % {"error": error},
        )
        return False
    messages.success(request, _("Sent. The shop’s acknowledgement arrives here in a moment."))
    return True


def safe_html(html: str) -> str:
    """A mail's HTML without anything that acts or loads, for showing inside a page."""
    attributes = {tag: set(names) for tag, names in nh3.ALLOWED_ATTRIBUTES.items()}
    for tag in ("table", "td", "tr", "p", "div", "span", "a", "b", "h1", "h2"):
        attributes[tag] = attributes.get(tag, set()) | {"style", "align", "width", "role"}
    return nh3.clean(html, tags=nh3.ALLOWED_TAGS - {"img"}, attributes=attributes) if html else ""
