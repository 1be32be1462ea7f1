"""A report and its readings into claims, figures and implications."""

from watchword.extract.claims import extract

__all__ = ["extract"]
