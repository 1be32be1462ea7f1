"""Lets the tests import what stands in the training folder, as its scripts do."""

import sys
from pathlib import Path

TRAINING = str(Path(__file__).resolve().parents[2] / "training")
if TRAINING not in sys.path:
    sys.path.insert(0, TRAINING)
