"""Documents behind "according to", whatever they are called, and tweets of which only the deed is told."""

import re

from crosswire.annotate.attribution_issuers import own_issuer
from crosswire.annotate.attribution_sources import PRONOUNS, Namer
from crosswire.annotate.attribution_words import words
from crosswire.annotate.citation_words import source_words
from crosswire.records import Article, Citation
from crosswire.text.clauses import agent, is_passive, subject
from crosswire.text.syntax import Tree

LONGEST = 10  # words of a document's name; a longer one is a piece of the sentence
TWEETED = re.compile(r"(?:re)?tweet(?:s|ed|ing)?\Z")
OTHERS = frozenset({"PERSON", "GPE", "LOC", "FAC", "NORP", "DATE", "TIME", "CARDINAL", "LAW", "PRODUCT"})
# Who asks questions and prints no answers.
BODIES = re.compile(r"(?i)^(?:committee|council|police|department|ministry|court|agency|commission|panel|fbi|board)$")
FEW = 6  # words of who tweeted or wrote
TOLD = frozenset({"confirm", "announce", "report", "estimate", "disclose", "record", "measure"})


def accorded(article: Article, tree: Tree, namer: Namer) -> list[Citation]:
    """What stands behind "according to" and is no person: "according to the yard's spring snapshot", "according to
    the Delta Tracking Project". What is taken up ("the report") is left to the attributions, which know whose it is."""
    lists = (source_words(name) for name in ("accorded", "found", "owned", "written", "websites"))
    papers = words().sources["documents"].union(*lists)
    others = [(e.start, e.end) for e in tree.parse.entities if e.label in OTHERS]
    found: list[Citation] = []
    for i, token in enumerate(tree.tokens):
        over = tree.tokens[token.head]
        if token.dep != "pobj" or over.text.lower() != "to" or tree.tokens[over.head].text.lower() != "according":
            continue
        named = token.pos == "PROPN" and not any(s <= token.start < e for s, e in others)
        if not named and (token.pos != "NOUN" or token.lemma not in papers):
            continue
        source = namer.source(i)
        length = len(source.name.split())
        known = any(tree.tokens[c].text == "the" for c in tree.children(i, "det"))
        taken_up = not named and length == 1 and known and token.lemma in words().sources["documents"]
        named = named and length > 1
        kinds: tuple[str, ...] = ("document", "anonymous")
        if named:
            kinds = ("organization", "unknown") if known else ("organization",)
        if source.kind in kinds and length <= LONGEST and not taken_up:
            found.append(Citation(source.start, source.end, source.text, (source.name,)))
    return found


def interviews(article: Article, tree: Tree, namer: Namer) -> list[Citation]:
    """Outlets that nothing but the talk with them shows to be one: "in an interview with Orvane"."""
    others = [(e.start, e.end) for e in tree.parse.entities if e.label in OTHERS]
    found: list[Citation] = []
    for i, token in enumerate(tree.tokens):
        within = token.lemma == "interview" and token.dep == "pobj" and tree.tokens[token.head].text.lower() == "in"
        links = tree.children(i, "prep") if within else ()
        for k in (h for c in links if tree.tokens[c].text.lower() in ("with", "to") for h in tree.children(c, "pobj")):
            person = BODIES.search(tree.tokens[k].text) or any(s <= tree.tokens[k].start < e for s, e in others)
            source = namer.source(k) if tree.tokens[k].pos == "PROPN" and not person else None
            if source is not None and source.kind in ("organization", "media") and len(source.name.split()) <= FEW:
                found.append(Citation(token.start, source.end, article.text[token.start : source.end], (source.name,)))
    return found


def tweets(article: Article, tree: Tree, namer: Namer) -> list[Citation]:
    """Who tweeted, with or without words of it: "Nora Quist tweeted angrily to the mayor"."""
    found: list[Citation] = []
    for i, token in enumerate(tree.tokens):
        who = subject(tree, i) if token.pos == "VERB" and TWEETED.match(token.text) else None
        helps = any(tree.tokens[c].dep == "neg" or tree.tokens[c].tag == "MD" for c in tree.children(i, "aux", "neg"))
        if who is None or helps or is_passive(tree, i) or token.tag == "VB":
            continue
        source = namer.source(who)
        known = len(source.name.split()) <= FEW and source.name.lower().split()[0] not in PRONOUNS
        if known and source.kind in ("person", "organization", "media"):
            start, end = min(source.start, token.start), max(source.end, token.end)
            start, end = (start, end) if end - start < 200 else (token.start, token.end)
            found.append(Citation(start, end, article.text[start:end], (f"tweet of {source.name}",)))
    return found


def said_by(article: Article, tree: Tree, namer: Namer) -> list[Citation]:
    """Bodies by which something is told in the passive: "the death was confirmed by the bureau"."""
    found: list[Citation] = []
    for i, token in enumerate(tree.tokens):
        passive = token.pos == "VERB" and token.lemma in TOLD and is_passive(tree, i)
        by = agent(tree, i) if passive else None
        if by is None or tree.tokens[by].pos != "PROPN":
            continue
        source = namer.source(by)
        if source.kind == "organization" and len(source.name.split()) <= FEW:
            start, end = min(source.start, token.start), max(source.end, token.end)
            found.append(Citation(start, end, article.text[start:end], (source.name,)))
    return found


def saying(article: Article, tree: Tree, namer: Namer) -> list[Citation]:
    """Documents that are said to say something, with whose they are: "the owners' letters to the council saying"."""
    papers = (words().sources["documents"] | source_words("found")) - {"petition"}
    found: list[Citation] = []
    for i, token in enumerate(tree.tokens):
        says = (tree.tokens[c] for c in tree.children(i, "acl"))
        if (
            token.pos != "NOUN"
            or token.lemma not in papers
            or not any(
                t.tag == "VBG" and (t.lemma in words().stance or t.lemma in source_words("telling")) for t in says
            )
        ):
            continue
        issuer = own_issuer(tree, i)
        source = namer.source(issuer) if issuer is not None else None
        known = source and len(source.name.split()) <= FEW and source.name.lower() not in PRONOUNS
        if source and known and source.kind in ("person", "organization", "media"):
            start, end = min(source.start, token.start), max(source.end, token.end)
            name = source.name if source.kind == "media" else f"{token.lemma} of {source.name}"
            found.append(Citation(start, end, article.text[start:end], (name,)))
    return found


def programmes(article: Article, tree: Tree, namer: Namer) -> list[Citation]:
    """Programmes that are named by whose they are: "on Nora Quist's radio show", "on the podcast of Olaf Dahl"."""
    found: list[Citation] = []
    for i, token in enumerate(tree.tokens):
        link = tree.tokens[token.head]
        if token.lemma not in source_words("programmes") or token.dep != "pobj" or link.text.lower() != "on":
            continue
        of = [h for c in tree.children(i, "prep") if tree.tokens[c].text == "of" for h in tree.children(c, "pobj")]
        owners = [k for k in [*tree.children(i, "poss"), *of] if tree.tokens[k].pos == "PROPN"]
        source = namer.source(owners[0]) if owners else None
        if source is not None and source.kind in ("person", "media") and len(source.name.split()) <= FEW:
            start, end = min(source.start, token.start), max(source.end, token.end)
            name = source.name if source.kind == "media" else f"{token.lemma} of {source.name}"
            found.append(Citation(start, end, article.text[start:end], (name,)))
    return found
