"""What the live streams decide in memory is what the rows say."""

from promisedesk.agents.models import Agent, Team
from promisedesk.conversations import seeing
from promisedesk.conversations.models import Conversation
from promisedesk.conversations.sight import facts_of, sights_of


def test_sight_in_memory_is_the_same_as_visible_to(cast):
    common = type(cast.help).objects.create(address="all@kettleandloom.example", name="All")
    returns = type(cast.help).objects.create(
        address="back@kettleandloom.example", name="Returns", team=cast.returns
    )
    number = 0
    for inbox in (cast.help, common, returns):
        for team in (None, cast.orders, cast.returns):
            number += 1
            Conversation.objects.create(
                ref=f"SIGHT{number}", inbox=inbox, contact=cast.clara, team=team
            )
    both = Agent.objects.create_user("both@kettleandloom.example", "Bo Both")
    both.teams.set(Team.objects.all())
    light = Agent.objects.create_user("light@kettleandloom.example", "Lee Light", role="light")
    light.teams.add(cast.returns)
    nobody = Agent.objects.create_user("new@kettleandloom.example", "No Team")
    agents = [cast.anna, cast.boris, cast.mona, cast.ada, both, light, nobody]
    facts = facts_of(Conversation.objects.values_list("pk", flat=True))
    sights = sights_of(agent.pk for agent in agents)
    for agent in agents:
        seen = {pk for pk, known in facts.items() if sights[agent.pk].sees(known)}
        assert seen == set(Conversation.objects.visible_to(agent).values_list("pk", flat=True))
    for row in Conversation.objects.select_related("inbox"):
        colleagues = {one for one in agents if sights[one.pk].sees(facts[row.pk])}
        assert colleagues == set(seeing.who_sees(row))
        assert colleagues - {light} == set(seeing.who_answers(row))


def test_whoever_was_disabled_sees_nothing(cast):
    Agent.objects.filter(pk=cast.anna.pk).update(is_active=False)
    assert sights_of([cast.anna.pk]) == {}
