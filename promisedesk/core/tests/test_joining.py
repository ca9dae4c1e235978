"""Joined pieces of templates: drawn as Django draws them, in each reader's language."""

import pytest
from django.template import Context, Template, engines
from django.utils.translation import override

from promisedesk.core.joining import Joined, join

WORDS = '{% translate "Today" %}'
SAYS = (
    "{% blocktranslate %}Choose one from the list, or press <kbd>J</kbd> for the next one."
    "{% endblocktranslate %}"
)
TEXTS = [
    '<b>{% translate "Settings" %}</b> {% url "desk:inbox" %}{# nothing #} &amp;',
    f'{{% if a %}}x {WORDS}{{% elif b %}}{{% translate "Inbox" %}} y{{% else %}}z{{% endif %}}',
    f"{{% for one in many %}}<i>{WORDS}</i>{{{{ one }}}}{{% empty %}}- {WORDS}{{% endfor %}}",
    f"{SAYS}!",
    f"{{% blocktranslate %}}Hello {{{{ a }}}}{{% endblocktranslate %}}{WORDS}",
    '{% translate "Inbox" as says %}{{ says }}',
    f"{{% with c=a %}}{WORDS} {{{{ c }}}} {WORDS}{{% endwith %}}",
    '{% autoescape off %}{% translate "a < b" %} {{ a }}{% endautoescape %}',
]
VALUES = [{"a": "<1>", "many": ["x", "&"]}, {"b": 1}, {}]


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_joined_reads_the_same(text):
    plain, joined = Template(text), Template(text)
    join(joined.nodelist)
    for language in ("en", "pl", "ru", "en"):
        for values in VALUES:
            with override(language):
                assert joined.render(Context(values)) == plain.render(Context(values))


def test_pages_are_joined_when_they_are_read():
    page = engines["django"].get_template("desk/keys.html").template
    assert page.nodelist.get_nodes_by_type(Joined)
