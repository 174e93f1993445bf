"""Clustering by average link over the links alone."""

from hypothesis import given
from hypothesis import strategies as st

from crosswire.align.cluster import JOIN, cluster

PAIRS = st.integers(2, 9).flatmap(
    lambda n: st.tuples(
        st.lists(st.integers(0, 3), min_size=n, max_size=n),
        st.dictionaries(
            st.tuples(st.integers(0, n - 1), st.integers(0, n - 1)).filter(lambda p: p[0] < p[1]),
            st.floats(0.05, 1.0),
        ),
    )
)


def apart(articles: list[int], links: dict[tuple[int, int], float]) -> dict[tuple[int, int], float]:
    """Links stand between different articles alone."""
    return {p: s for p, s in links.items() if articles[p[0]] != articles[p[1]]}


@given(PAIRS)
def test_every_item_stands_in_exactly_one_group(drawn: tuple[list[int], dict[tuple[int, int], float]]) -> None:
    articles, links = drawn
    groups = cluster(articles, apart(articles, links))
    assert sorted(i for group in groups for i in group) == list(range(len(articles)))
    assert list(groups) == sorted(groups)


@given(PAIRS)
def test_the_order_of_the_links_does_not_matter(drawn: tuple[list[int], dict[tuple[int, int], float]]) -> None:
    articles, links = drawn
    links = apart(articles, links)
    assert cluster(articles, dict(reversed(links.items()))) == cluster(articles, links)


@given(PAIRS)
def test_nothing_joins_below_the_threshold(drawn: tuple[list[int], dict[tuple[int, int], float]]) -> None:
    articles, links = drawn
    weak = {p: s * JOIN * 0.99 for p, s in apart(articles, links).items()}
    assert all(len(group) == 1 for group in cluster(articles, weak))


def test_one_strong_link_joins_two_and_does_not_chain_a_third() -> None:
    assert cluster([0, 1, 2], {(0, 1): 0.9}) == ((0, 1), (2,))
    assert cluster([0, 1, 2, 3], {(0, 1): 0.9, (1, 2): 0.26}) == ((0, 1), (2,), (3,))
    assert cluster([0, 1, 2], {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.7}) == ((0, 1, 2),)


def test_two_of_one_article_join_through_another_article_only() -> None:
    assert cluster([0, 0], {}) == ((0,), (1,))
    assert cluster([0, 0, 1], {(0, 2): 0.9, (1, 2): 0.8}) == ((0, 1, 2),)


def test_a_group_of_many_needs_no_more_links_than_its_items_have_partners() -> None:
    """Twenty reports tell one thing, and each claim was compared with its next four on either side alone."""
    near = {(i, (i + step) % 20): 0.9 for i in range(20) for step in (1, 2, 3, 4)}
    links = {(min(p), max(p)): score for p, score in near.items()}
    assert len(cluster(range(20), links)) > 1
    assert len(cluster(range(20), links, partners=8)) == 1


def test_two_groups_of_many_do_not_join_by_one_link() -> None:
    links = {(i, j): 0.9 for half in (range(12), range(12, 24)) for i in half for j in half if i < j}
    assert len(cluster(range(24), links | {(0, 12): 0.9}, partners=11)) == 2


@given(PAIRS, st.integers(1, 4))
def test_groups_no_larger_than_the_partners_are_as_without_a_bound(
    drawn: tuple[list[int], dict[tuple[int, int], float]], more: int
) -> None:
    articles, links = drawn
    links = apart(articles, links)
    assert cluster(articles, links, partners=len(articles) - 1 + more) == cluster(articles, links)


@given(PAIRS)
def test_a_twin_stands_where_the_other_stands_and_moves_nothing(
    drawn: tuple[list[int], dict[tuple[int, int], float]],
) -> None:
    articles, links = drawn
    links = apart(articles, links)
    alone = cluster(articles, links)
    number = len(articles)
    with_twin = cluster([*articles, 9], links | {(0, number): 1.0}, twins={number: 0})
    assert tuple(tuple(i for i in group if i != number) for group in with_twin) == alone
    assert next(group for group in with_twin if 0 in group)[-1] == number
