"""The library that computes: pyAgrum, an extra that is loaded when a scenario is first run."""

import warnings
from functools import cache
from types import ModuleType

from watchword.errors import MissingExtraError


@cache
def load_pyagrum() -> ModuleType:
    """The library.

    Raises:
        MissingExtraError: if it is not installed.
    """
    with warnings.catch_warnings():
        # Its compiled part is bound by SWIG, whose types warn when they are made; where warnings
        # are errors, that ends the process.
        warnings.simplefilter("ignore")
        try:
            import pyagrum  # noqa: PLC0415 - an extra, and slow to import
        except ImportError as error:
            raise MissingExtraError(
                "computing a scenario needs pyAgrum",
                key="pyagrum",
                mend="pip install 'watchword[assess]'",
            ) from error
    library: ModuleType = pyagrum
    return library
