"""Lineage: copies, reliance, origins."""

from dataclasses import replace
from itertools import pairwise

import build
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire.records import Article, Citation, Lineage, LineKind, OutletFamily, Sentence, Source, content_id
from crosswire.stories import trace
from crosswire.text.origins import Origins

AGENCY = (
    "PORT MAREN, March 2 (Harbor Wire) - Twelve people were hurt when a ferry struck an anchored freighter in fog.\n"
    "The Corlina was carrying 240 passengers from the island of Tessel when it hit the Osk Trader at 7:40 a.m.\n"
    "Two of the injured are in a serious condition, the regional hospital said late on Sunday.\n"
    "The strait remained closed to all shipping on Sunday night while divers looked at the hull."
)
EDITED = (
    "Twelve people were injured when a ferry struck an anchored freighter in fog.\n"
    "The Corlina was carrying some 240 passengers from the island of Tessel when it hit the Osk Trader at 7:40 a.m.\n"
    "Two of the injured are in a serious condition, the regional hospital said late Sunday.\n"
    "The strait remained closed to all shipping on Sunday night while divers looked at the hull."
)
OWN = (
    "Marta Lindqvist was on deck with her two sons when she heard the bang.\n"
    "She said it took the crew ten minutes to hand out life jackets, and nobody spoke on the loudspeaker."
)
PARTLY = OWN + "\nTwo of the injured are in a serious condition, the regional hospital said late on Sunday."


def test_a_near_copy_is_found_through_light_edits_and_shares_an_origin() -> None:
    wire = build.article(AGENCY, "wire.txt", outlet="Harbor Wire")
    post = build.article(EDITED, "post.txt", outlet="Tessel Post")
    own = build.article(OWN, "own.txt", outlet="Strait Times")
    lineage = trace([own, post, wire], {})
    (copy,) = lineage.copies
    assert copy.kind == "near-copy"
    assert copy.share > 0.8
    assert {copy.giver, copy.taker} == {wire.id, post.id}
    assert sorted(len(origin.articles) for origin in lineage.origins) == [1, 2]
    for passage in copy.passages:
        giver, taker = (wire, post) if copy.giver == wire.id else (post, wire)
        assert giver.text[slice(*passage.giver)].split()[-1] == taker.text[slice(*passage.taker)].split()[-1]


def test_one_shared_passage_is_no_near_copy_and_leaves_two_origins() -> None:
    wire, mixed = build.article(AGENCY, "wire.txt"), build.article(PARTLY, "mixed.txt")
    lineage = trace([wire, mixed], {})
    (copy,) = lineage.copies
    assert copy.kind == "shared-passages"
    assert len(copy.passages) == 1
    assert mixed.text[slice(*copy.passages[0].taker if copy.taker == mixed.id else copy.passages[0].giver)].startswith(
        "Two of"
    )
    assert len(lineage.origins) == 2


@pytest.mark.parametrize(
    ("opening", "closing"), [("“", "”"), ('"', '"'), ('" ', ' "')], ids=["curly", "straight", "tokenised"]
)
def test_a_quotation_that_both_carry_is_no_copying(opening: str, closing: str) -> None:
    words = (
        f"{opening}We will not rest until every one of the families has been told what happened on that bridge{closing}"
    )
    one = build.article(f"The minister spoke at noon. {words}, he told reporters at the quay.", "one.txt")
    two = build.article(f"In tears, the minister promised answers. {words}, he said before leaving.", "two.txt")
    assert trace([one, two], {}).copies == ()


def test_a_quotation_over_several_lines_is_no_copying() -> None:
    words = '"The strait will stay closed until the divers are done.\n"All captains are to use the north route."'
    one = build.article(f"The port gave notice:\n{words}\nBoats waited.", "one.txt")
    two = build.article(f"Captains were told to wait.\n{words}\nThe port said so at noon.", "two.txt")
    assert trace([one, two], {}).copies == ()


