"""The story that many reports tell: made alike each time, in many wordings; and the power that seconds grow with."""

import math
import re
from collections import Counter

import pytest

import bench_story


def test_reports_are_the_same_for_a_size_and_hardly_share_a_sentence() -> None:
    made = bench_story.reports(12)
    assert made == bench_story.reports(12)
    assert len(set(made)) == 12
    sentences = Counter(s for text in made for s in set(re.split(r"(?<=[.”])\s+", text)))
    assert sum(count > 1 for count in sentences.values()) < 0.1 * len(sentences)
    assert not any(mark in text for text in made for mark in "[]{}|")


def test_a_fact_is_told_of_the_same_place_in_every_wording() -> None:
    world = bench_story._World(9)
    told = {world.tell("wide 3", bench_story.random.Random(n)) for n in range(40)}
    assert len(told) > 10
    assert len({place for text in told for place in world.places if re.search(rf"\b{place}\b", text)}) == 1


@pytest.mark.parametrize(("power", "wanted"), [(1.0, 1.0), (2.0, 2.0)])
def test_the_exponent_is_the_power_of_n_log_n(power: float, wanted: float) -> None:
    rows = [(n, 3e-6 * (n * math.log(n)) ** power) for n in (200, 500, 3000)]
    assert bench_story.exponent(rows) == pytest.approx(wanted)
