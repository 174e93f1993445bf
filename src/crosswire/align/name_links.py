"""What tells that two names of a story are one: pairs of names with their reason."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from rapidfuzz.distance import OSA, Levenshtein

from crosswire.align.name_blocks import Blocks, Group
from crosswire.align.name_known import countries, plain, rows
from crosswire.align.name_slots import Standing
from crosswire.text.gazetteer import readings
from crosswire.text.name_match import NOTHING, SAME_NAME, NameMatch, match_names
from crosswire.text.name_trades import is_built, is_station, same_firm, without_form
from crosswire.text.name_wholes import clipped
from crosswire.text.name_words import is_given, is_known, is_surname, one_given
from crosswire.text.names import is_acronym_of, surname, word_set
from crosswire.text.numerals import table
from crosswire.text.readings import begin_alike, same_characters
from crosswire.text.sounds import sound_key
from crosswire.text.syllables import japanese, mandarin

# Spelling variants of one name score above, two people of one surname below (text/names.py has
# the table of both that this was read off).
ALIKE = 0.86
# Papers that go by their last word alone.
PAPERS = frozenset("times post journal guardian independent herald telegraph tribune".split())
# What a place's name may leave out and still be the same place; not "City" or "Province", which another place has.
_LAND_AND_WATER = frozenset("sea ocean peninsula desert islands archipelago mountains canal".split())
WATERS = frozenset("gulf strip strait peninsula".split())  # places that "the" alone makes a name
_LANDS = frozenset("us united states uk kingdom".split())
CHANGED = 6  # letters of a word of which two may be changed about
VERY_LONG = 9  # letters of a word of which three may be changed about
_LANDS_WHOLE = frozenset({"us", "united states", "uk", "united kingdom"})
LONG = 7  # letters of a single word whose sound tells it across kinds ("Hormuzgan", "Hormozgan")

# What a longer name has behind these words is no other body's.
_TAILS = {
    "hospital": frozenset({"medical", "center", "centre", "and", "health"}),
    "police": frozenset({"department", "service", "force"}),
    "sheriff": frozenset({"office", "department", "s"}),
    "fire": frozenset({"department", "service", "brigade"}),
}

_HOUSE = ["house", "of", "representatives"]  # "the House", where the story has one
LONG_WORD = 4  # letters of a word before a name that is none itself
LONGEST_STATE = 5  # letters of a state's short form ("Calif.")
SHORTEST = 3  # letters that stand for a name's first words
_ADDRESS = re.compile(r"(?:www\.)?([A-Za-z][\w-]+)\.(?:com?|org|net|tv|co\.[a-z]{2})")

GARBLED, NEAR, PARTICLE = 5, 0.75, 2  # letters, likeness and split-off letters of a garbled surname: shorter ones
# ("Chen", "Chan") are two people's as often as one's


@dataclass(frozen=True, slots=True)
class Link:
    """Two names that are one: the name at ``key`` joins the one at ``to``."""

    key: str
    to: str
    reason: str


def is_junior(key: str) -> bool:
    """Whether a plain name is a son's who has his father's name."""
    return key.endswith(" jr")


def links(groups: Sequence[Group], root: Callable[[str], str] = str) -> Iterator[Link]:
    """The pairs of names that are one, the surest signs first; a name that could join two is left alone, unless those
    are joined already: ``root`` gives what each key is joined to."""
    by_row: dict[int, Group] = {}
    for group in groups:
        row = rows().get(group.key)
        if row is not None:
            first = by_row.setdefault(row, group)
            if first is not group:
                yield Link(group.key, first.key, f"another name of {first.forms[0]}, by the list of known names")
    blocks = Blocks(groups, root)
    for group in groups:
        for sign in _SIGNS:
            if (found := sign(group, blocks)) is not None:
                yield found
                break
        else:
            yield from _alike(group, blocks)
            yield from _firms(group, blocks)


def slot_links(groups: Sequence[Group], stands: Mapping[str, Standing]) -> Iterator[Link]:
    """The pairs of names that are one by where they stand, of names that are joined by all other signs already: each
    group is all that is known under one name."""
    for group in groups:
        if (found := _same_place(group, groups, stands) or _read_surname(group, groups)) is not None:
            yield found


def _only(group: Group, fits: list[Group], reason: str, blocks: Blocks) -> Link | None:
    fits = blocks.apart(fits)
    return Link(group.key, fits[0].key, f"{reason} {fits[0].forms[0]}") if len(fits) == 1 else None


def _acronym(group: Group, blocks: Blocks) -> Link | None:
    fits = [o for o in blocks.with_initial(group.key[0]) if o.key != group.key and _abbreviates(group, o)]
    fits = [
        o for o in fits if not any(p is not o and _is_part(p, o) for p in fits)
    ]  # "U.S. Mint Police", "Mint Police"
    return _only(group, fits, "acronym of", blocks)


def _abbreviates(group: Group, other: Group) -> bool:
    """Whether a name is the letters of another, or put together from its words' beginnings, and their kinds allow it:
    two letters are a state's as often as a body's, and a person's letters are all capitals."""
    short = group.forms[0]
    if clipped(tuple(group.words), tuple(other.words)):
        return "person" not in (group.kind, other.kind)
    if not any(is_acronym_of(form, other.forms[0]) for form in group.forms):
        return False
    letters = short.replace(".", "")
    if len(letters) == 2:
        land = other.key in countries() or (other.kind == "place" and group.kind in ("place", "other"))
        body = group.kind == other.kind == "organization" and "." not in short
        return (land or body) and group.key not in rows()
    person = letters.isupper() and (not is_given(other.words[0]) or _all_initials(letters, other))
    return "person" not in (group.kind, other.kind) or person


