import pytest

from silver.names import NAME_TYPES, label_names
from watchword.text.words import find_words


def names_in(text: str) -> set[tuple[str, str]]:
    words = [word.text for word in find_words(text)]
    phrases = label_names(words).phrases
    return {(kind, " ".join(words[start:end]).replace(" .", ".")) for start, end, kind in phrases}


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        (
            "Men of the 810th Naval Infantry Brigade fell back.",
            "unit",
            "810th Naval Infantry Brigade",
        ),
        ("He joined the Azov regiment.", "unit", "Azov regiment"),
        ("They were sent by the Storm Corps.", "unit", "Storm Corps"),
        ("It fired HIMARS rockets.", "weapon", "HIMARS rockets"),
        ("A Shahed-136 drone fell.", "weapon", "Shahed-136 drone"),
        ("The USS Gerald R. Ford sailed.", "weapon", "USS Gerald R. Ford"),
        ("They got M1 Abrams tanks.", "weapon", "M1 Abrams tanks"),
        ("It shot KN-23 ballistic missiles.", "weapon", "KN-23 ballistic missiles"),
        ("He flew from Vostochny Cosmodrome.", "facility", "Vostochny Cosmodrome"),
        (
            "The Zaporizhzhia nuclear power plant lost power.",
            "facility",
            "Zaporizhzhia nuclear power plant",
        ),
        ("It began in the Second Congo War.", "event", "Second Congo War"),
        ("France ended Operation Barkhane.", "event", "Operation Barkhane"),
        ("The Battle of Bakhmut was long.", "event", "Battle of Bakhmut"),
        ("They sent about 10,900 troops.", "quantity", "about 10,900"),
        ("A 12,000-strong force came.", "quantity", "12,000-strong"),
        ("It fell 20 km away.", "quantity", "20 km"),
    ],
)
def test_a_name_is_found_whole(text: str, kind: str, name: str) -> None:
    assert (kind, name) in names_in(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A think tank in Washington said so.", "weapon"),
        ("The suicide bomber was a boy.", "weapon"),
        ("He served in the Marine Corps.", "unit"),
        ("He was held in a Russian prison.", "facility"),
        ("It cost 20 million dollars.", "quantity"),
        ("It was founded in 1998.", "quantity"),
        ("The National Hurricane Center warned of floods.", "event"),
        ("M23 rebels took the town.", "weapon"),
    ],
)
def test_what_only_looks_like_a_name_is_left_alone(text: str, kind: str) -> None:
    assert kind not in {found for found, _ in names_in(text)}


def test_only_types_that_are_looked_for_are_announced() -> None:
    scheme = label_names(["Nobody", "came", "."])
    assert scheme.types == NAME_TYPES
    assert scheme.phrases == frozenset()
