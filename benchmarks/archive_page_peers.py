"""What the page on the speed of archives tells of other libraries, and the tables of all of it."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from archive_plots import each_reader
from archive_results import Results
from measuring import Measured

Plot = Callable[[str, str], Iterator[str]]
"""Gives the line of a plot, by its file and its words, where there is one."""
COPIED = ("reports", "seconds of the processor", "variants found", "joined pairs that are right")


def readers(results: Results, plot: Plot) -> Iterator[str]:
    """The same reports read by others."""
    readers = list(each_reader(results))
    if len(readers) > 1:
        yield "## Beside other readers"
        yield (
            "The same reports on one processor. Others have random weights, since nothing was "
            "fetched:\n"
            "it is the speed of networks of these shapes, and tells nothing of what they find. "
            "None of\n"
            "them finds claims."
        )
        rows = [(name, f"{micros:,.1f}", f"{1e6 / micros:,.0f}") for name, micros in readers]
        yield table(("", "µs of one processor a word", "words a second"), rows)
        yield from plot("archive-readers.svg", "Words a second of one processor, logarithmic")


def copies(results: Results) -> Iterator[str]:
    """Copies found by others among the same reports."""
    rows = []
    for size, step in list(results.sized(r"copies (\d+)"))[-1:]:
        rows.append(("Watchword, as they come", *_copy_cells(step, step.figures["seconds"])))
        for key, peer in results.steps.items():
            if key.startswith(f"peer copies {size} "):
                name = f"{key.split()[-1]}, MinHash"
                rows.append((name, *_copy_cells(peer, peer.figures["cpu_s"])))
    if rows:
        yield "## Beside other finders of copies"
        yield "Variants of 400 statements among other reports (`benchmarks/syndication.py`)."
        yield table(("", *COPIED, "most memory, MB"), rows)


def _copy_cells(step: Measured, seconds: float) -> tuple[str, ...]:
    figures = step.figures
    shares = (figures["recall of variants"], figures["precision of joined pairs"])
    told = (f"{share:.1%}" for share in shares)
    return f"{figures['reports']:,.0f}", f"{seconds:,.1f}", *told, f"{step.peak_mb:,}"


def stories(results: Results) -> Iterator[str]:
    """Stories made by others of the same reports."""
    rows = []
    for size, step in list(results.sized(r"stories labelled (\d+)"))[-1:]:
        rows.append(("Watchword, as they come", *_story_cells(step)))
        for key, peer in results.steps.items():
            if key.startswith(f"peer stories {size} "):
                name = f"TF-IDF and {key.split()[-1].upper()}, all at once"
                rows.append((name, *_story_cells(peer)))
    if rows:
        yield "## Beside other groupings into stories"
        yield (
            "Current events of a year on which nothing was chosen, grouping alone (Watchword's "
            "model\n"
            "has read them before). [Scores of stories](story-scores.md) tells what the labels "
            "are worth."
        )
        head = ("reports", "seconds of the processor", "B3 F1", "precision", "recall")
        yield table(("", *head, "most memory, MB"), rows)


def _story_cells(step: Measured) -> tuple[str, ...]:
    figures = step.figures
    names = ("B3 F1", "B3 precision", "B3 recall")
    scores = (f"{100 * figures[name]:.1f}" for name in names)
    return f"{figures['reports']:,}", f"{figures['cpu_s']:,.1f}", *scores, f"{step.peak_mb:,}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
