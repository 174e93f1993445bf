"""The benchmark's made reports, and that what was planted in them is found."""

import bench_copies
from crosswire.stories.shingles import meetings, shingles


def test_a_size_gives_the_same_reports_each_time() -> None:
    assert bench_copies.made(40) == bench_copies.made(40)
    assert len(bench_copies.made(41)) == 41
    assert bench_copies.made(40) != bench_copies.made(40, seed=2)


def test_what_was_planted_is_found_and_stories_stay_whole() -> None:
    figures = bench_copies.run(400)
    assert figures["planted"] > 40
    assert figures["near"] >= 0.98
    assert figures["lifted"] >= 0.95
    assert figures["false"] <= 0.1 * figures["planted"]
    assert figures["b_cubed"] >= 0.99


def test_pairs_looked_at_grow_with_the_reports() -> None:
    """Three times the reports give less than four times the pairs, where all pairs would be nine times as many."""

    def pairs(size: int) -> int:
        return len(meetings(shingles(report.text.split() for report in bench_copies.made(size))))

    assert pairs(900) < 4 * pairs(300)


def test_b_cubed_of_a_perfect_grouping_and_of_one_heap() -> None:
    reports = bench_copies.made(60)
    stories = [report.story for report in reports]
    assert bench_copies.b_cubed([[s for s in stories if s == story] for story in sorted(set(stories))], reports) == 1.0
    assert bench_copies.b_cubed([stories], reports) < 0.5
