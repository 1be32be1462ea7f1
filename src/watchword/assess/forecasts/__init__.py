"""Forecasts held against what came about.

`scoring.py` has the scores, `calibration.py` compares what was held likely with how often it came
about, `standing.py` tells who predicted how well on the questions that count.
"""
