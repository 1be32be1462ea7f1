"""The held-out texts where they are there: how many, and whether the floors belong to them."""

from pathlib import Path

import pytest

from watchword.config import read_settings
from watchword.errors import MissingDataError
from watchword.ledger.corpora.discourse import read_gum_attributions
from watchword.ledger.corpora.polnear import read_polnear_texts
from watchword.ledger.held_out import HeldOut, check_data
from watchword.ledger.held_out_floors import read_floors
from watchword.ledger.reading import held_out
from watchword.ledger.reading.floors import FLOORS
from watchword.ledger.reading.tasks import TASKS

pytestmark = pytest.mark.corpora


def data_with(*sets: HeldOut) -> Path:
    data = read_settings().data
    try:
        check_data(sets, data)
    except MissingDataError as error:
        pytest.skip(str(error))
    return data


def test_polnear_has_its_articles_and_attributions() -> None:
    texts = list(read_polnear_texts(data_with(held_out.POLNEAR), "dev"))
    assert (len(texts), sum(len(text.attributions) for text in texts)) == (84, 2193)


def test_gum_has_its_news_and_their_relations() -> None:
    data = data_with(held_out.GUM_NEWS)
    texts = [
        text
        for split in ("test", "dev")
        for text in read_gum_attributions(data, split, genre="news")
    ]
    assert (len(texts), sum(len(text.attributions) for text in texts)) == (4, 57)


def test_the_packaged_floors_belong_to_this_data() -> None:
    sets = {task.held.name: task.held for task in TASKS}
    data = data_with(*sets.values())
    groups = read_floors(FLOORS.path).groups
    assert {name: kept.digest for (_, name), kept in groups.items()} == {
        name: held.digest(data) for name, held in sets.items()
    }
