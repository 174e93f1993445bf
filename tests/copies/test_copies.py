"""Copies against pairs of real reports that were read and labelled: floors that never go down."""

import re

import pytest

import copies
import corpora

needs_ecb = pytest.mark.skipif(not (corpora.folder() / "ecbplus").is_dir(), reason=f"no ECB+ in {corpora.folder()}")
needs_basil = pytest.mark.skipif(not (corpora.folder() / "basil").is_dir(), reason=f"no BASIL in {corpora.folder()}")


def test_a_label_names_two_documents_a_class_and_a_reason_of_our_own() -> None:
    rows = [line.split("\t") for line in copies.LABELS.read_text("utf-8").splitlines() if not line.startswith("#")]
    for first, second, label, reason in rows:
        assert re.fullmatch(r"\d+_\d+ecb(plus)?", first)
        assert re.fullmatch(r"\d+_\d+ecb(plus)?", second)
        assert first.split("_")[0] == second.split("_")[0]
        assert label in copies.CLASSES
        assert 3 <= len(reason.split()) <= 20
    assert len(copies.labels()) == len(rows)


@needs_ecb
@pytest.mark.corpora
def test_floors_on_labelled_pairs() -> None:
    """Precision and recall for "copied", on the topics tuned on and on the others; nearly all that is derived
    is found as a shared passage, and no independent pair is a copy."""
    table, unread = copies.compared()
    for half, (precision, recall) in {1: (0.95, 0.90), 0: (0.90, 0.90)}.items():
        measured = copies.copied(table, half)
        assert measured[0] >= precision
        assert measured[1] >= recall
        assert table[half, "independent", "copied"] == 0
        derived = sum(table[half, "derived", answer] for answer in copies.CLASSES)
        assert table[half, "derived", "derived"] >= 0.85 * derived
    assert unread == []


@needs_basil
@pytest.mark.corpora
def test_reports_written_independently_are_no_copies() -> None:
    events = copies.in_basil()
    assert events["pairs"] == 150
    assert events["copied"] == 0
    assert events["derived"] <= 2
