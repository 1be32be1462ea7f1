"""Asking a language model behind an address that the user names; off unless it is switched on."""

from watchword.consult.answering import Answering
from watchword.consult.endpoint import Endpoint, Whereabouts, check_endpoint, where_is
from watchword.consult.recorded import RecordedModel
from watchword.consult.remote import RemoteModel

__all__ = [
    "Answering",
    "Endpoint",
    "RecordedModel",
    "RemoteModel",
    "Whereabouts",
    "check_endpoint",
    "where_is",
]
