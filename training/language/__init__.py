"""How the carried language model is made: corpora into batches, training, export, measuring."""
