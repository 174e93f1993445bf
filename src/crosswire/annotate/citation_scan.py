"""Citations that stand outside attributions: named outlets, chains of citing, documents, posts."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from crosswire.annotate.attribution_chains import cited
from crosswire.annotate.attribution_cues import verb_cue
from crosswire.annotate.attribution_sources import Namer
from crosswire.annotate.citation_media import media
from crosswire.annotate.citation_words import source_words
from crosswire.records import Article, Citation, Source, Token
from crosswire.text.clauses import agent, objects, subject
from crosswire.text.syntax import Tree

MEASURER = re.compile(
    r"(?i)\b(?:survey|cent(?:er|re)|institute|observatory|bureau|agency|office|university|network|service)\b"
)
LONGEST = 6  # words of what is posted; a longer name is a piece of the sentence
WHOSE = frozenset("his her its their my our your".split())
HOPED = frozenset(
    {"expect", "due", "likely", "plan", "want", "hope", "need", "set", "urge", "refuse", "decline", "fail"}
)
COUNTS = frozenset({"toll", "number", "estimate", "figure", "count", "tally", "forecast"})
VAGUE = frozenset({"dozen", "hundred", "thousand", "million"})
ANYBODY = frozenset({"people", "users", "fans", "many", "some", "others", "everyone", "thousands", "residents"})
TAKEN_TO = frozenset({"take", "turn", "post", "upload", "share", "write", "publish", "go", "tweet", "return", "head"})
POSTED = frozenset({"event", "post", "page", "account", "message", "video", "group", "poll", "thread", "feed"})


def span(text: str, start: int, end: int, on: Sequence[str]) -> Citation:
    """A citation of the words between two offsets."""
    return Citation(start, end, text[start:end], tuple(dict.fromkeys(on)))


def beside(text: str, source: Source, token: Token, name: str) -> Citation:
    """A citation of the words from a source to the token that makes it one, whichever stands first."""
    return span(text, min(source.start, token.start), max(source.end, token.end), [name])


def owned(what: str, source: Source) -> str:
    """The name of what somebody wrote or is heard on; an outlet's is the outlet's own."""
    return source.name if source.kind == "media" else f"{what} of {source.name}"


def citing_chains(article: Article, tree: Tree, namer: Namer) -> list[Citation]:
    """Chains of "citing": "Kyodo reported, citing the Delta Herald, citing two officials". A person
    who cites is none himself, and of what he cites only media and documents count; nor is one who is quoted."""
    found: list[Citation] = []
    for i, token in enumerate(tree.tokens):
        links = cited(tree, i) if token.lemma in source_words("reporting") and token.pos == "VERB" else []
        if not links:
            continue
        cue = verb_cue(tree, i)
        outer = [namer.source(k) for k in cue.speakers[-1:]] if cue else []
        chain = [s for s in outer if s.kind in ("media", "organization")] + [namer.source(k) for k in links]
        if outer and outer[0].kind not in ("media", "organization", "unknown"):
            chain = [s for s in chain if s.kind in ("media", "document")]
        chain = [s for s in chain if s.kind != "person"]
        if chain:
            start, end = min(s.start for s in chain), max(s.end for s in chain)
            found.append(span(article.text, start, end, [s.name for s in chain]))
    return found


def is_to_come(tree: Tree, start: int) -> bool:
    """Whether the verb that begins at an offset tells of what will be: "the review will conclude"."""
    i = bisect_left(tree.tokens, start, key=lambda t: t.start)
    return i < len(tree.tokens) and any(
        tree.tokens[c].lemma in ("will", "shall", "would", "may", "might", "should") and tree.tokens[c].tag == "MD"
        for c in tree.children(i, "aux")
    )


def is_hoped(tree: Tree, start: int) -> bool:
    """Whether the verb that begins at an offset tells of what is expected or wanted: "are expected to reassure"."""
    i = bisect_left(tree.tokens, start, key=lambda t: t.start)
    while i < len(tree.tokens) and any(tree.tokens[c].tag == "TO" for c in tree.children(i, "aux")):
        if tree.tokens[i].head == i:
            return False
        i = tree.tokens[i].head
        if tree.tokens[i].lemma in HOPED:
            return True
    return False


def is_denied(tree: Tree, start: int) -> bool:
    """Whether the verb that begins at an offset is one of knowing and denied: "could not confirm"."""
    i = bisect_left(tree.tokens, start, key=lambda t: t.start)
    knows = i < len(tree.tokens) and tree.tokens[i].lemma in ("confirm", "verify", "reach", "determine")
    return knows and any(tree.tokens[c].dep == "neg" for c in tree.children(i))


def documents(article: Article, tree: Tree, namer: Namer) -> list[Citation]:
    """Documents and measuring bodies that give a finding: "a poll put support at half", "the
    Delta Survey registered the quake"."""
    found: list[Citation] = []
    for i, token in enumerate(tree.tokens):
        verb = tree.tokens[token.head]
        if token.dep != "nsubj" or verb.pos != "VERB":
            continue
        source = None
        if _is_found(tree, i) and verb.lemma in source_words("finding"):
            if is_to_come(tree, verb.start):
                continue
            chain = namer.sources(i)
            released = any(agent(tree, c) is not None for c in tree.children(i, "acl"))
            source = chain[0] if chain[0].kind == "media" else chain[-1] if released else namer.source(i)
        elif token.pos in ("PROPN", "NOUN") and (
            verb.lemma in source_words("measuring") or _recounts(tree, token.head)
        ):
            candidate = namer.source(i)
            source = candidate if MEASURER.search(candidate.text) and candidate.kind != "person" else None
        if source is not None:
            found.append(span(article.text, source.start, source.end, [source.name]))
    return found


