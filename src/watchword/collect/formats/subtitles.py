"""Subtitles (VTT, SRT): what is said, speaker by speaker."""

import html
import re
from collections.abc import Iterable, Iterator

from watchword.collect.decode import decode
from watchword.collect.piece import Draft, Found, Piece, Terms
from watchword.errors import UnreadableError

_VOICE = re.compile(r"<v(?:\.[^\s>]{0,80})?\s+([^>]{1,200})>")
_TAG = re.compile(r"<[^<>]{0,200}>")
_SRT_COMMA = re.compile(r"(\d{2}:\d{2}:\d{2}),(\d{3})")
_CUE_CHARACTERS = 10_000


def read_vtt(piece: Piece, terms: Terms) -> Iterator[Found]:  # noqa: ARG001 - a reader's form
    """Read WebVTT; a voice tag becomes `SPEAKER: …`."""
    yield Draft(text=_transcript(decode(piece.content, declared=piece.charset)))


def read_srt(piece: Piece, terms: Terms) -> Iterator[Found]:  # noqa: ARG001 - a reader's form
    """Read SubRip, which is WebVTT without its first line and with commas in its times."""
    words = _SRT_COMMA.sub(r"\1.\2", decode(piece.content, declared=piece.charset))
    yield Draft(text=_transcript("WEBVTT\n\n" + words))


def _transcript(source: str) -> str:
    import webvtt  # noqa: PLC0415 - only where subtitles are read

    plain = source.replace("\0", "\ufffd").replace("\r\n", "\n").replace("\r", "\n")
    try:
        cues = [cue.raw_text for cue in webvtt.WebVTT.from_string(plain).captions]
    except (webvtt.errors.MalformedFileError, webvtt.errors.MalformedCaptionError) as error:
        raise UnreadableError("damaged subtitles") from error
    if not cues:
        raise UnreadableError("subtitles without a single cue")
    return "\n\n".join(_turns(_utterances(cues)))


def _utterances(cues: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Speaker, empty where not told, and a line; a line that rolls up is told once."""
    last = ""
    for cue in cues:
        parts = _VOICE.split(cue[:_CUE_CHARACTERS])
        for speaker, words in zip(["", *parts[1::2]], parts[::2], strict=True):
            for line in words.split("\n"):
                plain = " ".join(html.unescape(_TAG.sub("", line)).split())
                if plain and plain != last:
                    yield html.unescape(speaker).strip(), plain
                    last = plain


def _turns(utterances: Iterable[tuple[str, str]]) -> Iterator[str]:
    speaking, words = "", list[str]()
    for speaker, line in utterances:
        if speaker != speaking and words:
            yield _turn(speaking, words)
            words = []
        speaking = speaker
        words.append(line)
    if words:
        yield _turn(speaking, words)


def _turn(speaker: str, words: list[str]) -> str:
    said = " ".join(words)
    return f"{speaker.upper()}: {said}" if speaker else said
