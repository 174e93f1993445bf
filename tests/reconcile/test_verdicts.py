"""Typed comparisons on real-shaped sentences: what agrees, meets, replaces and clashes."""

import re
from collections.abc import Callable
from typing import Literal

import pytest

from crosswire.reconcile.events import denial
from crosswire.reconcile.roles import Namebook, stand_actors
from crosswire.records import (
    Annotations,
    Article,
    Claim,
    Filler,
    Link,
    Name,
    NameVariant,
    Point,
    PointKind,
    Signal,
)

pytestmark = pytest.mark.models

QUANTITIES: tuple[tuple[PointKind, str, str, str], ...] = (
    ("count", "The fire injured 14 workers.", "Fourteen workers were injured.", "agree"),
    ("count", "Some 2,000 people live there.", "The town has 1,947 people.", "compatible"),
    ("count", "Dozens of people were hurt.", "In all, 46 people were hurt.", "compatible"),
    ("count", "At least 17 ships were held.", "Pirates held 21 ships.", "compatible"),
    ("count", "More than 30 people were hurt.", "31 people were hurt.", "compatible"),
    ("count", "Nine sailors were rescued.", "Twelve sailors were rescued.", "conflict"),
    ("count", "Police seized 19 rifles.", "Police seized 91 rifles.", "conflict"),
    ("duration", "The call lasted about 20 minutes.", "The call lasted 19 minutes.", "compatible"),
    ("duration", "The call lasted 20 minutes.", "The call lasted 35 minutes.", "conflict"),
    ("duration", "The siege lasted two hours.", "The siege lasted 120 minutes.", "agree"),
    ("quantity", "The island is 100 km long.", "The island is 62 miles long.", "compatible"),
    ("quantity", "The island is 100 km long.", "The island is 300 miles long.", "conflict"),
    ("quantity", "Marta Quill is 48 years old.", "Marta Quill is 84 years old.", "conflict"),
    ("money", "The bridge cost $3 million.", "The bridge cost $3 million.", "agree"),
    ("money", "The bridge cost nearly $3 million.", "The bridge cost $2.9 million.", "compatible"),
    ("money", "The bridge cost $3 million.", "The bridge cost $5 million.", "conflict"),
    ("money", "The bridge cost a revised $3.2 million.", "The bridge cost $3.2 billion.", "conflict"),
    ("count", "Analysts expected fewer than 200,000 claims.", "Analysts expected 215,000 claims.", "conflict"),
    ("count", "Analysts expected fewer than 200,000 claims.", "Analysts expected about 215,000 claims.", "compatible"),
    ("count", "Analysts expected fewer than 200,000 claims.", "Analysts expected 196,400 claims.", "compatible"),
    ("quantity", "Prices rose nearly 8 percent.", "Prices rose more than 8 percent.", "conflict"),
    ("quantity", "Prices rose nearly 8 percent.", "Prices rose 8 percent.", "compatible"),
    ("quantity", "Prices rose nearly 20 percent.", "Prices rose nearly 21 percent.", "conflict"),
    ("quantity", "Turnout was 90 percent.", "Turnout was 93.6 percent.", "conflict"),
    ("quantity", "Turnout was 90 percent.", "Turnout was 91.2 percent.", "compatible"),
    ("quantity", "Turnout was about 90 percent.", "Turnout was 93.6 percent.", "compatible"),
    ("money", "The bridge cost nearly $3 million.", "The bridge cost at least $3 million.", "compatible"),
    ("count", "The strike began with nearly 50,000 miners.", "More than 40,000 miners began it.", "compatible"),
    ("count", "The strike began with about 50,000 miners.", "More than 40,000 miners began it.", "conflict"),
    ("quantity", "Deaths were up to 50 percent higher.", "Deaths were more than 50 percent higher.", "conflict"),
    ("quantity", "Deaths were up to 50 percent higher.", "Deaths were more than 40 percent higher.", "compatible"),
)


@pytest.mark.parametrize(("kind", "left", "right", "verdict"), QUANTITIES)
def test_quantities(judged: Callable[..., Point], kind: PointKind, left: str, right: str, verdict: str) -> None:
    for rows in ((left, right), (right, left)):
        assert judged(kind, *rows).verdict == verdict


