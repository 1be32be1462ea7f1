"""Stories by scikit-learn's clusterers, over a whole year at once.

    peers/bin/python benchmarks/peers/stories.py stories.jsonl --by dbscan --groups groups.json

TF-IDF of words; DBSCAN over cosines, HDBSCAN over 100 directions of it. A batch clusterer sees the
later reports before it decides on the earlier ones; Watchword decides as they come.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from groups import Groups, Spent, read_rows, write_groups

EPS = 0.7
"""Of 0.5, 0.6, 0.7 and 0.8 the highest B3 F1 on current events of 2016: 0.50."""
DIRECTIONS, FEWEST = 100, 3


def main() -> None:
    """Measure, print, and write the groups."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--by", choices=("dbscan", "hdbscan"), required=True)
    parser.add_argument("--groups", type=Path, required=True)
    parser.add_argument("--eps", type=float, default=EPS)
    asked = parser.parse_args()
    rows = read_rows(asked.file)
    import sklearn.cluster  # noqa: F401, PLC0415 - that loading it is not counted

    spent = Spent()
    names = clusters([row["text"] for row in rows], asked.by, asked.eps)
    print(json.dumps(spent.told(len(rows))))
    write_groups(named([row["id"] for row in rows], names), asked.groups)


def clusters(texts: Sequence[str], by: str, eps: float) -> list[int]:
    """The number of each text's cluster, -1 for none."""
    from sklearn.cluster import DBSCAN, HDBSCAN  # noqa: PLC0415 - the peer's own package
    from sklearn.decomposition import TruncatedSVD  # noqa: PLC0415
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415
    from sklearn.preprocessing import normalize  # noqa: PLC0415

    weights = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform(texts)
    if by == "dbscan":
        found = DBSCAN(eps=eps, min_samples=2, metric="cosine").fit(weights)
    else:
        directions = TruncatedSVD(DIRECTIONS, random_state=9).fit_transform(weights)
        found = HDBSCAN(min_cluster_size=FEWEST, min_samples=1, copy=True).fit(
            normalize(directions)
        )
    return [int(each) for each in found.labels_]


def named(keys: Sequence[str], numbers: Sequence[int]) -> Groups:
    """Groups by the number of a cluster; what is in none is alone.

    >>> named(["a", "b", "c"], [0, 0, -1])
    {'a': '0', 'b': '0', 'c': 'c'}
    """
    pairs = zip(keys, numbers, strict=True)
    return {key: key if number < 0 else str(number) for key, number in pairs}


if __name__ == "__main__":
    main()
