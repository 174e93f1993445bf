"""Citations that stand outside attributions: named outlets, chains of citing, documents, posts."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from crosswire.annotate.attribution_chains import cited
from crosswire.annotate.attribution_cues import verb_cue
from crosswire.annotate.attribution_sources import PRONOUNS, Namer
from crosswire.annotate.attribution_words import words
from crosswire.annotate.citation_media import media
from crosswire.annotate.citation_words import source_words
from crosswire.records import Article, Citation, Source, Token
from crosswire.text.clauses import agent, is_passive, objects, subject
from crosswire.text.syntax import Tree

MEASURER = re.compile(
    r"(?i)\b(?:survey|cent(?:er|re)s?|institute|observatory|bureau|agency|office|university|network|service|department|ministry)\b"
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
FIGURES = frozenset({"show", "put", "indicate", "suggest", "reveal", "give", "confirm", "find"})
FORBIDDEN = frozenset({"block", "ban", "bar", "prevent", "stop", "keep", "suspend"})
PARTS = frozenset("version copy section portion part page summary".split())
PUT_OUT = frozenset({"release", "publish", "issue", "compile"})
HAD_THERE = frozenset({"follower", "user", "presence", "fan", "friend", "profile", "handle", "subscriber"})  # no posts
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
        if (who := _put_out(tree, i)) is not None:
            maker = namer.source(who)
            body = maker.kind in ("organization", "media") or tree.tokens[who].lemma in words().sources["bodies"]
            if body and len(maker.name.split()) <= LONGEST:
                found.append(beside(article.text, maker, token, owned(token.text.lower(), maker)))
                continue
        if token.dep != "nsubj" or verb.pos != "VERB":
            continue
        source = None
        if token.lemma == "figure" and verb.lemma not in FIGURES:
            continue  # "party figures blamed the mayor"
        if _is_found(tree, i) and verb.lemma in source_words("finding"):
            if is_to_come(tree, verb.start):
                continue
            chain = namer.sources(i)
            released = any(agent(tree, c) is not None for c in tree.children(i, "acl"))
            source = chain[0] if chain[0].kind == "media" else chain[-1] if released else namer.source(i)
            source = _released(tree, i, source, namer) if released else source
        elif token.pos in ("PROPN", "NOUN") and (
            verb.lemma in source_words("measuring") or _recounts(tree, token.head)
        ):
            candidate = namer.source(i)
            source = candidate if MEASURER.search(candidate.text) and candidate.kind != "person" else None
        if source is not None:
            found.append(span(article.text, source.start, source.end, [source.name]))
    return found


def _put_out(tree: Tree, i: int) -> int | None:
    """The head of who put out the document or figures at token i: "the data, released Friday by the bureau"."""
    token = tree.tokens[i]
    if token.pos != "NOUN" or token.lemma not in source_words("found") | source_words("owned") | {"claim", "list"}:
        return None
    acts = [c for c in tree.children(i, "acl") if tree.tokens[c].tag == "VBN" and tree.tokens[c].lemma in PUT_OUT]
    return next((a for c in acts if (a := agent(tree, c)) is not None), None)


def _released(tree: Tree, i: int, source: Source, namer: Namer) -> Source:
    """A document of which only the word is told, with the name of who released it: "Data released by the bureau"."""
    who = next((a for c in tree.children(i, "acl") if (a := agent(tree, c)) is not None), None)
    bare = who is not None and source.kind != "media" and len(source.name.split()) == 1
    return replace(source, name=owned(source.name.lower(), namer.source(who))) if bare and who is not None else source


def _recounts(tree: Tree, verb: int) -> bool:
    """Whether a verb tells of a count made anew: "the agency raised the toll to nine"."""
    anew = tree.tokens[verb].lemma in ("raise", "lower", "revise", "update")
    return anew and any(tree.tokens[c].lemma in COUNTS for c in tree.children(verb, "dobj"))


def _is_found(tree: Tree, i: int) -> bool:
    """Whether token i is a document, recording or inquiry that finds something; figures are one with whose they are."""
    token, papers = tree.tokens[i], source_words("found")
    if token.lemma in source_words("owned"):
        owners = [tree.tokens[c] for c in tree.children(i, "compound", "poss")]
        made = objects(tree, i, "from", "by") + [c for c in tree.children(i, "acl") if agent(tree, c) is not None]
        return any(t.text.lower() not in WHOSE for t in owners) or bool(made)
    if token.lemma in PARTS:  # "the classified version of the review"
        return any(tree.tokens[k].lemma in papers for k in objects(tree, i, "of"))
    if token.lemma in ("result", "finding"):  # "autopsy results", "the findings of an audit"
        return any(tree.tokens[k].lemma in papers for k in tree.subtree(i) if k != i)
    first = token.pos == "PROPN" and tree.parse.sentences[token.sentence].first == i  # "Leaflets announced": no name
    lemma = token.text.lower().removesuffix("s") if first else token.lemma
    return (token.pos == "NOUN" or first) and lemma in papers


def _is_posted(tree: Tree, k: int) -> bool:
    """Whether a platform's name stands where something is posted: "on Twitter", not "against Facebook"."""
    link = tree.tokens[k].head
    word = tree.tokens[link].text.lower()
    if word in ("on", "via", "over", "through"):
        return True
    verb = tree.tokens[link].head
    hoped = any(tree.tokens[c].tag == "MD" for c in tree.children(verb, "aux"))  # "he could return to Facebook"
    return word == "to" and tree.tokens[verb].lemma in TAKEN_TO and not hoped


