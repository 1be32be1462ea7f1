"""How well forecasts with known answers are scored, and what a base rate would score."""
