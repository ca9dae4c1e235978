"""Tags: what they are called, their colours, and making one of two."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from promisedesk.conversations import merging_tags, tagging
from promisedesk.conversations.models import Tag
from promisedesk.core.errors import Refused
from promisedesk.desk.settings.access import settings_page
from promisedesk.desk.settings.styled import Styled

HUES = range(0, 360, 30)


class TagForm(Styled, forms.Form):
    name = forms.CharField(label=gettext_lazy("Name"), max_length=tagging.LONGEST_NAME)
    hue = forms.TypedChoiceField(
        label=gettext_lazy("Colour"),
        coerce=int,
        choices=[(hue, hue) for hue in range(360)],
        required=False,
        empty_value=None,
    )


@settings_page
def index(request: HttpRequest) -> HttpResponse:
    form = TagForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            tag = tagging.make(form.cleaned_data["name"], by=request.user)
        except Refused as refusal:
            form.add_error("name", str(refusal))
        else:
            messages.success(request, _("The tag “%(name)s” is there.") % {"name": tag.name})
            return redirect("desk:settings-tags")
    context = {"tags": _counted(), "form": form, "page": "tags"}
    return render(request, "desk/settings/tags.html", context)


def _counted() -> list[Tag]:
    tags = Tag.objects.annotate(number=Count("conversations"))
    return sorted(tags, key=lambda tag: (not tag.is_active, tag.name.casefold()))


@settings_page
def edit(request: HttpRequest, public_id: str) -> HttpResponse:
    tag = get_object_or_404(Tag, public_id=public_id)
    form = TagForm(request.POST or None, initial={"name": tag.name, "hue": tag.hue})
    if request.method == "POST" and form.is_valid():
        try:
            tagging.change(tag, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error("name", str(refusal))
        else:
            messages.success(request, _("The tag “%(name)s” is saved.") % {"name": tag.name})
            return redirect("desk:settings-tags")
    context = {
        "tag": tag,
        "form": form,
        "hues": sorted({*HUES, tag.hue}),
        "chosen_hue": int(form["hue"].value() or 0),
        "number": tag.conversations.count(),
        "others": [one for one in _counted() if one.pk != tag.pk and one.is_active],
        "page": "tags",
    }
    return render(request, "desk/settings/tag.html", context)


@settings_page
@require_POST
def offering(request: HttpRequest, public_id: str) -> HttpResponse:
    """Offer it for new conversations no more, or (`is_active`) again."""
    tag = get_object_or_404(Tag, public_id=public_id)
    tagging.change(tag, is_active=bool(request.POST.get("is_active")), by=request.user)
    messages.success(request, _("The tag “%(name)s” is saved.") % {"name": tag.name})
    return redirect("desk:settings-tags")


@settings_page
@require_POST
def merge(request: HttpRequest, public_id: str) -> HttpResponse:
    """Put it into another (`into`)."""
    tag = get_object_or_404(Tag, public_id=public_id)
    into = get_object_or_404(Tag, public_id=request.POST.get("into", ""))
    name = tag.name
    try:
        merging_tags.merge(tag, into, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("desk:settings-tag", public_id)
    messages.success(
        request, _("“%(name)s” is “%(into)s” now.") % {"name": name, "into": into.name}
    )
    return redirect("desk:settings-tags")
