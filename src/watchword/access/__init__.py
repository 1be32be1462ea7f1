"""Who somebody is and what they may: passwords, sessions, tokens, limits on trying."""
