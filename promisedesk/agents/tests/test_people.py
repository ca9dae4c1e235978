from datetime import timedelta

import pytest
from django.utils.timezone import now

from promisedesk.agents import invitations, passwords, people, setup
from promisedesk.agents.models import Agent, Invitation
from promisedesk.cast import Cast
from promisedesk.core.errors import Refused
from promisedesk.core.models import Event, Workspace

pytestmark = pytest.mark.django_db
PASSWORD = "seven linen towels"


def _token(link: str) -> str:
    return link.rstrip("/").rpartition("/")[2]


def test_an_admin_invites_and_the_link_sets_the_password_once():
    cast = Cast()
    agent, link = people.invite(
        " Iris@Shop.example ", "Iris  Vale", teams=[cast.orders], by=cast.ada
    )
    assert link.startswith("http://testserver/welcome/")
    assert (agent.email, agent.name) == ("iris@shop.example", "Iris Vale")
    assert not Agent.objects.get(pk=agent.pk).has_usable_password()
    assert _token(link) not in Invitation.objects.values_list("token_hash", flat=True)

    assert invitations.accept(_token(link), PASSWORD) == agent
    assert Agent.objects.get(pk=agent.pk).check_password(PASSWORD)
    with pytest.raises(Refused, match="used already"):
        invitations.accept(_token(link), PASSWORD)


def test_a_weak_password_is_refused_and_the_link_stays_good():
    cast = Cast()
    token = _token(invitations.issue(cast.anna, by=cast.ada))
    for weak in ("short", "password123", "x" * 2000, "a\x00bcdefghijkl"):
        with pytest.raises(Refused):
            invitations.accept(token, weak)
    assert invitations.accept(token, PASSWORD) == cast.anna


def test_a_link_ends_after_three_days_with_a_newer_one_and_with_the_account():
    cast = Cast()
    old = _token(invitations.issue(cast.anna, by=cast.ada))
    new = _token(invitations.issue(cast.anna, by=cast.ada))
    assert invitations.find(old) is None
    Invitation.objects.update(expires_at=now() - timedelta(seconds=1))
    assert invitations.find(new) is None
    third = _token(invitations.issue(cast.anna, by=cast.ada))
    people.deactivate(cast.anna, by=cast.ada)
    assert invitations.find(third) is None
    with pytest.raises(Refused):
        invitations.issue(cast.anna, by=cast.ada)


def test_a_link_somebody_asked_for_does_not_end_the_admins():
    cast = Cast()
    made = _token(invitations.issue(cast.anna, by=cast.ada))
    asked = _token(invitations.issue(cast.anna, by=None))
    assert invitations.find(made)
    assert invitations.find(asked).expires_at < now() + timedelta(hours=2)
    invitations.accept(asked, PASSWORD)
    assert invitations.find(made) is None


def test_the_only_admin_cannot_go():
    cast = Cast()
    with pytest.raises(Refused, match="only admin"):
        people.deactivate(cast.ada, by=cast.ada)
    with pytest.raises(Refused, match="only admin"):
        people.change(cast.ada, name="Ada", role="agent", teams=[], by=cast.ada)
    people.change(cast.mona, name="Mona Berg", role="admin", teams=[], by=cast.ada)
    people.deactivate(cast.ada, by=cast.mona)
    assert not Agent.objects.get(pk=cast.ada.pk).is_active


@pytest.mark.parametrize("who", ["anna", "mona"])
def test_only_admins_change_people(who):
    cast = Cast()
    by = getattr(cast, who)
    for deed in (
        lambda: people.invite("new@shop.example", "New", by=by),
        lambda: people.change(by, name="X", role="admin", teams=[], by=by),
        lambda: people.deactivate(cast.boris, by=by),
        lambda: people.activate(cast.boris, by=by),
        lambda: people.add_team("Night", by=by),
        lambda: invitations.issue(cast.ada, by=by),
    ):
        with pytest.raises(Refused, match="Only an admin"):
            deed()


@pytest.mark.parametrize(
    ("email", "name", "role"),
    [
        ("not an address", "Iris", "agent"),
        ("ANNA@kettleandloom.example", "Anna again", "agent"),
        ("iris@shop.example", "  ", "agent"),
        ("iris@shop.example", "Iris", "owner"),
    ],
)
def test_a_bad_invitation_is_refused(email, name, role):
    cast = Cast()
    with pytest.raises(Refused):
        people.invite(email, name, role=role, by=cast.ada)
    assert Agent.objects.count() == 4


def test_what_happens_to_people_is_written_down():
    cast = Cast()
    people.change(cast.anna, name="Anna Kowalska", role="manager", teams=[], by=cast.ada)
    event = Event.objects.get(verb="agent.changed")
    assert event.by == cast.ada
    assert event.data["was"] == "agent"


def test_a_password_is_changed_only_with_the_old_one():
    cast = Cast()
    cast.anna.set_password(PASSWORD)
    with pytest.raises(Refused, match="old password"):
        passwords.change(cast.anna, "wrong", "another nine words")
    passwords.change(cast.anna, PASSWORD, "another nine words")
    assert cast.anna.check_password("another nine words")


def test_the_set_up_link_makes_the_first_admin_once():
    link = setup.issue_link()
    older, link = link, setup.issue_link()
    assert Workspace.get().setup_token_hash not in link
    assert not setup.opens(_token(older))
    details = {"name": "Ada", "email": "ada@shop.example", "password": PASSWORD, "language": "en"}
    ada = setup.first_admin(_token(link), **details)
    assert ada.is_admin
    with pytest.raises(Refused):
        setup.first_admin(_token(link), **{**details, "email": "eve@shop.example"})
    assert setup.issue_link() == ""
    assert not setup.opens("")


def test_a_desk_whose_admin_came_by_command_has_no_set_up_link():
    link = setup.issue_link()
    Cast()
    assert not setup.opens(_token(link))
