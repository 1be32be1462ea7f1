from tests.relate.claims import claim, report
from tests.relate.made_known import known

from watchword.flow.weighing import bench_of, states_of
from watchword.model.attribution import Link, LinkKind


def person(name: str, role: str) -> Link:
    return Link(name=name, words=name, kind=LinkKind.PERSON, role=role)


SECRETARY = person("Lloyd Austin", "defence secretary")
SPOKESMAN = person("Antony Blinken", "secretary of state")
STRANGER = person("Mara Lind", "analyst")


def test_officials_of_one_state_are_one_voice_where_no_report_tells_whose_they_are() -> None:
    told = [
        claim("c1", "North Korea has sent troops", SECRETARY, of="r1"),
        claim("c2", "North Korea has sent troops", SPOKESMAN, of="r2"),
    ]
    bench = bench_of(known(told, (report("r1"), report("r2", 19))))
    assert {witness.voice for witness in bench.witnesses.values()} == {"@US"}


def test_nobody_is_guessed() -> None:
    surname = person("Austin", "defence secretary")
    told = [claim("c1", "it rains", STRANGER, of="r1"), claim("c2", "it rains", surname, of="r1")]
    assert states_of(known(told, (report("r1"),))) == {}