def _holder(tree: Tree, k: int, namer: Namer, site: str) -> str | None:
    """Whose a page or account is: "the Twitter account for the coast guard"."""
    if tree.tokens[k].lemma not in ("account", "page", "feed"):
        return None
    held = objects(tree, k, "for", "of")
    return f"{namer.source(held[0]).name} on {site}" if held else None


def _own_page(tree: Tree, i: int, namer: Namer, site: str) -> str | None:
    """Who tells something on a page, feed or account of his own, whose head is token i: "said on her Twitter feed"."""
    link = tree.tokens[i].head
    own = any(tree.tokens[c].text.lower() in WHOSE for c in tree.children(i, "poss"))
    if not own or tree.tokens[i].dep != "pobj" or tree.tokens[link].text.lower() not in ("on", "via", "through", "in"):
        return None
    over = next((v for v in tree.ancestors(link) if tree.tokens[v].pos == "VERB"), None)
    who = subject(tree, over) if over is not None and not is_passive(tree, over) else None
    source = namer.source(who) if who is not None else None
    known = source is not None and source.kind in ("person", "organization", "media")
    return f"{source.name} on {site}" if source is not None and known and len(source.name.split()) <= LONGEST else None


def _poster(tree: Tree, k: int) -> int | None:
    """The head of who posts on the platform named at token k: whose the post is that stands there ("a video on Twitter
    from a reporter"), by whom it is put there ("posted on Twitter by a clerk"), else the subject of what is told."""
    over = tree.tokens[tree.tokens[k].head].head
    if tree.tokens[over].pos == "NOUN" and (
        makers := objects(tree, over, "from", "by") + objects(tree, k, "from", "by")
    ):
        return makers[0]
    for v in tree.ancestors(k):
        if tree.tokens[v].text.lower() == "according":
            return None  # "he was hurt, according to posts on Twitter"
        if tree.children(v, "agent") and (by := agent(tree, v)) is not None:
            return by  # "her words were shared and then posted on Twitter by a clerk"
        who = subject(tree, v) if tree.tokens[v].pos == "VERB" else None
        if who is None:
            continue
        if tree.tokens[v].dep == "pcomp" and tree.tokens[tree.tokens[tree.tokens[v].head].head].lemma in FORBIDDEN:
            return None  # "blocked from posting to it"
        if any(tree.tokens[c].text.lower() in ("herself", "himself", "itself") for c in tree.children(v, "dobj")):
            return None  # "describes herself on Twitter as a clerk"
        if is_passive(tree, v) and (by := agent(tree, v)) is not None:
            return by  # "her words were posted on Twitter by a clerk"
        named = [c for c in tree.children(who, "appos") if tree.tokens[c].pos == "PROPN"]
        if named and tree.tokens[who].pos == "NOUN":
            return named[0]  # "her clerk, Nora Quist, said on Twitter"
        own = any(tree.tokens[c].tag == "PRP$" for c in tree.children(who, "poss"))
        return agent(tree, v) if own and is_passive(tree, v) else who  # "her views were posted on Twitter"
    return None


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
                if own := _own_page(tree, tree.tokens[k].head, namer, match.group()):
                    found.append(span(article.text, match.start(), head.end, [own]))
                    continue
                counted = (tree.tokens[i] for i in tree.subtree(head.head))
                if head.dep != "nsubj" or not any(t.pos == "NUM" or t.lemma in VAGUE for t in counted):
                    continue  # told of; what it counts is read off it: "a Facebook event has 4,000 guests"
                posted = _holder(tree, tree.tokens[k].head, namer, match.group())
                name = posted or article.text[match.start() : head.end]
                found.append(span(article.text, match.start(), head.end, [name]))
            elif tree.tokens[k].dep == "pobj" and _is_posted(tree, k):
                if tree.tokens[tree.tokens[tree.tokens[k].head].head].lemma in HAD_THERE:
                    continue  # "with 300 followers on Twitter"
                who = _poster(tree, k)
                source = namer.source(who) if who is not None else None
                over = tree.tokens[tree.tokens[tree.tokens[k].head].head]
                if source and source.kind == "document" and over.lemma not in TAKEN_TO:
                    continue  # "accounts were given little room on Twitter"
                nobody = source is None or source.name.lower() in ANYBODY | PRONOUNS
                if source is not None and not nobody and len(source.name.split()) <= LONGEST:
                    name = source.name
                    name = name if match.group() in name else f"{name} on {match.group()}"
                    found.append(span(article.text, match.start(), match.end(), [name]))
    return found
