import gzip
import re

from django.template import Context, Template
from django.templatetags.static import static

from promisedesk.desk import assets
from promisedesk.desk.tests.letters import letter


def test_a_file_is_served_compressed_for_ever_and_without_asking_the_database(client):
    answer = client.get(static("desk.css"), headers={"accept-encoding": "gzip"})
    assert answer.status_code == 200
    assert "immutable" in answer["Cache-Control"]
    assert b"@layer reset, tokens" in gzip.decompress(answer.getvalue())


def test_the_inbox_is_light_at_the_first_visit_and_lighter_after(cast, signed_in):
    """At most 100 KB compressed, 30 KB after; the requests are counted in a browser."""
    for number in range(30):
        letter(cast, f"Where is parcel {number}?", address=f"c{number}@x.example")
    page = signed_in(cast.anna).get("/inbox/all/", headers={"accept-encoding": "gzip"})
    assert page["Content-Encoding"] == "gzip"
    after = len(page.content)
    sizes = {name: len(gzip.compress(content, 9)) for name, content in assets.contents().items()}
    kept = ("desk.css", "desk.js", "theme.js", "sprite.svg", "favicon.svg")
    assert after < 30_000
    assert after + sum(sizes[name] for name in kept) < 100_000


def test_building_twice_writes_nothing_the_second_time(tmp_path):
    assets.build(tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    assets.build(tmp_path)
    assert before == {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}


def test_every_icon_that_a_template_draws_is_in_the_sprite():
    known = set(re.findall(r'id="i-([\w-]+)"', (assets.HERE / "sprite.svg").read_text()))
    templates = (assets.HERE.parents[1] / "templates").rglob("*.html")
    drawn = {
        name for path in templates for name in re.findall(r'{% icon "([\w-]+)"', path.read_text())
    }
    assert drawn - known == set()


def test_pages_have_no_inline_script_or_style():
    for path in (assets.HERE.parents[1] / "templates").rglob("*.html"):
        text = path.read_text()
        assert not re.search(r"<style|<script(?![^>]* src=)| on\w+=\"", text), path
        styles = re.findall(r'style="([^"]*)"', text)
        assert all(style.strip().startswith("--") for style in styles), path


def test_an_icon_is_drawn_from_the_sprite():
    html = Template('{% load desk %}{% icon "mail" "xs" %}').render(Context())
    assert html == (
        f'<svg class="i xs" aria-hidden="true"><use href="{static("sprite.svg")}#i-mail"/></svg>'
    )
