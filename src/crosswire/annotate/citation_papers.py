"""Documents behind "according to", whatever they are called, and tweets of which only the deed is told."""

import re

from crosswire.annotate.attribution_issuers import own_issuer
from crosswire.annotate.attribution_sources import PRONOUNS, Namer
from crosswire.annotate.attribution_words import words
from crosswire.annotate.citation_scan import beside, owned, span
from crosswire.annotate.citation_words import source_words, tells
from crosswire.records import Article, Citation
from crosswire.text.clauses import agent, is_passive, objects, subject
from crosswire.text.syntax import Tree

LONGEST = 10  # words of a document's name; a longer one is a piece of the sentence
TWEETED = re.compile(r"(?:re)?tweet(?:s|ed|ing)?\Z")
OTHERS = frozenset({"PERSON", "GPE", "LOC", "FAC", "NORP", "DATE", "TIME", "CARDINAL", "LAW", "PRODUCT"})
# Who asks questions and prints no answers.
BODIES = re.compile(r"(?i)^(?:committee|council|police|department|ministry|court|agency|commission|panel|fbi|board)$")
# Who confirms by a vote, and tells nothing by it.
CHAMBERS = re.compile(r"(?i)\b(?:senate|house|congress|parliament|council|assembly|legislature)$")
FEW = 6  # words of who tweeted or wrote
FAR = 200  # characters from who tweeted to the verb that no citation spans
TOLD_IN = frozenset({"article", "paper", "study", "report", "review", "survey", "analysis"})
VOICES = frozenset({"spokesman", "spokeswoman", "spokesperson", "representative", "publicist"})
TOLD = frozenset({"confirm", "announce", "report", "estimate", "disclose", "record", "measure"})


def accorded(article: Article, tree: Tree, namer: Namer) -> list[Citation]:
    """What stands behind "according to" and is no person: "according to the yard's spring snapshot", "according to
    the Delta Tracking Project". What is taken up ("the report") is left to the attributions, which know whose it is."""
    lists = (source_words(name) for name in ("accorded", "found", "owned", "written", "websites"))
    papers = words().sources["documents"].union(*lists)
    found: list[Citation] = []
    for i, token in enumerate(tree.tokens):
        over = tree.tokens[token.head]
        if token.dep != "pobj" or not (_is_accorded(tree, token.head) or _is_per(tree, i)):
            continue
        named = token.pos == "PROPN" and not _is_other(tree, i)
        if tree.tokens[over.head].text == "according" and _is_titled(tree, i):
            found.append(span(article.text, over.start, token.end, [token.text]))
            continue
        if not named and (token.pos != "NOUN" or token.lemma not in papers):
            continue
        if token.lemma == "number" and token.tag == "NN":
            continue  # "according to the number of boats"
        source = namer.source(i)
        length = len(source.name.split())
        known = any(tree.tokens[c].text == "the" for c in tree.children(i, "det"))
        taken_up = not named and length == 1 and known and token.lemma in words().sources["documents"]
        named = named and length > 1
        kinds: tuple[str, ...] = ("document", "anonymous")
        if named:
            kinds = ("organization", "unknown") if known else ("organization",)
        if source.kind in kinds and length <= LONGEST and not taken_up:
            found.append(span(article.text, source.start, source.end, [source.name]))
    return found


def _is_accorded(tree: Tree, link: int) -> bool:
    """Whether the preposition at token link is that of "according to"."""
    return tree.tokens[link].text.lower() == "to" and tree.tokens[tree.tokens[link].head].text.lower() == "according"


def _is_per(tree: Tree, i: int) -> bool:
    """Whether token i stands behind "per" as behind "according to", with its article: "per the tracker"."""
    known = any(tree.tokens[c].text.lower() in ("the", "a", "its") for c in tree.children(i, "det", "poss"))
    return known and tree.tokens[tree.tokens[i].head].text.lower() == "per"


