"""A target: one of the usual ones, or another that is typed."""

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from promisedesk.core.saying import said
from promisedesk.desk.settings.promise_choices import in_words
from promisedesk.lib.counting import SpanError
from promisedesk.lib.typed_spans import UnclearSpanError, typed_span

OTHER = "other"  # the line of the list that has a field beside it
LONGEST = 60  # characters that are typed
EXAMPLE = "6 working hours"


class TargetWidget(forms.Select):
    """The usual targets as a list; its last line shows a field for another."""

    def value_from_datadict(self, data, files, name):
        """What was chosen, or what was typed beside; OTHER when nothing was."""
        chosen = super().value_from_datadict(data, files, name)
        return data.get(f"{name}-other", "").strip() or OTHER if chosen == OTHER else chosen

    def render(self, name, value, attrs=None, renderer=None):
        """The list and the field after it, which CSS shows when it is asked for."""
        is_listed = not value or value in dict(self.choices)
        listed = super().render(name, value if is_listed else OTHER, attrs, renderer)
        told = {key: val for key, val in (attrs or {}).items() if key.startswith("aria-")}
        return listed + format_html(
            '<input class="input other-target" name="{}-other" value="{}" maxlength="{}"'
            ' placeholder="{}" aria-label="{}"{}>',
            name,
            "" if is_listed else value,
            LONGEST,
            in_words(EXAMPLE),
            _("Another time"),
            forms.utils.flatatt(told),
        )


class TargetField(forms.ChoiceField):
    """Cleans to a span as the desk keeps it ("6 working hours"), or "" where that is a choice."""

    widget = TargetWidget

    def _set_choices(self, value):
        forms.ChoiceField.choices.fset(self, [*value, (OTHER, gettext_lazy("another time …"))])

    choices = property(forms.ChoiceField.choices.fget, _set_choices)

    def clean(self, value):
        """Raises ValidationError with what a span looks like."""
        if value == OTHER:
            example = {"example": in_words(EXAMPLE)}
            raise forms.ValidationError(_("Type how soon, for example %(example)s.") % example)
        if not value or self.valid_value(value):
            return super().clean(value)
        try:
            return str(typed_span(value[:LONGEST]))
        except UnclearSpanError as error:
            says = _("“%(text)s” says no time. Write it like %(example)s.")
            raise forms.ValidationError(
                says % {"text": value, "example": in_words(EXAMPLE)}
            ) from error
        except SpanError as error:
            raise forms.ValidationError(said(error)) from error
