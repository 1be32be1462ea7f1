"""Pure text: sentences, quotations, numbers, times, names and places."""
