"""Citations that a line's shape gives: credits, bylines of agencies, datelines, "first reported by"."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from crosswire.annotate.citation_media import is_short, media, outlet_in, outlet_name
from crosswire.records import Article, Citation, Line
from crosswire.text.origins import is_agency

VIA = re.compile(r"(?i)\bvia\s+(?P<who>(?:the\s+)?[\w.’' -]{3,40}?(?:office|service|account|website|page|statement))\b")
DATELINE = re.compile(
    r"^\W{0,2}(?:[A-Z][A-Z'’.\- ]+(?:,\s+[\w. ]+){0,3}\s*|[A-Z][a-z]{2,8}\.?\s+\d{1,2}\s+)?"
    r"\((?P<who>[A-Z][\w .&'’/-]{1,40})\)\s*(?:[-–—:]|--)"
)
# "Ostrel, Karrow (Delta Network) -": a dateline in small letters
PLACED = re.compile(
    r"^\W{0,2}[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2},\s+[A-Z][\w. ]{1,20}"
    r"\((?P<who>[A-Z][\w .&'’/-]{1,40})\)\s*(?:[-–—:]|--)"
)
# "read all of it via Delta Herald:"
VIA_OUTLET = re.compile(r"\b[Vv]ia (?:[Tt]he )?(?=[A-Z])")
REPORTS = re.compile(
    r"(?:^|[.\n]\s*)(?P<who>[A-Z][\w.&'’-]*(?:\s+[A-Z][\w.&'’-]*){0,4})\s+(?:reports?|writes?|has this report)\s*:"
)
# "Harbor Post. com reports": a parser ends a sentence at such a name
ADDRESS = re.compile(r"(?<![\w.])(?P<who>[A-Z][\w-]+\.\s?(?:com|org|net))\s+(?:reports?|reported|says|said|writes)\b")
# "TheHarborPostreports the fire", "the Harbor Newsrecently reported": a name with its verb run together
GLUED = re.compile(
    r"(?<!\w)(?P<who>(?:[A-Z][\w'’]*\s+){0,3}[A-Z]\w*?[a-z]{2})(?:reports?|reported|recently reported)(?!\w)"
)
# The agency at the end of a text: "… nine people. (AFP)", "… nine people. — Reuters"
SIGNED = re.compile(r"[.!?”\"’]\s*(?:\((?P<a>[A-Z][\w .-]{1,30})\)|[–—-]{1,2}\s*(?P<b>[A-Z][\w .-]{1,30}?))\s*$")
# "The Associated Press contributed to this report", "(Delta Post article)", "(via Delta Post)"
CONTRIBUTED = re.compile(r"(?P<who>[^.\n]{2,90}?)\s+contributed\s+(?:\w+\s+)?to\s+this\s+(?:report|story|article)")
PARENTHESISED = re.compile(
    r"\((?:(?i:source|via|from|courtesy of|photo|image|credit)s?:?\s+(?P<a>[^()]{2,40})|"
    r"(?P<b>[^()]{2,40}?)\s+(?i:(?:news )?(?:article|report|story|photo|file)))\)"
)
# A post that is printed whole: "— Nora Quist (@noraquist) May 4, 2031"
POSTED = re.compile(r"[—–-]\s?(?P<who>[^—–\n()]{2,50}?)\s+\(@\w{1,20}\)\s+[A-Z][a-z]+ \d")
AT = re.compile(
    r"\s*(?:[A-Z][\w.'’-]+\s+){1,3}(?:at|of|for|with)\s+(?P<who>(?:[Tt]he\s+)?[A-Z][\w&.'’-]*[\w](?:\s+[A-Z][\w&'’-]*){0,3})"
)
# Amid a line that runs a title into its text: "… reach the border April 29 (UPI) -"
PARTED = re.compile(r"\s[A-Z][a-z]{2,8}\.?\s+\d{1,2}\s+\((?P<who>[A-Z][\w .&'’/-]{1,40})\)\s*(?:[-–—:]|--)")
# What a headline puts before or behind its words: "Quake hits island: media", "State media: quake hits island"
HEADED = re.compile(
    r"(?i)(?:(?::|\s[-–—|])\s*(?P<behind>(?:[\w.'’]+\s+){0,2}(?:media|tv|television|radio|press|media reports))|"
    r"^(?P<before>(?:[\w.'’]+\s+){0,2}(?:media|tv|television|press|media reports)):.*)\W*$"
)
# "Herald: Ferry sinks": the outlet that a headline's words are from; and whose words stand before: "- DELTA POLICE"
SAYS = re.compile(r"^\W*(?P<who>(?:The )?[A-Z][\w.&'’ -]{1,30}?)\s?:\s+\S")
BEHIND = re.compile(
    r"^\s*[-–—]{1,2}\s*(?P<who>[A-Z][\w.&'’ ]{1,40}(?i:police|department|office|ministry|agency|service|council))\W*$"
)
# "Quake hits island AP", "Quake hits island - Reuters", not "Minister talks to AP"
AGENCY_LAST = re.compile(r"(?<!\S)(?P<link>\S{1,60})\s+(?P<who>[A-Z][\w-]+)\W*$")
LEADING = frozenset("a an the to by with for of from on in at and or tells told asks sues leaves joins".split())
HEADS = 3  # lines in which a headline, and that of the text it is from, stand
CREDITS = 100  # characters of a body line that may still be a credit line
NAME = 50  # characters behind "first reported by" in which the outlet stands


@dataclass(frozen=True, slots=True)
class Credits:
    """The patterns of credits.toml: what leads a credit, which leads tell what a text was taken from,
    who had it first, where names part and end, and what names nobody."""

    lead: re.Pattern[str]
    taken: re.Pattern[str]
    first: re.Pattern[str]
    parts: re.Pattern[str]
    ends: re.Pattern[str]
    unnamed: re.Pattern[str]


@cache
def credits_of() -> Credits:
    """Return the tables of credits.toml as patterns."""
    data = tomllib.loads(files("crosswire.annotate").joinpath("credits.toml").read_text("utf-8"))
    return Credits(
        re.compile(rf"(?i)^\W*(?P<lead>{'|'.join(data['lead'])})\b\W*(?P<who>[^\n]{{2,80}})"),
        re.compile(rf"(?i)(?:{'|'.join(data['taken'])})$"),
        re.compile(rf"(?i)\b(?:{'|'.join(data['first'])})"),
        re.compile(f"(?i){data['parts']}"),
        re.compile(data["ends"]),
        re.compile(rf"(?i)^\W*(?P<who>{data['unnamed']})\W*$"),
    )


def lines(article: Article) -> list[Citation]:
    """Credit lines, datelines with an agency, "first reported by", "PTI reports:", "via the office"."""
    found: list[Citation] = []
    heads = [line for line in article.lines if line.kind in ("title", "body")][:HEADS]
    for line in article.lines:
        part = article.text[line.start : line.end]
        spots = [(m.start("who"), m.end(), outlet_in(m.group("who"))) for m in REPORTS.finditer(part)]
        if line.kind != "furniture":
            spots += _dateline(part)
            spots += _headed(part, line is heads[0]) if line in heads else []
            spots += _credit(part, line)
            spots += _in_prose(part)
            spots += [(*m.span("who"), m["who"]) for m in BEHIND.finditer(part)]
        found += [
            Citation(line.start + a, line.start + b, part[a:b], (outlet,))
            for a, b, outlet in spots
            if outlet is not None
        ]
    return found


def _dateline(part: str) -> list[tuple[int, int, str | None]]:
    if match := DATELINE.match(part[:120]):
        return [(*match.span("who"), outlet_name(match["who"]))]
    if (match := PLACED.match(part[:120])) and outlet_in(match["who"]):
        return [(*match.span("who"), match["who"])]
    match = PARTED.search(part)
    return [(*match.span("who"), match["who"])] if match and is_agency(match["who"]) else []


def _headed(part: str, first: bool) -> list[tuple[int, int, str | None]]:
    """The medium or agency that a headline gives for its words before or behind them; ``first``: the article's own."""
    if first and (match := HEADED.search(part)):
        where = "behind" if match["behind"] else "before"
        return [(*match.span(where), match[where])]
    says = SAYS.match(part)
    if says and (is_short(says["who"]) or media().listed.fullmatch(says["who"])):
        return [(*says.span("who"), says["who"])]
    match = AGENCY_LAST.search(part)
    agency = match and is_agency(match["who"]) and match["link"].lower() not in LEADING
    return [(*match.span("who"), match["who"])] if match and agency else []


