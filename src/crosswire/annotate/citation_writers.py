"""Writers who are named with the outlet that prints them, and outlets that nothing but the telling shows to be one:
"the Delta Herald reporter Nora Quist writes", "the owner told Orvane"."""

import re
from collections import Counter
from collections.abc import Iterator

from crosswire.annotate.attribution_sources import Namer
from crosswire.annotate.citation_media import media, outlet_in
from crosswire.annotate.citation_outlets import WRITING
from crosswire.annotate.citation_scan import span
from crosswire.annotate.citation_words import source_words
from crosswire.records import Article, Citation
from crosswire.text.clauses import objects, subject
from crosswire.text.syntax import Tree

WRITERS = frozenset("reporter writer columnist correspondent editor blogger journalist sportscaster critic".split())
OFTEN = 2  # how often a report names at most an outlet that one thing is from; whom it is of it names more often
# Who is told things and prints none of them.
BODY = re.compile(
    r"(?i)\b(?:committees?|council|police|senate|house|congress|parliament|assembly|court|department|ministry|agency|fbi|cia|"
    r"board|commission|panel|inc|corp|company|group|bank|union|party|club|team|university|school|cabinet|nato|eu|un|"
    r"government|administration|conference|forum|summit|association|federation|authority|office|service|inquiry)\b"
)


def writers(article: Article, tree: Tree, namer: Namer) -> list[Citation]:
    """Outlets with their writers who tell something, from the nearest to the farthest: "according to Nora Quist of the
    Delta Herald", "the Delta Herald's Nora Quist reported"."""
    found: list[Citation] = []
    for i, token in enumerate(tree.tokens):
        if token.pos != "PROPN" or token.dep not in ("nsubj", "pobj") or not _writes(tree, i):
            continue
        outlet = next((o for o in _outlets(article.text, tree, i) if o), None)
        source = namer.source(i) if outlet else None
        if outlet and source and source.kind == "person" and outlet_in(source.name) is None:
            first = min([i, *tree.subtree(i)])
            start = tree.tokens[first].start
            found.append(span(article.text, start, max(token.end, source.end), [outlet, source.name]))
    return found


def _writes(tree: Tree, i: int) -> bool:
    """Whether who is named at token i tells something, or it is told according to him."""
    over = tree.tokens[tree.tokens[i].head]
    deeds = {tree.tokens[c].lemma for c in tree.children(i, "relcl")} if tree.children(i, "poss") else set[str]()
    if deeds & (source_words("reporting") | WRITING):
        return True  # "it was denied by the Delta Herald's Nora Quist, who wrote that it sank"
    if tree.tokens[i].dep == "pobj":
        return over.text.lower() == "to" and tree.tokens[over.head].text.lower() == "according"
    return over.pos == "VERB" and over.lemma in source_words("reporting") | WRITING


def _outlets(text: str, tree: Tree, i: int) -> Iterator[str | None]:
    """The outlets that stand with a name as those of its bearer: before a noun for a writer, as owner, behind "of"."""
    known = [k for k in tree.children(i, "compound", "nmod", "appos") if tree.tokens[k].lemma in WRITERS]
    for k in known:
        former = any(tree.tokens[c].text.lower() in ("former", "ex") for c in (*tree.children(k), *tree.children(i)))
        if former:
            return
        first = min([k, *tree.subtree(k)]) if tree.children(k) else max(0, k - 4)
        yield outlet_in(text[tree.tokens[first].start : tree.tokens[k].start])
    works = [o for k in known for o in objects(tree, k, "for", "at", "of", "with")]  # "Nora Quist, a reporter for"
    for k in [*works, *tree.children(i, "poss"), *objects(tree, i, "of", "at", "in", "from", "with")]:
        words = [*tree.subtree(k)]
        yield _whole_outlet(text[tree.tokens[min(words)].start : tree.tokens[k].end])


def _whole_outlet(words: str) -> str | None:
    """The outlet that words name where they name nothing else: "the Delta Herald", not "the Delta Herald's board"."""
    bare = re.sub(r"^[Tt]he ", "", " ".join(words.split()))
    tables = media()
    return outlet_in(words) if tables.listed.fullmatch(bare) or tables.shaped.fullmatch(bare) else None


def told(article: Article, tree: Tree, namer: Namer) -> list[Citation]:
    """Whom somebody tells something and who is a body of no other sort, named in passing: "the owner told Orvane"."""
    words = Counter(token.text for token in tree.tokens)
    found: list[Citation] = []
    for i, token in enumerate(tree.tokens):
        if token.lemma != "tell" or token.tag not in ("VBD", "VBZ") or subject(tree, i) is None:
            continue
        for k in tree.children(i, "dobj", "dative"):
            at = tree.tokens[k].start
            if any(outlet_in(tree.tokens[c].text) for c in tree.children(k, "poss")):
                continue  # "told NBC's Nora Quist"
            name = next((e for e in tree.parse.entities if e.label == "ORG" and e.start <= at < e.end), None)
            if name is None or tree.tokens[k].pos != "PROPN" or words[tree.tokens[k].text] > OFTEN:
                continue
            called = " ".join(article.text[name.start : name.end].split())
            other = BODY.search(called) or called[:4].lower() == "the " or called.isupper()  # "told WADA"
            if not other and namer.source(k).kind in ("organization", "media"):
                found.append(span(article.text, token.start, name.end, [called]))
    return found