def test_the_sides_of_a_conflict_of_hedges_are_told_apart(judged: Callable[..., Point]) -> None:
    point = judged("quantity", "Deaths were up to 50 percent higher.", "Deaths were more than 50 percent higher.")
    assert [account.answer for account in point.accounts] == ["up to 50 percent", "more than 50 percent"]


TIMES = (
    ("The talks began on Monday.", "The talks began on June 9.", "2025-06-10", "agree"),
    ("The talks began on Monday.", "The talks began on Monday evening.", "2025-06-10", "compatible"),
    ("The talks began on Monday.", "The talks began on Tuesday.", "2025-06-11", "conflict"),
    ("The talks began in June.", "The talks began on June 9.", "2025-06-10", "compatible"),
    ("The talks began on June 8, 2025.", "The talks began on June 9, 2025.", None, "conflict"),
    ("The talks began at 9 a.m. on Monday.", "The talks began at 11 a.m. on Monday.", "2025-06-10", "conflict"),
)


@pytest.mark.parametrize(("left", "right", "published", "verdict"), TIMES)
def test_times(judged: Callable[..., Point], left: str, right: str, published: str | None, verdict: str) -> None:
    for a, b in ((left, right), (right, left)):
        assert judged("date", (a, published), (b, published)).verdict == verdict


ROLES: tuple[tuple[PointKind, str, str, str], ...] = (
    ("actor", "Ines Dorn opened the talks.", "Ines Dorn opened the talks.", "agree"),
    ("actor", "Dorn opened the talks.", "Ines Dorn opened the talks.", "agree"),
    ("actor", "Ines Dorn opened the talks.", "Pavel Quist opened the talks.", "conflict"),
    ("actor", "Ines Dorn opened the talks.", "The talks were opened by Pavel Quist.", "conflict"),
    ("actor", "Japan signed the treaty.", "Russia signed the treaty.", "conflict"),
    ("actor", "Police found the bodies.", "The landlord's son found the bodies.", "conflict"),
    ("actor", "Her brother found the bodies.", "Her father found the bodies.", "conflict"),
    ("place", "The march began in Vellin.", "The march began in Vellin.", "agree"),
    ("place", "The van stopped on Mill Street.", "The van stopped on West Mill Street.", "agree"),
    # Where they lie tells places apart, of what happens at one place only.
    ("place", "Ida Brand was born in Florida.", "Ida Brand was born in California.", "conflict"),
    ("place", "Ida Brand was born in Miami.", "Ida Brand was born in Florida.", "compatible"),
    ("place", "Ida Brand was born in Britain.", "Ida Brand was born in the UK.", "agree"),
    ("place", "Ida Brand lived in Florida.", "Ida Brand lived in California.", "compatible"),
    ("place", "Ida Brand was born in Lower Osk.", "Ida Brand was born in California.", "compatible"),
    ("place", "Ida Brand was born in Florida.", "Tom Orr was born in California.", "compatible"),
)


@pytest.mark.parametrize(("kind", "left", "right", "verdict"), ROLES)
def test_roles(judged: Callable[..., Point], kind: PointKind, left: str, right: str, verdict: str) -> None:
    for rows in ((left, right), (right, left)):
        assert judged(kind, *rows).verdict == verdict


MERELY_DESCRIBED = (
    ("A farmer found the bodies.", "Ines Dorn found the bodies."),
    ("Police found the bodies.", "A man found the bodies."),
    ("Police found the bodies.", "Officers found the bodies."),
    ("Ostland Democrats signed the treaty.", "Pell and moderate Democrats signed the treaty."),
    ("The Ostland Democrat signed the treaty.", "Ines Dorn signed the treaty."),
    ("Japan signed the treaty.", "Ines Dorn signed the treaty."),
    ("Tokyo signed the treaty.", "Japan signed the treaty."),
    ("Ines Dorn released a statement.", "Pavel Quist released a statement."),
)


@pytest.mark.parametrize(("left", "right"), MERELY_DESCRIBED)
def test_who_is_merely_described_differently_is_no_point(judged: Callable[..., Point], left: str, right: str) -> None:
    assert judged("event", left, right).verdict == "compatible"
    with pytest.raises(ValueError, match="not enough values"):
        judged("actor", left, right)


