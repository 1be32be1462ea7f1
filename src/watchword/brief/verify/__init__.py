"""Check a brief against the reports it stands on, without the program that wrote it.

The door is `verify`; a writer asks `check_sentence` before it writes. Nothing in a document is
trusted but the reports' texts, whose digests are taken again.
"""

from watchword.brief.verify.claims import check_claim
from watchword.brief.verify.counts import recount
from watchword.brief.verify.page import PageDocument, document_in_html, verify_html
from watchword.brief.verify.problem import Problem, Rule, Verification
from watchword.brief.verify.sentence import check_sentence
from watchword.brief.verify.titles import check_title
from watchword.brief.verify.weighing import Ground, check_weighing
from watchword.brief.verify.whole import verify

__all__ = [
    "Ground",
    "PageDocument",
    "Problem",
    "Rule",
    "Verification",
    "check_claim",
    "check_sentence",
    "check_title",
    "check_weighing",
    "document_in_html",
    "recount",
    "verify",
    "verify_html",
]
