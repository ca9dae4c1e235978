import json
import re

from promisedesk.api.documenting import STREAM
from promisedesk.api.documenting import described as openapi
from promisedesk.api.problems import MEDIA_TYPE
from promisedesk.api.tests.conftest import Caller


def test_every_operation_describes_its_answer_and_its_refusals():
    for path, operations in openapi()["paths"].items():
        for method, operation in operations.items():
            answers = {int(status): told for status, told in operation["responses"].items()}
            assert min(answers) in (200, 201, 204), path
            refused = {400, 401, 429} if path == STREAM else {401, 404, 422, 429}
            assert refused <= set(answers), path
            for status, told in answers.items():
                if status >= 400:
                    assert list(told["content"]) == [MEDIA_TYPE], (path, method, status)
            assert operation["security"], path


def test_every_reference_leads_somewhere():
    described = openapi()
    names = set(re.findall(r"#/components/schemas/(\w+)", json.dumps(described)))
    assert names <= set(described["components"]["schemas"])
    assert {"Conversation", "Message", "Promise", "ConversationPage", "Problem"} <= names


def test_the_page_names_every_route_and_runs_no_script_of_its_own(db):
    response = Caller().get("docs")
    page = response.content.decode()
    for path in openapi()["paths"]:
        assert path in page
    assert "unsafe-inline" not in response["Content-Security-Policy"].split("style-src-attr")[0]
    assert not re.search(r"<script(?![^>]*\bsrc=)", page)
    assert not re.search(r'\b(src|href)="(https?:)?//', page)
    for link in re.findall(r'href="#([^"]+)"', page):
        assert f'id="{link}"' in page, link
