from dataclasses import replace

import pytest

from watchword.brief.verify.evidence import outlet_keys
from watchword.brief.verify.tokens import read_wording
from watchword.model.report import Report

REPORT = Report(
    key="k",
    report_id="k",
    text="t",
    text_sha256="",
    raw_sha256="",
    raw=b"",
    form="plain",
    found_at="t",
)


@pytest.mark.parametrize("outlet", ["France 24", "Channel 4 News", "Harbour Post", "24 Hours"])
def test_an_outlet_with_a_number_in_its_name_is_known_in_brackets(outlet: str) -> None:
    told = read_wording(f"The army said that troops left ({outlet}, 13 March).").tokens
    keys = tuple(token.key for token in told)
    names = outlet_keys(replace(REPORT, outlet=outlet))
    assert any(
        keys[at : at + len(name)] == name for name in names for at in range(len(keys) - len(name))
    )
