from dataclasses import replace

import pytest

from watchword.config import read_settings
from watchword.errors import MissingDataError
from watchword.ledger.floors import read_floors
from watchword.ledger.labelled import LabelledSet, read_labelled
from watchword.ledger.run import measure

pytestmark = pytest.mark.corpora


@pytest.fixture(scope="module")
def labelled() -> LabelledSet:
    try:
        return read_labelled(read_settings().data)
    except MissingDataError as error:
        pytest.skip(str(error))


def test_the_labels_score_one_against_themselves(labelled: LabelledSet) -> None:
    found = [replace(claim, claim_id="", kind="") for claim in labelled.claims]
    outcome = measure(labelled, lambda _: found)
    assert outcome.failures == ()
    assert {group.name for group in outcome.scores.groups} == {"all", "reworded", "transcript"}
    assert all(set(group.values().values()) == {1.0} for group in outcome.scores.groups)


def test_every_labelled_sentence_stands_in_its_report(labelled: LabelledSet) -> None:
    texts = {report.report_id: report.text for report in labelled.reports}
    absent = [
        each.claim_id for each in labelled.claims if each.sentence not in texts[each.report_id]
    ]
    assert absent == []


def test_the_packaged_floors_belong_to_this_data(labelled: LabelledSet) -> None:
    assert read_floors().digest == labelled.digest
