"""Texts with marked toponyms: composed files in the form of LGL and GeoWebNews."""

import pytest

from watchword.errors import RefusedError
from watchword.ledger.corpora.toponyms import MarkedToponym, read_geowebnews, read_lgl

LGL = b"""<articles><article docid="7"><text>Rain in Lima and Zor.</text><toponyms>
<toponym><start>17</start><end>20</end><phrase>Zor</phrase></toponym>
<toponym><start>8</start><end>12</end><phrase>Lima</phrase>
<gaztag geonameid="3936456"><lat>-12.04</lat><lon>-77.03</lon></gaztag></toponym>
</toponyms></article></articles>"""
WEB = """<articles><article file="3"><text>Peruvians left Lima.</text><toponyms>
<toponym><extractedName>Lima</extractedName><type>Literal</type><start>15</start><end>19</end>
<geonamesID>3936456</geonamesID><latitude>-12.04</latitude><longitude>-77.03</longitude></toponym>
<toponym><extractedName>Peruvians</extractedName><type>Demonym</type>
<start>0</start><end>9</end></toponym>
<toponym><extractedName>left</extractedName><type>{}</type><start>10</start><end>14</end></toponym>
</toponyms></article></articles>"""
LIMA = MarkedToponym(
    start=8, end=12, words="Lima", geonames_id=3936456, latitude=-12.04, longitude=-77.03
)


def test_lgl_gives_toponyms_in_order_with_or_without_a_number() -> None:
    (text,) = read_lgl(LGL)
    assert (text.key, text.text) == ("7", "Rain in Lima and Zor.")
    assert text.toponyms[0] == LIMA
    assert (text.toponyms[1].words, text.toponyms[1].geonames_id) == ("Zor", None)


def test_geowebnews_keeps_the_types_that_are_toponyms() -> None:
    (text,) = read_geowebnews(WEB.format("Literal_Expression").encode())
    found = [(each.words, each.geonames_id) for each in text.toponyms]
    assert found == [("Peruvians", None), ("Lima", 3936456)]


def test_an_unheard_type_is_refused() -> None:
    with pytest.raises(RefusedError, match="not known"):
        read_geowebnews(WEB.format("Figment").encode())


def test_what_is_no_xml_is_refused() -> None:
    with pytest.raises(RefusedError, match="no XML"):
        read_lgl(b"<articles>")
