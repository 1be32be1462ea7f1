from datetime import date, timedelta

import pytest
from tests.relate.relations.worlds import BEGIN, event, known, on_day, party, report

from watchword.errors import RefusedError
from watchword.flow.relating import RelationRequest, day_zero, relate_all, relate_two
from watchword.model.known import Known
from watchword.model.relation import Grain, Way


@pytest.fixture
def what() -> Known:
    reports = [report(str(day), BEGIN + timedelta(days=day)) for day in range(10)]
    told = [event(f"e{each.key}", each.key) for each in reports[:3]]
    told.append(event("mil", "4", actors=(party("NOR", "Norwegian troops", "MIL"),)))
    told.append(event("dated", "5", time=on_day(BEGIN + timedelta(days=1))))
    return known(reports, told)


def test_the_two_are_named_as_a_user_would_and_their_forces_count(what: Known) -> None:
    relation = relate_two(what, RelationRequest(one="Oslo", other="swedish", grain=Grain.DAY))
    assert relation.names(Way.FORTH) == ("Norway", "Sweden")
    assert len(relation.happenings) == 4


def test_a_state_alone_is_without_its_forces(what: Known) -> None:
    request = RelationRequest(one="Norway", other="Sweden", grain=Grain.DAY, alone=True)
    assert len(relate_two(what, request).happenings) == 3


def test_one_state_by_two_names_is_refused(what: Known) -> None:
    with pytest.raises(RefusedError, match="both Norway"):
        relate_two(what, RelationRequest(one="Oslo", other="NOR"))


def test_day_nought_is_a_day_or_that_of_an_event(what: Known) -> None:
    assert day_zero(what, None) is None
    assert day_zero(what, "2023-01-05") == date(2023, 1, 5)
    assert day_zero(what, "dated") == date(2023, 1, 3)
    assert day_zero(what, "mil") == date(2023, 1, 6)
    with pytest.raises(RefusedError, match="no day and no event"):
        day_zero(what, "e")


def test_without_turns_none_are_looked_for(what: Known) -> None:
    request = RelationRequest(one="Norway", other="Sweden", with_turns=False)
    assert relate_two(what, request).turns is None


def test_all_pairs_are_listed(what: Known) -> None:
    (pair,) = relate_all(what, grain=Grain.DAY, most=5)
    assert (pair.one.name, pair.other.name, pair.happenings) == ("Norway", "Sweden", 4)