def test_the_same_words_out_of_quotation_marks_are_copying() -> None:
    words = "We will not rest until every one of the families has been told what happened on that bridge"
    one = build.article(f"The minister spoke at noon. “{words}”, he told reporters.", "one.txt")
    two = build.article(f"The minister promised answers. {words}, the paper wrote.", "two.txt")
    assert len(trace([one, two], {}).copies) == 1


def test_furniture_is_no_copying() -> None:
    menu = "Home News Sport Weather Travel Culture Opinion Video Newsletters Puzzles Shop Subscribe Sign in"
    one = build.article(f"{menu}\nThe ferry sank.", "one.txt", kinds={0: "furniture"})
    two = build.article(f"{menu}\nA bank failed.", "two.txt", kinds={0: "furniture"})
    assert trace([one, two], {}).copies == ()


LEAD = "Passengers wept on the quay at Port Maren on Sunday as the last of the lifeboats came in through the fog."
ONLY_LEADS = "\n".join(EDITED.split("\n")[:3])
DATED = [
    ("2031-03-02T10:00:00Z", "2031-03-02T12:00:00+01:00", "time"),  # an hour later, in another zone
    ("2031-03-02T10:00:00Z", "2031-03-02T11:30:00+02:00", "taken"),  # earlier, though its clock shows later
    ("2031-03-02", "2031-03-05", "time"),
    ("2031-03-02", "2031-03-02", "unknown"),  # a day alone does not tell
    ("2031-03-02", "2031-03-03", "unknown"),  # nor do two that touch somewhere on the globe
    ("2031-03-02T10:00:00", "2031-03-02T15:00:00", "unknown"),  # clocks without a zone
    ("2031-03-02T10:00:00", "2031-03-04T15:00:00", "time"),
    ("2031-03-02T10:00:00Z", None, "unknown"),
    (None, None, "unknown"),
]


@pytest.mark.parametrize(("wire_at", "post_at", "direction"), DATED)
def test_direction_by_time(wire_at: str | None, post_at: str | None, direction: str) -> None:
    wire = build.article(EDITED, "wire.txt", published=wire_at)
    post = build.article(EDITED + " ", "post.txt", published=post_at)
    (copy,) = trace([post, wire], {}).copies
    giver, told = (post, "time") if direction == "taken" else (wire, direction)
    assert copy.direction == told
    assert told == "unknown" or copy.giver == giver.id


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Source: Harbor Wire", "credit"),
        ("Via Harbor Wire", "body"),
        ("By Reuters", "byline"),
        ("(Reuters) - Ships waited at the mouth of the strait.", "body"),
    ],
)
def test_a_credit_tells_the_direction_even_against_the_clock(line: str, kind: LineKind) -> None:
    outlet = "Reuters" if "Reuters" in line else "Harbor Wire"
    wire = build.article(EDITED, "wire.txt", outlet=outlet, published="2031-03-02T15:00:00Z")
    post = build.article(EDITED + "\n" + line, "post.txt", "Tessel Post", "2031-03-02T14:00:00Z", kinds={4: kind})
    cites = {post.id: build.annotated(post, cites=((line, (outlet,)),))} if line.startswith("Via") else {}
    (copy,) = trace([post, wire], cites).copies
    assert (copy.giver, copy.taker, copy.direction) == (wire.id, post.id, "credit")


def test_two_that_credit_each_other_are_told_apart_by_time() -> None:
    lines: dict[int, LineKind] = {4: "credit"}
    one = build.article(EDITED + "\nSource: Tessel Post", "a.txt", "Harbor Wire", "2031-03-05", kinds=lines)
    two = build.article(EDITED + "\nSource: Harbor Wire", "b.txt", "Tessel Post", "2031-03-01", kinds=lines)
    (copy,) = trace([one, two], {}).copies
    assert (copy.giver, copy.direction) == (two.id, "time")


