"""The word of the mail server's own filter, as the common ones write it."""

import pytest

from promisedesk.channels.email.spam_headers import said_by_filter
from promisedesk.channels.email.tests.conftest import letter, read_everything
from promisedesk.conversations.models import Conversation, Delivery, Message
from promisedesk.promises.models import Promise

YES = [
    "X-Spam-Flag: YES",
    "x-spam-flag: yes",
    "X-Spam-Status: Yes, score=7.2 required=5.0 tests=BAYES_99",
    "X-Spam-Status:\r\n\tYes, score=7.2",
    "X-Spam: Yes",
    "X-Spam-Level: ************",
    "X-Spam-Score: 14.2",
    "X-Spamd-Result: default: True [15.30 / 15.00]; R_DKIM_NA(0.00)",
    "X-Rspamd-Action: add header",
    "X-Rspamd-Action: reject",
    "X-Forefront-Antispam-Report: CIP:192.0.2.1;CTRY:;LANG:en;SCL:5;SRV:;IPV:NLI;SFV:SPM;",
    "X-MS-Exchange-Organization-SCL: 6",
    "X-Yandex-Spam: 4",
    "X-KLMS-AntiSpam-Status: spam",
    "X-WP-SPAM: YES 0000100 [abcd]",
    "X-Barracuda-Spam-Flag: YES",
    "X-DSPAM-Result: Spam",
    "X-Bogosity: Spam, tests=bogofilter, spamicity=0.99",
    "X-Bogosity: Yes, tests=bogofilter",
]
NO = [
    "X-Spam-Flag: NO",
    "X-Spam-Status: No, score=4.9 required=5.0",
    "X-Spam-Status: No, score=12.0 required=15.0\r\nX-Spam-Level: ************",
    "X-Spam-Level: ****",
    "X-Spam-Score: 4.2",
    "X-Spam-Score: -0.1 (/)",
    "X-Spamd-Result: default: False [-1.2 / 15.00]",
    "X-Rspamd-Action: no action",
    "X-Rspamd-Action: greylist",
    "X-Rspamd-Server: mx1",
    "X-Forefront-Antispam-Report: CIP:192.0.2.1;SCL:1;SFV:NSPM;",
    "X-MS-Exchange-Organization-SCL: -1",
    "X-MS-Exchange-Organization-SCL: 1",
    "X-Yandex-Spam: 1",
    "X-KLMS-AntiSpam-Status: not_detected",
    "X-WP-SPAM: NO 0000000 [abcd]",
    "X-DSPAM-Result: Innocent",
    "X-Bogosity: Ham, tests=bogofilter",
    "Subject: X-Spam-Flag: YES",
    "X-Spam-Flag-Of-Mine: YES",
    "X-Spam-Checker-Version: SpamAssassin 4.0",
    "",
]


@pytest.mark.parametrize("field", YES)
def test_yes_is_believed(field):
    assert said_by_filter(f"From: a@b.example\r\n{field}\r\nTo: c@d.example".encode())


@pytest.mark.parametrize("field", NO)
def test_everything_else_is_not(field):
    assert said_by_filter(f"From: a@b.example\r\n{field}\r\nTo: c@d.example".encode()) == ""


@pytest.mark.django_db(transaction=True)
def test_such_a_mail_is_kept_among_the_spam_with_its_reason(door):
    door.send(letter("Win now", more="X-Spam-Flag: YES\n"))
    door.send(letter("Where is my parcel?\n\nX-Spam-Flag: YES", sender="dan@c.example"))
    read_everything()
    spam = Conversation.objects.get(state="spam")
    assert spam.spam_because == "filter:X-Spam-Flag"
    assert Message.objects.filter(direction="in").count() == 2
    assert Promise.objects.count() == 1
    assert list(Delivery.objects.values_list("to_address", flat=True)) == ["dan@c.example"]