UPDATES = (
    # A later report of a count that only grows.
    (
        ("12 people were killed.", "2025-03-02T09:00:00Z"),
        ("14 people were killed.", "2025-03-02T15:00:00Z"),
        "update to 14",
    ),
    # The same without times, or with the smaller figure later, or of a thing that does not grow.
    (("12 people were killed.", None), ("14 people were killed.", None), "conflict"),
    (
        ("14 people were killed.", "2025-03-02T09:00:00Z"),
        ("12 people were killed.", "2025-03-02T15:00:00Z"),
        "conflict",
    ),
    (("The farm has 12 cows.", "2025-03-02T09:00:00Z"), ("The farm has 14 cows.", "2025-03-02T15:00:00Z"), "conflict"),
    # Dates alone do not order two reports of one day.
    (("12 people were killed.", "2025-03-02"), ("14 people were killed.", "2025-03-02"), "conflict"),
    # Words that say so.
    (("Two people were killed.", None), ("The toll now stands at four people.", None), "update to four"),
    (("Two people were killed.", None), ("Four people were killed, up from two earlier.", None), "update to four"),
    (
        ("Two people were killed.", None),
        ("Four people were killed, revising an earlier figure.", None),
        "update to four",
    ),
    (
        ("Two people were killed.", None),
        ("Four people were killed, not two as first reported.", None),
        "update to four",
    ),
    (("Earlier reports put the dead at two people.", None), ("Four people were killed.", None), "update to four"),
    (("Two people were killed, by preliminary figures.", None), ("Four people were killed.", None), "update to four"),
    (("At first police said two people were killed.", None), ("Four people were killed.", None), "update to four"),
    (("Two people were so far confirmed dead.", None), ("Four people were killed.", None), "update to four"),
    (("The death toll rose from nine to 12 people.", None), ("Nine people were killed.", None), "update to 12"),
    (("Correction: 14 people were killed, not 12.", None), ("12 people were killed.", None), "update to 14"),
    (("The ministry lowered its count to 12 people.", None), ("14 people were killed.", None), "update to 12"),
    (("The number of injured has reached 40 people.", None), ("30 people were injured.", None), "update to 40"),
    (("The firm now employs 40 people.", None), ("The firm employs 30 people.", None), "update to 40"),
    (
        ("12 people were killed, four more than first thought.", None),
        ("Eight people were killed.", None),
        "update to 12",
    ),
    # A floor that the newer figure passes.
    (("At least 12 people were killed.", None), ("The toll has risen to 14 people.", None), "update to 14"),
    (("At least 12 people were killed.", None), ("14 people were killed.", None), "compatible"),
    (("At least 12 people were killed, by preliminary figures.", None), ("12 people were killed.", None), "compatible"),
    (
        ("At least 12 people were killed.", None),
        ("At least 16 people were dead as of Friday.", None),
        "update to at least 16",
    ),
    (("At least 12 people were killed.", None), ("At least 1,600 people were dead as of Friday.", None), "compatible"),
    # "Down from" another figure than the other report's.
    (
        ("The firm employs 114 people.", None),
        ("The firm employs 107 people, down from 160 people in May.", None),
        "conflict",
    ),
    (
        ("The firm employs 160 people.", None),
        ("The firm employs 107 people, down from 160 people in May.", None),
        "update to 107",
    ),
    (("At least 12 people were killed as of Friday.", None), ("At least 16 people were killed.", None), "compatible"),
    (("At least 12 people were killed.", None), ("At least 16 people were killed.", None), "compatible"),
    (
        ("At least 12 people were killed.", "2025-03-02T09:00:00Z"),
        ("At least 16 people were killed.", "2025-03-02T15:00:00Z"),
        "update to at least 16",
    ),
    # Both know both figures: nothing is replaced.
    (("The crew fell from nine people to 4 people.", None), ("Nine people left, and 4 people stayed.", None), "agree"),
    # Words on both sides, far from the figure, or against it.
    (("Two people have been killed so far.", None), ("Four people have been killed so far.", None), "conflict"),
    (("The death toll rose to 12 people.", None), ("The death toll rose to 14 people.", None), "conflict"),
    (("The toll was initially put at 12 people.", None), ("It was initially put at 14 people.", None), "conflict"),
    (("The number of injured has reached 20 people.", None), ("30 people were injured.", None), "conflict"),
    (("Two people were killed, so far as is known.", None), ("One person was killed.", None), "conflict"),
    (
        ("12 people died, said the ministry of the province, which has since opened an inquiry.", None),
        ("14 people were killed.", None),
        "conflict",
    ),
    (("12 people were killed.", None), ("The death toll has since risen to 14 people.", None), "update to 14"),
    (("The death toll was initially put at 12 people.", None), ("14 people were killed.", None), "update to 14"),
)


