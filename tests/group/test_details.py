from watchword.group.details import agreement, find_details, swapped

CALL = "The two leaders, {who} and the host, spoke for {long} minutes on trade and on energy."


def test_names_and_numbers_are_read_and_sentence_openings_are_not() -> None:
    details = find_details("Yesterday Mira Holt met 1,200 guards. Later they left Oster.")
    assert details.names == {"mira", "holt", "oster"}
    assert details.numbers == {"1200"}


def test_of_a_title_only_numbers_count() -> None:
    details = find_details("they left.", "Guards Leave The 155th Brigade")
    assert details.names == frozenset()
    assert details.numbers == {"155th"}


def test_a_name_or_a_number_in_anothers_place_tells_a_template() -> None:
    one = find_details(CALL.format(who="Mira Holt", long="40"))
    assert swapped(one, find_details(CALL.format(who="Jon Vesely", long="40")))
    assert (
        swapped(one, find_details(CALL.format(who="Mira Holt", long="55"))) == "40 here, 55 there"
    )
    assert swapped(one, find_details(CALL.format(who="Mira Holt", long="40"))) is None


def test_two_spellings_of_a_name_are_no_swap() -> None:
    one = find_details(CALL.format(who="Zelensky", long="40"))
    assert swapped(one, find_details(CALL.format(who="Zelenskyy", long="40"))) is None


def test_agreement_is_of_the_fewer_details() -> None:
    assert agreement(frozenset("ab"), frozenset("abcd")) == 1
    assert agreement(frozenset("ax"), frozenset("abcd")) == 0.5
    assert agreement(frozenset(), frozenset("a")) == 1
