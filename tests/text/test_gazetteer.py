import pytest

from crosswire.text.gazetteer import compare_places, readings

ROWS = [
    ("Miami", "Florida", "within"),
    ("Miami, Fla.", "the United States", "within"),
    ("the UK", "Britain", "same"),
    ("Bombay", "Mumbai", "same"),
    ("Nevada", "Las Vegas", "holds"),
    ("Sicily", "Italy", "within"),
    ("Vancouver", "British Columbia", "within"),
    ("San Francisco", "Oakland, Calif.", "near"),
    ("London", "Paris", "apart"),
    ("Kabul", "Pakistan", "apart"),
    ("Florida", "California", "apart"),
    # A name that two places bear is apart only from what is apart from both.
    ("Georgia", "Tbilisi", "holds"),
    ("Georgia", "Atlanta", "holds"),
    ("Congo", "Kinshasa", "holds"),
    # What two countries claim lies in either.
    ("Crimea", "Russia", "within"),
    ("Crimea", "Ukraine", "within"),
    ("Hong Kong", "China", "within"),
    # Nothing is said of what is not known.
    ("Lower Osk", "Florida", None),
    ("the kitchen", "London", None),
]


@pytest.mark.parametrize(("one", "other", "lie"), ROWS)
def test_how_places_lie(one: str, other: str, lie: str | None) -> None:
    assert compare_places(one, other) == lie


def test_turned_round_it_lies_the_other_way() -> None:
    turned = {"within": "holds", "holds": "within"}
    for one, other, lie in ROWS:
        assert compare_places(other, one) == turned.get(lie or "", lie)


def test_a_town_with_its_state_is_that_town() -> None:
    assert {p.state for p in readings("Portland, Maine")} == {"ME"}
    assert {"ME", "OR"} <= {p.state for p in readings("Portland")}
