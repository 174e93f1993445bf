"""The laws of the design, over the whole pipeline and the real models."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire import pipeline
from crosswire.engines.spacy_parser import SpacyParser
from crosswire.present.document import dump, load, to_document
from crosswire.provenance import verify
from crosswire.records import Answer, Article, Dossier, content_id
from crosswire.settings import Settings

pytestmark = pytest.mark.models
Compare = Callable[[Iterable[Article]], Dossier]


def answers(dossier: Dossier) -> list[Answer]:
    return [c for s in dossier.stories for p in s.points for a in p.accounts for c in a.claims]


@given(data=st.data())
@settings(max_examples=3)
def test_the_order_of_the_input_never_changes_a_byte(
    compare: Compare, ferry: tuple[Article, ...], dossier: Dossier, data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(ferry))
    assert dump(to_document(compare(shuffled))) == dump(to_document(dossier))


def test_another_story_does_not_interfere(
    compare: Compare, ferry: tuple[Article, ...], breach: tuple[Article, ...], dossier: Dossier
) -> None:
    both = compare([*breach, *ferry])
    apart = {s.story.id: s for s in (*dossier.stories, *compare(breach).stories)}
    assert {s.story.id for s in both.stories} == set(apart)
    for findings in both.stories:
        assert findings == apart[findings.story.id]


def copied(original: Article) -> Article:
    """The same words under another name, a day later."""
    return replace(
        original,
        id=content_id("article", "a copy of", original.id),
        source="copied.txt",
        outlet="The Morning Copyist",
        published="2025-03-03T20:00:00Z",
    )


@pytest.mark.parametrize("outlet", ["Harbor Wire", "Ellish Gazette", "Daily Splash"])
def test_a_copy_adds_no_support(compare: Compare, ferry: tuple[Article, ...], dossier: Dossier, outlet: str) -> None:
    copy = copied(next(a for a in ferry if a.outlet and outlet in a.outlet))
    findings = next(s for s in compare([*ferry, copy]).stories if copy.id in s.story.articles)
    assert len(findings.lineage.origins) <= len(dossier.stories[0].lineage.origins)
    told = 0
    for point in findings.points:
        for account in point.accounts:
            articles = {c.article for c in account.claims}
            told += copy.id in articles
            assert account.origins <= len(articles - {copy.id}) or articles == {copy.id}
    assert told > 0


def test_every_claim_stands_in_a_point(ferry: tuple[Article, ...], dossier: Dossier) -> None:
    told = {(a.article, a.claim) for a in answers(dossier)}
    reader = pipeline.default_reader(Settings())
    marked, _ = pipeline.read_all(ferry, SpacyParser(), reader, Settings(), lambda *_: None)
    assert {(a.id, c.id) for a in ferry for c in marked[a.id].claims} == told


def test_every_span_slices_to_its_text(dossier: Dossier) -> None:
    texts = {a.id: a.text for a in dossier.articles}
    assert answers(dossier)
    for answer in answers(dossier):
        assert texts[answer.article][answer.start : answer.end] == answer.text
    for findings in dossier.stories:
        for copy in findings.lineage.copies:
            for passage in copy.passages:
                assert texts[copy.giver][slice(*passage.giver)]
                assert texts[copy.taker][slice(*passage.taker)]


def test_every_silence_is_a_report_of_the_story_that_does_not_tell(dossier: Dossier) -> None:
    for findings in dossier.stories:
        for point in findings.points:
            telling = {c.article for a in point.accounts for c in a.claims}
            silent = {s.article for s in point.silent}
            assert telling | silent <= set(findings.story.articles)
            assert not telling & silent


def test_verdicts_fit_their_accounts(dossier: Dossier) -> None:
    for findings in dossier.stories:
        for point in findings.points:
            articles = {c.article for a in point.accounts for c in a.claims}
            assert (point.between is not None) == (point.verdict == "conflict")
            assert len(point.accounts) > 1 or point.verdict in ("single", "agree")
            assert len(articles) > 1 or point.verdict == "single" or point.between == "speakers"
            assert point.question.endswith("?")
            assert "…" not in point.question
            assert point.reason.endswith(".")


def test_no_point_says_that_fits_together_what_another_sets_apart(dossier: Dossier) -> None:
    for findings in dossier.stories:
        sides = [[{c.claim for c in a.claims} for a in p.accounts] for p in findings.points if p.verdict == "conflict"]
        for point in findings.points:
            own = {c.claim for a in point.accounts for c in a.claims}
            if point.verdict == "compatible" and any(sum(bool(side & own) for side in two) > 1 for two in sides):
                assert "clashes" not in point.reason
                assert point.reason.startswith("They clash in one point: ")


def test_the_timeline_is_sorted_and_its_points_exist(dossier: Dossier) -> None:
    for findings in dossier.stories:
        starts = [entry.start or "9999" for entry in findings.timeline]
        assert starts == sorted(starts)
        assert {entry.point for entry in findings.timeline} <= {point.id for point in findings.points}


def test_a_document_survives_the_round_trip_and_verifies(dossier: Dossier) -> None:
    document = to_document(dossier)
    again = load(dump(document))
    assert again == document
    assert dump(again) == dump(document)
    assert verify(again) == ()


RUN = """
import sys
from crosswire import compare
from crosswire.present.document import dump, to_document
sys.stdout.buffer.write(dump(to_document(compare(sys.argv[1:]))).encode())
"""


def test_the_same_input_gives_the_same_bytes_in_every_process(tmp_path: Path) -> None:
    (tmp_path / "daily.txt").write_text(
        "Twelve people died and dozens were hurt when a tram left its rails in Ordell on Monday, police said.\n"
        "Ines Dorn, the mayor, said the brakes had failed. Pavel Quist, who owns the line, denied it.\n"
    )
    (tmp_path / "wire.txt").write_text(
        "A tram left its rails in Ordell on Monday evening, killing 14 people, the mayor, Ines Dorn, said.\n"
        "The brakes had not failed, said Pavel Quist, the owner of the line. Some 40 people were injured.\n"
    )
    files = [str(path) for path in sorted(tmp_path.iterdir())]
    runs = [
        subprocess.run(
            [sys.executable, "-c", RUN, *given],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed, given in (("1", files), ("4321", files[::-1]))
    ]
    assert runs[0] == runs[1]
    assert b"Ines Dorn" in runs[0]


def test_the_number_of_threads_never_changes_a_byte(ferry: tuple[Article, ...], dossier: Dossier) -> None:
    alone = Settings(threads=1)
    again = pipeline.compare_articles(ferry, (), SpacyParser(), pipeline.default_reader(alone), alone)
    assert dump(to_document(again)) == dump(to_document(dossier))
