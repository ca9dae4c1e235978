"""What is found by which words, on whichever database the tests run."""

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from promisedesk.search import beginnings, finding, indexing
from promisedesk.search.finding import find
from promisedesk.search.models import Document

pytestmark = pytest.mark.django_db

LETTERS = {
    1: ("Where is my parcel? Order #KL-2291, from clara@customer.example", "en"),
    2: ("Dzień dobry, gdzie są moje paczki? Zamówienie 4410, żółty czajnik.", "pl"),
    3: ("Где мои посылки? Заказ 7731, её ждёт вся семья.", "ru"),
    4: ("Two deliveries are missing, the kettles were broken.", ""),
    5: ("Nie ma żadnych paczek.", ""),
}


@pytest.fixture
def letters():
    for key, (text, language) in LETTERS.items():
        indexing.put("message", key, text, group=key * 10, language=language)


def keys(query, **options):
    return {hit.key for hit in find(query, **options)}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("parcel", {1}),
        ("PARCELS", {1}),
        ("parc", {1}),
        ("parcel order", {1}),
        ("parcel kettle", set()),
        ("2291", {1}),
        ("KL-2291", {1}),
        ("#KL-2291", {1}),
        ("22", {1}),
        ("p", set()),
        ("clara@customer.example", {1}),
        ("clara@cust", {1}),
        ("customer", {1}),
        ("kettle", {4}),
        ("delivery", {4}),
        ("delive", {4}),
        ("paczka", {2, 5}),
        ("paczkę", {2, 5}),
        ("paczek", {2, 5}),
        ("zamowienia", {2}),
        ("zamówień", {2}),
        ("zolty", {2}),
        ("ŻÓŁTEGO", {2}),
        ("посылок", {3}),
        ("посылку", {3}),
        ("заказы", {3}),
        ("ждет", {3}),
        ("её", {3}),
        ('"my parcel"', {1}),
        ('"parcel my"', set()),
        ('"is my parcels"', {1}),
        ('"where is', {1}),
        ('parcel "order kl"', {1}),
        ('"parc"', set()),
        ("", set()),
        ("  ?! -- ", set()),
        ('""', set()),
    ],
)
def test_words_find_their_letters(letters, query, found):
    assert keys(query) == found


@pytest.mark.parametrize(
    "query",
    ["parcel OR kettle", "parcel NOT order", "NEAR(parcel order)", "words:nothing",
     "parcel | kettle", "!parcel nothing"],
)  # fmt: skip
def test_operators_are_only_words(letters, query):
    assert keys(query) == set()


@pytest.mark.parametrize(
    "query", ["^parcel", "parcel*", "(parcel", "parcel:*", "-parcel", "parcel'"]
)
def test_signs_are_passed_over(letters, query):
    assert keys(query) == {1}


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    query=st.text(max_size=60)
    | st.text(alphabet="\"'*^:&|!()<->%\\ {}ab1ё", max_size=40)
    | st.lists(st.sampled_from(["AND", "OR", '"', "NOT", "parcel", "*", "(", ")", "<->"])).map(
        " ".join
    )
)
def test_no_query_is_an_error(letters, query):
    find(query)


@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(max_size=200))
def test_any_text_is_found_by_its_own_words(db, text):
    from promisedesk.search import asking

    indexing.put("message", 99, text, group=None)
    assert asking.read(text[:40]) == [] or keys(f'"{text[:40].replace(chr(34), " ")}') == {99}


def test_the_newest_come_first_and_pages_miss_nothing(db):
    for key in range(25):
        indexing.put("message", key, f"kettle {key}", group=1)
    seen, after = [], None
    while page := find("kettle", limit=10, after=after):
        seen += [hit.key for hit in page]
        after = page[-1].id
        indexing.put("message", 1000 + len(seen), "kettle too", group=1)  # arrives meanwhile
    assert seen == list(range(24, -1, -1))


