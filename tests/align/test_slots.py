"""Which figures of linked claims answer one question."""

from collections.abc import Callable

import pytest

from crosswire.align.bearing import bearings
from crosswire.align.held import LazyLink
from crosswire.align.slots import denied_slots, typed_slots
from crosswire.claims import extract
from crosswire.records import Annotations, Argument, Article, Link

Marker = Callable[..., tuple[Article, Annotations]]


def asked(marked: Marker, one: str, other: str, score: float, within: bool = True) -> set[str]:
    """The kinds of the slots that the claims of two reports fill together, in one occurrence or in two; an argument's
    role is named as well."""
    articles, notes, claims = [], {}, []
    for n, text in enumerate((one, other)):
        article, found = marked(text, f"a{n}")
        articles.append(article)
        notes[article.id] = found
        claims.append(extract(article, notes[article.id]))
    links = {
        (a.id, b.id): LazyLink(score, lambda a=a, b=b: Link(a.id, b.id, score, ()), within)
        for a in claims[0]
        for b in claims[1]
    }
    everything = [c for own in claims for c in own]
    bears = {article.id: bearings(article, notes[article.id]) for article in articles}
    home = {c.id: "occ" if within else c.article for c in everything}
    slots = list(typed_slots(everything, links, home, bears, notes))
    fillings = [f.filling for slot in slots for f in slot.fillers]
    return {slot.kind for slot in slots} | {x.role for x in fillings if isinstance(x, Argument)}


CLASHING = [
    # Those who told a report something are its own; a figure that is part of a name counts nothing; a floor in a verb.
    ("Four port officials said the ferry sank.", "Three port officials said the ferry sank.", False),
    ("Four port officials fled the ferry.", "Three port officials fled the ferry.", True),
    ("The firm began a phase two trial of the drug.", "The firm ended a phase three trial of the drug.", False),
    ("The firm began two trials of the drug.", "The firm began three trials of the drug.", True),
    ("Twelve people were killed.", "Fourteen people were killed.", True),
    ("Twelve people were killed, Pavel Quist said.", "Fourteen people were killed, Ines Dorn said.", True),
    # Another's record: both name people, and nobody in common.
    ("The fight took Pavel Quist to 46 wins.", "Roland Brik has had 33 wins.", False),
    ("The fight took Pavel Quist to 46 wins.", "Pavel Quist has had 33 wins.", True),
    # A game's statistics: of dozens, one player's or none.
    ("The Gulls scored 12 goals this autumn.", "The Harriers scored 15 goals this autumn.", False),
    ("Ines Dorn scored 12 goals this autumn.", "Ines Dorn scored 15 goals this autumn.", True),
    ("Ines Dorn came home. She missed nine games.", "Dorn missed ten games this autumn.", True),
    # Two things measured in one unit.
    ("The council laid a 70-metre pipe in Ordell.", "The council crossed an 80-metre bridge in Ordell.", False),
    # Nouns that count one thing, and such as do not.
    ("Police fired eleven shots at the van.", "Police fired seven bullets at the van.", True),
    ("The storm destroyed 40 homes.", "The storm destroyed 65 houses.", True),
    ("The storm destroyed 40 homes.", "The storm destroyed 65 barns.", False),
    # A part of what the other sums up.
    ("The flood destroyed 40 houses in Ordell.", "The flood destroyed 65 houses in Ordell and Sarn.", False),
    ("The flood destroyed 40 houses in Ordell and Sarn.", "The flood destroyed 65 houses in Ordell and Sarn.", True),
    ("The flood destroyed 65 houses in Ordell.", "The flood destroyed 40 houses in Ordell and Sarn.", True),
    ("The court fined 11 sailors.", "The court fined the crew, including six sailors.", False),
    # Another of the same beside it, or more of another fate.
    ("The line delayed 15 ferries.", "The line cancelled 18 ferries and delayed another 11 ferries.", True),
    ("The line cancelled 15 ferries.", "The line cancelled 18 ferries, and another 11 ferries on Monday.", False),
    ("The line delayed 15 ferries.", "The line cancelled 18 ferries, including 11 ferries to Sarn.", False),
    # Who met was told before: how many they are is no news.
    ("The two met in Ordell.", "The three met in Ordell.", False),
    ("Two men met in Ordell.", "Three men met in Ordell.", True),
    # By how much it differs, not how much it is.
    ("The mill sold 4,300 carts in May.", "The mill sold 3,700 carts in May.", True),
    ("The mill sold carts in May, up 4,300.", "The mill sold 3,700 carts in May.", False),
    ("Carts sold by the mill fell by 4,300.", "The mill sold 3,700 carts in May.", False),
    ("The match ended nine rounds sooner.", "The match ended after eleven rounds.", False),
    # So many as the writer looks at, and so much for each.
    ("Brik took five of the first eight tricks.", "Brik took seven tricks.", False),
    ("The yards sold 900 carts each.", "The yards sold 1,300 carts.", False),
    ("The yards sold 900 carts each.", "The yards sold 1,300 carts each.", True),
    # Of the time before.
    ("Claims fell to 7,400 from 8,100 a week earlier.", "Claims fell to 9,300.", True),
    ("The prior week's claims were revised to 8,100.", "Claims fell to 9,300.", False),
    ("Claims fell from 8,100 in the prior week.", "Claims fell to 9,300.", False),
    # A floor under a million is no million.
    ("The quake hit at least 1,400 people.", "The quake hit 1.2 million people.", False),
    ("The quake hit at least 1,400 people.", "The quake hit 1,900 people.", True),
    # A family is several people; women are some of them.
    ("The flood drove out 40 tenants.", "The flood drove out 65 women.", False),
    ("The flood drove out 40 families.", "The flood drove out 65 residents.", False),
    ("The flood drove out 40 families.", "The flood drove out 65 families.", True),
    ("The league sent 11 observers.", "The league sent seven experts.", True),
]


