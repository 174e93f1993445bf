"""Which words name a news medium: the list and patterns of media.toml."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from crosswire.text.names import normalise, word_set
from crosswire.text.origins import same_outlet

_LONGER = (
    "Herald|Times|Post|Tribune|Gazette|Journal|Chronicle|Observer|Telegraph|Courier|Sentinel|Star|"  # "The Sun Herald"
    r"Cent(?:er|re)|Entertainment|Studios?|Tower|Building|Foundation|"  # "ABC Entertainment Group"
    r"[Cc]ommittees?|[Ss]ubcommittees?|[Pp]anels?|Council|Ministry|Secretary|Institute|"  # "Foreign Affairs Committee"
    r"President|Presidents|Chair|Chairman|Chairwoman|Premier|Minister|Admiral"  # "Vice President"
)
# What "Press" is a part of in names that are no outlet's: "the White House Press Secretary"
_NO_PRESS = r"(?!\s(?:Secretary|Office|Corps|Conference|Pool|Club|Association|Briefing|Gallery|Room)\b)"
# "told People", but not "told People to leave"
_TITLED = (
    r"(?:(?<=\btold\s)|(?<=\btells\s)|(?<=\bto\s)|(?<=\bwith\s)|(?<=\bby\s))(?:{titles})"
    r"(?!\w|['’]|\s(?:to|for|who|in|of|how|why|what|about|with)\b|\s[A-Z])"
)
# "told the Intercept Friday", of a list that has it as "The Intercept"; not "told the Independent candidate"
_TOLD_THE = (
    r"(?<=\btold\s)the\s(?:{names})"
    r"(?=\W?$|[,.;:!?\"”’']|\s(?:that|in|on|last|this|he|she|they|it|the|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)"
)
# "the Union - Tribune": the first half of a paper's double name
_HALF = "Times|Post|Star|Sun|Union|Herald|Journal|News|World|Press|Democrat|Commercial|Standard|Courier|Telegram"
_WORD = r"[A-Z][\w&.'’]*"


@dataclass(frozen=True, slots=True)
class Media:
    """``listed``, ``shaped`` and ``common`` find listed names, names that end like one ("Delta Herald") and
    common nouns ("state television", "newspaper Delta"); ``platforms`` are where people post, ``posted`` a
    ``site`` of them that something stands on ("on Twitter", "a Facebook post"); ``unlike`` are names in the shape of
    an outlet's that are none ("Medical Examiner"), ``fields`` outlets that are called as a field of work is ("Foreign
    Affairs"); ``shows`` are programmes, ``station`` the last word of a broadcaster's name."""

    listed: re.Pattern[str]
    shaped: re.Pattern[str]
    common: re.Pattern[str]
    platforms: re.Pattern[str]
    posted: re.Pattern[str]
    unlike: re.Pattern[str]
    fields: re.Pattern[str]
    shows: re.Pattern[str]
    station: re.Pattern[str]


def _any(forms: list[str]) -> str:
    """One pattern for any of the forms, the longest first, free in its spaces and hyphens. Each first letter stands
    once, so that few forms are tried at a word."""
    behind: dict[str, list[str]] = {}
    for form in sorted(set(forms), key=lambda form: (-len(form), form)):
        rest = re.escape(form[1:]).replace(r"\ ", r"\s+").replace(r"\-", r"\s?-\s?")
        behind.setdefault(form[0], []).append(rest)
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in behind.items())


def _last_words(rows: list[list[str]]) -> list[str]:
    return [form.split()[-1] for row in rows for form in row]


