"""The world into reports: files, folders, archives, addresses, feeds; one small reader a format."""

from watchword.collect.archive import keep
from watchword.collect.collecting import collect
from watchword.collect.limits import Limits
from watchword.collect.mapping import DEFAULT_MAPPING, parse_mapping

__all__ = ["DEFAULT_MAPPING", "Limits", "collect", "keep", "parse_mapping"]
