"""Queries written out once: the same rows as the ORM's own, whatever the values."""

from datetime import timedelta

import pytest
from django.utils.timezone import now

from promisedesk.agents.models import Agent
from promisedesk.core.prepared import prepared

pytestmark = pytest.mark.django_db


@prepared
def named(name: str, since, *, most: int):
    found = Agent.objects.filter(name=name, joined_at__gt=since).exclude(name="")
    return found.order_by("pk")[:most]


@prepared
def among(numbers: list, *, role: str):
    rows = Agent.objects.filter(pk__in=numbers, role=role).order_by("-pk")
    return rows.values_list("name", flat=True)


def test_each_call_is_answered_for_its_own_values(cast, django_assert_num_queries):
    long_ago, later = now() - timedelta(days=9), now() + timedelta(days=9)
    with django_assert_num_queries(3):
        assert named(cast.anna.name, long_ago, most=5) == [cast.anna]
        assert named(cast.boris.name, long_ago, most=5) == [cast.boris]
        assert named(cast.anna.name, later, most=5) == []
    assert named(cast.anna.name, long_ago, most=0) == []


def test_rows_are_whole_and_can_be_saved(cast):
    (anna,) = named(cast.anna.name, now() - timedelta(days=9), most=1)
    anna.name = "Anna K."
    anna.save()
    assert Agent.objects.get(pk=cast.anna.pk).name == "Anna K."
    assert not anna._state.adding


def test_lists_of_any_length_are_asked_for(cast):
    for people in ([cast.anna], [cast.anna, cast.boris], []):
        expected = [one.name for one in sorted(people, key=lambda one: -one.pk)]
        found = [
            name
            for role in Agent.Role.values
            for name in among([one.pk for one in people], role=role)
        ]
        assert sorted(found) == sorted(expected)


def test_what_is_changed_on_its_way_to_the_query_is_refused(cast):
    @prepared
    def changed(name: str):
        return Agent.objects.filter(name=f"{name}!")

    with pytest.raises(TypeError):
        changed("Anna")


def test_a_yes_or_no_is_given_by_name(cast):
    @prepared
    def active(is_active: bool):
        return Agent.objects.filter(is_active=is_active)

    with pytest.raises(TypeError):
        active(True)