def _in_prose(part: str) -> list[tuple[int, int, str | None]]:
    """Who had it first, through whom it came, and the agency that signs a text at its end."""
    after = [(m, part[m.end() : m.end() + NAME]) for m in credits_of().first.finditer(part)]
    found: list[tuple[int, int, str | None]] = [(*m.span(), outlet_in(words) or _of_whom(words)) for m, words in after]
    found.extend((*m.span(), m["who"]) for m in (*VIA.finditer(part), *ADDRESS.finditer(part)))
    through = ((via, media().listed.match(part, via.end())) for via in VIA_OUTLET.finditer(part))
    found.extend((via.start(), outlet.end(), outlet.group()) for via, outlet in through if outlet)
    found.extend((*m.span(), re.sub(r"^The(?=[A-Z])", "", m["who"])) for m in GLUED.finditer(part))
    if "contributed" in part:  # the pattern begins with anything, and is slow where it finds nothing
        found.extend((*m.span(), outlet) for m in CONTRIBUTED.finditer(part) for outlet in _outlets(m["who"]))
    found.extend((*m.span(), outlet_in(m["a"] or m["b"])) for m in PARENTHESISED.finditer(part))
    if "(@" in part:
        found.extend((*m.span(), f"tweet of {m['who']}") for m in POSTED.finditer(part))
    signed = SIGNED.search(part)
    if signed:
        name = (signed["a"] or signed["b"]).strip()
        listed = media().listed.fullmatch(name)
        found.append((*signed.span("a" if signed["a"] else "b"), name if listed else None))
    return found


