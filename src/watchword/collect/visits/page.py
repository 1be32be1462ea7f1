"""A visit to one page that is edited over time: a report where its words have changed."""

from dataclasses import replace

from watchword.collect.answer import Query
from watchword.collect.entry_keys import text_key
from watchword.collect.piece import Draft
from watchword.collect.visits.page_reading import NoPage, page_in, report_of, with_entry
from watchword.collect.visits.terms import Errand, Steps, ending_with, ending_without_content
from watchword.errors import UnreadableError
from watchword.model.feed import Arrival


def visit_page(errand: Errand) -> Steps:
    """Visit one page."""
    state, address = errand.state, errand.feed.address
    answer = errand.ask(
        Query(
            address=state.moved_to or address,
            etag=state.etag,
            last_modified=state.last_modified,
            most_bytes=errand.means.limits.max_bytes,
        )
    )
    ending = ending_without_content(errand, answer)
    if ending is not None:
        return ending
    page = page_in(errand, answer, address)
    if isinstance(page, NoPage):
        raise UnreadableError(page.reason)
    draft = with_entry(page.draft, Draft(text="", address=address))
    said = text_key(address, draft.title, draft.text)
    if errand.knows(said):
        errand.count.known += 1
    else:
        yield Arrival(found=report_of(errand, draft, page.piece), entries=(said,))
    return replace(ending_with(answer), pace_s=None)