@pytest.mark.parametrize(("left", "right", "verdict"), UPDATES)
def test_updates(
    judged: Callable[..., Point], left: tuple[str, str | None], right: tuple[str, str | None], verdict: str
) -> None:
    for rows in ((left, right), (right, left)):
        point = judged("count", *rows)
        assert point.verdict == verdict.partition(" ")[0]
        newer = verdict.removeprefix("update to ")
        assert point.verdict != "update" or re.match(rf"{newer}\b.* replaces ", point.reason.lower())


BETWEEN = (
    ("Nine ships sank, the navy said.", "Twelve ships sank, the port office said.", "speakers"),
    ("Nine ships sank, the navy said.", "Twelve ships sank, the navy said.", "reports"),
    ("Nine ships sank.", "Twelve ships sank, the port office said.", "reports"),
    ("Nine ships sank.", "Twelve ships sank.", "reports"),
)


@pytest.mark.parametrize(("left", "right", "between"), BETWEEN)
def test_a_conflict_stands_between_speakers_only_when_each_side_is_said(
    judged: Callable[..., Point], left: str, right: str, between: str
) -> None:
    for rows in ((left, right), (right, left)):
        point = judged("count", *rows)
        assert (point.verdict, point.between) == ("conflict", between)


def test_the_same_words_agree_whatever_their_marks(judged: Callable[..., Point]) -> None:
    rows = ("It's a mad plan, Orr said.", "It’s a mad plan, the minister said.")
    assert judged("event", *rows).verdict == "agree"


def test_a_denial_outside_the_words_is_told_with_them(judged: Callable[..., Point]) -> None:
    point = judged("event", "Orr denied that the plan is mad.", "The minister denied that the plan is mad.")
    assert [account.answer for account in point.accounts] == ["denied: the plan is mad"]


def test_a_new_figure_that_is_hedged_elsewhere_is_known_there(judged: Callable[..., Point]) -> None:
    """Both reports give the old toll and the new one, one with "nearly" and one with "almost"."""
    rows = ("The toll was raised from 64 to nearly 3,000.", "The toll rose from 64 to almost 3,000.")
    assert judged("count", *rows).verdict == "agree"
    assert judged("count", rows[0], "The toll stands at 64.").verdict == "update"


DENIED = ("Kelda did not sign the treaty.", "Kelda signed the treaty.")


def test_affirmed_against_denied_is_a_conflict(judged: Callable[..., Point]) -> None:
    point = judged("event", *DENIED)
    assert (point.verdict, point.between) == ("conflict", "reports")
    assert "did not sign" in point.reason
    assert point.question == "Did Kelda sign the treaty?"


HELD_APART = (
    ("Kelda is expected to sign the treaty.", "Kelda is unlikely to sign the treaty.", "conflict"),
    ("Kelda could sign the treaty.", "Kelda is unlikely to sign the treaty.", "compatible"),
    ("The storm knocked out the power lines.", "The power lines were not damaged.", "conflict"),
    ("The storm knocked out the power lines.", "The railway bridges were not damaged.", "compatible"),
    ("The tug not only reached the ferry but towed it.", "The tug reached the ferry.", "agree"),
    # What is but tried, or only named, is not told to be so.
    ("The cause of the fire was not determined.", "The police determined the cause of the fire.", "conflict"),
    ("The cause of the fire was not determined.", "The police were trying to determine the cause of the fire.", ""),
    ("The timetable is not accurate.", "The timetable is inaccurate.", ""),
    ("The timetable is not accurate.", "The timetable is accurate.", "conflict"),
    ("Kelda kept its promise not to reveal the treaty.", "Revealing the treaty would harm Kelda.", ""),
)


