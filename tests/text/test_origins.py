"""How many independent roots stand behind claims."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.records import Copy, Lineage, Origin, OutletFamily, Passage, Reliance
from crosswire.text.origins import Origins, is_agency, outlet_key, read_families, same_outlet


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("AFP", "the AFP news agency", True),
        ("AFP", "Agence France-Presse", True),
        ("The Associated Press", "AP", True),
        ("The Wall Street Journal", "WSJ", True),
        ("U.P.I.", "United Press International", True),
        ("The Harbor Post", "harborpost.com", True),
        ("Harbor Post", "Harbor Post's", True),
        ("Tessel Maritime Board", "TMB", True),
        ("Harbor Wire", "Harbor Post", False),
        ("The News", "The Agency", False),
        ("AP", "AFP", False),
    ],
)
def test_same_outlet(a: str, b: str, same: bool) -> None:
    assert same_outlet(a, b) is same
    assert same_outlet(b, a) is same


def test_keys_of_agencies() -> None:
    assert outlet_key("Press Trust of India") == outlet_key("PTI")
    assert is_agency("Reuters")
    assert not is_agency("Harbor Post")


TOLD = read_families(
    {"agencies": {"Harbor Wire": ["HW"], "AFP": ["French Wire"]}, "families": {"North": ["Tessel Post", "Quay News"]}}
)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Tessel Post", "Quay News", True),
        ("Harbor Wire", "the HW news agency", True),
        ("French Wire", "Agence France-Presse", True),
        ("Tessel Post", "Harbor Wire", False),
        ("AP", "AFP", False),
    ],
)
def test_families_that_the_caller_tells_of(a: str, b: str, same: bool) -> None:
    assert same_outlet(a, b, TOLD) is same
    assert not same_outlet("Tessel Post", "Quay News")


def test_agencies_that_the_caller_tells_of() -> None:
    assert is_agency("HW", TOLD)
    assert not is_agency("HW")
    assert is_agency("French Wire", TOLD)
    assert not is_agency("Quay News", TOLD)
    assert outlet_key("", (OutletFamily(()),)) == ""


def test_claims_on_outlets_of_one_family_are_one_origin() -> None:
    told = Lineage((), (), (Origin("o1", ("a",), ""), Origin("o2", ("b",), "")), TOLD)
    assert Origins(told).of([("a", 0, 9, ("HW",)), ("b", 0, 9, ("Harbor Wire",))]) == 1
    assert Origins(told, {"a": "Tessel Post"}).of([("a", 0, 9, ()), ("b", 0, 9, ("Quay News",))]) == 1


def lineage(*groups: tuple[str, ...], copies: tuple[Copy, ...] = (), on: tuple[str, ...] = ()) -> Lineage:
    origins = tuple(Origin(f"o{n}", group, "") for n, group in enumerate(groups))
    return Lineage(copies, (Reliance("a", on, 0, 1),) if on else (), origins)


APART = (("a",), ("b",), ("c",))


def test_articles_of_one_origin_count_once() -> None:
    assert Origins(lineage(("a", "b"), ("c",))).of([("a", 0, 9, ()), ("b", 0, 9, ()), ("c", 0, 9, ())]) == 2


def test_one_article_that_says_it_twice_counts_once() -> None:
    assert Origins(lineage(*APART)).of([("a", 0, 9, ()), ("a", 20, 29, ())]) == 1


def test_no_claims_no_origins() -> None:
    assert Origins(lineage(*APART)).of([]) == 0


@pytest.mark.parametrize(("start", "end", "count"), [(100, 140, 1), (90, 115, 1), (60, 110, 2), (200, 240, 2)])
def test_a_claim_in_a_copied_passage_counts_for_the_giver(start: int, end: int, count: int) -> None:
    copy = Copy("a", "b", 0.2, "shared-passages", "time", (Passage((0, 50), (100, 150)),))
    assert Origins(lineage(*APART, copies=(copy,))).of([("a", 0, 40, ()), ("b", start, end, ())]) == count


def test_a_passage_copied_from_a_copy_leads_to_the_first_giver() -> None:
    first = Copy("a", "b", 0.2, "shared-passages", "time", (Passage((0, 50), (100, 150)),))
    second = Copy("b", "c", 0.2, "shared-passages", "time", (Passage((100, 150), (30, 80)),))
    assert Origins(lineage(*APART, copies=(first, second))).of([("a", 0, 40, ()), ("c", 30, 70, ())]) == 1


NEAR = Copy("a", "b", 0.6, "near-copy", "time", (Passage((0, 300), (0, 300)),), own=((300, 600),))


@pytest.mark.parametrize(
    ("claims", "count"),
    [
        ([("a", 0, 90, ()), ("b", 0, 90, ())], 1),  # copied
        ([("a", 0, 90, ()), ("b", 400, 490, ())], 2),  # reported itself
        ([("a", 0, 90, ()), ("b", 0, 90, ()), ("b", 400, 490, ())], 1),  # said again in its own part
        ([("c", 0, 90, ()), ("b", 400, 490, ())], 2),
        ([("a", 0, 90, ()), ("b", 620, 690, ())], 1),  # reworded: in no passage, in no stretch of its own
        ([("a", 0, 90, ()), ("b", 400, 490, ("Reuters",))], 2),
    ],
)
def test_a_near_copy_is_an_origin_of_what_it_reports_itself(
    claims: list[tuple[str, int, int, tuple[str, ...]]], count: int
) -> None:
    assert Origins(lineage(("a", "b"), ("c",), copies=(NEAR,))).of(claims) == count


def test_a_copy_of_what_a_near_copy_reports_itself_leads_to_that() -> None:
    again = Copy("b", "c", 0.2, "shared-passages", "time", (Passage((400, 500), (0, 100)),))
    claims = [("a", 0, 90, ()), ("b", 410, 490, ()), ("c", 10, 90, ())]
    assert Origins(lineage(("a", "b"), ("c",), copies=(NEAR, again))).of(claims) == 2


def test_a_claim_on_an_outlet_counts_for_the_article_that_is_from_it() -> None:
    claims = [("a", 0, 9, ()), ("b", 0, 9, ("an official", "Harbor Wire"))]
    assert Origins(lineage(*APART), {"a": "Harbor Wire", "b": "Quay News"}).of(claims) == 1
    assert Origins(lineage(*APART), {"a": "Strait Times", "b": "Quay News"}).of(claims) == 2


def test_two_claims_on_one_agency_are_one_origin() -> None:
    assert Origins(lineage(*APART)).of([("a", 0, 9, ("AFP",)), ("b", 0, 9, ("Agence France-Presse",))]) == 1


def test_a_chain_of_outlets_is_one_root() -> None:
    outlets = {"a": "Strait Times"}
    claims = [("a", 0, 9, ()), ("b", 0, 9, ("officials", "Strait Times", "Kyodo")), ("c", 0, 9, ("Kyodo News",))]
    assert Origins(lineage(*APART), outlets).of(claims) == 1


def test_two_reports_of_one_speaker_are_two_origins() -> None:
    assert Origins(lineage(*APART)).of([("a", 0, 9, ("Marta Lindqvist",)), ("b", 0, 9, ("Marta Lindqvist",))]) == 2


TWICE = Lineage((), (), tuple(Origin(key, (key,), "") for key in "abc"), outlets=("Delta Herald", "Quay News"))


@pytest.mark.parametrize(
    ("claims", "count"),
    [
        ([("a", 0, 9, ("Dahl", "Delta Herald")), ("b", 0, 9, ("The Delta Herald",))], 1),  # both have it from one paper
        ([("a", 0, 9, ("ISNA",)), ("a", 20, 29, ())], 1),  # told in its own voice and as the agency's
        ([("a", 0, 9, ("ISNA",)), ("a", 20, 29, ()), ("b", 0, 9, ())], 2),
        ([("a", 0, 9, ("ISNA",)), ("a", 20, 29, ("Quay News",))], 2),  # it names two
        ([("a", 0, 9, ("Dahl",)), ("b", 0, 9, ("Dahl",))], 2),  # an ordinary speaker whom both asked
    ],
)
def test_a_report_counts_once_unless_it_names_several_outlets(
    claims: list[tuple[str, int, int, tuple[str, ...]]], count: int
) -> None:
    assert Origins(TWICE).of(claims) == count


@given(
    st.lists(
        st.tuples(st.sampled_from("abc"), st.integers(0, 600), st.sampled_from([(), ("ISNA",), ("Dahl", "ISNA")])),
        min_size=1,
    )
)
def test_origins_never_exceed_reports_of_which_none_names_two_outlets(
    rows: list[tuple[str, int, tuple[str, ...]]],
) -> None:
    claims = [(article, start, start + 40, said_by) for article, start, said_by in rows]
    count = Origins(lineage(("a", "b"), ("c",), copies=(NEAR,))).of(claims)
    assert 1 <= count <= len({article for article, *_ in rows})