def _is_titled(tree: Tree, i: int) -> bool:
    """Whether token i alone is an outlet's title, "The" being its first word: "according to The Tideline"."""
    token = tree.tokens[i]
    below = [tree.tokens[c] for c in tree.children(i)]
    alone = len(below) == 1 and below[0].text == "The" and token.text[:1].isupper() and token.tag in ("NN", "NNP")
    places = (e for e in tree.parse.entities if e.label in ("GPE", "LOC", "FAC", "PERSON"))
    return alone and not any(e.start <= token.start < e.end for e in places)


def _is_other(tree: Tree, i: int) -> bool:
    """Whether token i stands in the name of what prints nothing: a person, a place, a date, a thing."""
    at = tree.tokens[i].start
    return any(e.label in OTHERS and e.start <= at < e.end for e in tree.parse.entities)


def interviews(article: Article, tree: Tree, namer: Namer) -> list[Citation]:
    """Outlets that nothing but the talk with them shows to be one: "in an interview with Orvane"."""
    found: list[Citation] = []
    for i, token in enumerate(tree.tokens):
        within = token.lemma == "interview" and token.dep == "pobj" and tree.tokens[token.head].text.lower() == "in"
        for k in objects(tree, i, "with", "to") if within else ():
            asks = BODIES.search(tree.tokens[k].text) or _is_other(tree, k)
            if any(tree.tokens[c].lemma in source_words("websites") for c in tree.children(k, "compound", "nmod")):
                found.append(span(article.text, token.start, tree.tokens[k].end, [tree.tokens[k].text]))
                continue  # "with the Web site Orvane"
            source = namer.source(k) if tree.tokens[k].pos == "PROPN" and not asks else None
            if source is not None and source.kind in ("organization", "media") and len(source.name.split()) <= FEW:
                found.append(span(article.text, token.start, source.end, [source.name]))
    return found


def tweets(article: Article, tree: Tree, namer: Namer) -> list[Citation]:
    """Who tweeted, with or without words of it: "Nora Quist tweeted angrily to the mayor"."""
    found: list[Citation] = []
    for i, token in enumerate(tree.tokens):
        if token.pos != "VERB" or token.tag == "VB" or not TWEETED.match(token.text) or is_passive(tree, i):
            continue
        who = subject(tree, i)
        helps = any(tree.tokens[c].dep == "neg" or tree.tokens[c].tag == "MD" for c in tree.children(i, "aux", "neg"))
        if who is None or helps:
            continue
        source = namer.source(who)
        known = len(source.name.split()) <= FEW and source.name.lower().split()[0] not in PRONOUNS
        if known and source.kind in ("person", "organization", "media"):
            name = f"tweet of {source.name}"
            cited = beside(article.text, source, token, name)
            near = cited.end - cited.start < FAR
            found.append(cited if near else span(article.text, token.start, token.end, [name]))
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
        voted = token.lemma == "confirm" and CHAMBERS.search(source.name)
        if source.kind == "organization" and len(source.name.split()) <= FEW and not voted:
            found.append(beside(article.text, source, token, source.name))
    return found


def saying(article: Article, tree: Tree, namer: Namer) -> list[Citation]:
    """Documents that are said to say something, with whose they are: "the owners' letters to the council saying"."""
    papers = (words().sources["documents"] | source_words("found")) - {"petition"}
    found: list[Citation] = []
    for i, token in enumerate(tree.tokens):
        if token.pos != "NOUN" or token.lemma not in papers:
            continue
        below = [tree.tokens[c] for c in tree.children(i, "acl")]
        if not any(t.tag == "VBG" and tells(t.lemma) for t in below):
            continue
        issuer = own_issuer(tree, i)
        source = namer.source(issuer) if issuer is not None else None
        known = source and len(source.name.split()) <= FEW and source.name.lower() not in PRONOUNS
        if source and known and source.kind in ("person", "organization", "media"):
            found.append(beside(article.text, source, token, owned(token.lemma, source)))
    return found


def _host(tree: Tree, i: int, verb: int) -> list[int]:
    """Whose "his show" is, on which something is told: who is told it, else who tells it."""
    own = any(tree.tokens[c].text.lower() in ("his", "her") for c in tree.children(i, "poss"))
    if not own or tree.tokens[verb].pos != "VERB" or not tells(tree.tokens[verb].lemma):
        return []
    told = [k for k in tree.children(verb, "dobj", "dative") if tree.tokens[verb].lemma == "tell"]
    who = subject(tree, verb)
    return told or ([who] if who is not None else [])


