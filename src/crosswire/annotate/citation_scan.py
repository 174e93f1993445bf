"""Citations that stand outside attributions: named outlets, chains of citing, documents, posts."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from crosswire.annotate.attribution_chains import cited
from crosswire.annotate.attribution_cues import verb_cue
from crosswire.annotate.attribution_sources import Namer
from crosswire.annotate.citation_media import is_unlike, media, outlet_name
from crosswire.records import Article, Citation
from crosswire.text.clauses import agent, subject
from crosswire.text.syntax import Tree

REPORTING = frozenset(
    {
        "report",
        "publish",
        "cite",
        "quote",
        "say",
        "write",
        "reveal",
        "broadcast",
        "air",
        "run",
        "show",
        "confirm",
        "learn",
        "understand",
        "carry",
        "estimate",
    }
)
GIVEN = frozenset(
    {"report", "publish", "accord", "obtain", "according", "quote", "cite", "commission", "conduct", "carry", "see"}
)
FINDING = frozenset(
    {
        "show",
        "put",
        "find",
        "indicate",
        "suggest",
        "say",
        "reveal",
        "rank",
        "give",
        "state",
        "call",
        "recommend",
        "conclude",
        "provide",
    }
)
FOUND = frozenset("poll survey study report review analysis audit autopsy declaration letter statement record".split())
MEASURING = frozenset({"put", "register", "record", "measure", "estimate", "locate"})
OWN_VOICE = frozenset(
    {"host", "anchor", "contributor", "commentator", "pundit", "personality", "star", "executive", "owner"}
)
MEASURER = re.compile(
    r"(?i)\b(?:survey|cent(?:er|re)|institute|observatory|bureau|agency|office|university|network|service)\b"
)
LONGEST = 6  # words of what is posted; a longer name is a piece of the sentence
TOLD_TO = frozenset({"describe", "confirm", "explain", "speak", "talk", "recount", "reveal", "disclose"})
TALKS = {
    "with": frozenset({"interview", "conversation"}),
    "to": frozenset({"statement", "email", "e-mail", "mail", "letter", "message", "interview", "comment", "remark"}),
}
VAGUE = frozenset({"dozen", "hundred", "thousand", "million"})
SPREADING = frozenset({"begin", "surface", "emerge", "circulate", "swirl"})  # what reports do
ANYBODY = frozenset({"people", "users", "fans", "many", "some", "others", "everyone", "thousands", "residents"})
TAKEN_TO = frozenset({"take", "turn", "post", "upload", "share", "write", "publish", "go", "tweet", "return", "head"})
POSTED = frozenset({"event", "post", "page", "account", "message", "video", "group", "poll", "thread", "feed"})


def span(text: str, start: int, end: int, on: Sequence[str]) -> Citation:
    """A citation of the words between two offsets."""
    return Citation(start, end, text[start:end], tuple(dict.fromkeys(on)))


def named_outlets(article: Article, tree: Tree, people: Sequence[tuple[int, int, str]], namer: Namer) -> list[Citation]:
    """Outlets that report, are reported by, or carry something, with or without a clause of content.
    ``people`` are spans that name people and their forms: "Emily Post" is no newspaper, nor is "Post" behind it."""
    found: list[Citation] = []
    starts = [t.start for t in tree.tokens]
    tables = media()
    for sentence in tree.parse.sentences:
        for pattern in (tables.listed, tables.shaped, tables.common):
            for match in pattern.finditer(article.text, sentence.start, sentence.end):
                a, b = match.span()
                taken = any(s < b and a < e and ((s, e) != (a, b) or form == "part") for s, e, form in people) or any(
                    c.start < b + 2 and a - 2 < c.end for c in found
                )
                k = bisect_left(starts, b) - 1
                taken = taken or (pattern is tables.shaped and is_unlike(match.group()))
                if not taken and k >= 0 and not _is_former(tree, k) and _is_source(tree, k):
                    name = namer.name(k) if pattern is tables.common else None
                    known = name[0] if name and name[1] == "media" else outlet_name(match.group())
                    found.append(span(article.text, a, b, [known]))
    return found


def _is_former(tree: Tree, k: int) -> bool:
    """Whether the name that ends at token k only tells whose someone was: "a former CNN reporter", "the CNN host"."""
    head = tree.tokens[k].head
    before = tree.tokens[k].dep in ("compound", "nmod", "poss") and head > k
    once = any(tree.tokens[c].text.lower() in ("former", "ex", "onetime") for c in tree.children(head))
    return before and (once or tree.tokens[head].lemma in OWN_VOICE)


def _is_source(tree: Tree, k: int) -> bool:
    """Whether the name that ends at token k reports, is reported by, or stands under "according to"."""
    tokens = tree.tokens
    for i in [k, *tree.ancestors(k)][:4]:
        dep, head = tokens[i].dep, tokens[tokens[i].head]
        if dep == "compound" and tokens[i].head == i + 1 and head.pos == "VERB":
            return head.lemma in REPORTING  # "the BBC understands", misread as one name
        if (
            dep == "nsubj"
            and head.lemma == "learn"
            and any(tokens[c].text == "of" for c in tree.children(tokens[i].head))
        ):
            return False  # "since CNN learned of the bid"
        if dep == "nsubj":
            return head.lemma in REPORTING | SPREADING or any(
                c != i and tokens[c].lemma == "report" for c in tree.children(tokens[i].head)
            )
        link = head.text.lower() if dep == "pobj" else ""
        if (link in ("of", "from", "with", "at") and _is_teller(tree, head.head)) or (
            link in TALKS and _is_talk(tree, head.head, link)
        ):
            return True
        if dep == "pobj" and head.text.lower() in ("by", "to", "in", "on", "for"):
            over = tokens[head.head]
            told = link == "to" and over.lemma in TOLD_TO
            return told or over.lemma in GIVEN or over.lemma in ("poll", "survey")
        if dep in ("dobj", "dative") and head.lemma == "tell":
            return True  # "…, the mayor, Nora Quist, told Delta Radio", whatever else was made of it
        if dep in ("ROOT", "dobj"):
            return False
    return False


def _is_teller(tree: Tree, i: int) -> bool:
    """Whether token i is a person's name who tells something: "Nora Quist of the Delta Herald wrote"."""
    token, over = tree.tokens[i], tree.tokens[tree.tokens[i].head]
    if token.pos != "PROPN" or any(tree.tokens[c].text.lower() == "the" for c in tree.children(i, "det")):
        return False
    by = token.dep == "pobj" and over.text.lower() == "to" and tree.tokens[over.head].text.lower() == "according"
    return by or (token.dep == "nsubj" and over.lemma in REPORTING | {"hear"})