def _all_initials(letters: str, other: Group) -> bool:
    """Whether letters are the initials of all of a person's names, three of them or more."""
    return len(letters) > len("AB") and letters.lower() == "".join(word[0] for word in other.words)


def _abbreviated_start(group: Group, blocks: Blocks) -> Link | None:
    """A name whose first word is the letters of another's first words ("RSN Tern", "Royal Strait Navy Tern")."""
    first, _, rest = group.forms[0].partition(" ")
    if not rest or not first.isupper() or len(first) < SHORTEST:
        return None
    fits = [o for o in blocks.sharing_words(group) if o.key != group.key and _spelt_out(first, rest, o)]
    return _only(group, fits, "its first letters spelt out:", blocks)


def _spelt_out(letters: str, rest: str, other: Group) -> bool:
    start = other.forms[0].removesuffix(f" {rest}")
    return start != other.forms[0] and is_acronym_of(letters, start)


def _government(group: Group, blocks: Blocks) -> Link | None:
    """A capital that acts stands for its government, and that for the country."""
    if not group.key.endswith(" government"):
        return None
    country = table("names.toml")["capitals"].get(group.key.removesuffix(" government"), "")
    state = blocks.by_key.get(plain(country))
    return _only(group, [state] if state else [], "the capital stands for the government of", blocks)


def _site(group: Group, blocks: Blocks) -> Link | None:
    """The address of an outlet's pages ("deltaherald.com"), with the outlet."""
    match = _ADDRESS.fullmatch(group.forms[0])
    found = blocks.run_together(match[1].lower()) if match else []
    fits = [o for o in found if o.key != group.key]
    return _only(group, fits, "the address on the web of", blocks)


def _state(group: Group, blocks: Blocks) -> Link | None:
    """A state's short form ("Kel." for "Kelland"), with the state's name: its letters stand in that in their order."""
    short = group.key.replace(" ", "")
    if len(short) > LONGEST_STATE or (not group.forms[0].endswith(".") and group.kind != "place"):
        return None
    near = [o for o in blocks.of_state(group) if "." not in o.forms[0] and o.key not in table("names.toml")["capitals"]]
    return _only(group, [o for o in near if cut_short(short, o.key)], "the state:", blocks)


def cut_short(short: str, long: str) -> bool:
    """Whether the letters of a word stand in a longer one in this order, its first at the beginning."""
    letters = iter(long)
    return len(short) < len(long) and short[:1] == long[:1] and all(letter in letters for letter in short)


def _word_before(group: Group, blocks: Blocks) -> Link | None:
    """A person's full name with a word before it that is no name ("Goalkeeper Ilse Osk"), with the name."""
    first, *rest = group.words
    short = blocks.by_key.get(" ".join(rest))
    if short is None or {group.kind, short.kind} != {"person"} or len(rest) < len(("given", "surname")):
        return None
    given = is_given(first) or is_known(first) or len(first) < LONG_WORD or "mount" in rest
    return None if given else Link(group.key, short.key, f"with a word before it: {short.forms[0]}")


