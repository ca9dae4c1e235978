"""Tags of words that never change: remembered, but for each language on its own."""

import pytest
from django.template import Context, Template
from django.utils.translation import override


@pytest.fixture
def drawn():
    def draw(text: str, **values) -> str:
        return Template(text).render(Context(values))

    return draw


def test_a_remembered_translation_is_that_of_the_language_it_is_drawn_in():
    template = Template('{% translate "Settings" %}')
    said = []
    for language in ("en", "pl", "ru", "en"):
        with override(language):
            said.append(template.render(Context()))
    assert said[0] == said[3] == "Settings"
    assert len(set(said)) == 3


def test_words_of_a_variable_are_never_remembered_nor_left_unescaped():
    template = Template("{% translate name %}")
    assert template.render(Context({"name": "<b>"})) == "&lt;b&gt;"
    assert template.render(Context({"name": "Anna"})) == "Anna"


def test_percent_signs_and_names_for_later_work_as_in_djangos_own(drawn):
    assert drawn('{% translate "100 %" %}') == "100 %"
    assert drawn('{% translate "Zebra" as word %}[{{ word }}]') == "[Zebra]"


def test_an_address_is_made_of_what_the_page_gives(drawn):
    assert drawn('{% url "desk:view" "mine" %}') == "/inbox/mine/"
    assert drawn('{% url "desk:view" slug as there %}{{ there }}', slug="all") == "/inbox/all/"
    assert drawn('{% url "desk:nowhere" as there %}[{{ there }}]') == "[]"
    template = Template('{% url "desk:view" slug %}')
    addresses = [template.render(Context({"slug": one})) for one in ("mine", "spam")]
    assert addresses == ["/inbox/mine/", "/inbox/spam/"]