@pytest.mark.models
@pytest.mark.parametrize(("one", "other", "meet"), CLASHING)
def test_figures_that_clash_are_of_one_thing(marked: Marker, one: str, other: str, meet: bool) -> None:
    assert ("count" in asked(marked, one, other, 0.8)) is meet


DAYS = [
    # Behind a span of time, and beside another thing's year; the day up to which something is known.
    ("Pavel Quist was sentenced to two years in prison Monday.", "Quist was sentenced on Tuesday for theft.", True),
    ("Pavel Quist was jailed Monday for the theft of 2016.", "Quist was jailed on Tuesday.", True),
    ("Pavel Quist was jailed for the Monday theft in 2016.", "Quist was jailed on Tuesday.", False),
    ("Two suits were filed by the port as of Tuesday.", "Two suits were filed by the port on Monday.", False),
    ("Two suits were filed by the port on Tuesday.", "Two suits were filed by the port on Monday.", True),
    # One verb, one party, two days of a week: one happening, wherever the two claims stand.
    ("Pavel Quist died on Friday.", "Quist died on Thursday in Ordell.", True),
    ("Pavel Quist died on Friday.", "Ines Dorn died on Thursday in Ordell.", False),
    ("Pavel Quist died on Friday.", "Quist fell ill on Thursday in Ordell.", False),
    ("Pavel Quist won in 1995.", "Quist won in 2002.", False),
    # Behind a party to the deed.
    ("Sall's voters in 2009 chose Pavel Quist.", "Sall's voters chose Quist in 2010.", True),
    ("The ministry unveiled the new rule in May.", "The ministry unveiled the rule in August.", True),
    ("The ministry buried the rule of May.", "The ministry buried the rule in August.", False),
    # When a change began is not when it came about.
    ("Pavel Quist's share fell to 40 percent in May.", "Quist's share fell to 40 percent from 52 in April.", False),
    ("Pavel Quist's share fell to 40 percent in May.", "Quist's share fell to 40 percent in April.", True),
    # Another day beside it may be the other's.
    ("Pavel Quist signed Dorn on Tuesday and Ruan today.", "Quist signed Ruan on Wednesday.", False),
    ("Quist was in the clinic from May 2010 to June 2011.", "Quist was in the clinic in 2010.", False),
]


@pytest.mark.models
@pytest.mark.parametrize(("one", "other", "meet"), DAYS)
def test_days_that_clash_are_of_one_happening(marked: Marker, one: str, other: str, meet: bool) -> None:
    assert ("date" in asked(marked, one, other, 0.2, within=False)) is meet


