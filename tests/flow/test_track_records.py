from watchword.flow.track_records import chosen
from watchword.model.counted import Counted
from watchword.model.track import Track


def track(title: str, key: str, *, more: bool = False) -> Track:
    counted = Counted(kind="troops", whose="KP", deed="abroad", where="RU", more=more)
    return Track(key=key, title=title, unit="troops", points=(), counted=counted)


SENT = track("North Korean troops sent to Russia", "k1")
MORE = track("additional North Korean troops sent to Russia", "k2", more=True)
KURSK = track("North Korean troops in Kursk region", "k3")
ALL = (SENT, MORE, KURSK)


def test_a_key_or_a_whole_title_means_one_track() -> None:
    assert chosen(ALL, "k2") == (MORE,)
    assert chosen(ALL, "North Korean troops sent to Russia") == (SENT,)


def test_words_of_a_title_in_any_order_mean_the_whole_before_its_additions() -> None:
    assert chosen(ALL, "russia troops") == (SENT,)
    assert chosen(ALL, "additional") == (MORE,)
    assert chosen(ALL, "troops") == (SENT, KURSK)


def test_no_word_means_no_track() -> None:
    assert chosen(ALL, " ") == ()
    assert chosen(ALL, "Bryansk") == ()
