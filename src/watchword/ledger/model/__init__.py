"""How good the carried model is: every score of it, measured again from the held-out sets."""
