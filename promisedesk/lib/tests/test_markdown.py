import time

import pytest

from promisedesk.lib.markdown import as_html, in_plain

P = '<p dir="auto">'


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Dear Clara,\n\nit left.", f"{P}Dear Clara,</p>\n{P}it left.</p>"),
        ("one\ntwo", f"{P}one<br>\ntwo</p>"),
        ("**soon** and *surely*", f"{P}<strong>soon</strong> and <em>surely</em></p>"),
        ("20*30*40 cm", f"{P}20*30*40 cm</p>"),
        ("my_file_name", f"{P}my_file_name</p>"),
        ("# 5 is yours", f"{P}# 5 is yours</p>"),
        ("Total\n-----\n5", f"{P}Total<br>\n-----<br>\n5</p>"),
        ("[x]: https://a.example/", None),
        ("&copy; <b>us</b>", f"{P}&amp;copy; &lt;b&gt;us&lt;/b&gt;</p>"),
        ("    moved in", f"{P}moved in</p>"),
        ("price.list", f"{P}price.list</p>"),
        ("`a *b*`", f"{P}<code>a *b*</code></p>"),
        ("> yours\n\nmine", f"<blockquote>\n{P}yours</p>\n</blockquote>\n{P}mine</p>"),
        ("see ![x](https://a.example/x.png)", None),
    ],
)
def test_marks_that_people_mean_are_read_and_others_stay(typed, read):
    html = as_html(typed).strip()
    if read is None:
        assert "<img" not in html
        assert "a.example" in html
    else:
        assert html == read


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("**soon** and *surely*\ncome", "soon and surely\ncome"),
        ("- one\n- [two](https://a.example/)", "one\ntwo"),
        ("20*30*40 cm, `a *b*`", "20*30*40 cm, a *b*"),
        ("> yours\n\n**never closed", "yours\n**never closed"),
        ("```\ncode\n```", "code\n"),
    ],
)
def test_the_words_alone_have_no_marks(typed, words):
    assert in_plain(typed) == words


def test_lists_and_links():
    html = as_html("- one\n- [two](https://a.example/?a=1&b=2)\n\n3. three")
    assert '<a href="https://a.example/?a=1&amp;b=2"' in html
    assert 'rel="noopener noreferrer nofollow"' in html
    assert '<ol start="3">' in html


@pytest.mark.parametrize(
    "typed",
    [
        "[x](javascript:alert(1))",
        "[x](data:text/html,<script>alert(1)</script>)",
        "<script>alert(1)</script>",
        "[x](/settings/)",
        "<img src=x onerror=alert(1)>",
    ],
)
def test_nothing_dangerous_comes_out(typed):
    html = as_html(typed)
    assert "<a" not in html
    assert "<script" not in html
    assert "<img" not in html


def test_addresses_become_links():
    html = as_html("See https://shop.example/a?b=c. Or write to help@shop.com!")
    assert 'href="https://shop.example/a?b=c"' in html
    assert 'href="mailto:help@shop.com"' in html


def test_a_letter_brings_its_styles():
    assert 'style="margin:0 0 16px"' in as_html("Hello", for_letter=True)


@pytest.mark.parametrize(
    "typed",
    [
        "*" * 50_000,
        "[" * 100_000,
        "[" * 10_000,
        "https://a.b/(" * 5_000,
        "https://[\n" * 1_000,
        "> " * 20_000,
        "`" * 9_999 + "a",
    ],
)
def test_hostile_text_takes_no_time_to_speak_of(typed):
    begun = time.process_time()
    as_html(typed)
    assert time.process_time() - begun < 5


def test_in_a_very_long_text_marks_are_read_and_links_stay_as_typed():
    html = as_html("**soon** https://a.example/ [x](https://b.example/)\n\n" + "word " * 2_500)
    assert "<strong>soon</strong> https://a.example/ [x](https://b.example/)" in html
