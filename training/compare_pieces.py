"""How often our WordPiece cuts a word as the `tokenizers` library does.

    python training/compare_pieces.py ../shared/data

Takes the different words of every third report of the current-events stream, and prints how many
there are, how many are cut otherwise, and some of those. Needs the `train` dependencies.
"""

import argparse
from importlib import resources
from pathlib import Path

from tokenizers import Tokenizer

from language.start import PACKAGE
from watchword.engines.pieces import pieces_of
from watchword.ledger.corpora.streams import read_current_events
from watchword.text.words import find_words

EVERY, SHOWN = 3, 20


def main() -> None:
    """Cut every word both ways."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    arguments = parser.parse_args()
    library = Tokenizer.from_file(str(resources.files(PACKAGE) / "model" / "tokenizer.json"))
    library.no_padding()
    library.no_truncation()
    events = list(read_current_events(arguments.data))[::EVERY]
    words = sorted({word.text for event in events for word in find_words(event.text)})
    unlike = [word for word in words if _ours(word) != _theirs(word, library)]
    print(f"{len(words)} words, {len(words) - len(unlike)} cut alike")
    for word in unlike[:SHOWN]:
        print(f"  {word!r}: {_ours(word)}, {_theirs(word, library)}")


def _ours(word: str) -> list[int]:
    return [number for number, _ in pieces_of(word)]


def _theirs(word: str, library: Tokenizer) -> list[int]:
    return list(library.encode(word, add_special_tokens=False).ids)


if __name__ == "__main__":
    main()
