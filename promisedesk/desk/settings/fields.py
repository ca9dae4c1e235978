"""The shop's own fields of conversations and customers. Rules are in contacts.fields."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from promisedesk.contacts import fields
from promisedesk.contacts.models import CustomField
from promisedesk.core.errors import Refused
from promisedesk.core.models import LANGUAGES
from promisedesk.desk.settings.access import settings_page
from promisedesk.desk.settings.styled import Styled

Of = CustomField.Of


class FieldForm(Styled, forms.Form):
    """Names by language, and what it takes. The kind stays what it was made as."""

    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=CustomField.Kind.choices)
    choices = forms.CharField(
        label=gettext_lazy("Choices"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("One a line. Only for fields of the kind “choice”."),
    )
    is_required = forms.BooleanField(
        label=gettext_lazy("Must be filled in before a conversation is resolved"), required=False
    )
    depends_on = forms.ChoiceField(
        label=gettext_lazy("Ask for it only where"),
        required=False,
        help_text=gettext_lazy("Empty: always. Else where that field is filled in."),
    )
    depends_value = forms.CharField(
        label=gettext_lazy("With the value"), max_length=200, required=False
    )

    def __init__(self, *args, of: str, field: CustomField | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        for code, name in LANGUAGES:
            self.fields[f"name_{code}"] = forms.CharField(
                label=_("Name (%(language)s)") % {"language": name},
                max_length=fields.LONGEST_NAME,
                required=False,
                widget=forms.TextInput(attrs={"class": "input", "lang": code}),
            )
        others = [one for one in fields.asked_of(of) if not field or one.pk != field.pk]
        always = ("", _("Always"))
        self.fields["depends_on"].choices = [
            always, *((one.key, fields.name_of(one)) for one in others)
        ]  # fmt: skip
        if field:
            self.fields["kind"].disabled = True

    def names(self) -> list[forms.BoundField]:
        return [self[f"name_{code}"] for code, _name in LANGUAGES]

    def what(self) -> dict:
        """For fields.add and fields.change. After is_valid()."""
        cleaned = self.cleaned_data
        return {
            "names": {code: cleaned[f"name_{code}"] for code, _name in LANGUAGES},
            "choices": cleaned["choices"].splitlines(),
            "is_required": cleaned["is_required"],
            "depends_on": cleaned["depends_on"],
            "depends_value": cleaned["depends_value"],
        }


@settings_page
def index(request: HttpRequest) -> HttpResponse:
    groups = [
        {
            "of": of,
            "heading": heading,
            "rows": [
                {"field": one, "name": fields.name_of(one), "choices": ", ".join(one.choices)}
                for one in CustomField.objects.filter(of=of)
            ],
        }
        for of, heading in (
            (Of.CONVERSATION.value, _("Of conversations")),
            (Of.CONTACT.value, _("Of customers")),
        )
    ]
    return render(request, "desk/settings/fields.html", {"groups": groups, "page": "fields"})


@settings_page
def new(request: HttpRequest, of: str) -> HttpResponse:
    if of not in Of.values:
        raise Http404
    form = FieldForm(request.POST or None, of=of)
    if request.method == "POST" and form.is_valid():
        try:
            fields.add(of, kind=form.cleaned_data["kind"], by=request.user, **form.what())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return _saved(request)
    return _page(request, form, of)


@settings_page
def edit(request: HttpRequest, public_id: str) -> HttpResponse:
    field = get_object_or_404(CustomField, public_id=public_id)
    initial = {
        "kind": field.kind,
        "choices": "\n".join(field.choices),
        "is_required": field.is_required,
        "depends_on": field.depends_on,
        "depends_value": field.depends_value,
        **{f"name_{code}": field.names.get(code, "") for code, _name in LANGUAGES},
    }
    if not any(field.names.get(code) for code, _name in LANGUAGES):
        initial["name_en"] = fields.name_of(field)
    form = FieldForm(request.POST or None, initial=initial, of=field.of, field=field)
    if request.method == "POST" and form.is_valid():
        try:
            fields.change(field, by=request.user, **form.what())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return _saved(request)
    return _page(request, form, field.of, field)


def _saved(request: HttpRequest) -> HttpResponse:
    messages.success(request, _("The field is saved."))
    return redirect("desk:settings-fields")


def _page(request, form: FieldForm, of: str, field: CustomField | None = None) -> HttpResponse:
    context = {
        "form": form,
        "field": field,
        "name": fields.name_of(field) if field else "",
        "is_of_customers": of == Of.CONTACT,
        "page": "fields",
    }
    status = 422 if form.errors else 200
    return render(request, "desk/settings/custom_field.html", context, status=status)


@settings_page
@require_POST
def place(request: HttpRequest, public_id: str) -> HttpResponse:
    """One place up or (`down`) down; or (`is_active`) ask for it again, or no more."""
    field = get_object_or_404(CustomField, public_id=public_id)
    try:
        if "up" in request.POST or "down" in request.POST:
            _move(field, -1 if "up" in request.POST else 1, request.user)
        elif request.POST.get("is_active"):
            fields.bring_back(field, by=request.user)
        else:
            fields.retire(field, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("desk:settings-fields")


def _move(field: CustomField, by: int, agent) -> None:
    keys = list(CustomField.objects.filter(of=field.of).values_list("key", flat=True))
    here = keys.index(field.key)
    there = max(0, min(here + by, len(keys) - 1))
    keys.insert(there, keys.pop(here))
    fields.order(field.of, keys, by=agent)
