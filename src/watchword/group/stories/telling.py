"""Why a report was put where it is, in words and numbers."""

from collections.abc import Sequence

from watchword.group.stories.comparing import Signs, days_between, shared_names
from watchword.group.stories.live import LiveStory
from watchword.group.stories.weights import Weighed
from watchword.model.story import StoryReason

NAMES_TOLD = 3
"""Names in common that are told."""


def reasons_of(
    report: Weighed, story: LiveStory, signs: Signs, shares: Signs
) -> tuple[StoryReason, ...]:
    """Tell what a score is the sum of, the weightiest first.

    Args:
        report: the report.
        story: what it was held against.
        signs: what speaks for and against.
        shares: what each of them adds; their sum is the score.
    """
    told = {
        _names_in(report, story, signs): shares.names + shares.rare + shares.nameless,
        f"wording {signs.words:.2f}, in pairs of words {signs.pairs:.2f}": shares.words
        + shares.pairs,
        f"meaning {signs.meaning:.2f}": shares.meaning,
        _countries_in(signs): shares.countries + shares.elsewhere,
        _numbers_in(signs): shares.numbers,
        _silence_in(report, story): shares.silence,
        _asked_in(story): _asked(shares),
    }
    reasons = [
        StoryReason(words=words, share=round(share, 3)) for words, share in told.items() if words
    ]
    return tuple(sorted(reasons, key=lambda reason: -abs(reason.share)))


def _names_in(report: Weighed, story: LiveStory, signs: Signs) -> str:
    names = shared_names(report, story)
    if not names:
        return "shares no name with the story"
    return f"shares {listed(names[:NAMES_TOLD])} with the story ({signs.names:.2f})"


def _countries_in(signs: Signs) -> str:
    if signs.elsewhere:
        return f"its main country is hardly spoken of there (countries {signs.countries:.2f})"
    return f"countries {signs.countries:.2f}"


def _numbers_in(signs: Signs) -> str:
    count = int(signs.numbers)
    return f"{count} figure{'s' if count > 1 else ''} in common" if count else ""


def _silence_in(report: Weighed, story: LiveStory) -> str:
    if report.features.at is None or story.last is None:
        return ""
    days = days_between(report, story)
    return f"{days} day{'' if days == 1 else 's'} apart" if days else "on the same day"


def _asked_in(story: LiveStory) -> str:
    count = len(story.reports)
    return f"what a report of its length must share with a story of {count} before it joins"


def _asked(shares: Signs) -> float:
    return shares.base + shares.size + shares.grown + shares.length


def listed(words: Sequence[str]) -> str:
    """Words as a list in a sentence.

    >>> listed(["Kursk", "Russia", "Kim Jong Un"])
    'Kursk, Russia and Kim Jong Un'
    """
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))
