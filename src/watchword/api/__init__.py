"""JSON over HTTP: what the desk shows and does.

`api_application` makes the application of a desk; a server mounts it below `ROOT`.
"""

from watchword.api.problems import ROOT
from watchword.api.routes import api_application

__all__ = ["ROOT", "api_application"]
