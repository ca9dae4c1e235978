"""Every word people read exists in English, Russian and Polish."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

PROJECT = Path(__file__).resolve().parents[1]
PACKAGE = PROJECT / "promisedesk"
LANGUAGES = ("ru", "pl")
TEMPLATES = sorted(PACKAGE.glob("*/templates/**/*.html")) + sorted(
    PACKAGE.glob("*/*/templates/**/*.html")
)
# Names and signs that are the same in every language.
SAME_EVERYWHERE = {
    *(
        "Promisedesk",
        "Enter",
        "Ctrl",
        "Alt",
        "Esc",
        "API",
        "SMTP",
        "IMAP",
        "POST",
        "GET",
        "TXT",
        "HTTP",
        "CSV",
    ),
    *("Mailgun", "Postmark", "SendGrid", "Amazon", "SES", "Cloudflare", "HTTPS"),  # names
    *("English", "Polski", "Русский"),  # each language calls itself
}


def catalogue(folder: Path, language: str):
    with (folder / language / "LC_MESSAGES" / "django.po").open("rb") as file:
        return read_po(file, locale=language)


def ids(of) -> set:
    return {(message.id, message.context) for message in of if message.id}


@pytest.fixture(scope="module")
def collected(tmp_path_factory) -> Path:
    """The catalogues as they would be, had somebody run `make words` now."""
    copy = tmp_path_factory.mktemp("words")
    shutil.copytree(
        PACKAGE,
        copy / "promisedesk",
        ignore=shutil.ignore_patterns("static", "__pycache__", "*.mo"),
    )
    for name in ("manage.py", "bin"):
        source = PROJECT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, copy / name)
    done = subprocess.run(
        [sys.executable, str(copy / "bin" / "words"), "collect"], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return copy / "promisedesk" / "locale"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_string_of_the_code_is_missing_from_the_catalogue(collected, language):
    missing = ids(catalogue(collected, language)) - ids(catalogue(PACKAGE / "locale", language))
    assert not missing, "run `make words` and translate what is new"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_string_is_translated_and_none_is_only_guessed(language):
    untranslated = []
    for message in catalogue(PACKAGE / "locale", language):
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        if message.id and (message.fuzzy or not all(strings)):
            untranslated.append(message.id)
    assert not untranslated


@pytest.mark.parametrize("language", LANGUAGES)
def test_places_for_values_are_the_same_in_both_languages(language):
    source = PACKAGE / "locale" / language / "LC_MESSAGES" / "django.po"
    check = ["msgfmt", "--check-format", "--check-header", "-o", "/dev/null", str(source)]
    done = subprocess.run(check, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def words_outside_translation(html: str) -> list[str]:
    html = re.sub(r"{#.*?#}|{% comment .*?{% endcomment %}", " ", html, flags=re.S)
    html = re.sub(r"{% block (?:body_class|width|box) %}.*?{% endblock %}", " ", html)
    html = re.sub(r"<(code|pre)\b.*?</\1>", " ", html, flags=re.S)  # examples for programs
    html = re.sub(r"{% blocktranslate.*?{% endblocktranslate %}", " ", html, flags=re.S)
    attributes = re.findall(r'(?:title|alt|placeholder|aria-label|data-tip)="([^"]*)"', html)
    html = re.sub(r"<!--.*?-->|<(script|style|svg)\b.*?</\1>", " ", html, flags=re.S)
    text = re.sub(r"{%.*?%}|{{.*?}}", " ", html, flags=re.S)
    text = re.sub(r"<[^>]*>", " ", text, flags=re.S)
    said = [text, *(re.sub(r"{%.*?%}|{{.*?}}", " ", one) for one in attributes)]
    text = re.sub(r"&\w+;|&#\d+;|https?://\S+", " ", " ".join(said))
    return [word for word in re.findall(r"[^\W\d_]{3,}", text) if word not in SAME_EVERYWHERE]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_template_speaks_english_only(template):
    assert words_outside_translation(template.read_text(encoding="utf-8")) == []
