"""Near-duplicates by other libraries: MinHash signatures and locality-sensitive hashing.

    peers/bin/python benchmarks/peers/copies.py copies.jsonl --by datasketch --groups groups.json

As their own pages teach it: 128 permutations over sets of five words in a row, and pairs of which
the estimated likeness is 0.3 or more; groups are what pairs join. Of 0.3, 0.5 and 0.7 that gave
both libraries the highest F1 of variants found and pairs right, over 5,900 reports (98 of 100).
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from groups import Spent, joined, read_rows, write_groups

PERMUTATIONS, LIKE, BANDS, IN_A_ROW = 128, 0.3, 32, 5


def main() -> None:
    """Measure, print, and write the groups."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--by", choices=tuple(FINDERS), required=True)
    parser.add_argument("--groups", type=Path, required=True)
    parser.add_argument("--like", type=float, default=LIKE)
    asked = parser.parse_args()
    rows = read_rows(asked.file)
    spent = Spent()
    texts = [row["text"] for row in rows]
    groups = joined([row["id"] for row in rows], FINDERS[asked.by](texts, asked.like))
    print(json.dumps(spent.told(len(rows))))
    write_groups(groups, asked.groups)


def shingles(text: str) -> list[str]:
    """Each five words in a row, once; of a shorter text all words."""
    words = text.lower().split()
    last = max(1, len(words) - IN_A_ROW + 1)
    return sorted({" ".join(words[at : at + IN_A_ROW]) for at in range(last)})


def by_datasketch(texts: Sequence[str], like: float) -> Iterator[tuple[int, int]]:
    """Pairs by datasketch."""
    from datasketch import MinHash, MinHashLSH  # noqa: PLC0415 - each peer needs its own alone

    index = MinHashLSH(threshold=like, num_perm=PERMUTATIONS)
    signs = []
    for number, text in enumerate(texts):
        sign = MinHash(num_perm=PERMUTATIONS)
        sign.update_batch([each.encode() for each in shingles(text)])
        for other in index.query(sign):
            if sign.jaccard(signs[other]) >= like:
                yield number, other
        index.insert(number, sign)
        signs.append(sign)


def by_rensa(texts: Sequence[str], like: float) -> Iterator[tuple[int, int]]:
    """Pairs by rensa."""
    from rensa import RMinHash, RMinHashLSH  # noqa: PLC0415 - as above

    index = RMinHashLSH(threshold=like, num_perm=PERMUTATIONS, num_bands=BANDS)
    signs = []
    for number, text in enumerate(texts):
        sign = RMinHash(num_perm=PERMUTATIONS, seed=42)
        sign.update(shingles(text))
        for other in index.query(sign):
            if sign.jaccard(signs[other]) >= like:
                yield number, other
        index.insert(number, sign)
        signs.append(sign)


FINDERS = {"rensa": by_rensa, "datasketch": by_datasketch}

if __name__ == "__main__":
    main()
