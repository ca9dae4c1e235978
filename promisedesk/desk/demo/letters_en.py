"""Mails of the demo's English-speaking customers, and what was answered."""

from promisedesk.desk.demo.stories import ANNA, MAYA, OLEG, Again, Note, Reply, Resolve, Story

STORIES = (
    Story(
        "Sarah Whitfield",
        "sarah.whitfield@mail.example",
        "One throw missing from order KL-20871",
        "Hello,\n\nI ordered two wool throws (KL-20871, one heather, one moss). Only the heather "
        "one was in the box. The parcel was not damaged and your delivery note lists both.\n\n"
        "When will the missing one arrive? It is a present for Sunday.\n\nKind regards,\n"
        "Sarah Whitfield\n07700 900143",
        due_in=-190,
        assignee=ANNA,
        files=("box.png",),
        turns=(
            Note(
                OLEG,
                35,
                "Warehouse says the moss throw went out separately on Thursday, "
                "tracking JD0002 311 874. Should be there tomorrow.",
            ),
        ),
    ),
    Story(
        "Tom Barker",
        "tom.barker@post.example",
        "Refund for return R-5512 still not here",
        "Hi,\n\nI sent the kettle back three weeks ago (return R-5512) and your page says it was "
        "received on the 2nd. Nothing on my card so far. Could somebody look into this please? "
        "I have asked once already.\n\nTom Barker",
        due_in=-45,
        turns=(
            Note(
                MAYA,
                20,
                "Refund was started on the 4th but the bank sent it back: card "
                "expired. He needs to give us another account.",
            ),
        ),
        assignee=MAYA,
    ),
    Story(
        "Priya Raman",
        "priya.raman@mail.example",
        "Does the 1.2 litre kettle work on induction?",
        'Good morning,\n\nyour page for the small enamel kettle says "all hobs", but a review '
        "says it does not start on induction. Which is right? My hob needs at least 12 cm.\n\n"
        "Thanks, Priya",
        due_in=14,
    ),
    Story(
        "Daniel Osei",
        "d.osei@work.example",
        "Quote for 40 mugs with our logo",
        "Dear Kettle & Loom,\n\nwe would like 40 stoneware mugs with our logo in one colour for a "
        "team event on the 12th of next month. Could you tell me price, lead time and what kind "
        "of file you need for the logo?\n\nBest,\nDaniel Osei\nHarbour Street Studio",
        due_in=48,
        files=("logo.png",),
    ),
    Story(
        "Margaret Hale",
        "margaret.hale@post.example",
        "Tablecloth: which size for a round table?",
        "Hello, my table is round, 140 cm across, 76 cm high. I would like the cloth to hang about "
        "25 cm. You sell 180 round and 200 round. Which one do you advise? Does linen shrink in "
        "the wash?\n\nMargaret Hale",
        due_in=130,
        assignee=ANNA,
    ),
    Story(
        "Joe Finch",
        "joe.finch@mail.example",
        "Chipped teapot",
        "Hi there, teapot arrived today with a chip on the lid, see photo. I don't mind keeping it "
        "if you can send just a lid. Order KL-20902.\nCheers Joe",
        due_in=260,
        files=("lid.png",),
        phone="+447700900271",
    ),
    Story(
        "Ellen Moss",
        "ellen.moss@post.example",
        "Invoice with VAT number",
        "Please could you send the invoice for KL-20877 again, made out to Moss & Daughter Ltd "
        "with our VAT number GB 123 4567 89? Our accountant will not take the receipt.\n\n"
        "Ellen Moss",
        due_in=420,
    ),
    Story(
        "Hannah Price",
        "hannah.price@mail.example",
        "Gift card did not arrive",
        "I bought a £50 gift card for my sister on Saturday and it should have gone to her by mail "
        "straight away. She has nothing, not in spam either. Her birthday was yesterday, so I am a "
        "little embarrassed. Can you send it again?",
        due_in=500,
    ),
    Story(
        "Clara Holm",
        "clara.holm@customer.example",
        "Where is my parcel?",
        "Hello,\n\norder KL-20866 was sent last Monday and the tracking has not moved since. "
        "Could you find out where it is?\n\nThank you\nClara Holm",
        ago=24,
        turns=(
            Reply(
                ANNA,
                0.4,
                "Hello Clara,\n\nthank you for asking. The parcel was held in Avonmouth "
                "because the label had torn. The courier has printed a new one and delivers it "
                "tomorrow between 9:00 and 13:00.\n\nIf it is not there by then, reply to this "
                "mail and I send a new one the same day.",
            ),
            Again(5, "It came this morning, all in one piece. Thank you for the quick help!"),
            Reply(ANNA, 0.2, "Hello Clara,\n\nthat is good to hear. Enjoy the linen."),
            Resolve(ANNA),
        ),
    ),
    Story(
        "George Lin",
        "george.lin@mail.example",
        "Change of delivery address",
        "Hi, I moved last week and forgot to change my address. Can KL-20915 still go to 8 Clifton "
        "Wood Road, BS8 4TW?",
        ago=4,
        turns=(
            Reply(
                MAYA,
                0.15,
                "Hello George,\n\nit can: the order had not left yet. It goes to 8 "
                "Clifton Wood Road now, and you get a new tracking link when it is on its way.\n\n"
                "Shall I change the address in your account as well?",
            ),
        ),
    ),
    Story(
        "Ruth Adeyemi",
        "ruth.adeyemi@post.example",
        "Washing the wool throw",
        "Can I machine wash the Harris throw? The label has come off.",
        ago=13,
        turns=(
            Reply(
                OLEG,
                0.3,
                "Hello Ruth,\n\nby hand only, in cool water with wool soap, and dried "
                "flat. A machine would felt it, even on the wool setting.\n\nI have put a new "
                "label in the post to you.",
            ),
            Again(2, "That is kind, thank you!"),
            Reply(OLEG, 0.1, "Hello Ruth,\n\nyou are welcome."),
            Resolve(OLEG),
        ),
    ),
    Story(
        "Peter Novak",
        "peter.novak@work.example",
        "Trade account",
        "Good afternoon, we run two guest houses in Bath and would like to order bed linen "
        "regularly. Do you have trade prices, and is payment by invoice possible?",
        ago=12,
        assignee=ANNA,
        turns=(
            Reply(
                ANNA,
                0.7,
                "Hello Mr Novak,\n\nyes to both: 18 % below the list from £400 an order, "
                "and invoices payable in 30 days.\n\nTo open the account I need your company "
                "number and the two delivery addresses. Would you send them?",
            ),
        ),
    ),
    Story(
        "Aisha Khan",
        "aisha.khan@mail.example",
        "Wrong colour sent",
        "I ordered the napkins in ochre and got sage. Order KL-20840. I would like the ochre ones, "
        "shall I send these back first?",
        ago=22,
        turns=(
            Reply(
                MAYA,
                1.12,
                "Hello Aisha,\n\nI am sorry, this answer comes later than we promised. "
                "The ochre napkins leave today. Please keep the sage ones until they arrive, then "
                "use the label attached to send them back. It costs you nothing.",
            ),
            Again(5, "They arrived, and the colour is perfect. The sage ones are in the post."),
            Reply(MAYA, 0.2, "Hello Aisha,\n\nthank you, that closes it on our side as well."),
            Resolve(MAYA),
        ),
    ),
    Story(
        "Lucy Grant",
        "lucy.grant@post.example",
        "Can I collect in the shop?",
        "Is it possible to collect an online order at Wapping Wharf on a Saturday?",
        ago=20,
        turns=(
            Reply(
                ANNA,
                0.25,
                "Hello Lucy,\n\nfrom Monday to Friday, 9:00 to 18:00. We are closed on "
                "Saturdays, but the café next door keeps parcels for us until 16:00. Choose "
                '"Collect in Bristol" and write "café" in the note.',
            ),
            Resolve(ANNA),
        ),
    ),
    Story(
        "Owen Hughes",
        "owen.hughes@mail.example",
        "Discount code not accepted",
        'The code AUTUMN10 from your newsletter is "not valid for these items". There is nothing '
        "on the page about exceptions. Not very nice.",
        ago=30,
        turns=(
            Reply(
                OLEG,
                0.5,
                "Hello Owen,\n\nyou are right, the newsletter should have said that gift "
                "cards are left out. I have taken 10 % off your order by hand, the new total is "
                "£67.50, and the page says it now.",
            ),
            Again(3, "Fair enough. Thanks for sorting it."),
            Reply(OLEG, 0.1, "Hello Owen,\n\nthank you for telling us."),
            Resolve(OLEG),
        ),
    ),
)
