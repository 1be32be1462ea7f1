"""How a server and its worker look after their memory."""

import gc

RARELY = (100_000, 20, 100)
"""How often Python looks for rings of things that nobody holds, after how many new ones.

What is read from a record makes none, and going through it again and again takes 40 of 100 of the
time of reading; with much kept in memory, a single look makes everybody wait.
"""


def tidy_rarely() -> None:
    """Let this process look for such rings a hundred times more rarely than Python would."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*RARELY)
