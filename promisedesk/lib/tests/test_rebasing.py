import random

from promisedesk.lib.rebasing import laid, taken_out


def either(_key, here, there):
    return here if here is not None else there


def put(sheets, here, brought, **more):
    sheet = laid(here, brought, either, **more)
    sheets.append(sheet)
    here.update(sheet.after)


def test_what_was_put_in_comes_out_again():
    sheets, here = [], {"name": None, "tag": 1}
    put(sheets, here, {"name": "Clara", "tag": 2})
    assert here == {"name": "Clara", "tag": 1}
    here.update(taken_out(sheets, 0, here, either))
    assert here == {"name": None, "tag": 1}


def test_the_later_one_shines_through_when_the_earlier_is_taken_out():
    sheets, here = [], {"name": None}
    put(sheets, here, {"name": "Clara"})
    put(sheets, here, {"name": "Colin"})
    here.update(taken_out(sheets, 0, here, either))
    assert here == {"name": "Colin"}
    del sheets[0]
    here.update(taken_out(sheets, 0, here, either))
    assert here == {"name": None}


def test_what_people_changed_since_stays():
    sheets, here = [], {"name": None}
    put(sheets, here, {"name": "Clara"})
    here["name"] = "Clara Holm"
    put(sheets, here, {"name": "Colin"})
    assert taken_out(sheets, 0, here, either) == {}
    here.update(taken_out(sheets[1:], 0, here, either))
    assert here == {"name": "Clara Holm"}


def test_one_that_covers_hides_what_is_below_and_gives_it_back():
    sheets, here = [], {"state": None}
    put(sheets, here, {"state": "open"})
    put(sheets, here, {"state": "resolved"}, covers=True)
    assert here == {"state": "resolved"}
    assert taken_out(sheets, 0, here, either) == {}
    del sheets[0]
    here.update(taken_out(sheets, 0, here, either))
    assert here == {"state": None}


def test_in_whatever_order_they_are_taken_out_nothing_is_left():
    chance = random.Random(4)
    for _ in range(300):
        start = {key: chance.choice([None, 0]) for key in "abc"}
        sheets, here = [], dict(start)
        for value in range(1, chance.randint(2, 6)):
            keys = [key for key in "abc" if chance.random() < 0.7]
            put(sheets, here, dict.fromkeys(keys, value))
        while sheets:
            number = chance.randrange(len(sheets))
            here.update(taken_out(sheets, number, here, either))
            del sheets[number]
        assert here == start