OTHERWISE_DENIED = (
    # Up to a time, in one way, within what is denied.
    ("Ines Dorn learned of the audit on Tuesday.", "Ines Dorn did not learn of the audit until Tuesday.", ""),
    ("Ines Dorn learned of the audit.", "Ines Dorn did not learn of the audit.", "conflict"),
    ("The pilot died by drowning.", "The pilot did not die by fire.", ""),
    ("The pilot died by fire.", "The pilot did not die by fire.", "conflict"),
    # Two deeds of which only one is done.
    ("Kelda postponed the ferry race.", "Kelda cancelled the ferry race.", "conflict"),
    ("Kelda postponed the ferry race.", "Kelda cancelled the fair.", ""),
    ("Kelda postponed the race.", "Kelda cancelled the race.", ""),
    ("Kelda postponed two ferry races.", "Kelda cancelled nine ferry races.", ""),
    ("Kelda may postpone the ferry race.", "Kelda cancelled the ferry race.", ""),
    ("Pavel Quist resigned on Sunday.", "The mayor fired Pavel Quist on Sunday.", "conflict"),
    ("Pavel Quist resigned on Sunday.", "Pavel Quist fired the captain on Sunday.", ""),
)


@pytest.mark.parametrize(("left", "right", "verdict"), OTHERWISE_DENIED)
def test_only_one_of_two_deeds_is_done(judged: Callable[..., Point], left: str, right: str, verdict: str) -> None:
    for rows in ((left, right), (right, left)):
        assert (judged("event", *rows, score=0.8).verdict == "conflict") == (verdict == "conflict")


@pytest.mark.parametrize(("left", "right", "verdict"), HELD_APART)
def test_doubt_and_harm(judged: Callable[..., Point], left: str, right: str, verdict: str) -> None:
    for rows in ((left, right), (right, left)):
        found = judged("event", *rows, score=0.75).verdict
        assert (found == "conflict") == (verdict == "conflict")


def test_to_come_then_done_is_an_update(judged: Callable[..., Point]) -> None:
    point = judged("event", "Kelda will sign the treaty on Monday.", "Kelda signed the treaty.")
    assert point.verdict == "update"
    assert "Kelda will sign the treaty" in point.reason


AWAITED = (
    ("Kelda is set to sign the treaty.", "Kelda signed the treaty.", "update"),
    ("Ines Dorn is about to hire a lawyer.", "Ines Dorn has hired a lawyer.", "update"),
    ("Ines Dorn is expected to be charged on Friday.", "Ines Dorn was charged on Friday.", "update"),
    ("Kelda is set to reject the treaty.", "Kelda rejects the treaty", "update"),
    ("Ines Dorn will meet Pavel Quist on Friday.", "On Friday, Pavel Quist met with Ines Dorn.", "update"),
    ("Ines Dorn will replace Pavel Quist.", "Ines Dorn replaced Pavel Quist.", "compatible"),
    ("Ines Dorn will be held in Tarn.", "Ines Dorn is being held in Tarn.", "compatible"),
    ("Again Kelda will pay the port on Monday.", "Kelda paid the port.", "compatible"),
    ("Kelda is set to sign the treaty.", "Tarn signed the accord.", "compatible"),
    # One deed in two verbs, where more is the same than who did it.
    ("Ines Dorn is poised to withdraw from the race for mayor.", "Ines Dorn ended her bid for mayor.", "update"),
    ("Ines Dorn plans to return to Tarn on Friday.", "Ines Dorn travelled to Tarn on Friday.", "update"),
    ("Kelda is due to outline its plan for the port", "Kelda lays out its plan for the port", "update"),
    ("Kelda to outline its plan for the port", "Kelda lays out its plan for the port", "compatible"),
    ("Kelda to outline its plan for the port", "Kelda laid out its plan for the port on Friday.", "update"),
    ("Kelda is about to name Ines Dorn as envoy.", "Kelda has appointed Ines Dorn as envoy.", "update"),
    ("Ines Dorn will see Pavel Quist on Friday.", "Ines Dorn met with Pavel Quist last week.", "update"),
    ("Ines Dorn plans to return to Tarn on Friday.", "Ines Dorn flew a kite.", "compatible"),
    ("Ines Dorn plans to end her holiday.", "Ines Dorn withdrew from the race for mayor.", "compatible"),
    ("Ines Dorn is expected to be arraigned for theft.", "Ines Dorn was charged with theft.", "compatible"),
    ("Ines Dorn is expected to take control of the port.", "Ines Dorn took control of the port.", "update"),
    ("Ines Dorn is expected to take a holiday.", "Ines Dorn took control of the port.", "compatible"),
    # One deed by what is told of it, though its doer and its thing are called otherwise.
    (
        "The harbor board is set to accept the ferry plan of Mayor Ines Dorn.",
        "Its chairman accepted the ferry offer of Mayor Ines Dorn.",
        "update",
    ),
    (
        "Kelda is poised to release a sealed version of the ferry audit.",
        "Kelda released the sealed ferry audit.",
        "update",
    ),
    ("The harbor board is set to accept the plan of Ines Dorn.", "Its chairman accepted the apology of Ines Dorn.", ""),
    (
        "Tom Brik is set to accept the new ferry plan of Ines Dorn.",
        "Pavel Quist accepted the new ferry plan of Dorn.",
        "",
    ),
    (
        "Tarn plans to sue the port over its order to close the old ferry.",
        "A suit was filed against the port over its order to close the old ferry.",
        "",
    ),
    ("Ines Dorn is set to testify on Friday.", "Ines Dorn testifies on Friday.", "compatible"),
    ("Ines Dorn is expected to be charged on Friday.", "Ines Dorn to Be Charged on Friday", "compatible"),
    # Not yet, and done.
    ("The results of the test are not yet known.", "The results of the test were released on Friday.", "update"),
    ("Kelda has yet to sign the treaty.", "Kelda signed the treaty on Friday.", "update"),
    ("Kelda did not sign the treaty.", "Kelda signed the treaty on Friday.", "conflict"),
)


