from tests.relate.relations.worlds import NORWAY, SWEDEN, party

from watchword.relate.relations.sides import find_side, is_side, is_somebody, same_side, side_of


def test_a_state_is_known_by_name_adjective_capital_and_both_codes() -> None:
    names = ("Norway", "norway", "Norwegian", "NO", "NOR", "Oslo")
    assert {find_side(name).code for name in names} == {NORWAY}


def test_officials_and_forces_act_for_their_state_and_its_rebels_do_not() -> None:
    norway = find_side("Norway")
    assert is_side(party(NORWAY, "Jonas Gahr", "GOV"), norway, acting=True)
    assert is_side(party(NORWAY, "Norwegian troops", "MIL"), norway, acting=True)
    assert not is_side(party(NORWAY, "Norwegian rebels", "REB"), norway, acting=True)
    assert not is_side(party(NORWAY, "Norwegian rebels", "REB"), norway, acting=False)


def test_people_suffer_for_their_state_and_do_not_act_for_it() -> None:
    villagers = party(SWEDEN, "Swedish villagers", "CVL")
    assert is_side(villagers, find_side("Sweden"), acting=False)
    assert not is_side(villagers, find_side("Sweden"), acting=True)


def test_a_state_alone_is_its_own_name_only() -> None:
    alone = find_side("Norway", alone=True)
    assert is_side(party(NORWAY), alone, acting=True)
    assert not is_side(party(NORWAY, "Norwegian troops", "MIL"), alone, acting=True)


def test_a_body_and_a_person_are_known_by_name() -> None:
    assert is_side(party("IGO", "NATO"), find_side("NATO"), acting=True)
    assert is_side(party("IGO", "NATO forces"), find_side("NATO"), acting=True)
    assert not is_side(party("IGO", "ASEAN"), find_side("NATO"), acting=True)
    assert is_side(party(NORWAY, "Ola Nordmann", "GOV"), find_side("Nordmann"), acting=True)


def test_a_thing_of_a_state_is_nobody_to_whom_something_is_given() -> None:
    assert not is_somebody(party(NORWAY, "Norwegian invasion"))
    assert is_somebody(party(NORWAY))
    assert is_somebody(party(NORWAY, "Norwegian side"))


def test_two_names_of_one_state_are_one_side() -> None:
    assert same_side(find_side("Oslo"), find_side("NOR", alone=True))
    assert not same_side(find_side("Oslo"), find_side("Stockholm"))


def test_among_pairs_nobody_in_particular_counts_for_nobody() -> None:
    assert side_of(party(None, "gunmen"), acting=True) is None
    assert side_of(party(NORWAY, "Norwegian troops", "MIL"), acting=True) == find_side("Norway")