def _nicknamed(group: Group, blocks: Blocks) -> Link | None:
    """A full name with a short form of the given name, with the one person who has that surname and the given name,
    in one report with it or not ("Bob Osk", "Robert Osk"); or with the given name spelt otherwise where the other has a
    middle name too ("Cathy May Osk", "Cathie Osk")."""
    first, *middle, last = group.words if len(group.words) > 1 else (group.key, group.key)
    if group.kind != "person" or first == last:
        return None
    near = [o for o in blocks.sharing_words(group) if o.kind == "person" and o.key != group.key and o.words[-1] == last]
    short = [o for o in near if not middle and len(o.words) == len(group.words) and _is_nickname(first, o.words[0])]
    fuller = [o for o in near if len(o.words) == len(group.words) + 1 and not middle]
    fuller = [o for o in fuller if _spelt_so(first, o.words[0]) or _is_nickname(first, o.words[0])]
    return _only(group, short or fuller, "a form of the given name, and the surname, of", blocks)


def _spelt_so(one: str, other: str) -> bool:
    """Whether two given names are one in other letters."""
    return one != other and one[0] == other[0] and len(one) > LONG_WORD and sound_key(one) == sound_key(other)


def _is_nickname(short: str, given: str) -> bool:
    """Whether a word is listed as short for a given name, or is the beginning of one and no known name itself."""
    full = table("names.toml")["nicknames"].get(short)
    same = full is not None and full[0] == given[0] and one_given(full, given)  # "Steve", "Steven" and "Stephen"
    if full == given or same or (len(short) < LONG_WORD and one_given(short, given)):
        return True
    return len(given) > len(short) > 1 and given.startswith(short) and not is_known(short) and not is_given(short)


def _part(group: Group, blocks: Blocks) -> Link | None:
    near = [o for o in blocks.sharing_words(group) if o.key != group.key]
    fits = [o for o in near if _is_part(group, o) or _is_team(group, o, blocks) or _is_misread(group, o)]
    fits = [o for o in fits if o.words[1:] != group.words or not _word_before(o, blocks)] or fits
    return _only(group, _apart(fits), "part of", blocks)


def _apart(fits: list[Group]) -> list[Group]:
    """The names without those that another of them holds or gives with another word for its trade: they are one."""
    kept: list[Group] = []
    for one in fits:
        if not any(p is not one and _is_part(one, p) for p in fits) and not any(
            same_firm(one.key, p.key) or _initialled(one.words, p.words) for p in kept
        ):
            kept.append(one)
    return kept


