"""Names as written into one spelling for each person."""
