"""Every page, in the order of the navigation."""

from collections.abc import Sequence

from watchword.web.entries import Group, Page
from watchword.web.pages import assessing, discussing, following, handing, moving, reading

PAGES: tuple[Page, ...] = (
    *reading.PAGES,
    *following.PAGES,
    *moving.PAGES,
    *assessing.PAGES,
    *discussing.PAGES,
    *handing.PAGES,
)


def navigation() -> tuple[tuple[str, Sequence[Page]], ...]:
    """The groups of the navigation, each with its pages."""
    groups = [group for group in Group if group is not Group.NOWHERE]
    parts = ((group.value, [page for page in PAGES if page.group is group]) for group in groups)
    return tuple((name, pages) for name, pages in parts if pages)