@pytest.mark.parametrize(
    ("longer", "shorter", "direction"),
    [
        (EDITED + "\n" + OWN, ONLY_LEADS, "containment"),  # cut from the end
        (LEAD + "\n" + EDITED + "\n" + OWN, ONLY_LEADS, "unknown"),  # or put in under an own lead
        (EDITED + "\nShips waited.", EDITED, "unknown"),  # hardly longer
    ],
)
def test_direction_by_containment(longer: str, shorter: str, direction: str) -> None:
    long, short = build.article(longer, "b-long.txt"), build.article(shorter, "a-short.txt")
    (copy,) = trace([short, long], {}).copies
    assert copy.direction == direction
    if direction == "containment":
        assert (copy.giver, copy.taker) == (long.id, short.id)
        assert copy.share > 0.9


def origins(told: dict[str, str], at: dict[str, str], lineage: Lineage) -> int:
    """How many origins there are for claims that stand in these words of the articles, by source."""
    claims = [
        (content_id("article", source, text), text.index(at[source]), text.index(at[source]) + len(at[source]), ())
        for source, text in told.items()
        if source in at
    ]
    return Origins(lineage).of(claims)


def test_origins_are_counted_claim_by_claim() -> None:
    """A post prints two paragraphs of a wire's and adds one of its own; a third paper wrote for itself."""
    hurt, crew = "Two of the injured are in a serious condition", "ten minutes to hand out life jackets"
    told = {"wire.txt": AGENCY, "post.txt": EDITED + "\n" + OWN}
    told["own.txt"] = "The crew needed ten minutes to hand out life jackets, a passenger told this paper."
    articles = [
        build.article(text, source, published=f"2031-03-0{day}")
        for day, (source, text) in zip((1, 4, 7), told.items(), strict=True)
    ]
    lineage = trace(articles, {})
    (copy,) = lineage.copies
    assert copy.kind == "near-copy"
    assert [told["post.txt"][slice(*own)].split()[0] for own in copy.own] == ["Marta"]
    assert len(lineage.origins) == 2
    assert origins(told, {"wire.txt": hurt, "post.txt": hurt}, lineage) == 1
    assert origins(told, {"post.txt": crew}, lineage) == 1
    assert origins(told, {"post.txt": crew, "own.txt": crew}, lineage) == 2
    assert origins(told, {"wire.txt": hurt, "post.txt": crew}, lineage) == 2


def test_all_of_a_report_that_credits_its_source_is_its_sources() -> None:
    wire = build.article(AGENCY, "wire.txt", outlet="Harbor Wire")
    post = build.article(
        EDITED + "\n" + OWN + "\nSource: Harbor Wire", "post.txt", outlet="Tessel Post", kinds={6: "credit"}
    )
    (copy,) = trace([wire, post], {}).copies
    assert copy.own == ()


def test_outlets_of_one_newsroom_share_an_origin() -> None:
    one = build.article(AGENCY, "one.txt", outlet="Tessel Post")
    two = build.article(OWN, "two.txt", outlet="Quay News")
    assert len(trace([one, two], {}).origins) == 2
    lineage = trace([one, two], {}, (OutletFamily(("Northern Group", "Tessel Post", "Quay News")),))
    assert len(lineage.origins) == 1
    assert lineage.families[0].names[0] == "Northern Group"


def test_reports_that_rest_on_one_agency_share_an_origin_even_in_their_own_words() -> None:
    one = build.article(OWN + "\nSource: Reuters", "one.txt", outlet="Tessel Post", kinds={2: "credit"})
    two = build.article(
        "A ferry and a freighter met in fog.\nReuters", "two.txt", outlet="Quay News", kinds={1: "credit"}
    )
    lineage = trace([one, two], {})
    (origin,) = lineage.origins
    assert "Reuters" in origin.reason


def test_a_rewrite_that_puts_all_in_one_outlets_mouth_shares_its_origin() -> None:
    wire = build.article(OWN, "wire.txt", outlet="Harbor Wire")
    text = "A ferry hit a freighter off Port Maren and twelve people were hurt, Harbor Wire reported."
    rewrite = build.article(text, "rewrite.txt", outlet="Quay News")
    said = build.annotated(rewrite, says=((text[:68], "Harbor Wire"),))
    (origin,) = trace([wire, rewrite], {rewrite.id: said}).origins
    assert "in the mouth of Harbor Wire" in origin.reason


