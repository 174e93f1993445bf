"""The table of who says what: where the peer is absent, the page keeps its column."""

from collections import Counter

import polnear

PAGE = f"""Before.

{polnear.BEGIN}
| 84 articles | rules alone | textacy 0.13, May 2031 |
| --- | --- | --- |
| Source, exact | 0.100 (0.10 / 0.10) | 0.260 (0.65 / 0.16) |
| Cue, exact | 0.100 (0.10 / 0.10) | 0.312 (0.85 / 0.19) |
{polnear.END}
"""


def test_the_peers_column_stays_where_it_was_not_measured() -> None:
    told = polnear.table({"rules alone": Counter(), "joined": Counter()}, 84, PAGE).splitlines()
    assert told[0] == "| 84 articles | rules alone | joined | textacy 0.13, May 2031 |"
    assert told[1] == "| --- | --- | --- | --- |"
    assert told[2].endswith("| 0.260 (0.65 / 0.16) |")


def test_a_peer_that_was_measured_takes_the_place_of_the_page() -> None:
    told = polnear.table({"textacy 0.14, June 2031": Counter()}, 84, PAGE).splitlines()
    assert told[0] == "| 84 articles | textacy 0.14, June 2031 |"


def test_a_page_without_a_table_has_no_column() -> None:
    assert polnear.peer_column("") == []
    assert polnear.peer_column(f"{polnear.BEGIN}\n{polnear.END}") == []