def test_what_is_older_is_found_as_well_as_what_is_near(db, monkeypatch):
    monkeypatch.setattr(finding, "NEAR", 3)  # PostgreSQL walks through these, and gathers the rest
    for key in range(12):
        indexing.put("message", key, "kettle parcel" if key % 4 else "kettle", group=key)
        indexing.put("contact", key, "kettle", group=None)
    assert [hit.key for hit in find("kettle")] == list(range(11, -1, -1))
    assert [hit.key for hit in find("parcel kettle")] == [11, 10, 9, 7, 6, 5, 3, 2, 1]
    assert [hit.key for hit in find("kettle", without="parcel")] == [8, 4, 0]
    assert [hit.key for hit in find("kettle", kinds=("contact",), limit=2)] == [11, 10]
    first = find("kettle parcel", limit=4)
    assert [hit.key for hit in find("kettle parcel", limit=4, after=first[-1].id)] == [6, 5, 3, 2]
    few = Document.objects.filter(kind="message", group__in=[1, 11]).values("group")
    assert [hit.key for hit in find("kettle", within=few)] == [11, 1]
    since = find("kettle", limit=3)[-1].id
    assert [hit.key for hit in find("kettle", since=since)] == [11, 10, 9]


@pytest.mark.parametrize("most", [50, 3])  # spelt out, and too many to be
def test_half_a_word_finds_all_that_it_may_become(letters, monkeypatch, most):
    monkeypatch.setattr(beginnings, "MOST", most)
    longer = ["order", "orders 12", "orderly", "ordinal", "ORDNUNG", "orde", "ord", "Ordóñez"]
    for key, text in enumerate(longer, 20):
        indexing.put("message", key, text, group=key)
    indexing.put("message", 30, "or", group=30)
    assert keys("ord") == {1, *range(20, 28)}
    assert keys("orde") == {1, 20, 21, 22, 25, 26}
    assert keys('parcel "order kl') == {1}
    assert keys("ord", without="ordn") == {1, 20, 21, 22, 23, 25, 26, 27}
    assert [hit.key for hit in find("ord", limit=2)] == [27, 26]
    Document.objects.filter(key__gte=20).delete()
    assert keys("ord") == {1}


def test_putting_again_replaces(letters):
    indexing.put("message", 1, "Nothing of the kind", group=10)
    assert keys("parcel") == set()
    assert keys("kind") == {1}
    assert Document.objects.filter(key=1).count() == 1


def test_what_is_removed_is_gone(letters):
    Document.objects.filter(kind="message", key=1).delete()
    assert keys("parcel") == set()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM search_words")
            assert cursor.fetchone()[0] == len(LETTERS) - 1


def test_few_among_many_are_replaced_and_removed_as_all_are(letters):
    indexing.put("contact", 1, "Parcel Brothers", group=None)
    indexing.put("contact", 1, "Kettle Brothers", group=None)
    assert keys("parcel", kinds=("contact",)) == set()
    assert keys("kettle", kinds=("contact",)) == {1}
    Document.objects.filter(kind="contact").delete()
    assert keys("brothers", kinds=("contact",)) == set()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM search_words_aside")
            assert cursor.fetchone()[0] == 0


def test_kinds_and_groups_are_kept_apart(letters):
    indexing.put("article", 1, "Parcels and where they are", group=None)
    assert keys("parcel", kinds=("article",)) == {1}
    assert [hit.kind for hit in find("parcel", kinds=("message", "article"))] == [
        "article",
        "message",
    ]
    within = Document.objects.filter(key=2).values("group")
    assert keys("parcel", within=within) == set()
    assert keys("paczka", within=within) == {2}
    assert keys("paczka", within=Document.objects.none().values("group")) == set()


def test_a_huge_text_is_cut_and_kept(db):
    indexing.put("message", 1, "beginning " + "blah " * 400_000 + "ending", group=1)
    assert keys("beginning") == {1}
    assert keys("ending") == set()


def test_text_without_a_blank_is_kept(db):
    indexing.put("message", 1, "A" * 3_000_000, group=1)
    indexing.put("message", 2, "ﷺ" * 300_000, group=1)
    assert keys("aaaaaaa") == {1}
