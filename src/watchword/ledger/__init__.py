"""How good it is: scores against labelled reports, and their floors."""
