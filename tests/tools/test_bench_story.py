"""The story that many reports tell: made alike each time, in many wordings; and the power that seconds grow with."""

import math
import re
from collections import Counter
from collections.abc import Sequence

import pytest

import bench_story
from crosswire.records import Account, Answer, Lineage, Point, Story, StoryFindings


def test_reports_are_the_same_for_a_size_and_hardly_share_a_sentence() -> None:
    made = bench_story.reports(12)
    assert made == bench_story.reports(12)
    assert len(set(made)) == 12
    sentences = Counter(s for text, _ in made for s in set(re.split(r"(?<=[.”])\s+", text)))
    assert sum(count > 1 for count in sentences.values()) < 0.1 * len(sentences)
    assert not any(mark in text for text, _ in made for mark in "[]{}|")


def test_a_fact_is_told_of_the_same_place_in_every_wording() -> None:
    world = bench_story._World(9)
    told = {world.tell("wide 3", bench_story.random.Random(n))[0] for n in range(40)}
    assert len(told) > 10
    assert len({place for text in told for place in world.places if re.search(rf"\b{place}\b", text)}) == 1


@pytest.mark.parametrize(("power", "wanted"), [(1.0, 1.0), (2.0, 2.0)])
def test_the_exponent_is_the_power_of_n_log_n(power: float, wanted: float) -> None:
    rows = [(n, 3e-6 * (n * math.log(n)) ** power) for n in (200, 500, 3000)]
    assert bench_story.exponent(rows) == pytest.approx(wanted)


def test_each_sentence_is_known_with_the_fact_and_the_figure_that_it_tells() -> None:
    told = [(text[t.start : t.end], t.figure) for text, tellings in bench_story.reports(12) for t in tellings]
    assert all(re.fullmatch(r"[^.]+\.”?|“[^”]+” [^.]+\.", sentence) for sentence, _ in told)
    assert all(figure is None or re.search(rf"\b{figure}\b", sentence) for sentence, figure in told)
    assert sum(figure is not None for _, figure in told) > 20


FIRST, SECOND, THIRD = (
    (bench_story.Telling(0, 9, "bridge", 12), bench_story.Telling(10, 19, "court", 3)),
    (bench_story.Telling(0, 9, "bridge", 12), bench_story.Telling(10, 19, "dikes", 3)),
    (bench_story.Telling(0, 9, "bridge", 14),),
)


def point(kind: str, verdict: str, *accounts: Sequence[tuple[str, int]]) -> Point:
    answers = (
        tuple(Answer(f"{a}{start}", a, start, start + 9, "", "", (), None) for a, start in account)
        for account in accounts
    )
    told = tuple(Account("", 1, own) for own in answers)
    return Point("", "", "", kind, verdict, None, "", told, (), ())  # type: ignore[arg-type]


def findings(*points: Point) -> StoryFindings:
    return StoryFindings(Story("", "", ()), points, Lineage((), (), ()), (), (), ())


TOLD = {"a": FIRST, "b": SECOND, "c": THIRD}
APART = (point("event", "single", [("a", 10)]), point("event", "single", [("b", 10)]))


def test_all_that_was_planted_is_found() -> None:
    one = point("event", "agree", [("a", 0), ("b", 0), ("c", 0)])
    clash = point("count", "conflict", [("a", 0), ("b", 0)], [("c", 0)])
    assert bench_story.quality(findings(one, *APART, clash), TOLD) == {"grouped": 1.0, "shown": 1.0, "right": 1.0}


def test_what_is_missed_and_what_is_mixed_up_counts() -> None:
    mixed = point("event", "agree", [("a", 0), ("b", 0), ("a", 10), ("b", 10)])
    clash = point("money", "conflict", [("a", 10)], [("b", 10)])
    found = bench_story.quality(findings(mixed, point("event", "single", [("c", 0)]), clash), TOLD)
    assert found["shown"] == found["right"] == 0.0
    precision, recall = (2 * 2 / 4 + 2 * 1 / 4 + 1) / 5, (2 * 2 / 3 + 1 / 3 + 2) / 5
    assert found["grouped"] == pytest.approx(2 * precision * recall / (precision + recall))