DEEDS = [
    ("The Gulls signed Pavel Quist on Monday.", "The Gulls picked up Quist on Tuesday.", 0.6, True),
    ("The Gulls signed Pavel Quist on Monday.", "The Gulls picked up Quist on Tuesday.", 0.4, False),
    ("The Gulls signed Pavel Quist on Monday.", "The Gulls praised Quist on Tuesday.", 0.6, False),
    ("The Gulls signed Pavel Quist on Monday.", "The Gulls could hire Quist on Tuesday.", 0.6, False),
    ("The Gulls signed Pavel Quist on Monday.", "The Harriers hired Roland Brik on Tuesday.", 0.6, False),
    # When a thing was last so much.
    ("The rise was the largest since June 2008.", "Prices rose at the fastest pace since May 2008.", 0.4, True),
    ("The rise was the largest since June 2008.", "Prices rose at the fastest pace since 1991.", 0.4, False),
    ("The rise was the largest since June 2008.", "Prices have risen since May 2008.", 0.4, False),
    # A day before the noun of what the other tells of.
    ("In a Monday letter, senators urged the mayor to go.", "They wrote a letter to the mayor on Friday.", 0.4, True),
    ("In a Monday letter, senators urged the mayor to go.", "They wrote a song for the mayor on Friday.", 0.4, False),
]


@pytest.mark.models
@pytest.mark.parametrize(("one", "other", "score", "meet"), DEEDS)
def test_two_verbs_of_one_deed_have_one_day(marked: Marker, one: str, other: str, score: float, meet: bool) -> None:
    assert ("date" in asked(marked, one, other, score, within=False)) is meet


DENIALS = [
    ("Pavel Quist will meet the council.", "Quist will not meet the council.", 0.7, False, True),
    ("Pavel Quist will meet the council.", "Quist will meet the council.", 0.7, False, False),
    ("Pavel Quist will meet the council.", "Quist will not meet the council.", 0.4, False, False),
    # In one occurrence its own slot tells.
    ("Pavel Quist will meet the council.", "Quist will not meet the council.", 0.7, True, False),
]


@pytest.mark.models
@pytest.mark.parametrize(("one", "other", "score", "within", "meet"), DENIALS)
def test_a_denial_meets_what_it_denies_across_occurrences(
    marked: Marker, one: str, other: str, score: float, within: bool, meet: bool
) -> None:
    (a, *_), (b, *_) = (extract(*marked(text, f"a{n}")) for n, text in enumerate((one, other)))
    links = {(a.id, b.id): LazyLink(score, lambda: Link(a.id, b.id, score, ()), within)}
    found = list(denied_slots({a.id: a, b.id: b}, links, {a.id: "occ-1", b.id: "occ-2"}))
    assert [(s.kind, s.occurrence, [f.claim for f in s.fillers]) for s in found] == (
        [("polarity", "occ-1", [a, b])] if meet else []
    )


SALES = [
    # One sum: one sale, however far apart its years are.
    ("Pavel Quist sold the mill for $30 million in 1957.", "Quist sold the mill for $30 million in 1967.", True),
    ("Pavel Quist sold the mill for $30 million in 1957.", "Quist sold the mill for $12 million in 1967.", False),
    ("Pavel Quist sold the mill in 1957.", "Quist sold the mill in 1967.", False),
]


@pytest.mark.models
@pytest.mark.parametrize(("one", "other", "meet"), SALES)
def test_one_sum_dates_one_deed(marked: Marker, one: str, other: str, meet: bool) -> None:
    assert ("date" in asked(marked, one, other, 0.95)) is meet


EQUALS = [
    # The same in two occurrences that are hardly linked: a day of one thing, an hour, an age, no round figure.
    ("The quake struck Sall on Sunday.", "Sunday's quake left the port in ruins.", "date", True),
    ("The quake struck Sall on Sunday.", "The council met on Sunday.", "date", False),
    ("The guards rang at 11:20 a.m.", "The alarm was raised at 11:20 a.m. on the pier.", "time", True),
    ("A 61-year-old man was held.", "Pavel Quist, 61, left the hall.", "quantity", True),
    ("A 61-year-old man was held.", "Pavel Quist, 62, left the hall.", "quantity", False),
    ("Pavel Quist drove a 2008 van.", "Quist drove the 2008 van home.", "date", False),
    ("Pavel Quist was held for the March 2005 rampage.", "Quist was held for the March 2005 rampage.", "date", False),
    ("Pavel Quist drove a van in 2008.", "In 2008 Quist drove a van home.", "date", True),
    ("The plant makes 1,240 vans.", "Workers built 1,240 vans there.", "count", True),
    ("The plant makes 40 vans.", "Thieves took 40 rings.", "count", False),
]


