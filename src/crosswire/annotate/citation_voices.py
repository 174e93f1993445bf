"""Speakers whom the words about them show to be news media, whatever else they were taken for."""

import re
from collections.abc import Sequence
from dataclasses import replace

from crosswire.annotate.citation_media import is_short, media
from crosswire.records import Attribution, Source

# "Orvane, a news site, reported", "Orvane, the country's largest daily, said"
_CALLED = re.compile(
    r"^,\s+(?:an?|the|one of)\s+(?:[\w'’.-]+\s+){0,5}?"
    r"(?:newspaper|daily|weekly|tabloid|magazine|broadcaster|newswire|wire service|web ?site|blog|"
    r"(?:news|state) (?:agency|site|outlet|portal|channel)|(?:radio|television|tv) (?:station|channel))\b"
)
_STAFF = re.compile(
    r"\b(?:anchor|host|reporter|correspondent|editor|presenter|columnist|executive|contributor|officials?|employees?|"
    r"spokes\w+|aides?|analysts?|viewers?|readers?)s?\b"
)
_NAME = re.compile(r"(?:[Tt]he )?(?P<name>[A-Z][\w&!.’'-]*(?: [A-Z][\w&!.’'-]*){0,3})(?=$|,)")
FAR = 100  # characters behind a name in which the words for what it is stand


def with_media(attributions: Sequence[Attribution], text: str) -> list[Attribution]:
    """The attributions, with each speaker that is a medium marked as one, under its own name."""
    short = any(is_short(_words(s)) for a in attributions for s in a.chain)
    full = _full_names(text) if short else {}
    return [replace(a, chain=tuple(_as_medium(s, text, full) for s in a.chain)) for a in attributions]


def _full_names(text: str) -> dict[str, str]:
    """By its last word the one outlet that an article names in full: "Post" for "the Delta Post"."""
    found: dict[str, set[str]] = {}
    tables = media()
    for pattern in (tables.listed, tables.shaped):
        for match in pattern.finditer(text):
            name = re.sub(r"^[Tt]he ", "", " ".join(match.group().split()))
            if " " in name and is_short(f"the {name.split()[-1]}"):
                found.setdefault(name.split()[-1], set()).add(name)
    return {last: next(iter(names)) for last, names in found.items() if len(names) == 1}


def _as_medium(source: Source, text: str, full: dict[str, str]) -> Source:
    """A source as a medium where it is one: "the Post", "NBC Delta", "Orvane, a news site"."""
    words = _words(source)
    if source.kind == "media" and words.lower().startswith("another "):
        return replace(source, name=words[0].lower() + words[1:])
    if source.kind == "anonymous" or _STAFF.search(words):
        return source
    bare = re.sub(r"^[Tt]he ", "", words)
    if words != bare and is_short(f"the {bare}"):
        name = full.get(bare, words) if source.name in (bare, words) else source.name
        return replace(source, name=name, kind="media")
    if source.kind in ("media", "document"):
        return source
    named = _NAME.match(words)
    if named is None:
        return source
    whole = named.end() == len(words)
    behind = text[source.end : source.end + FAR] if whole else words[named.end() :]
    listed = whole and source.kind == "organization" and media().listed.match(bare)
    return replace(source, name=named["name"], kind="media") if listed or _CALLED.match(behind) else source


def _words(source: Source) -> str:
    """A source's words on one line."""
    return " ".join(source.text.split())
