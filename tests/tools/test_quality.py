"""The quality gate's own parts, on an invented cluster and a scorer of three lines."""

from pathlib import Path

import pytest

import quality

SCORES = {
    "align": {"precision": 0.5, "recall": 0.25, "f1": 0.333},
    "conflict": {"precision": 1.0, "recall": 0.2, "f1": 0.333, "false_alarms": {"agree": 2, "unlisted": 1}},
    "verdict": {"accuracy": 0.75, "seen": 4},
    "speaker": {"precision": None, "recall": None, "f1": None},
    "reliance": {"precision": 0.5, "recall": 0.5, "f1": 0.5},
    "alias": {"recall": 0.0},
    "counts": {"align_gold": 40, "conflict_gold": 5, "speaker_gold": 0, "reliance_gold": 8},
}


@pytest.mark.parametrize(
    ("floors", "failing"),
    [
        ({"align.f1": 0.333}, []),
        ({"align.f1": 0.334}, ["align.f1"]),
        ({"align.f1": 0.4, "verdict.accuracy": 0.75, "alias.recall": 0.1}, ["align.f1", "alias.recall"]),
        ({"speaker.f1": 0.0}, ["speaker.f1"]),  # a score that could not be taken is below every floor
    ],
)
def test_a_score_below_its_floor_is_named(floors: dict[str, float], failing: list[str]) -> None:
    assert [line.split(":")[0] for line in quality.below(SCORES, floors)] == failing


def test_every_floor_is_a_measure_that_the_page_shows() -> None:
    assert set(quality.load_floors()) <= {m.key for m in quality.MEASURES}


def test_the_page_keeps_everything_outside_the_markers() -> None:
    page = f"# Quality\n\nbefore\n{quality.BEGIN}\nstale\n{quality.END}\nafter\n"
    measured = quality.table(SCORES, {"harbour": SCORES}, {"align.f1": 0.3})
    new = quality.replace_between(page, measured)
    assert new.startswith("# Quality\n\nbefore\n")
    assert new.endswith("after\n")
    assert "stale" not in new
    assert "| alignment, F1 | 0.333 | 0.300 | 0.410 | 0.850 |" in new
    assert "| harbour | 0.333 | 1.000 | 0.200 | 0.750 | – | 0.500 |" in new
    assert "agree 2, unlisted 1" in new
    assert quality.replace_between(new, measured) == new


def test_a_page_without_markers_is_refused() -> None:
    with pytest.raises(ValueError, match="markers"):
        quality.replace_between("# Quality\n", "new")


def test_the_gold_is_looked_for_where_the_environment_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CROSSWIRE_GOLD", str(tmp_path))
    assert quality.gold_folder() is None
    (tmp_path / "score.py").write_text("def ratios(n):\n    return dict(n)\n", "utf-8")
    for name in ("b", "a"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "gold.json").write_text("{}", "utf-8")
    (tmp_path / "no-answer").mkdir()
    assert quality.gold_folder() == tmp_path
    assert [path.name for path in quality.clusters(tmp_path)] == ["a", "b"]
    assert quality.load_scorer(tmp_path).ratios({"x": 1}) == {"x": 1}


def test_without_gold_the_check_says_so_and_passes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CROSSWIRE_GOLD", str(tmp_path))
    monkeypatch.setattr("sys.argv", ["quality.py", "--check"])
    assert quality.main() == 0
    assert "SKIPPED" in capsys.readouterr().err
