"""A claim is shown with as much of its sentence as it needs to be read by itself, and pieces of one clause as one."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from crosswire.reconcile.passages import UTMOST, Passages
from crosswire.records import Annotations, Article, Claim, Filler
from crosswire.text.syntax import Tree

pytestmark = pytest.mark.models
Read = Callable[..., tuple[Article, Annotations, tuple[Claim, ...]]]


def cut(claims: tuple[Claim, ...], article: Article, words: str) -> Claim:
    """A claim of just these words, with all else as the claim that holds them has it."""
    start = article.text.index(words)
    around = max(claims, key=lambda c: min(c.end, start + len(words)) - max(c.start, start))
    own = {"id": words, "start": start, "end": start + len(words), "text": words}
    return replace(around, **own)


def passages(article: Article, notes: Annotations) -> Passages:
    return Passages({article.id: article.text}, {article.id: Tree(notes.parse)})


READABLE = (  # the claim in [brackets] in the passage that shows it in <these>
    "<The harbour master stopped two boats and [searched them]>.",
    "<Ines Dorn travelled to Tarn [to meet the fishermen]>.",
    "<Ines Dorn, [who chairs the council], has left>.",
    "<[Repairing the pier], the crew found a rusted anchor>.",
    "<The crew found [a rusted anchor under the pier]>.",
    "<The mayor wants [the council to close the old bridge]>.",
    "The clerk said <the mayor wants [the council to close the old bridge]>.",
    "<[The harbour master became the first officer] charged with theft>.",
    "<[The mayor told the council in a letter on Friday] that the bridge would be closed>.",
    "<[The two ferry companies are pledging] to work with the port>.",
    "<The crews will be fined [if they do not return to the harbour]>.",
    "<If the council does not act, [the mayor may be ready to move ahead]>.",
    "<[The council blocked a plan] to close the harbour>, as many had hoped.",
    "<[The council dismissed the complaint of the port, as well as one brought by 48 district] attorneys general>.",
    "<The report could show [how hundreds of other sailors charged with the same crime] are punished>.",
    "<The mayor signed an order [that calls on the council to close the bridge]>.",
    "The report says <[the storm reached the pier] months before the vote>.",
    "<[The master said] he was “ready to close the pier at once” after the storm>, and went home.",
    "<“The pier is lost,” [the harbour master said on Monday]>.",
    "<The council, the mayor said, [closed the bridge]>, which had been there for years.",
    "<The crew was asleep [when the storm broke over the harbour and the pier was lost]>.",
    "<[The clerk stepped down from his role overseeing checks of harbour fees hours] after the mayor spoke>.",
    "<[The news comes] as the council of the harbour begins to close the bridge>.",
    "<The crew goes on with its work [as talks go on]>.",
    "PORT ARDEN, Karrow (AP) — <[The council closed the old bridge] for a week>, the mayor said.",
    "Why [it matters: <The council closed the old bridge]>.",
)
WHOLE = (
    ("The pier was lost, the harbour master said.", "The pier was lost"),
    ("The mayor said that the old bridge would be closed.", "the old bridge would be closed"),
    ("When the storm broke, the crew was asleep.", "the crew was asleep"),
    ("The crew repaired the pier while the council of the harbour closed the bridge.", "The crew repaired the pier"),
    ("The crew left, as the council of the harbour began to close the bridge.", "The crew left"),
)


@pytest.mark.parametrize("row", READABLE)
def test_a_piece_is_shown_with_whose_it_is(read: Read, row: str) -> None:
    words = row[row.index("[") + 1 : row.index("]")]
    shown = row[row.index("<") + 1 : row.index(">")].replace("[", "").replace("]", "")
    words = words.replace("<", "")
    article, notes, claims = read(re.sub(r"[<>\[\]]", "", row), None, None)
    claim = replace(cut(claims, article, words), quoted=False)
    first, last = passages(article, notes).of(claim)
    assert article.text[first:last] == shown


@pytest.mark.parametrize(("text", "words"), WHOLE)
def test_what_can_be_read_stays(read: Read, text: str, words: str) -> None:
    article, notes, claims = read(text, None, None)
    claim = cut(claims, article, words)
    assert passages(article, notes).of(claim) == (claim.start, claim.end)


def test_a_quotation_stands_for_itself(read: Read) -> None:
    article, notes, claims = read("The mayor ended her letter: “Please stay at home tonight.”", None, None)
    claim = replace(cut(claims, article, "Please stay at home tonight"), quoted=True)
    assert passages(article, notes).of(claim) == (claim.start, claim.end)
    article, notes, claims = read("The crowd stood at the pier and chanted “close the bridge” all night.", None, None)
    piece = replace(cut(claims, article, "close the bridge"), quoted=True)
    first, last = passages(article, notes).of(piece)  # no utterance by itself
    assert article.text[first:last].startswith("The crowd stood at the pier and chanted “close the bridge”")


def test_a_passage_is_not_longer_than_can_be_shown(read: Read) -> None:
    middle = ", ".join(f"the village of Tarn {number}" for number in range(12))
    article, notes, claims = read(f"The council of {middle} met on Friday to close the old bridge.", None, None)
    claim = cut(claims, article, "to close the old bridge")
    first, last = passages(article, notes).of(claim)
    assert last - first <= UTMOST


def test_pieces_of_a_clause_are_one_passage_and_other_speakers_none(read: Read) -> None:
    article, notes, claims = read(
        "The crew repaired the old pier in March, and the mayor opened it in April.", None, None
    )
    one, two, other = (
        cut(claims, article, w) for w in ("The crew repaired the old pier", "in March", "the mayor opened it")
    )
    found = passages(article, notes).joined([one, two])
    assert {article.text[slice(*found[c.id])] for c in (one, two)} == {"The crew repaired the old pier in March"}
    said = replace(other, said_by=(notes.attributions[0].chain if notes.attributions else ()), polarity="denied")
    apart = passages(article, notes)
    assert apart.joined([one, said])[one.id] == apart.of(one)


def test_passages_with_words_in_common_are_one_whoever_speaks(read: Read) -> None:
    article, notes, claims = read("Ines Dorn said the pier would be closed for repairs on Friday.", None, None)
    tag, told = (cut(claims, article, words) for words in ("Ines Dorn said", "the pier would be closed for repairs"))
    found = passages(article, notes).joined([replace(tag, said_by=()), told])
    assert {article.text[slice(*span)] for span in found.values()} == {article.text[:-1]}


def test_what_one_report_tells_in_pieces_is_one_account(read: Read) -> None:
    left, left_notes, left_claims = read("The crew repaired the old pier.", None, "A")
    right, right_notes, right_claims = read("The crew repaired the old pier in March.", None, "B")
    shown = Passages(
        {a.id: a.text for a in (left, right)}, {left.id: Tree(left_notes.parse), right.id: Tree(right_notes.parse)}
    )
    whole, head, tail = (
        Filler(cut(c, a, w), None)
        for a, c, w in (
            (left, left_claims, "The crew repaired the old pier"),
            (right, right_claims, "The crew repaired the old pier"),
            (right, right_claims, "in March"),
        )
    )
    whole = Filler(replace(whole.claim, id="whole"), None)
    accounts = shown.answers([("The crew repaired the old pier", (whole, head)), ("in March", (tail,))])
    assert [(answer, [f.claim.id for f, _ in told]) for answer, told in accounts] == [
        ("The crew repaired the old pier", ["whole"]),
        ("The crew repaired the old pier in March", ["The crew repaired the old pier", "in March"]),
    ]
    one = shown.answers([("in March", (tail,)), ("The crew repaired the old pier", (head,))])
    assert len(one) == 2  # they stay apart where one account would be left
    assert [f.claim.id for _, told in one for f, _ in told] == ["in March", "The crew repaired the old pier"]


def test_a_denial_outside_the_words_is_told(read: Read) -> None:
    article, notes, claims = read("The pier will be closed.", None, None)
    claim = replace(cut(claims, article, "The pier will be closed"), polarity="denied")
    assert passages(article, notes).shown(claim, (claim.start, claim.end)) == "denied: The pier will be closed"


def test_what_is_only_asked_is_shown_so(read: Read) -> None:
    article, notes, claims = read("She was asked whether, under the law, the pier would be closed.", None, None)
    claim = replace(cut(claims, article, "the pier would be closed"), hedge="whether", quoted=False)
    first, last = passages(article, notes).of(claim)
    assert article.text[first:last] == "whether, under the law, the pier would be closed"
    other = read("If it rains, they leave. The pier would be closed.", None, None)
    claim = replace(cut(other[2], other[0], "The pier would be closed"), hedge="whether", quoted=False)
    assert passages(*other[:2]).of(claim) == (claim.start, claim.end)


def test_the_same_words_are_one_account(read: Read) -> None:
    texts = ("The crew repaired the old pier.", "The crew repaired the old pier.", "The mayor thanked the crew.")
    found = [read(text, None, f"Outlet {number}") for number, text in enumerate(texts)]
    shown = Passages({a.id: a.text for a, _, _ in found}, {a.id: Tree(notes.parse) for a, notes, _ in found})
    fillers = [Filler(claims[0], None) for _, _, claims in found]
    accounts = shown.answers([(f.claim.text, (f,)) for f in fillers])
    assert [[f.claim.article for f, _ in told] for _, told in accounts] == [
        [found[0][0].id, found[1][0].id],
        [found[2][0].id],
    ]
    whole = shown.answers([(f.claim.text, (f,)) for f in fillers[:2]])
    assert [len(told) for _, told in whole] == [2]  # every report says just this