def _initialled(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names of three words or more are the same but for initials ("w mark osk", "william mark osk")."""
    pairs = list(zip(one, other, strict=False))
    same = all(a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]) for a, b in pairs)
    return same and len(one) == len(other) > len(("given", "surname"))


def _is_part(short: Group, long: Group) -> bool:
    """Whether a name is the shorter form of another: of a person the surname, or first and last
    name without those between; of a body the same words in another order, or its beginning; of a sea the name alone."""
    a, b = short.words, long.words
    if b[0] in word_set("ships") and b[1:] == a and long.forms[0].split()[0].isupper():
        return True  # the ship's own name, which is taken for a place's or a person's as well
    if short.kind == long.kind == "organization" and (_differs_in_small_words(a, b) or _is_house(a, b)):
        return True
    if not set(a) <= set(b) or len(a) > len(b):
        return False
    if without_form(b) == a or is_built(a, b) or (short.forms[0].isupper() and is_station(a, b)):
        return True  # whatever the recogniser takes either for
    if _is_of_land(short, long):
        return True
    unsure = short.kind == "other" and long.kind == "organization" and len(a) > 1 and b[-len(a) :] == a
    if short.kind != long.kind and not unsure:
        return False
    if short.kind == "person":
        return is_junior(short.key) == is_junior(long.key) and _is_part_of_person(a, b, long)
    if short.kind == "place":
        bare = b[:-1] == a and b[-1] in _LAND_AND_WATER and short.key not in countries()
        return bare or (b[-1:] == a and len(b) == 2 and a[0] in WATERS)  # "the Gulf"
    if long.kind != "organization" or (len(a) > 1 and _sides() & (set(b) - set(a))):
        return False
    return _is_part_of_body(a, b)


def _differs_in_small_words(a: list[str], b: list[str]) -> bool:
    """Whether two names of a body are the same words but for a preposition ("Panel on Boats", "Panel for Boats")."""
    gaps = word_set("acronym_gaps")
    own = [[word for word in words if word not in gaps] for words in (a, b)]
    return a != b and len(a) == len(b) and own[0] == own[1] and len(own[0]) > len(("given", "surname"))


def _is_house(a: list[str], b: list[str]) -> bool:
    """Whether two names are a house of representatives', the first without more than the land that it is of."""
    return a[-1] == _HOUSE[0] and b[-len(_HOUSE) :] == _HOUSE and " ".join(a[:-1]) in {"", *_LANDS_WHOLE}


def _is_of_land(short: Group, long: Group) -> bool:
    """Whether a name is a public body's without the land it is of ("Senate" for "U.S. Senate")."""
    a, b = short.words, long.words
    lead = b[: len(b) - len(a)]
    told = {"organization"} <= {short.kind, long.kind} <= {"organization", "other"}
    return told and " ".join(lead) in _LANDS_WHOLE and b[len(lead) :] == a and a[-1] in word_set("public_words")


def _is_team(short: Group, long: Group, blocks: Blocks) -> bool:
    """Whether a name is a team's without its town ("White Gulls" for "Kelland White Gulls"), or without more than that
    ("Gulls"): its last words, a plural, where the words that open it are a place of the story's."""
    a, b = short.words, long.words
    if long.kind == "person" or short.kind == "place" or len(a) >= len(b) or b[-len(a) :] != a:
        return False
    if short.kind == "person" and (len(a) > 1 or is_surname(a[0]) or is_known(a[0])):
        return False  # a lone plural is taken for somebody's name as well
    plural = a[-1].endswith(("s", "x")) and len(a[-1]) > 2 and a[-1] not in word_set("organization_words")
    towns = [" ".join(b[:n]) for n in range(1, len(b) - len(a) + 1)]
    told = any(t in blocks.by_key and blocks.by_key[t].kind == "place" for t in towns) or bool(readings(towns[-1]))
    return plural and told and b[-1] not in word_set("thing_words") and short.key not in rows()


def _is_misread(short: Group, long: Group) -> bool:
    """Whether a surname is taken for a body's name in just those reports that have its bearer's taken for one."""
    if long.kind != "person" or short.kind not in ("organization", "other") or len(short.words) > 1 < len(long.words):
        return False
    taken = {article for article, entity in long.entities if entity.kind != "person"}
    return plain(surname(long.forms[0])) == short.key and short.articles <= taken


def _is_part_of_person(a: list[str], b: list[str], long: Group) -> bool:
    last = plain(surname(long.forms[0]))
    if b[0] in word_set("ships"):
        return False  # "RMS Nora Quist" and who she was
    if len(a) == 1:
        return len(b) > 1 and last == a[0]
    if a[-1] == b[-1]:
        return a == [word for word in b if word in a]  # "Ali Orhan Osk" is not "Orhan Ali Osk"
    if len(a) == len(b) - 1 == 2 and b[:2] == a and mandarin(tuple(a)):
        return True  # a surname's characters as two words, and the given name as it was ("Shan Chuan Emi")
    double = f"{a[-1]}-{b[-1]}" in long.forms[0].lower()  # "Ilse Osk", "Ilse Osk-Salt"
    return a[0] == b[0] == last.split()[0] or (double and b[:-1] == a)


def _is_part_of_body(a: list[str], b: list[str]) -> bool:
    gaps = word_set("acronym_gaps")
    if {w for w in b if w not in gaps} == set(a) - gaps and len(a) > 1:
        return True  # "Justice Department", "Department of Justice"
    if len(a) > 1:
        ends = (a[0], a[-1]) == (b[0], b[-1])
        seat = " ".join(a) in word_set("seats") and not set(b) - set(a) <= _LANDS  # "Ferrin White House"
        behind = b[-len(a) :] == a and "of" not in a and len(b) - len(a) <= 2 and not seat
        return ends or behind or (b[: len(a)] == a and _adds_nothing(a, b[len(a) :]))
    if a == b[-1:] and a[0] in PAPERS:
        return True  # "The Times" where the story has one paper of that name
    trade = word_set("organization_words") - word_set("public_words")
    return b[0] == a[0] and a[0] not in word_set("public_words") and set(b[1:]) <= trade


def _given(group: Group, blocks: Blocks) -> Link | None:
    """A given name alone ("Alexis"), with the one person in the same report whose given name it is a form of."""
    if group.kind not in ("person", "other") or len(group.words) > 1 or not is_given(group.key):
        return None
    people = [o for o in blocks.in_reports(group.articles) if o.kind == "person" and len(o.words) > 1]
    fits = [o for o in people if one_given(group.key, o.words[0]) and not is_junior(o.key)]
    return _only(group, fits, "a form of the given name, in one report, of", blocks)


def _garbled(group: Group, blocks: Blocks) -> Link | None:
    """A surname or a rare given name alone, spelt otherwise or split in two, with the one person of other reports whose
    it sounds like."""
    if (group.kind == "place" and readings(group.key)) or len(group.words) > 2:
        return None
    glued = group.key.replace(" ", "")
    others = [o for o in blocks.with_surnames_like(glued, glued.replace("l", "r")) if o.kind == "person"]
    bearers = [o for o in others if plain(surname(o.forms[0])) == group.key]
    if group.kind == "place" and len(blocks.apart(bearers)) > 1:
        return None
    fits = [o for o in others if len(o.words) > 1 and _sounds_like_surname(group, o)]
    if fits or group.kind != "person" or len(group.words) > 1:
        return _only(group, fits, "sounds like the surname of", blocks)
    others = [o for o in blocks.alike(group) if o.kind == "person" and len(o.words) > 1]
    return _only(group, [o for o in others if _misspelt_given(group, o)], "like the given name of", blocks)


def _misspelt_given(short: Group, long: Group) -> bool:
    """Whether a lone word is a given name that few have, one letter otherwise; two that are well known are two."""
    first = long.words[0]
    if short.articles & long.articles or min(len(short.key), len(first)) < LONG or is_known(short.key):
        return False
    return not is_known(first) and short.key[0] == first[0] and Levenshtein.distance(short.key, first) == 1


def _changed_about(group: Group, blocks: Blocks) -> Link | None:
    """A surname alone with two letters changed about, in one report with its bearer too."""
    if group.kind == "organization" or not _can_be_hit_wrongly(group):
        return None
    others = [o for o in blocks.alike(group) if o.kind == "person" and len(o.words) > 1]
    fits = [o for o in others if _two_changed(group.key, plain(surname(o.forms[0])))]
    return _only(group, fits, "two letters changed about in the surname of", blocks)


def _sounds_like_surname(short: Group, long: Group) -> bool:
    if short.articles & long.articles:
        return False
    glued, last = short.key.replace(" ", ""), plain(surname(long.forms[0])).replace(" ", "")
    if len(glued) < GARBLED or len(last) < GARBLED or (len(short.words) > 1 and short.key == long.key):
        return False
    if len(short.words) > 1 and min(len(w) for w in short.words) > PARTICLE:
        return False
    if short.key in word_set("seats") or long.words[0] in word_set("not_names"):
        return False  # "Capitol", "Virginia Capitol"; "Friday Osk"
    if (heard := japanese(last)) is not None and heard == japanese(glued.replace("l", "r")):
        return True  # "Takamoli"
    alike = Levenshtein.normalized_similarity(glued, last)
    return alike >= NEAR and sound_key(glued) == sound_key(last)


def _adds_nothing(start: list[str], rest: list[str]) -> bool:
    """Whether the words that a longer name has more only say what or where the body is; a commission behind a court's
    name is another body, and so is a town's police."""
    if rest[0] in word_set("acronym_gaps") or " ".join(rest) in countries():
        return True
    whole = start[-1] in word_set("organization_words")
    if set(rest) <= _TAILS.get(start[-1], frozenset()):
        return True  # "Delta Hospital Medical Center", "Kelland Police Department"
    another = whole and not set(rest).isdisjoint(word_set("public_words") | {"magazine", "fund", "center", "centre"})
    return not another and set(rest) <= word_set("organization_words") | word_set("acronym_gaps") | {"channel"}


def _alike(group: Group, blocks: Blocks) -> Iterator[Link]:
    """The names that are spelt like it, and the one name, where it is one alone, whose characters it reads."""
    read = blocks.apart([other for other in blocks.alike(group) if _match(group, other).characters])
    for other in blocks.alike(group):
        found = _match(group, other)
        together = bool(group.articles & other.articles)
        if other.key <= group.key or found.score < ALIKE or (found.characters and len(read) > 1):
            continue
        if _is_torn(group, blocks) or _is_torn(other, blocks):
            continue
        surely = found.characters or _initialled(group.words, other.words)
        if surely or (not together and _kinds_agree(group, other)) or _hit_wrongly(group, other):
            never = "" if together else ", never in one report with it"
            yield Link(group.key, other.key, f"{found.reason}: {other.forms[0]}{never}")


def _is_torn(group: Group, blocks: Blocks) -> bool:
    """Whether a person's name without a middle name could be either of two others who have one, and who are two: "Bob
    Osk" beside "Robert Carl Osk" and "Robert Nils Osk"."""
    if group.kind != "person" or len(group.words) != len(("given", "surname")):
        return False
    last = group.words[-1]
    fuller = [o for o in blocks.sharing_words(group) if o.kind == "person" and len(o.words) > len(group.words)]
    fuller = [o for o in fuller if o.words[-1] == last and _match(group, o).score >= ALIKE]
    return any(
        one.words[1] != two.words[1] and one.words[1][0] != two.words[1][0] for one, two in combinations(fuller, 2)
    )


def _firms(group: Group, blocks: Blocks) -> Iterator[Link]:
    """A firm under its own name, its trade said otherwise ("Delta Distribution Ltd.", "Delta Distributors Ltd.")."""
    for other in blocks.sharing_words(group):
        if other.key > group.key and not group.articles & other.articles and same_firm(group.key, other.key):
            yield Link(group.key, other.key, f"its trade said otherwise, never in one report with it: {other.forms[0]}")


def _match(a: Group, b: Group) -> NameMatch:
    if a.key == b.key or a.key in rows() or b.key in rows() or not _can_be_one(a, b):
        return NOTHING
    one, other = set(a.words), set(b.words)
    if is_junior(a.key) != is_junior(b.key):
        return NOTHING
    if one < other or other < one or (one == other and a.kind == "organization"):
        return NOTHING  # a part and its whole are _part's to judge
    return match_names(a.forms[0], b.forms[0])


_SIGNS = (
    _state,
    _acronym,
    _abbreviated_start,
    _government,
    _site,
    _word_before,
    _part,
    _nicknamed,
    _given,
    _garbled,
    _changed_about,
)


def _same_place(group: Group, groups: Sequence[Group], stands: Mapping[str, Standing]) -> Link | None:
    """A name that stands where other reports have someone else: behind the same office, and spelt or read much like
    him; or, in one report alone, in the same slot of a sentence where most others have him and this one does not."""
    if not stands[group.key].offices or group.key in rows():
        return None
    people = [o for o in groups if o.kind == "person" and o.key != group.key and len(o.articles) > 1]
    holders = [o for o in people if stands[group.key].shares_office(stands[o.key])]
    one = len(group.articles) == 1
    garbled = [o for o in holders if (one or not o.articles & group.articles) and _garble(group, o)]
    if len(garbled) == 1:
        return Link(group.key, garbled[0].key, f"the same office, and much like it: {garbled[0].forms[0]}")
    reports = {article for g in groups for article in g.articles}
    absent = [o for o in holders if not o.articles & group.articles and 2 * len(o.articles) >= len(reports) - 1]
    called = [o for o in absent if one and _one_given_name(group, o)]
    if len(called) == 1:
        return Link(
            group.key, called[0].key, f"the same office and given name, where it is absent: {called[0].forms[0]}"
        )
    fits = [o for o in absent if one and stands[group.key].shared_slots(stands[o.key])]
    if len(fits) != 1:
        return None
    _, verb, with_whom = stands[group.key].shared_slots(stands[fits[0].key])[0]
    return Link(
        group.key, fits[0].key, f"the same office, and in the same place ({verb}, {with_whom}): {fits[0].forms[0]}"
    )


def _one_given_name(a: Group, b: Group) -> bool:
    """Whether two people's full names share a word that is not the surname of the second."""
    full = [set(plain(form).split()) - {plain(surname(form))} for form in b.forms if " " in form]
    own = set(a.words) - word_set("particles")
    return len(a.words) > 1 and plain(surname(b.forms[0])) not in own and any(own & each for each in full)


def _read_surname(group: Group, groups: Sequence[Group]) -> Link | None:
    """A name of fewer reports that reads the characters of one surname in another tongue ("Shan Chuan", "Yamakawa")."""
    ways = [tuple(plain(form).split()) for form in group.forms]
    ways = [way for way in ways if len(way) == len("山川") and mandarin(way)]
    if not ways or group.kind == "place":
        return None
    people = [o for o in groups if o.kind == "person" and len(o.articles) > len(group.articles) and o.key != group.key]
    fits = [(o, f) for o in people for f in o.forms if " " in f and any(_reads(w, plain(surname(f))) for w in ways)]
    if len({o.key for o, _ in fits}) != 1:
        return None
    return Link(group.key, fits[0][0].key, f"readings of the same characters as the surname of {fits[0][1]}")


def _reads(words: tuple[str, ...], last: str) -> bool:
    shared = same_characters(words, (last,)) if " " not in last else None
    return shared is not None and shared.characters == len(words)


def _garble(a: Group, b: Group) -> bool:
    """Whether a name can be another one written or read wrongly: a slip, or the same first character."""
    return any(_garbled_as(one, other) for one in a.forms for other in b.forms if " " in other)


def _garbled_as(one: str, other: str) -> bool:
    last, words = plain(surname(other)), tuple(plain(one).split())
    if last in words[1:]:
        return match_names(one, other).score >= SAME_NAME  # of one surname: given names tell
    spelt = max(match_names(one, form).score for form in (other, last))
    return (len(words) <= len(plain(other).split()) and spelt >= SAME_NAME) or begin_alike(words, tuple(last.split()))


def _can_be_one(a: Group, b: Group) -> bool:
    """Whether nothing says that two names are two: other numbers, another direction, a country."""
    if re.findall(r"\d+", a.key) != re.findall(r"\d+", b.key) or (len(a.words) > 1 < len(b.words) and _swapped(a, b)):
        return False
    lone = 1 in (len(a.words), len(b.words))
    return not ({a.kind, b.kind} == {"place"} and lone and countries() & {a.key, b.key})


def _swapped(a: Group, b: Group) -> bool:
    """Whether two names differ in a direction ("North Korea", "South Korea")."""
    return set(a.words) & _sides() != set(b.words) & _sides()


@cache
def _sides() -> frozenset[str]:
    return frozenset(table("same_names.toml")["sides"])


def _kinds_agree(a: Group, b: Group) -> bool:
    """Names of two kinds are one only where the recogniser must have erred on one of them."""
    if a.kind == b.kind:
        return a.kind != "other"
    if len(a.words) > 1 and len(b.words) > 1:
        return True
    least = min(len(a.key), len(b.key))
    unsure = "other" in (a.kind, b.kind) and least > len("Chang")  # the recogniser is silent on one of them
    return (least >= LONG or unsure) and sound_key(a.key) == sound_key(b.key)


def _hit_wrongly(a: Group, b: Group) -> bool:
    """Whether a word of one report has two letters of another changed about, which no other name has."""
    rare, other = (a, b) if len(a.entities) <= len(b.entities) else (b, a)
    return _can_be_hit_wrongly(rare) and len(other.words) == 1 and _two_changed(rare.key, other.key)


def _can_be_hit_wrongly(rare: Group) -> bool:
    return len(rare.words) == len(rare.articles) == 1 and len(rare.key) >= CHANGED and not is_known(rare.key)


def _two_changed(one: str, other: str) -> bool:
    """Whether two words differ in the order of two letters, long ones of three ("Velmandski", "Velmadsnki")."""
    most = 1 if len(one) < VERY_LONG or one[0] != other[0] else 2
    return sorted(one) == sorted(other) and 0 < OSA.distance(one, other) <= most
