"""Labels of our own for what no corpus labels: rules on raw text, and composed sentences."""