@pytest.mark.parametrize(
    ("outlet", "rests"), [("news outlets", False), ("nationwide television", False), ("Karrowan state TV", True)]
)
def test_several_outlets_and_none_by_name_are_no_one_origin(outlet: str, rests: bool) -> None:
    text = "A ferry hit a freighter off Port Maren and twelve people were hurt, it was reported."
    rewrite = build.article(text, "rewrite.txt", outlet="Quay News")
    said = build.annotated(rewrite, says=((text[:68], outlet),))
    (origin,) = trace([rewrite], {rewrite.id: said}).origins
    assert ("in the mouth of" in origin.reason) is rests


def test_what_one_says_far_behind_his_interview_is_not_heard_through_it() -> None:
    told, later = "The strait is shut.", "The ferry was old and the captain was ill all the way from Maren to Tessel."
    for gap, rests in ((1, True), (60, False)):
        text = told + " Ships waited there." * gap + "\n" + later * (1 + gap)
        rewrite = build.article(text, "rewrite.txt", outlet="Quay News")
        asked = build.annotated(rewrite, says=((told, "Harbor Wire"), (later, "Nora Quist")))
        mayor = Source(0, 0, "Nora Quist", "Nora Quist", "person")
        wire, own = asked.attributions
        own = replace(own, chain=(mayor,), contents=((text.index(later), len(text)),))
        marks = replace(asked, attributions=(replace(wire, chain=(mayor, *wire.chain)), own))
        (origin,) = trace([rewrite], {rewrite.id: marks}).origins
        assert ("in the mouth of" in origin.reason) is rests


def test_reliance_is_what_an_article_names_save_itself() -> None:
    text = "Twelve were hurt, Harbor Wire reported, citing Strait Times. Quay News has learned more."
    rewrite = build.article(text, "rewrite.txt", outlet="Quay News")
    marks = build.annotated(
        rewrite,
        cites=(
            ("Harbor Wire reported, citing Strait Times", ("Harbor Wire", "Strait Times")),
            ("Quay News has", ("Quay News",)),
        ),
    )
    (reliance,) = trace([rewrite], {rewrite.id: marks}).reliance
    assert reliance.on == ("Harbor Wire", "Strait Times")
    assert text[reliance.start : reliance.end] == "Harbor Wire reported, citing Strait Times"


STORY = [
    build.article(AGENCY, "wire.txt", outlet="Harbor Wire"),
    build.article(EDITED, "post.txt", outlet="Tessel Post"),
    build.article(OWN, "own.txt", outlet="Strait Times"),
    build.article(PARTLY, "mixed.txt", outlet="Quay News"),
]


@settings(max_examples=24, deadline=None)
@given(st.permutations(STORY))
def test_the_order_of_the_input_changes_nothing(shuffled: list[Article]) -> None:
    assert trace(shuffled, {}) == trace(STORY, {})


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(STORY), st.integers(1, 3))
def test_a_copy_adds_no_origin(copied: Article, times: int) -> None:
    twins = [build.article(copied.text, f"twin-{n}.txt", outlet=f"Outlet {n}") for n in range(times)]
    assert len(trace([*STORY, *twins], {}).origins) == len(trace(STORY, {}).origins)


def test_an_outlet_named_behind_every_sentence_is_what_the_article_rests_on() -> None:
    text = (
        "A ferry hit a freighter off Port Maren, HarborPost.com reports. "
        "Twelve were hurt, HarborPost.com reported. The sea was calm."
    )
    rewrite = build.article(text, "rewrite.txt")
    ends = (0, 64, 106, len(text))
    marks = build.annotated(rewrite, cites=(("HarborPost.com reports", ("HarborPost.com",)),))
    marks = replace(
        marks,
        citations=tuple(Citation(at, at + 14, text[at : at + 14], ("HarborPost.com",)) for at in (40, 82)),
        parse=replace(marks.parse, sentences=tuple(Sentence(a, b, 0, 0) for a, b in pairwise(ends))),
    )
    (origin,) = trace([rewrite], {rewrite.id: marks}).origins
    assert "in the mouth of HarborPost.com" in origin.reason
