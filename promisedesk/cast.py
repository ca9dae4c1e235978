"""The people tests are about.

Anna works in Orders, Boris in Returns, Mona manages, Ada runs the desk; Clara is a
customer. The shop is Kettle & Loom in Bristol, open Monday to Friday, 9 to 18.
"""

from django.db import transaction
from django.utils.timezone import now

from promisedesk.agents.models import Agent, Team
from promisedesk.contacts import finding
from promisedesk.conversations import inboxes
from promisedesk.conversations.incoming import IncomingMessage, receive
from promisedesk.conversations.models import Conversation, Message
from promisedesk.core.models import Workspace
from promisedesk.promises import policies


class Cast:
    """Everybody, and one conversation: Clara asks Orders where her parcel is."""

    def __init__(self):
        self._heard = 0
        Workspace.objects.update_or_create(
            pk=1,
            defaults={
                "shop_name": "Kettle & Loom",
                "country": "GB",
                "time_zone": "Europe/London",
            },
        )
        self.orders = Team.objects.create(name="Orders")
        self.returns = Team.objects.create(name="Returns")
        self.anna = self._agent("Anna Kowalska", "agent", self.orders)
        self.boris = self._agent("Boris Reed", "agent", self.returns)
        self.mona = self._agent("Mona Berg", "manager")
        self.ada = self._agent("Ada Field", "admin")
        self.help = inboxes.add_inbox("help@kettleandloom.example", name="Kettle & Loom")
        self.help.team = self.orders
        self.help.save(update_fields=["team"])
        policies.set_policy(self.help, calendar=policies.default_calendar(), target="1 working day")
        self.clara = finding.find_or_create("clara@customer.example", "Clara Holm", "en")
        self.parcel = Conversation.objects.create(
            ref="PARCEL22",
            inbox=self.help,
            contact=self.clara,
            subject="Where is my parcel?",
            language="en",
        )

    def _agent(self, name: str, role: str, team: Team | None = None) -> Agent:
        email = name.split()[0].lower() + "@kettleandloom.example"
        agent = Agent.objects.create_user(email, name, role=role)
        if team:
            agent.teams.add(team)
        return agent

    def hears(self, text: str | None = None, **fields) -> Message:
        """A mail comes in, from Clara unless `address` says otherwise; each says something else."""
        if text is None:
            text = "Where is my parcel" + " please" * self._heard + "?"
            self._heard += 1
        usual = {
            "inbox": self.help,
            "arrived_at": now(),
            "address": "clara@customer.example",
            "subject": "Where is my parcel?",
            "language": "en",
        }
        with transaction.atomic():
            return receive(IncomingMessage(**usual | fields, text=text))
