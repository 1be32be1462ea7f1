"""What can be handed on: the forms, and what a limit would leave out."""

from collections import Counter

from watchword.desk.entries import DeskView
from watchword.desk.handing.exports import ExportAsk
from watchword.desk.seen import Seen
from watchword.exchange.forms import Form
from watchword.flow.situation.exporting import MOST_WEIGHED
from watchword.flow.situation.marks import marks_in
from watchword.flow.span_records import Record
from watchword.model.tlp import Tlp, may_be_shown
from watchword.store.reports import outlets_of_reports

_GRADED = f"with credibility up to {MOST_WEIGHED:,} claims; of more it says how many have none"
_TOLD = {
    Form.PLOVER: "events, as event coders read them",
    Form.CSV: "claims, for a spreadsheet",
    Form.FIGURES_CSV: "figures, for a spreadsheet",
    Form.EVENTS_CSV: "events, for a spreadsheet",
    Form.PARQUET: "claims, for a data frame",
    Form.FIGURES_PARQUET: "figures, for a data frame",
    Form.EVENTS_PARQUET: "events, for a data frame",
    Form.GEOJSON: "claims and events, for a map",
    Form.STIX: f"STIX 2.1, for a threat-intelligence platform; {_GRADED}",
    Form.FTM: f"FollowTheMoney, for an investigation; {_GRADED}",
    Form.MISP: f"a MISP event; {_GRADED}",
    Form.PROV: "what the last brief stands on, as PROV-JSON",
    Form.ANNOTATIONS: "claims as Web Annotations",
    Form.OPML: "feeds, for a feed reader",
    Form.ARCHIVE: "the whole situation, for another Watchword",
}
_WHOLE = frozenset({Form.PROV, Form.OPML, Form.ARCHIVE})


def find_offers(seen: Seen, ask: ExportAsk) -> Record:
    """The forms, and how many reports bear each mark."""
    with seen.store.viewing() as now:
        marks = marks_in(now)
    with seen.view() as view:
        counted = Counter(marks.of(key) for key in outlets_of_reports(view))
    left = sum(count for mark, count in counted.items() if not may_be_shown(mark, ask.tlp))
    return {
        "forms": [
            {"name": form.value, "told": told, "is_whole": form in _WHOLE}
            for form, told in _TOLD.items()
        ],
        "tlp": ask.tlp.value,
        "limits": [each.value for each in Tlp],
        "marks": [{"tlp": each.value, "reports": counted[each]} for each in Tlp if counted[each]],
        "reports": counted.total(),
        "left_out": left,
    }


OFFERS = DeskView(
    name="exports",
    summary="In which forms what is known can be handed on, and what a mark holds back",
    asks=ExportAsk,
    find=find_offers,
)
