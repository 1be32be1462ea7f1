"""Alerts on their way out: signed web requests, mails, feed files, and when to try again."""
