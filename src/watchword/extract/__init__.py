"""A report and its readings into claims, figures and implications."""
