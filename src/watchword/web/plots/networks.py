"""Pairs of actors as a network: how much passes, whether conflict or cooperation prevails."""

from collections.abc import Callable

from watchword.web.plots.grammar import Spec, Told


def network_of(relations: Told, link: Callable[[str, str], str]) -> Spec:
    """The actors and the pairs, as the network's script takes them.

    Args:
        relations: as the desk's view of the pairs tells them.
        link: the address of the page of two, by their names.
    """
    return {
        "actors": [
            {"id": each["name"], "name": each["name"], "weight": each["happenings"]}
            for each in relations["actors"]
        ],
        "pairs": [_pair(each, link) for each in relations["pairs"]],
    }


def _pair(pair: Told, link: Callable[[str, str], str]) -> Spec:
    one, other = pair["one"]["name"], pair["other"]["name"]
    counts = pair["quad_counts"]
    return {
        "id": f"{one} | {other}",
        "one": one,
        "other": other,
        "happenings": pair["happenings"],
        "score": pair["score"],
        "material": counts["2"] + counts["4"] >= counts["1"] + counts["3"],
        "href": link(one, other),
    }
