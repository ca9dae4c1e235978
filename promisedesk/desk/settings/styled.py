"""Django's fields in the desk's clothes."""

from django import forms

CLASSES = [
    (forms.CheckboxInput, ""),
    (forms.RadioSelect, ""),  # the parent of CheckboxSelectMultiple as well
    (forms.Select, "select"),
    (forms.Textarea, "textarea"),
    (forms.Widget, "input"),
]


class Styled:
    """A form mixin: each widget gets its class of the design; `field_class` adds to it."""

    field_class = ""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            css = next(css for kind, css in CLASSES if isinstance(field.widget, kind))
            if css:
                field.widget.attrs["class"] = f"{css} {self.field_class}".strip()
