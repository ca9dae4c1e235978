"""Where an agent stands who asked for what is not there, or not theirs."""


def test_who_may_not_see_a_page_keeps_the_way_on(cast, signed_in):
    answer = signed_in(cast.anna).get("/settings/people/")
    assert answer.status_code in (403, 404)
    assert 'href="/inbox/"' in answer.content.decode()


def test_a_page_that_is_not_there_keeps_it_too(cast, signed_in):
    answer = signed_in(cast.anna).get("/no/such/page/")
    assert answer.status_code == 404
    assert "There is nothing here" in answer.content.decode()
    assert 'href="/inbox/"' in answer.content.decode()
