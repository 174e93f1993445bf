"""Which names of one word nothing in an article shows to be a body's: surnames, for all that the text tells."""

import re
from collections.abc import Sequence

from crosswire.annotate.attribution_words import words
from crosswire.annotate.citation_media import is_short, media
from crosswire.records import Attribution, Mention, Parse
from crosswire.text.syntax import Tree

# "Heffler", "McGann", not "JKS", "SunTrust", "Delta.com", "Wal-Mart"
_LONE = re.compile(r"(?:Mc|Mac|De|Des|La|Le|Di|Du|O['’])?[A-Z][a-zà-ÿ’'-]*[a-zà-ÿ]\Z")
_MYSELF = re.compile(r"\b(?:I|I['’]\w+|[Mm]y|me|myself)\b")
# Of the lone names that seen reports gave as sources, bodies were read as such twice or more, or stood before a
# common noun ("Oracle engineers"); of nine that were read once and stood so nowhere, seven were surnames.
TWICE = 2


def lone_surnames(
    text: str, parse: Parse, tree: Tree, mentions: Sequence[Mention], attributions: Sequence[Attribution]
) -> frozenset[str]:
    """The lone names that speak in the article and may well be a person's: they are read as one in some place, speak
    of themselves as "I", or are read as a body's once at most with nothing beside them that only a body has."""
    speakers = [s.name for a in attributions for s in a.chain[:1] if s.kind != "person"]
    parts = dict.fromkeys(part for name in speakers for part in name.split(" and "))
    return frozenset(
        name
        for name in filter(_LONE.match, parts)
        if not _is_body(name, text, parse, tree, mentions) or _says_i(name, text, attributions)
    )


def _says_i(name: str, text: str, attributions: Sequence[Attribution]) -> bool:
    own = [text[s:e] for a in attributions if a.chain and a.chain[0].name == name for s, e in a.contents]
    return any(_MYSELF.search(words_of) for words_of in own)


def says_its(name: str, text: str) -> bool:
    """Whether a lone name tells something of "its" own, as no person does: "Orvane says its boats are safe"."""
    told = rf"\b{re.escape(name)} (?:says?|said|announce[sd]) (?:that )?its\b"
    return " " not in name and re.search(told, text) is not None


def _is_body(name: str, text: str, parse: Parse, tree: Tree, mentions: Sequence[Mention]) -> bool:
    if is_short(name) or says_its(name, text) or media().listed.fullmatch(name) or media().platforms.fullmatch(name):
        return True
    labels = [e.label for e in parse.entities if text[e.start : e.end].removesuffix("'s").removesuffix("’s") == name]
    spots = [i for i, t in enumerate(parse.tokens) if t.text == name]
    entities = {m.entity for m in mentions if m.text == name}
    meant = any(m.entity in entities and m.form == "pronoun" and m.text.lower() in ("it", "its") for m in mentions)
    bearers = [e for e in parse.entities if e.label == "PERSON" and text[e.start : e.end].endswith(f" {name}")]
    if bearers and not any(_is_introduced(tree, i) for i in spots):
        return False
    if meant or any(_has_noun(tree, i) or _is_introduced(tree, i) for i in spots):
        return True
    return "PERSON" not in labels and labels.count("ORG") >= TWICE


def _has_noun(tree: Tree, i: int) -> bool:
    """Whether a name stands before a common noun as only a body's does: "Oracle engineers", "the Oracle"."""
    head = tree.tokens[tree.tokens[i].head]
    before = tree.tokens[i].dep == "compound" and head.pos == "NOUN" and tree.tokens[i].head > i
    return (before and head.tag == "NNS") or any(tree.tokens[c].text.lower() == "the" for c in tree.children(i, "det"))


def _is_introduced(tree: Tree, i: int) -> bool:
    """Whether a noun for a body stands beside a name: "the retailer Orvane", "Orvane, a maker of shoes"."""
    lists = words().sources
    beside = [*tree.children(i, "appos", "compound", "nmod"), tree.tokens[i].head]
    known = lists["firms"] | lists["offices"] | lists["bodies"]
    return any(tree.tokens[k].lemma in known and tree.tokens[k].dep != "ROOT" for k in beside)