def _recounts(tree: Tree, verb: int) -> bool:
    """Whether a verb tells of a count made anew: "the agency raised the toll to nine"."""
    anew = tree.tokens[verb].lemma in ("raise", "lower", "revise", "update")
    return anew and any(tree.tokens[c].lemma in COUNTS for c in tree.children(verb, "dobj"))


def _is_found(tree: Tree, i: int) -> bool:
    """Whether token i is a document, recording or inquiry that finds something; figures are one with whose they are."""
    token, papers = tree.tokens[i], source_words("found")
    if token.lemma in source_words("owned"):
        return any(tree.tokens[c].text.lower() not in WHOSE for c in tree.children(i, "compound", "poss"))
    if token.lemma == "result":  # "autopsy results", "the results of an audit"
        return any(tree.tokens[k].lemma in papers for k in tree.subtree(i) if k != i)
    first = token.pos == "PROPN" and tree.parse.sentences[token.sentence].first == i  # "Leaflets announced": no name
    lemma = token.text.lower().removesuffix("s") if first else token.lemma
    return (token.pos == "NOUN" or first) and lemma in papers


def _is_posted(tree: Tree, k: int) -> bool:
    """Whether a platform's name stands where something is posted: "on Twitter", not "against Facebook"."""
    link = tree.tokens[k].head
    word = tree.tokens[link].text.lower()
    return word in ("on", "via", "over", "through") or (
        word == "to" and tree.tokens[tree.tokens[link].head].lemma in TAKEN_TO
    )


def _holder(tree: Tree, k: int, namer: Namer, site: str) -> str | None:
    """Whose a page or account is: "the Twitter account for the coast guard"."""
    if tree.tokens[k].lemma not in ("account", "page", "feed"):
        return None
    held = objects(tree, k, "for", "of")
    return f"{namer.source(held[0]).name} on {site}" if held else None


def posts(article: Article, tree: Tree, namer: Namer) -> list[Citation]:
    """Platforms: who posts there ("took to Twitter"), or the thing posted ("a Facebook event")."""
    found: list[Citation] = []
    starts = [t.start for t in tree.tokens]
    for sentence in tree.parse.sentences:
        for match in media().platforms.finditer(article.text, sentence.start, sentence.end):
            k = bisect_left(starts, match.start())
            if k >= len(tree.tokens) or tree.tokens[k].start != match.start():
                continue
            head = tree.tokens[tree.tokens[k].head]
            if tree.tokens[k].dep in ("compound", "nmod") and head.lemma in POSTED:
                counted = (tree.tokens[i] for i in tree.subtree(head.head))
                if head.dep != "nsubj" or not any(t.pos == "NUM" or t.lemma in VAGUE for t in counted):
                    continue  # told of; what it counts is read off it: "a Facebook event has 4,000 guests"
                posted = _holder(tree, tree.tokens[k].head, namer, match.group())
                name = posted or article.text[match.start() : head.end]
                found.append(span(article.text, match.start(), head.end, [name]))
            elif tree.tokens[k].dep == "pobj" and _is_posted(tree, k):
                who = next(
                    (
                        s
                        for v in tree.ancestors(k)
                        if tree.tokens[v].pos == "VERB" and (s := subject(tree, v)) is not None
                    ),
                    None,
                )
                source = namer.source(who) if who is not None else None
                over = tree.tokens[tree.tokens[tree.tokens[k].head].head]
                if source and source.kind == "document" and over.lemma not in TAKEN_TO:
                    continue  # "accounts were given little room on Twitter"
                if source is not None and len(source.name.split()) <= LONGEST and source.name.lower() not in ANYBODY:
                    name = source.name
                    name = name if match.group() in name else f"{name} on {match.group()}"
                    found.append(span(article.text, match.start(), match.end(), [name]))
    return found
