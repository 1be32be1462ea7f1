"""Watchword reads reports on a security situation and writes a brief that can be checked."""

__version__ = "0.1.0"
