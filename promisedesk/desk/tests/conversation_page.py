"""The page of a conversation, as tests find and read it."""


def url(conversation, rest="", view="all") -> str:
    return f"/inbox/{view}/{conversation.public_id}/{rest}"


def read(client, conversation, **more) -> str:
    answer = client.get(url(conversation), **more)
    assert answer.status_code == 200
    return answer.content.decode()
