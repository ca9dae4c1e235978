"""What helps an angry customer: advice in the order to do it (S2)."""

from django.utils.translation import gettext_lazy as _

ADVICE = {
    "respond": _("Answer soon, as a person."),
    "recognise": _("Say that you see what went wrong, in their words."),
    "relieve": _(
        "Take one worry away at once: say what you do today, and that it costs them nothing."
    ),
    "resolve": _("Promise the rest with a day, and keep it."),
}
