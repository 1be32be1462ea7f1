import json
from collections import Counter

import pytest
from tests.relate.relations.worlds import Feed, find_by_halving, simulate

from watchword.flow.relation_records import relation_records
from watchword.flow.span_records import Record
from watchword.relate.relations import RelationQuery, find_relation, find_side


@pytest.fixture(scope="module")
def records() -> list[Record]:
    feeds = [Feed(outlet=f"Outlet {n}", texts=12, share=0.2) for n in range(3)]
    what = simulate(feeds, lambda week: 1.0 if week < 16 else 5.0, weeks=30)
    query = RelationQuery(one=find_side("Norway"), other=find_side("Sweden"), find=find_by_halving)
    return list(relation_records(find_relation(what, query), what))


def _of(records: list[Record], kind: str) -> list[dict]:
    return [each for each in json.loads(json.dumps(records)) if each["kind"] == kind]


def test_every_kind_of_finding_has_its_records(records: list[Record]) -> None:
    kinds = Counter(each["kind"] for each in records)
    assert (kinds["relation"], kinds["period"], kinds["turn"]) == (1, 30, 1)
    (whole,) = _of(records, "relation")
    assert kinds["happening"] == whole["happenings"] > 100


def test_each_turn_names_the_happenings_claims_and_spans_that_made_it(
    records: list[Record],
) -> None:
    (turn,) = _of(records, "turn")
    assert turn["made_by"]
    assert turn["because"]
    for happening in turn["because"]:
        for told in happening["told"]:
            assert told["claim_id"].startswith("claim-")
            assert told["report_id"]
            assert told["spans"]["deed"]["quote"] == "struck"


def test_each_number_of_a_period_leads_to_its_happenings(records: list[Record]) -> None:
    for period in _of(records, "period"):
        for line in period["lines"]:
            assert line["count"] == len(line["happenings"])
