"""Reports by hand, and what they are grouped by, without any engine."""

from datetime import UTC, datetime, timedelta

from watchword.group.stories import features_of
from watchword.model.report import Published, Report
from watchword.model.story import StoryDecision, StoryFeatures, StoryStep

FIRST_DAY = datetime(2024, 10, 1, tzinfo=UTC)

FERRY = "The ferry Aurora sank off Lindau with 120 people, and divers of the Oster rescue searched."
STRIKE = "Dock workers in Belgrade went on strike for higher pay, the union Sloga said."


def report(text: str, key: str, *, day: int | None = 0, title: str | None = None) -> Report:
    at = None if day is None else FIRST_DAY + timedelta(days=day)
    return Report(
        key=key,
        report_id=key,
        text=text,
        text_sha256="",
        raw_sha256="",
        raw=b"",
        form="text",
        found_at=key,
        title=title,
        published=Published(at=at),
    )


def features(text: str, key: str, *, day: int | None = 0) -> StoryFeatures:
    return features_of(report(text, key, day=day), (), (), (), ())


class Kept:
    """Stories as a store keeps them: made of decisions alone."""

    def __init__(self) -> None:
        """Begin without stories."""
        self.story_of: dict[str, str] = {}

    def apply(self, *decisions: StoryDecision) -> None:
        """Do what was decided, and check that it starts from what is there."""
        for each in decisions:
            if each.step is StoryStep.MERGE:
                for key, story in self.story_of.items():
                    self.story_of[key] = each.story if story == each.other else story
            else:
                moved = each.step is StoryStep.SPLIT
                assert self.story_of.get(each.report) == (each.other if moved else None)
                self.story_of[each.report] = each.story
