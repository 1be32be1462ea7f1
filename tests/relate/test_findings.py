import pytest

from tests.relate.claims import (
    DIPLOMAT,
    KREMLIN,
    LAWMAKERS,
    NIS,
    PENTAGON,
    PYONGYANG,
    RUTTE,
    claim,
    figure,
    report,
    shelf,
)
