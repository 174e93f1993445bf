"""The benchmark's synthetic articles: other worlds, told alike by all reports of one world."""

from pathlib import Path

import pytest

import bench

FIRST = "The ferry Maren struck the quay at Oldehaven on Friday, Tilda Brandt said, injuring 14 people."
SECOND = "At least 14 people were hurt when, in Oldehaven, the ferry Maren struck the quay, said Tilda Brandt."


def test_world_zero_is_the_text_itself() -> None:
    assert bench.vary(FIRST, 0) == FIRST


def test_another_world_has_other_names_and_numbers_the_same_in_all_its_reports() -> None:
    first, second = bench.vary(FIRST, 3), bench.vary(SECOND, 3)
    for told in (first, second):
        assert not {"Maren", "Oldehaven", "Tilda", "14"} & set(told.replace(",", "").split())
    name = first.split()[2]
    assert name in second.split()
    assert bench.vary(FIRST, 4) != first == bench.vary(FIRST, 3)


def test_a_long_report_is_cut_at_whole_words() -> None:
    told = bench.vary("wave " * 1000, 0)
    assert len(told.split()) == bench.WORDS


@pytest.mark.parametrize("size", [1, 4, 7])
def test_growing_writes_exactly_so_many_reports(tmp_path: Path, size: int) -> None:
    for name, text in (("a", FIRST), ("b", SECOND)):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    out = tmp_path / "out"
    out.mkdir()
    written = bench.grown([[tmp_path / "a.txt", tmp_path / "b.txt"]], size, out)
    assert len(written) == size == len(list(out.iterdir()))
    assert len({path.read_text("utf-8") for path in written}) == size


def test_a_failing_worker_is_an_error_with_its_reason(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="parse failed"):
        bench.measure("parse", [[tmp_path / "absent.txt"]])