@pytest.mark.parametrize(("planned", "done", "verdict"), AWAITED)
def test_a_plan_that_was_awaited_is_done(judged: Callable[..., Point], planned: str, done: str, verdict: str) -> None:
    """What only two tenses tell apart, was so before, is another deed or another's is no update."""
    found = judged("event", planned, done, score=0.7).verdict
    assert (found == "update") == (verdict == "update"), found


def test_what_is_done_by_nobody_known_completes_nothing(judged: Callable[..., Point]) -> None:
    """ "X will impose a ban" is not done by another town's bans, whose doer the parser missed."""
    ban = "Kelda is due to impose a ban on rafts."
    assert judged("event", ban, "A ban on rafts was imposed.", score=0.8).verdict == "update"
    assert judged("event", ban, "In addition to Tarn, have also imposed a ban on rafts.", score=0.8).verdict != "update"


def test_what_is_and_is_not_of_one_thing_clashes_on_a_weaker_link(judged: Callable[..., Point]) -> None:
    rows = ("The war was a choice of Orr.", "The war was not a choice of Orr.")
    assert judged("event", *rows, score=0.35).verdict == "conflict"
    assert judged("event", *rows, score=0.2).verdict != "conflict"


def test_a_hypothesis_never_clashes_with_a_fact(judged: Callable[..., Point]) -> None:
    point = judged("event", "If Kelda signed the treaty, the strait would open.", "Kelda did not sign the treaty.")
    assert point.verdict != "conflict"


BODIES = (
    ("Ines Dorn", "person", "Karle Motors", "organization", "compatible"),
    ("Ines Dorn", "person", "Tom Brik", "person", "apart"),
)


@pytest.mark.parametrize(("one", "kind", "other", "other_kind", "stand"), BODIES)
def test_a_person_may_do_what_a_body_does(
    read: Callable[..., tuple[Article, Annotations, tuple[Claim, ...]]],
    one: str,
    kind: Literal["person", "organization"],
    other: str,
    other_kind: Literal["person", "organization"],
    stand: str,
) -> None:
    fillers, names = [], []
    for name, of in ((one, kind), (other, other_kind)):
        article, _, (claim, *_) = read(f"{name} confirmed the deaths.", None, None)
        fillers.append(Filler(claim, next(a for a in claim.arguments if a.role == "agent")))
        names.append(Name(name, of, (NameVariant(name, article.id, "written so"),)))
    assert stand_actors(*fillers, Namebook(names)) == stand


def test_the_same_words_in_another_order_agree(judged: Callable[..., Point]) -> None:
    assert judged("event", "The mill burned on the hill.", "On the hill the mill burned.").verdict == "agree"