def _of_whom(words: str) -> str | None:
    """Whose reporter had it first, where nothing else shows that an outlet is one: "by Nora Quist at The Dock Line"."""
    match = AT.match(words)
    return match["who"] if match else None


def _credit(part: str, line: Line) -> list[tuple[int, int, str | None]]:
    """The outlets that a credit or byline names, one by one; of what a text was taken from any name."""
    given = line.kind in ("credit", "byline")
    match = credits_of().lead.match(part) if line.kind != "body" or len(part) < CREDITS else None
    if given and (unnamed := credits_of().unnamed.match(part)):
        return [(*unnamed.span("who"), unnamed["who"])]
    if match is None:
        return [(0, len(part), outlet) for outlet in _outlets(part)] if given else []
    outlets = _outlets(match["who"])
    if not outlets and given and credits_of().taken.match(match["lead"]):
        outlets = [credits_of().ends.split(match["who"])[0].strip()]
    return [(match.start(), match.end(), outlet) for outlet in outlets if outlet]


def _outlets(words: str) -> list[str]:
    """The outlets among the names of a credit line, each as it stands; "Ana Brook" is none."""
    names: list[str] = []
    for piece in credits_of().ends.split(words):
        whole = media().listed.search(piece) is None and media().shaped.search(piece)
        names += [piece] if whole else credits_of().parts.split(piece)
    return list(dict.fromkeys(outlet for name in names if (outlet := outlet_in(name))))
