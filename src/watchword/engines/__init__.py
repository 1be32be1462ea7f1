"""What reads sentences: the carried rules today, the carried language model next."""
