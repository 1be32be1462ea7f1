"""Many invented requests at every operation: each is answered as the API's document says."""

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, Verbosity, given, seed, settings
from schemathesis.checks import not_a_server_error
from schemathesis.generation import GenerationMode
from schemathesis.schemas import APIOperation
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from watchword.api import ROOT
from watchword.api.document import document

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
EXAMPLES = 3
PATIENCE_S = 180.0
"""To compose a brief takes seconds, and more on a machine that has other work."""
LONGEST = 10_000
"""Longer addresses are cut off before they come to the API, and the connection with them."""
OPERATIONS = [each.ok() for each in schemathesis.openapi.from_dict(document()).get_all_operations()]
LOOKS = [each for each in OPERATIONS if each.method == "get"]
ASKED = [each for each in LOOKS if len(list(each.iter_parameters())) > 2]
"""Those that something can be asked of in a wrong way."""
DEEDS = [each for each in OPERATIONS if each.method == "post"]
LENIENT = settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
    verbosity=Verbosity.quiet,
)


def ask(operation: APIOperation, mode: GenerationMode, address: str) -> None:
    """Send some requests and see each answer."""

    @seed(8)
    @LENIENT
    @given(case=operation.as_strategy(mode))
    def send(case: schemathesis.Case) -> None:
        if "situation" in case.path_parameters:
            case.path_parameters["situation"] = "troops"
        if len(repr(case.query)) > LONGEST:
            return
        case.call_and_validate(base_url=address + ROOT, checks=CHECKS, timeout=PATIENCE_S)

    send()


@pytest.mark.parametrize("operation", LOOKS, ids=lambda each: str(each.path))
def test_what_can_be_asked_is_answered_as_the_document_says(
    served_example: str, operation: APIOperation
) -> None:
    ask(operation, GenerationMode.POSITIVE, served_example)


@pytest.mark.parametrize("operation", ASKED, ids=lambda each: str(each.path))
def test_what_cannot_be_asked_is_answered_as_the_document_says(
    served_example: str, operation: APIOperation
) -> None:
    ask(operation, GenerationMode.NEGATIVE, served_example)


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
def test_whatever_is_done_is_answered_as_the_document_says(
    served: str, mode: GenerationMode, subtests: pytest.Subtests
) -> None:
    assert DEEDS
    for operation in DEEDS:
        with subtests.test(operation.label):
            ask(operation, mode, served)
