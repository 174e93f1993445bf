"""A name that stands where the other reports have someone else: invented people and offices."""

from collections.abc import Callable

from crosswire.align.name_blocks import Group
from crosswire.align.name_links import slot_links
from crosswire.align.name_slots import Standing, standings
from crosswire.records import Annotations, Article, Entity, Mention, Parse, Sentence, Token

OFFICE = ("prime minister", "")
CALLED = ("dobj", "call", "carl norlund")


def group(name: str, *articles: str) -> Group:
    """A person whom some articles name."""
    return Group(name.lower(), "person", (name,), tuple((a, Entity(f"{a}-{name}", name, "person")) for a in articles))


def reasons(stray: Standing, name: str, in_report: str = "c", held: Standing | None = None) -> list[str]:
    """Why a name of one report joins the prime minister whom the reports a and b have."""
    groups = [group("Kenji Takayama", "a", "b"), group(name, in_report), group("Carl Norlund", "a", "b", "c")]
    stands = {"kenji takayama": held or Standing(frozenset({OFFICE}), frozenset({CALLED})), "carl norlund": Standing()}
    found = slot_links(groups, stands | {name.lower(): stray})
    return [link.reason for link in found if {link.key, link.to} == {name.lower(), "kenji takayama"}]


def test_the_same_office_and_slot_join() -> None:
    stray = Standing(frozenset({OFFICE}), frozenset({CALLED}))
    assert reasons(stray, "Belmonte") == ["the same office, and in the same place (call, carl norlund): Kenji Takayama"]


def test_an_office_alone_joins_only_what_is_much_alike() -> None:
    stray = Standing(frozenset({OFFICE}))
    assert reasons(stray, "Belmonte") == []
    assert reasons(stray, "Kao Chia") == ["the same office, and much like it: Kenji Takayama"]
    assert reasons(stray, "Kao Chia", in_report="a") == ["the same office, and much like it: Kenji Takayama"]


def test_no_office_no_join() -> None:
    assert reasons(Standing(frozenset(), frozenset({CALLED})), "Belmonte") == []


def test_who_stands_beside_him_is_another() -> None:
    stray = Standing(frozenset({OFFICE}), frozenset({CALLED}))
    assert reasons(stray, "Belmonte", in_report="a") == []


def test_the_surname_s_characters_in_another_tongue_join_without_an_office() -> None:
    assert reasons(Standing(), "Gao Shan") == ["readings of the same characters as the surname of Kenji Takayama"]
    assert reasons(Standing(), "Gao Tian") == []


def test_people_of_one_surname_are_told_by_their_given_names() -> None:
    assert reasons(Standing(frozenset({OFFICE})), "Mirelle Takayama", in_report="a") == []


def test_the_same_office_and_given_name_join_where_he_is_absent() -> None:
    stray = Standing(frozenset({OFFICE}))
    assert reasons(stray, "Kenji Palace") == ["the same office and given name, where it is absent: Kenji Takayama"]
    assert reasons(stray, "Kenji Palace", in_report="a") == []
    assert reasons(Standing(), "Kenji Palace") == []


def test_a_land_is_the_same_in_each_of_its_words() -> None:
    stray = Standing(frozenset({("prime minister", "japan"), ("prime minister", "")}), frozenset({CALLED}))
    assert reasons(stray, "Belmonte", held=Standing(frozenset({("prime minister", "japan")}), frozenset({CALLED})))


def test_offices_of_two_lands_are_two() -> None:
    stray = Standing(frozenset({("prime minister", "velmarian")}), frozenset({CALLED}))
    held = Standing(frozenset({("prime minister", "ostrian")}), frozenset({CALLED}))
    assert reasons(stray, "Belmonte", held=held) == []


def test_who_held_an_office_before_does_not_hold_it(whole: Callable[..., Article]) -> None:
    text = "The former Prime Minister Takayama spoke."
    at = text.index("Takayama")
    mention = Mention(at, at + len("Takayama"), "Takayama", "e", "name")
    notes = Annotations("a", Parse((), (), ()), (Entity("e", "Takayama", "person"),), (mention,), (), (), (), ())
    group_ = Group("takayama", "person", ("Takayama",), (("a", notes.entities[0]),))
    assert standings([group_], [whole(text)], {"a": notes})["takayama"].offices == frozenset()


def test_standings_are_read_off_the_text(whole: Callable[..., Article]) -> None:
    text = "Norlund called Ostrian Prime Minister Takayama."
    words = [
        ("Norlund", "NOUN", "nsubj", 1),
        ("called", "VERB", "ROOT", 1),
        ("Ostrian", "ADJ", "amod", 5),
        ("Prime", "PROPN", "compound", 4),
        ("Minister", "PROPN", "compound", 5),
        ("Takayama", "PROPN", "dobj", 1),
    ]
    tokens, at = [], 0
    for word, pos, dep, head in words:
        at = text.index(word, at)
        tokens.append(Token(at, at + len(word), word, word.removesuffix("ed"), pos, "", dep, head, 0))
    names = ("Norlund", "Takayama")
    entities = tuple(Entity(name, name, "person") for name in names)
    mentions = tuple(Mention(text.index(n), text.index(n) + len(n), n, n, "name") for n in names)
    parse = Parse(tuple(tokens), (Sentence(0, len(text), 0, 6),), ())
    notes = Annotations("a", parse, entities, mentions, (), (), (), ())
    groups = [Group(n.lower(), "person", (n,), (("a", e),)) for n, e in zip(names, entities, strict=True)]
    found = standings(groups, [whole(text)], {"a": notes})
    assert found["takayama"] == Standing(
        frozenset({("prime minister", "ostrian")}), frozenset({("dobj", "call", "norlund")})
    )
    assert found["norlund"].slots == {("nsubj", "call", "takayama")}
