"""An implication as a record: the chain and the modality are those of its claim."""

from pathlib import Path

from watchword.collect import Limits
from watchword.engines import ReadingEngine
from watchword.flow.implication_records import implication_record_of
from watchword.flow.running import Inputs, each_read
from watchword.model.read_report import ReadReport


def test_an_implication_keeps_the_words_and_the_chain_of_its_claim(tmp_path: Path) -> None:
    text = "If the troops gain experience, they could become a threat, the defence minister said."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (found,) = each_read(Inputs(sources=(str(tmp_path),), limits=Limits()), ReadingEngine())
    assert isinstance(found, ReadReport)
    (implication,) = found.extraction.implications
    claim = next(each for each in found.extraction.claims if each.key == implication.claim)
    record = implication_record_of(implication, claim, found.report)
    assert record["modality"] == "conditional"
    assert record["cue"] == "if"
    assert "gain experience" in str(record["condition"])
    assert record["source_chain"] == [link.name for link in claim.attribution.links]
    spans = record["spans"]
    assert isinstance(spans, dict)
    for name, span in spans.items():
        assert text[span["start"] : span["end"]] == record[name]
