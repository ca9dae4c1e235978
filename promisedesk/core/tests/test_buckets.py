"""Files in a bucket: the same abilities, over a server that speaks S3."""

import hashlib

import boto3
import pytest
from moto.server import ThreadedMotoServer

from promisedesk.channels.email.tests.conftest import add_shop, letter, read_everything
from promisedesk.conversations.arriving import take_in
from promisedesk.conversations.models import Arrival, Attachment
from promisedesk.core import buckets, files
from tests.servers import free_port

pytestmark = pytest.mark.once

CONTENT = b"Where is my parcel?" * 300_000  # more than waits in memory


@pytest.fixture(scope="module")
def server():
    server = ThreadedMotoServer("127.0.0.1", free_port(), verbose=False)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def bucket(server, settings, tmp_path, monkeypatch):
    _host, port = server.get_host_and_port()
    store = boto3.resource(
        "s3", endpoint_url=f"http://127.0.0.1:{port}", aws_access_key_id="key",
        aws_secret_access_key="a/secret", region_name="us-east-1",
    )  # fmt: skip
    store.create_bucket(Bucket="desk")
    settings.DATA = tmp_path
    settings.STORAGE_URL = (
        f"s3://key:a%2Fsecret@127.0.0.1:{port}/desk/files?region=us-east-1&tls=no"
    )
    yield store.Bucket("desk")
    store.Bucket("desk").objects.delete()


def names(bucket) -> list[str]:
    return [one.key for one in bucket.objects.all()]


def test_a_file_is_kept_in_the_bucket_once_and_comes_back_whole(bucket, tmp_path):
    name = files.store(CONTENT)
    assert (
        name
        == files.store_stream([CONTENT[:7], CONTENT[7:]])
        == hashlib.sha256(CONTENT).hexdigest()
    )
    assert names(bucket) == [f"files/{name[:2]}/{name}"]
    assert files.read(name) == CONTENT
    with files.open_file(name) as file:
        assert file.read(5) == CONTENT[:5]
        file.seek(0)
        assert b"".join(files.blocks_of(file)) == CONTENT
    with files.on_disk(name) as path:
        assert path.read_bytes() == CONTENT
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_the_beginning_alone_is_asked_for(bucket, monkeypatch):
    name, empty = files.store(CONTENT), files.store(b"")
    monkeypatch.setattr(buckets, "get", None)  # which fetches all of it
    assert files.head(name, 7) == CONTENT[:7]
    assert files.head(name, 2 * len(CONTENT)) == CONTENT
    assert files.head(empty, 7) == b""
    bucket.objects.delete()
    with pytest.raises(FileNotFoundError):
        files.head(name, 7)


def test_a_file_that_is_gone_is_missed_like_one_of_a_disk(bucket):
    name = files.store(b"soon gone")
    bucket.objects.delete()
    with pytest.raises(FileNotFoundError):
        files.read(name)
    assert files.read(files.store(b"soon gone")) == b"soon gone"


def test_a_bucket_that_is_away_is_a_disk_that_fails(bucket, settings):
    settings.STORAGE_URL = f"s3://key:secret@127.0.0.1:{free_port()}/desk?region=us-east-1&tls=no"
    with pytest.raises(OSError, match="file store"):
        files.store(b"nowhere to go")


def test_a_bucket_that_does_not_exist_is_named(bucket, settings):
    settings.STORAGE_URL = settings.STORAGE_URL.replace("/desk/", "/nobody/")
    with pytest.raises(OSError, match="refuses"):
        files.store(b"nowhere to go")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("s3://shop-files", ("shop-files", "", None)),
        ("s3://shop-files/desk?region=eu-west-1", ("shop-files", "desk", None)),
        ("s3://k:s@minio.shop.example:9000/b", ("b", "", "https://minio.shop.example:9000")),
        ("s3://k:s@minio.shop.example/b/c/d?tls=no", ("b", "c/d", "http://minio.shop.example")),
    ],
)
def test_what_a_url_says(url, expected):
    found = buckets.options(url)
    assert (found["bucket_name"], found["location"], found.get("endpoint_url")) == expected


@pytest.mark.parametrize("url", ["s3:///x", "s3://k:s@host", "ftp://a/b", "s3://b?zone=1"])
def test_a_url_that_makes_no_sense_is_refused_with_words(url):
    with pytest.raises(ValueError, match="must"):
        buckets.options(url)


@pytest.mark.django_db
def test_a_mail_comes_in_and_is_read_with_all_its_files_in_the_bucket(bucket, tmp_path):
    raw = letter(more='Content-Type: text/plain; name="note.txt"\n'
                      "Content-Disposition: attachment\n")  # fmt: skip
    large = letter("x" * 400_000)  # read by a process of its own, from the disk
    add_shop()
    for one in (raw, large):
        take_in(one, source="smtp", recipients=["help@shop.example"], envelope_from="c@d.example")
    read_everything()
    assert set(Arrival.objects.values_list("state", flat=True)) == {"done"}
    [file] = Attachment.objects.filter(name="note.txt")
    assert files.read(file.sha256).strip() == b"Where is my parcel?"
    assert files.read(Arrival.objects.earliest("pk").sha256) == raw
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
