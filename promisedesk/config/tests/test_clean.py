import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from promisedesk.conversations.models import Attachment
from promisedesk.core import files

pytestmark = pytest.mark.django_db
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def anna(client, cast):
    client.force_login(cast.anna, backend=BACKEND)
    return client


@pytest.mark.parametrize(
    "path",
    [
        "/files/%00/",
        "/conversations/%00/",
        "/messages/%00/mail/",
        "/inbox/all/%00/",
        "/today/?day=%00",
        "/today/?%00=1",
        "/help/?language=e%00n",
    ],
)
def test_a_nul_in_the_address_is_a_bad_request(anna, path):
    assert anna.get(path).status_code == 400


def test_strangers_are_told_the_same(client, cast):
    assert client.get("/sign-in/?next=%00").status_code == 400
    assert client.post("/sign-in/", {"login": "a\0b", "password": "x"}).status_code == 400


@pytest.mark.parametrize("form", [{"text": "a\0b"}, {"text": "ab", "x\0": "1"}, {"agent": "\0"}])
def test_a_nul_in_a_form_is_a_bad_request(anna, cast, form):
    here = f"/inbox/all/{cast.parcel.public_id}/"
    assert anna.post(here + "note/", form).status_code == 400
    assert anna.post(here + "assignee/", form).status_code == 400
    assert not cast.parcel.messages.exists()


def test_files_may_hold_any_byte_and_arrive_whole(anna, cast):
    upload = SimpleUploadedFile("a.bin", b"\0\1" * 2_000_000)
    path = f"/inbox/all/{cast.parcel.public_id}/note/"
    assert anna.post(path, {"text": "See the file.", "files": upload}).status_code == 302
    assert files.read(Attachment.objects.get().sha256) == b"\0\1" * 2_000_000