def voices(article: Article, tree: Tree, namer: Namer) -> list[Citation]:
    """Spokespeople through whom somebody tells something: "Nora Quist said through a spokesman"."""
    found: list[Citation] = []
    for token in tree.tokens:
        link = tree.tokens[token.head]
        if token.lemma not in VOICES or token.dep != "pobj" or link.text.lower() not in ("through", "via"):
            continue
        verb = link.head
        told = tells(tree.tokens[verb].lemma) and words().stance.get(tree.tokens[verb].lemma) != "declined"
        denied = any(tree.tokens[c].dep == "neg" for c in tree.children(verb))
        who = subject(tree, verb) if told and not denied else None
        source = namer.source(who) if who is not None else None
        if source is not None and source.kind in ("person", "organization") and len(source.name.split()) <= FEW:
            found.append(span(article.text, link.start, token.end, [f"{token.text} of {source.name}"]))
    return found


def shown(article: Article, tree: Tree, namer: Namer) -> list[Citation]:
    """Documents and recordings that hold what is told: "set out in a port report", "is heard in the tape", "the
    allegations in the lawsuit", "scientists said in an article",
    "based on a complaint by the port"."""
    papers = source_words("found") | words().sources["documents"]
    found: list[Citation] = []
    for i, token in enumerate(tree.tokens):
        link = tree.tokens[token.head]
        if token.pos != "NOUN" or token.dep != "pobj" or token.lemma not in papers | source_words("owned"):
            continue
        if token.lemma not in papers and not tree.children(i, "compound", "poss"):
            continue
        if not _holds(tree, i, token.head):
            continue
        source = namer.source(i)
        if source.kind in ("document", "anonymous", "media") and len(source.name.split()) <= LONGEST:
            name = source.name.split(" and ")[0] if tree.children(i, "conj") else source.name
            found.append(span(article.text, link.start, source.end, [name]))
    return found


def _holds(tree: Tree, i: int, link: int) -> bool:
    """Whether what stands over the preposition before a document is told to stand in it."""
    word, over = tree.tokens[link].text.lower(), tree.tokens[tree.tokens[link].head]
    if word == "on" and over.lemma == "base":  # "on a complaint by the port", not "on a review"
        return bool(objects(tree, i, "by", "from")) or any(agent(tree, c) is not None for c in tree.children(i, "acl"))
    if word != "in":
        return False
    dets = {tree.tokens[c].text.lower() for c in tree.children(i, "det")}
    if dets & {"a", "an"} and over.pos == "VERB" and tells(over.lemma) and tree.tokens[i].lemma in TOLD_IN:
        who = subject(tree, tree.tokens[link].head)
        return who is not None and tree.tokens[who].pos == "NOUN"  # of who has a name it is his
    owned = bool(tree.children(i, "compound", "nmod", "poss", "amod"))
    passive = over.tag == "VBN" and is_passive(tree, tree.tokens[link].head)
    return (passive and over.lemma in source_words("holding")) or (owned and over.lemma in source_words("held"))


def programmes(article: Article, tree: Tree, namer: Namer) -> list[Citation]:
    """Programmes that are named by whose they are: "on Nora Quist's radio show", "on the podcast of Olaf Dahl"."""
    found: list[Citation] = []
    for i, token in enumerate(tree.tokens):
        link = tree.tokens[token.head]
        if token.lemma not in source_words("programmes") or token.dep != "pobj" or link.text.lower() != "on":
            continue
        owners = [k for k in [*tree.children(i, "poss"), *objects(tree, i, "of")] if tree.tokens[k].pos == "PROPN"]
        owners = owners or _host(tree, i, link.head)
        source = namer.source(owners[0]) if owners else None
        if source is not None and source.kind in ("person", "media") and len(source.name.split()) <= FEW:
            found.append(beside(article.text, source, token, owned(token.lemma, source)))
    return found
