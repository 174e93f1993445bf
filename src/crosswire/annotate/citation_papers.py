"""Documents behind "according to", whatever they are called, and tweets of which only the deed is told."""

from crosswire.annotate.attribution_issuers import own_issuer
from crosswire.annotate.attribution_sources import PRONOUNS, Namer
from crosswire.annotate.attribution_words import words
from crosswire.annotate.citation_words import source_words
from crosswire.records import Article, Citation
from crosswire.text.clauses import agent, is_passive, subject
from crosswire.text.syntax import Tree

LONGEST = 10  # words of a document's name; a longer one is a piece of the sentence
FEW = 6  # words of who tweeted or wrote
TOLD = frozenset({"confirm", "announce", "report", "estimate", "disclose", "record", "measure"})


def accorded(article: Article, tree: Tree, namer: Namer) -> list[Citation]:
    """What stands behind "according to" and is no speaker: "according to the agency's monthly snapshot"."""
    lists = (source_words(name) for name in ("accorded", "found", "owned", "written", "websites"))
    papers = words().sources["documents"].union(*lists)
    found: list[Citation] = []
    for i, token in enumerate(tree.tokens):
        over = tree.tokens[token.head]
        first = token.dep == "pobj" and over.text.lower() == "to" and tree.tokens[over.head].text.lower() == "according"
        if not first or token.pos != "NOUN" or token.lemma not in papers:
            continue
        source = namer.source(i)
        if source.kind in ("document", "anonymous") and len(source.name.split()) <= LONGEST:
            found.append(Citation(source.start, source.end, source.text, (source.name,)))
    return found


def tweets(article: Article, tree: Tree, namer: Namer) -> list[Citation]:
    """Who tweeted, with or without words of it: "Nora Quist tweeted angrily to the mayor"."""
    found: list[Citation] = []
    for i, token in enumerate(tree.tokens):
        who = subject(tree, i) if token.pos == "VERB" and token.lemma in ("tweet", "retweet") else None
        helps = any(tree.tokens[c].dep == "neg" or tree.tokens[c].tag == "MD" for c in tree.children(i, "aux", "neg"))
        if who is None or helps or is_passive(tree, i) or token.tag == "VB":
            continue
        source = namer.source(who)
        known = len(source.name.split()) <= FEW and source.name.lower() not in PRONOUNS
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
    """Documents that are said to say something, with whose they are: "the bishops' letters to the council saying"."""
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
