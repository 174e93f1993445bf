"""One speaker's words as every report gives them: which are versions of one utterance, and where they differ."""

import importlib
from itertools import permutations

import pytest

from crosswire import annotate
from crosswire.engines.spacy_parser import SpacyParser
from crosswire.reconcile import wordings
from crosswire.records import Annotations, Article, Line, Lineage, Origin, Wording

pytestmark = pytest.mark.models
NONE = Lineage((), (), ())
module = importlib.import_module("crosswire.reconcile.wordings")


def report(name: str, text: str) -> Article:
    lines, at = [], 0
    for part in text.split("\n"):
        lines.append(Line(at, at + len(part), "body"))
        at += len(part) + 1
    return Article(name, f"{name}.txt", text, None, None, None, None, None, "en", None, tuple(lines), "0")


def said(*texts: str, lineage: Lineage = NONE) -> tuple[list[Article], tuple[Wording, ...]]:
    """The reports a, b, … and the utterances that they share."""
    articles = [report(chr(ord("a") + n), text) for n, text in enumerate(texts)]
    parser = SpacyParser()
    notes: dict[str, Annotations] = {a.id: annotate.annotate(a, parser.parse(a)) for a in articles}
    return articles, wordings(articles, notes, (), lineage)


def shown(articles: list[Article], wording: Wording) -> list[str]:
    """The versions with what differs in brackets."""
    texts, told = {a.id: a.text for a in articles}, []
    for version in wording.versions:
        text, at, words = texts[version.article], version.start, ""
        for start, end in version.differs:
            words += f"{text[at:start]}[{text[start:end]}]"
            at = end
        told.append(words + text[at : version.end])
    return told


def test_words_that_not_every_report_has_are_marked() -> None:
    articles, found = said(
        'The wall was old. "The wall gave way at two in the morning," Ruth Okoro said.',
        'It was dark. "The wall collapsed at two in the morning," Ruth Okoro told reporters.',
    )
    assert [w.speaker for w in found] == ["Ruth Okoro"]
    assert shown(articles, found[0]) == [
        '"The wall [gave way] at two in the morning,"',
        '"The wall [collapsed] at two in the morning,"',
    ]
    assert [v.quoted for v in found[0].versions] == [True, True]


def test_what_one_report_cut_does_not_differ() -> None:
    articles, found = said(
        '"The wall gave way at two in the morning and nobody had looked at it for years," Ruth Okoro said.',
        '"The wall gave way at two in the morning," Ruth Okoro said.',
    )
    assert all(not v.differs for v in found[0].versions), shown(articles, found[0])


def test_reported_speech_stands_beside_the_quotation() -> None:
    _, found = said(
        '"The bridge will stay closed until the inspectors are done," Mayor Ella Stone said.',
        "Mayor Ella Stone said the bridge would stay closed until the inspectors were done.",
    )
    assert [v.quoted for v in found[0].versions] == [True, False]


def test_the_same_words_under_two_names_are_one_utterance() -> None:
    _, found = said(
        '"Any attack on the harbour will be answered with full force," Ella Stone said.',
        '"Any attack on the harbour will be answered with full force," Karl Brandt said.',
    )
    assert {v.said_by[0] for v in found[0].versions} == {"Ella Stone", "Karl Brandt"}


APART = [
    ('"The wall gave way in the night," Ruth Okoro said.', '"We need new pumps by the summer," Ruth Okoro said.'),
    ("Ruth Okoro said the wall gave way at two.", "Ruth Okoro said the wall gave way at two."),  # nobody quotes
    ('"We are ready to help," Ella Stone said.', '"We are sad and ready to grieve," Karl Brandt said.'),
    ("The wall gave way at two in the morning.", '"The wall gave way at two in the morning," Ruth Okoro said.'),
]


@pytest.mark.parametrize(("left", "right"), APART)
def test_other_words_are_no_versions(left: str, right: str) -> None:
    assert said(left, right)[1] == ()


def test_a_copy_adds_no_support_to_an_utterance() -> None:
    text = '"The wall gave way at two in the morning," Ruth Okoro said.'
    one = Lineage((), (), (Origin("o", ("a", "b"), "b copies a"), Origin("p", ("c",), "stands alone")))
    _, found = said(text, text, text, lineage=one)
    assert [(len(w.versions), w.origins) for w in found] == [(3, 2)]


def test_the_pairs_do_not_depend_on_the_order_of_the_reports() -> None:
    texts = (
        '"The wall gave way at two in the morning," Ruth Okoro said.',
        '"The wall collapsed at two in the morning," Ruth Okoro said.',
        '"The old wall gave way at two this morning," Ruth Okoro said.',
    )
    sets = {
        frozenset(frozenset(shown(articles, w)) for w in found)
        for articles, found in (said(*order) for order in permutations(texts))
    }
    assert len(sets) == 1


def test_words_that_all_remarks_share_pair_nobody() -> None:
    """Growth: a word that most remarks of a story hold is not followed, so pairs stay few."""
    words = ("storm", "coast", "night")
    remarks = [
        module.Remark(str(n), 0, 1, words, (), frozenset(words), "okoro", ("Ruth Okoro",), True)
        for n in range(module.COMMON + 1)
    ]
    assert list(module._pairs(remarks)) == []
    assert len(list(module._pairs(remarks[:3]))) == 3
