"""Which figures and dates answer what a slot asks, and which only look as if they did."""

import re
from collections.abc import Mapping

from crosswire.reconcile.judgement import part_of
from crosswire.records import Filler, Quantity, Slot, TimeExpression
from crosswire.text.syntax import Tree

MEASURED = ("count", "quantity", "money", "duration")
NONE_OF_THEM = re.compile(
    r"(?:(?:and|but|while|though|so) )?(?:no|none|nobody|neither|not one|no one)\b"
    r"(?! (?:more|fewer|less|later|sooner) than)",
    re.IGNORECASE,
)
"""How a claim begins that tells of whom or what its figure is not so: "none of them offered more than ten million"."""
COMPARED = re.compile(
    r"(?:more|less|fewer|longer|higher|greater) than\b|(?:over|above|at least|up to)\b", re.IGNORECASE
)
YEAR = re.compile(r"[12]\d{3}")


def answering(slot: Slot, trees: Mapping[str, Tree]) -> Slot | None:
    """A slot without the fillings that answer nothing: a figure that is denied of everybody ("no other offer was more
    than seven years"), a year within a name ("the 1776 Commission"). None where no filling is left."""
    if slot.kind not in (*MEASURED, "date"):
        return slot
    kept = [f for f in slot.fillers if not (_of_none(f) or _in_a_name(f, trees))]
    if len(kept) == len(slot.fillers):
        return slot
    return part_of(slot, slot.kind, slot.about, kept) if kept else None


def _of_none(filler: Filler) -> bool:
    """Whether a claim denies its figure of everybody, outside of the words that say of whom."""
    claim, figure = filler.claim, filler.filling
    if not isinstance(figure, Quantity) or not COMPARED.match(figure.text):
        return False
    opened = NONE_OF_THEM.match(claim.text)
    subject = next(
        (a for a in claim.arguments if a.start <= claim.start + (opened.end() if opened else 0) <= a.end), None
    )
    return opened is not None and figure.start >= (subject.end if subject else claim.start + opened.end())


def _in_a_name(filler: Filler, trees: Mapping[str, Tree]) -> bool:
    """Whether a year stands right before the rest of a name."""
    time, tree = filler.filling, trees.get(filler.claim.article)
    if not isinstance(time, TimeExpression) or tree is None or not YEAR.fullmatch(time.text):
        return False
    inside = tree.at(time.start, time.end)
    behind = tree.tokens[inside[-1] + 1] if inside and inside[-1] + 1 < len(tree.tokens) else None
    beside = behind is not None and behind.start - time.end <= 1 and behind.tag in ("NNP", "NNPS")
    return beside and tree.tokens[inside[0]].dep in ("nummod", "compound", "nmod") and not _opens(tree, inside[0])


def _opens(tree: Tree, n: int) -> bool:
    return n == tree.parse.sentences[tree.tokens[n].sentence].first