def _is_talk(tree: Tree, i: int, link: str) -> bool:
    """Whether token i is a talk or message in which one told something: "in an interview with", "in a letter to"."""
    over = tree.tokens[tree.tokens[i].head].text.lower()
    return tree.tokens[i].lemma in TALKS[link] and tree.tokens[i].dep == "pobj" and over in ("in", "during")


def citing_chains(article: Article, tree: Tree, namer: Namer) -> list[Citation]:
    """Chains of "citing": "Kyodo reported, citing the Delta Herald, citing two officials". A person
    who cites is none himself, and of what he cites only media and documents count; nor is one who is quoted."""
    found: list[Citation] = []
    for i, token in enumerate(tree.tokens):
        links = cited(tree, i) if token.lemma in REPORTING and token.pos == "VERB" else []
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


def documents(article: Article, tree: Tree, namer: Namer) -> list[Citation]:
    """Documents and measuring bodies that give a finding: "a poll put support at half", "the
    Delta Survey registered the quake"."""
    found: list[Citation] = []
    for i, token in enumerate(tree.tokens):
        verb = tree.tokens[token.head]
        if token.dep != "nsubj" or verb.pos != "VERB":
            continue
        source = None
        if token.lemma in FOUND and verb.lemma in FINDING:
            if is_to_come(tree, verb.start):
                continue
            chain = namer.sources(i)
            released = any(agent(tree, c) is not None for c in tree.children(i, "acl"))
            source = chain[0] if chain[0].kind == "media" else chain[-1] if released else namer.source(i)
        elif (verb.lemma in MEASURING and token.pos == "PROPN") or (token.pos == "NOUN" and verb.lemma in MEASURING):
            candidate = namer.source(i)
            source = candidate if MEASURER.search(candidate.text) and candidate.kind != "person" else None
        if source is not None:
            found.append(span(article.text, source.start, source.end, [source.name]))
    return found


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
    links = [c for c in tree.children(k, "prep") if tree.tokens[c].text.lower() in ("for", "of")]
    held = [h for c in links for h in tree.children(c, "pobj")]
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