@cache
def media() -> Media:
    """Return the tables of media.toml as patterns."""
    data = tomllib.loads(files("crosswire.annotate").joinpath("media.toml").read_text("utf-8"))
    forms = [form for part in ("agencies", "broadcasters", "papers", "journals") for row in data[part] for form in row]
    patterns = data["patterns"]
    place = rf"(?:{_WORD}['’]s?\s+)?"
    sites, things = _any(data["platforms"]), _any(patterns["posted"])
    hyphened = r"(?:-[A-Z]\w+|\s-\s(?:" + _any(patterns["tails"]) + r"))?"  # "Delta Sun-Times"
    hyphened += r"(?:\s(?:Group|Network|Media|Online|Corp\.?|Corporation))?"  # "Delta Times Group"
    tails = _any(patterns["tails"])
    stations = "|".join(patterns["stations"])
    return Media(
        re.compile(
            rf"(?<![\w-])(?:{_any(forms)})(?![\w-]|\s?-\s?\w|\s(?:{_LONGER})(?!\w))|"
            + _TITLED.format(titles=_any(data["titles"]))
            + "|"
            + _TOLD_THE.format(names=_any([form[4:] for form in forms if form.startswith("The ")]))
        ),
        re.compile(
            rf"(?<=journal )[A-Z]\w+(?:\s[A-Z]\w+)*|"
            rf"(?<!\w)(?:[A-Z]\w+\s){{0,3}}(?:{_any(patterns['journals'])})\s(?:the\s)?[A-Z]\w+(?:\s(?:and\s)?[A-Z]\w+){{0,4}}|"
            rf"(?<!\w)(?:The\s+)?(?:{_WORD}(?:\s+|-)|-){{1,3}}(?:{tails}){hyphened}(?!\w){_NO_PRESS}|"
            rf"(?<![\w-])(?:{_HALF})\s-\s(?:{tails})(?!\w)|(?<!\w)[A-Z]\w+News(?:[A-Z]\w+)?(?!\w)|"
            rf"(?<!\w)(?:{_any(patterns['heads'])})\s+[A-Z][a-z]\w+(?!\w)|"
            rf"(?<![\w-])(?:{stations})(?!\w)|"
            r"(?<![\w.])[A-Z]\w+(?:-\w+)?\.\s?(?:com|net|TV)(?!\w)|"  # "org" is whoever has a cause
            r"(?<![\w./@-])(?<!/ )[a-z][\w-]{3,}\.(?:com|net|us|info|tv|co\.uk)(?!\w|\s?/)"
        ),
        re.compile(
            rf"(?<![\w'’])(?:(?i:{_any(patterns['unnamed'])})|[A-Z]\w+(?:n|sh|se|i|ch|ek|ss)\s+media|{place}(?:[a-z-]+\s+){{0,2}}(?:{_any(patterns['nouns'])}))(?!\w)",
        ),
        re.compile(rf"(?<!\w)(?:{sites})(?!\w)"),
        re.compile(
            r"(?:(?<!followers )(?<!users )\b(?:on|via|over|through|us(?:ed?|es|ing)|to)\s+(?:[a-z]+\s+){0,4}|\bin\s+)"
            rf"(?P<site>{sites})(?!\w|['’]s)|"
            rf"(?<!\w)(?P<bare>{sites})\s+(?:{things})(?!\w)"
        ),
        re.compile(rf"\b(?:{'|'.join(patterns['unlike'])})$"),
        re.compile(rf"^(?:{_any(patterns['fields'])})$"),
        re.compile(_any(data["shows"])),
        re.compile(rf"^(?:{_any(_last_words(data['broadcasters']) + patterns['on_air'])})$"),
    )


_ALONE = re.compile(
    r"(?:[Tt]he )?"
    r"(?:Times|Post|Journal|Herald|Tribune|Gazette|Chronicle|Telegraph|Globe|Courier|Sentinel|Examiner|Inquirer)$|"
    r"[Tt]he (?:News|Sun|Star|Mail|Record|Observer|Register|Dispatch|Ledger|Bee)$"
)


def is_short(text: str) -> bool:
    """Whether words name an outlet by its last word alone, as after "told": "the Post"."""
    return _ALONE.match(text) is not None


def is_own(name: str, own: str | None) -> bool:
    """Whether a name is that of an article's own outlet, in full, in another form or by its last word ("The Times")."""
    if own is None:
        return False
    plain = name.casefold().removeprefix("the ")
    return same_outlet(name, own) or (is_short(name) and own.casefold().split()[-1] == plain)


# What a sentence begins with before an outlet's name: "As Delta Herald columnist Nora Quist noted"
_FIRST = re.compile(
    r"^(?:As|But|And|When|While|If|Since|After|Before|Or|Yet|So|Though|Although|Because) (?=\S+ \S|the )"
)


def outlet_name(form: str) -> str:
    """An outlet's name as the article has it, without what only says that it is one: "the AFP
    news agency" gives "AFP", "state news agency Delta" gives "Delta"."""
    last = " ".join(re.split(r"\n|(?<=[a-z]{3}\.)\s+", form)[-1].split())  # no name runs over a sentence's end
    last = re.sub(r"^(?:with|by|to|from|in|on|for|at|of) (?=the |an? )", "", last)
    plain = re.sub(r"^(?:the|[Aa]n?) ", "", _FIRST.sub("", last))
    listed = media().listed.search(plain)
    return listed.group() if listed else plain


def outlet_in(text: str) -> str | None:
    """The first news medium that a short stretch of text names, in the article's form; None
    when it names none. Listed names win over shaped ones, and those over common nouns."""
    tables = media()
    for pattern in (tables.listed, tables.shaped, tables.common):
        match = pattern.search(text)
        if match and not (pattern is tables.shaped and is_unlike(match.group())):
            return outlet_name(match.group())
    return None


def outlet_named(text: str) -> bool:
    """Whether a text names an outlet by a name of its own."""
    return media().listed.search(text) is not None or media().shaped.search(text) is not None


def parted(name: str) -> list[str]:
    """The names of two outlets that "and" joins, each alone; any other name as it is."""
    parts = name.split(" and ")
    tables = media()
    outlets = all(any(t.fullmatch(p) for t in (tables.listed, tables.shaped, tables.common)) for p in parts)
    return parts if len(parts) > 1 and outlets else [name]


def posted_on(text: str) -> str | None:
    """The platform on which words say that something stands: "on Twitter", "in a Facebook post"; None for none."""
    match = media().posted.search(text)
    return match["site"] or match["bare"] if match else None


def is_unlike(form: str) -> bool:
    """Whether a name in an outlet's shape is none: a person's, with a given name before its last word ("Jim
    Press"), or another's ("Medical Examiner")."""
    if media().unlike.search(form):
        return True
    words = [normalise(word) for word in form.split()]
    return len(words) > 1 and words[-2] in word_set("given_male") | word_set("given_female")
