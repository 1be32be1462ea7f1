"""Labelled corpora, read where they lie: one reader for each, all giving one kind of sentence."""
