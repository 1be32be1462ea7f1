"""What people wrote, state by state, as plain records."""

from watchword.flow.span_records import Record
from watchword.model.revision import Revision


def revision_record(revision: Revision) -> Record:
    """What somebody did to something that is written, without the states themselves."""
    return {
        "key": revision.key,
        "said": revision.said,
        "by": revision.by,
        "at": revision.at.isoformat(),
        "undoes": revision.undoes,
    }
