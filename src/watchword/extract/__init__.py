"""A report and its readings into claims, figures and implications."""

from watchword.extract.claims import Extraction, extract

__all__ = ["Extraction", "extract"]
