"""The independent source behind one or more reports."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Reports that print one text: ten prints of one wire story are one origin.

    Attributes:
        key: key of the report taken as the original: the earliest, or the agency's own.
        name: who the text comes from: an agency credited, else the outlet.
        reports: keys of every report that prints it, the original first.
        reasons: for each report, why it is held to print this text, in words.
    """

    key: str
    name: str
    reports: tuple[str, ...]
    reasons: tuple[str, ...]