@pytest.mark.models
@pytest.mark.parametrize(("one", "other", "kind", "meet"), EQUALS)
def test_what_is_told_equal_meets_on_a_weak_link(marked: Marker, one: str, other: str, kind: str, meet: bool) -> None:
    assert (kind in asked(marked, one, other, 0.22, within=False)) is meet


SCORES = [
    # Votes and games are known by their scores; two that differ are mostly of two.
    ("The council passed the bill 397-9.", "It passed in a 397-9 vote.", True),
    ("The council passed the bill 397-9.", "It passed in a 201-9 vote.", False),
    # One record but for a figure, of somebody whom both name; places in a row without a gap.
    ("Pavel Quist (45-1) beat Ines Dorn.", "Pavel Quist (43-1) beat a clerk.", True),
    ("Pavel Quist (45-1) beat Ines Dorn.", "The sailor (43-1) beat a clerk.", False),
    ("Pavel Quist (45-1) beat Ines Dorn.", "Pavel Quist (43-2) beat a clerk.", False),
    ("Crowds marched for a fifth straight night.", "Crowds marched for a sixth straight night.", True),
    ("Crowds marched for a fifth night.", "Crowds marched for a sixth night.", False),
]


@pytest.mark.models
@pytest.mark.parametrize(("one", "other", "meet"), SCORES)
def test_scores_and_places_in_a_row_meet(marked: Marker, one: str, other: str, meet: bool) -> None:
    assert ("quantity" in asked(marked, one, other, 0.7)) is meet


TOLLS = [
    ("The blast killed three miners.", "The toll now stands at four.", 0.12, True),
    ("The blast killed three miners.", "The toll of the fire in Sarn was four.", 0.12, False),
    ("The blast injured three miners.", "The toll now stands at four.", 0.12, False),
    ("The ministry put the number of dead miners at three.", "The blast killed four miners.", 0.5, True),
    ("The ministry put the number of injured miners at three.", "The blast killed four miners.", 0.5, False),
    # One report gives the old toll and the new one.
    ("The blast killed three miners.", "The ministry put the dead at three. The toll has risen to four.", 0.3, True),
]


@pytest.mark.models
@pytest.mark.parametrize(("one", "other", "score", "meet"), TOLLS)
def test_a_toll_is_of_the_dead_in_whatever_words(
    marked: Marker, one: str, other: str, score: float, meet: bool
) -> None:
    assert ("count" in asked(marked, one, other, score)) is meet


@pytest.mark.models
def test_sums_in_two_currencies_meet_where_a_report_tells_the_rate(marked: Marker) -> None:
    thefts = ("Thieves stole £910,000 of jewellery.", "Thieves stole $2.5 million of jewellery.")
    told = f"{thefts[1]} They left a ring worth £2 million ($2.6 million)."
    assert "money" not in asked(marked, *thefts, 0.8)
    assert "money" in asked(marked, thefts[0], told, 0.8)


SPOTS = [
    # The place bears on one thing, or on one deed in other words.
    ("The barge sank in Lisbon.", "The barge was found in Lisbon.", 0.5, True),
    ("Brik described the strike in Lisbon.", "The strike in Lisbon has ended.", 0.3, True),
    ("A clerk was shot in Lisbon.", "The shooting in Lisbon shook the town.", 0.3, True),
    ("He was treated at an Lisbon hospital.", "He was treated in Lisbon.", 0.5, True),
    ("Brik keeps power in Lisbon.", "Brik sent his guards from Lisbon.", 0.5, False),
    # Before a noun that is no site it tells which one is meant, and behind "with" a party.
    ("Brik called the Lisbon inquiry a farce.", "Brik was living in Lisbon.", 0.5, False),
    ("Brik called the inquiry a farce in Lisbon.", "Brik sided with Lisbon.", 0.9, False),
]


@pytest.mark.models
@pytest.mark.parametrize(("one", "other", "score", "meet"), SPOTS)
def test_places_bear_on_one_deed(marked: Marker, one: str, other: str, score: float, meet: bool) -> None:
    assert ("place" in asked(marked, one, other, score)) is meet


