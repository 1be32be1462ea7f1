"""The templates that come with Watchword, as files of the package."""

from functools import cache
from importlib.resources import files

from watchword.brief.planning import read_template
from watchword.model.template import Template

NAMES = ("situation", "daily", "question", "relation", "timeline")
"""In the order in which they are listed: the usual one first."""


@cache
def shipped_template(name: str) -> Template:
    """A template that comes with Watchword; KeyError where there is none of this name."""
    if name not in NAMES:
        raise KeyError(name)
    text = (files("watchword.brief") / "templates" / f"{name}.toml").read_text(encoding="utf-8")
    return read_template(text, f"{name}.toml")
