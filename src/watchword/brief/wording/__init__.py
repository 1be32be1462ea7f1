"""What a language model is asked about a brief, and which of its words may stand in it.

It words, orders and questions; it never knows. Everything here is a function of the brief and of
the model's answer: asking is the business of `flow`.
"""
