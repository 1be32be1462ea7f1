"""A small typed client of the API, and the check of webhooks.

with Client("https://watch.example", token=token) as client:
    for claim in client.situation("troops").claims("shells", as_of="2024-10-31"):
        print(claim.content, claim.source)
"""

from watchword.client.asking import Patience
from watchword.client.client import Client, Situation, file_said
from watchword.client.nouns import Done, FoundClaim, Looked, SituationTold, TrackTold
from watchword.client.webhooks import verify

__all__ = [
    "Client",
    "Done",
    "FoundClaim",
    "Looked",
    "Patience",
    "Situation",
    "SituationTold",
    "TrackTold",
    "file_said",
    "verify",
]
