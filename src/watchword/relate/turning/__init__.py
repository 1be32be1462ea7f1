"""Turns in series: where a level or a direction changed for good, by one method for all series."""

from watchword.relate.turning.finding import (
    find_joint_turns,
    find_turns,
    rank_turns,
)

__all__ = ["find_joint_turns", "find_turns", "rank_turns"]
