"""Phrases out of labels that say of each word whether it begins a phrase, goes on, or is outside.

The labels are `B-type`, `I-type` and `O` (IOB2). An `I-type` that follows no phrase of its type
begins one.
"""

from collections.abc import Iterator, Sequence


def find_labelled(labels: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Start, end and type of each phrase, in order.

    >>> list(find_labelled(["B-cue", "I-cue", "B-cue", "O", "I-source"]))
    [(0, 2, 'cue'), (2, 3, 'cue'), (4, 5, 'source')]
    """
    start = 0
    for index, label in enumerate(labels):
        mark, _, kind = label.partition("-")
        if mark == "O":
            continue
        if mark == "B" or index == 0 or labels[index - 1] not in {f"B-{kind}", f"I-{kind}"}:
            start = index
        if index + 1 == len(labels) or labels[index + 1] != f"I-{kind}":
            yield start, index + 1, kind