MATTERS = [
    ("Ines Dorn asked the port's clerk to check the books.", "Dorn asked him to check the books.", "agent", False),
    # "Be" and "have" tell nothing by themselves: what is told must be one thing, and of one doer.
    ("The Gulls were tired of the talks.", "The Gulls were sure of the vote.", "agent", False),
    ("The Gulls were tired of the talks.", "The Gulls were very tired.", "agent", True),
    ("Ines Dorn has a heavy task ahead.", "Ines Dorn has a quiet manner.", "agent", False),
    ("The offence is much better.", "The defence is much better.", "attribute", False),
    ("Pavel Quist signed the lease.", "Ines Dorn signed the lease.", "patient", False),
    ("Pavel Quist signed the lease.", "Quist signed the lease.", "patient", True),
    ("Pavel Quist signed the lease.", "Quist signed the papers.", "agent", True),
    # What is only asked tells nothing.
    ("The strike could last for weeks.", "Pavel Quist did not know how long the strike would last.", "agent", False),
]


@pytest.mark.models
@pytest.mark.parametrize(("one", "other", "role", "meet"), MATTERS)
def test_who_did_it_is_asked_of_one_matter(marked: Marker, one: str, other: str, role: str, meet: bool) -> None:
    assert (role in asked(marked, one, other, 0.5)) is meet


SUMS = [
    # One figure in two scales; one number with what excludes each other.
    (
        "The council put off a vote on a $4.6 trillion bill.",
        "The council put off the vote on a $4.6 billion sum.",
        "money",
        True,
    ),
    (
        "The council put off a vote on a $4.6 trillion bill.",
        "The council put off the vote on a $3.1 billion sum.",
        "money",
        False,
    ),
    ("Deaths were more than 50 percent higher.", "The clerks hid up to 50 percent of deaths.", "quantity", True),
    ("Deaths were more than 50 percent higher.", "The clerks hid up to 40 percent of deaths.", "quantity", False),
    # In brackets behind a name, or of two named doers.
    ("The Gulls bid at least $3 million.", "Other bidders are the Harriers (two years, $3 million).", "money", False),
    ("The Harriers bid at least $3 million.", "Other bidders are the Harriers (two years, $3 million).", "money", True),
    # How far off, and how long.
    ("The mill closed two years ago.", "The strike lasted at least two years.", "duration", False),
    ("The strike lasted two years.", "The strike lasted at least two years.", "duration", True),
    ("The strike lasted more than a week.", "The strike lasted two years.", "duration", False),
    # A stretch that the writer chose; a thing's own length, and another's.
    (
        "Sales rose after two months of losses.",
        "Sales rose above those of the previous three months.",
        "duration",
        False,
    ),
    ("The vote came five months later.", "The vote came six months later.", "duration", True),
    # What is left changes by the day.
    ("There are three months until the vote.", "With five weeks to go until the vote, Brik leads.", "duration", False),
    ("The crew dug a 40-metre shaft.", "The crew dug 55 metres of the shaft.", "quantity", True),
    ("The crew dug a 40-metre shaft.", "The crew dug 55 metres in the hill.", "quantity", False),
    ("Ines Dorn ran for 40 yards.", "The Gulls ran for 55 yards.", "quantity", False),
    # No figure at all.
    ("The two mayors held one-on-one talks.", "There was a one-on-one meeting of the mayors.", "count", False),
    # The whole of which the claims tell, unless it differs.
    ("The Gulls took seats, 9 out of a total of 40.", "The Harriers took 11 seats out of 40.", "count", False),
    # What tells a thing apart dates nothing.
    ("Ines Dorn hosted 2005 Lowland Games.", "Ines Dorn won a medal in 2005.", "date", False),
    ("Ines Dorn hosted the games in 2005.", "Ines Dorn hosted the games in May 2005.", "date", True),
    ("The mayors spoke at the Winter Meetings.", "The mayors left the Winter Meetings.", "date", False),
]


@pytest.mark.models
@pytest.mark.parametrize(("one", "other", "kind", "meet"), SUMS)
def test_figures_and_days_are_of_one_thing(marked: Marker, one: str, other: str, kind: str, meet: bool) -> None:
    assert (kind in asked(marked, one, other, 0.7)) is meet
