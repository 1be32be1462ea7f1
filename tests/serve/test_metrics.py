"""What is counted of a server, and who is told."""

import httpx2
from prometheus_client.parser import text_string_to_metric_families

from watchword.desk.desk import Desk
from watchword.model.principal import Principal
from watchword.serve.metrics import Metrics

STRANGER = Principal(name="Cem")


def samples(text: str) -> dict[str, float]:
    return {
        sample.name + "".join(f" {value}" for value in sample.labels.values()): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def test_requests_are_counted_by_their_route_and_never_by_their_address(served: str) -> None:
    for path in ("/s/troops/claims?q=secret-words", "/api/v1/situations/troops/claims", "/none"):
        httpx2.get(served + path, timeout=60)
    text = httpx2.get(f"{served}/metrics").text
    found = samples(text)
    assert found["watchword_requests_total GET /s/{situation}/claims 200"] == 1
    assert found["watchword_requests_total GET api list_claims 200"] == 1
    assert found["watchword_requests_total GET none 404"] == 1
    assert "secret-words" not in text


def test_a_record_is_counted_for_whoever_may_read_it(example_desk: Desk, served: str) -> None:
    found = samples(httpx2.get(f"{served}/metrics").text)
    assert found["watchword_reports troops"] == 39
    assert found["watchword_claims troops"] > 39
    assert found["watchword_waiting troops"] == 0
    assert b"troops" not in Metrics().told(example_desk, STRANGER)
