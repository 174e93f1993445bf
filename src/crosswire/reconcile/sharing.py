"""How much of a question the claims of the other reports tell."""

import re
from collections.abc import Sequence

from crosswire.records import Claim, Slot

ALONE, EACH, MANY_ALONE = 1.4, 0.15, 4
"""What a question costs where all of its words are one report's alone, and for each such word, up to so many."""
SPREAD = 0.3
"""What a question costs of whose words the other reports tell nothing: each report counts, however much it tells."""
LETTERS = re.compile(r"[^\W_]+")
JOINING = frozenset(
    "what about when where does will have been with from that this than they their them which into over such more some"
    " were would could should must report reported many much long".split()
)


def stems_of(text: str) -> set[str]:
    """The first letters of a text's words, without those that only join others."""
    words = LETTERS.findall(text.lower())
    return {word[:5] for word in words if (len(word) > 3 and word not in JOINING) or word.isdigit()}


def untold(question: str, others: set[str], claim: Claim) -> float:
    """What it costs that words of a question are in no other report's claims of the slot: ``others`` has their stems.
    Who says the claim, and that something is said, need no second report."""
    words = _own_stems(question, claim)
    alone = len(words - others)
    return ALONE * alone / (len(words) or 1) + EACH * min(alone, MANY_ALONE)


def unshared(question: str, others: Sequence[set[str]], claim: Claim) -> float:
    """What it costs that the other reports, of whose claims ``others`` has the stems, do not tell a question's words:
    the less, the more of them tell most of it."""
    words = _own_stems(question, claim)
    return SPREAD * (1 - sum(len(words & told) for told in others) / ((len(words) or 1) * len(others)))


def _own_stems(question: str, claim: Claim) -> set[str]:
    """The stems of a question without figures, and without who says the claim and that something is said."""
    if " say “" in question:
        question = question.partition("“")[2]
    known = {stem for source in claim.said_by for stem in stems_of(source.name)}
    return {stem for stem in stems_of(question) - known if not stem.isdigit()}


def mostly_done(slot: Slot, predicate: str) -> bool:
    """Whether as many reports tell as done what some may tell as planned: in other words where the slot asks just
    that, else with the verb."""
    told = [f.claim for f in slot.fillers if slot.kind == "status" or f.claim.predicate == predicate]
    done = {claim.article for claim in told if claim.status == "actual"}
    return 2 * len(done) >= len({claim.article for claim in told})