def test_what_two_speakers_say_each_of_himself_is_no_agreement(judged: Callable[..., Point]) -> None:
    rows = ("“We are hopeful,” Ines Dorn said.", "“We are hopeful,” Pavel Quist said.")
    assert judged("event", *rows).verdict == "compatible"


def test_what_only_names_the_same_is_no_agreement(judged: Callable[..., Point]) -> None:
    """Two verbs that share a name and little more tell two things, however likely they tell of one matter."""
    rows = ("The day of the boats was the idea of governor Ines Dorn.", "Crowds answered a call from Ines Dorn.")
    assert judged("event", *rows).verdict != "agree"
    rows = ("Ines Dorn waited a year for the permit.", "The crew waited for Ines Dorn on the pier.")
    assert judged("event", *rows).verdict != "agree"


UNASSERTED = (
    ("The sailors signed the pact.", "Unlike the sailors, Ines Dorn did not sign the pact."),
    ("Ines Dorn was named by the port.", "A sailor declined to be named by the port."),
    ("Rumors he was the pilot spread.", "Pavel Quist said he was not the pilot."),
)


@pytest.mark.parametrize("rows", UNASSERTED)
def test_what_says_nothing_of_the_other_denies_it_not(judged: Callable[..., Point], rows: tuple[str, str]) -> None:
    """Who is set apart, or would not be named, is somebody else; and a rumour affirms nothing."""
    assert judged("event", *rows).verdict != "conflict"


@pytest.mark.models
def test_a_denial_in_another_occurrence_is_a_conflict(judged: Callable[..., Point]) -> None:
    point = judged("polarity", "Pavel Quist will meet the council.", "Pavel Quist will not meet the council.")
    assert (point.verdict, len(point.accounts)) == ("conflict", 2)


DENIALS = (
    ("The new plane will be fitted with skis.", "The new aircraft will not be fitted with skis.", True),
    ("The new plane will be fitted with skis.", "The new ferry will not be fitted with skis.", False),
    ("The rule will let crews sail at night.", "The rule will not let crews sail at night.", True),
    ("The rule would let crews sail at night.", "The rule does not let crews sail at night.", False),
    ("Ines Dorn spoke to the union.", "Ines Dorn did not speak to the union.", True),
    ("Ines Dorn said the union lied.", "Ines Dorn did not say the union lied.", False),
    ("The union praised it.", "Pavel Quist did not praise the new timetable.", False),
)


@pytest.mark.parametrize(("yes", "no", "denied"), DENIALS)
def test_one_denies_what_the_other_affirms(
    read_text: Callable[[str], tuple[Article, Annotations, tuple[Claim, ...]]], yes: str, no: str, denied: bool
) -> None:
    claims = [claim for text in (yes, no) for claim in read_text(text)[2]]
    signals = (Signal("shared words", 0.7, 0.0, ""),)
    sure = 0.8
    links = {
        (a.id, b.id): Link(a.id, b.id, sure, signals)
        for n, a in enumerate(claims)
        for b in claims[n + 1 :]
        if a.article != b.article
    }
    assert (denial(claims, links) is not None) == denied


@pytest.mark.models
def test_a_piece_of_what_a_report_denies_is_nothing_that_it_affirms(
    read_text: Callable[[str], tuple[Article, Annotations, tuple[Claim, ...]]],
) -> None:
    texts = (
        "This became the reason for Kelda to sue the port.",
        "This did not become the reason for Kelda to sue the port.",
    )
    claims = [claim for text in texts for claim in read_text(text)[2]]
    assert len(claims) > 2
    signals = (Signal("shared words", 0.9, 0.0, ""),)
    links = {
        (a.id, b.id): Link(a.id, b.id, 0.9, signals)
        for n, a in enumerate(claims)
        for b in claims[n + 1 :]
        if a.article != b.article
    }
    assert denial(claims, links) is not None


def test_that_somebody_spoke_is_marked_as_no_more(judged: Callable[..., Point]) -> None:
    tags = judged("event", "Ines Dorn of the Karrow Council said on Monday.", "In Tarn, Ines Dorn said later.")
    assert [s.name for s in tags.signals] == ["only who spoke"]
    told = judged("event", "Ines Dorn opened the bridge on Monday.", "Ines Dorn opened the long bridge in Tarn.")
    assert told.signals == ()
