"""The links of a chain: whom a speaker cites in passing, and the media that he spoke to or through."""

from crosswire.annotate.attribution_cues import speaks
from crosswire.annotate.attribution_things import is_thing
from crosswire.annotate.attribution_words import words
from crosswire.annotate.citation_media import is_short, outlet_in
from crosswire.text.syntax import Tree

FAR = 12  # tokens of a phrase that names whom one told
ABOUT = frozenset({"about", "against", "over", "regarding", "concerning"})
LINKS = 4  # sources cited one through the other: more are not met


def cited(tree: Tree, i: int, speakers: tuple[int, ...] = ()) -> list[int]:
    """Heads of the sources that the speaker of cue i cites in passing, the nearest first: "Kyodo,
    citing a newspaper, which cited two officials, said" gives the newspaper and the officials; so does
    a speaker that itself cites: "according to a Kyodo report that cited a newspaper"."""
    around = [i, *tree.children(i, "nsubj", "pobj", "prep")]
    links = [c for k in around for c in tree.children(k, "advcl", "acl", "prep", "conj") if _is_citing(tree, c)]
    links += [k for who in speakers for k in sorted(tree.subtree(who)) if _cites(tree, k)]
    beside = _citing_at(tree, tree.token_range(i)[1])  # "…, Kyodo reported on Monday, citing": hung on another verb
    link = links[0] if links else beside
    found: list[int] = []
    while link is not None and len(found) < LINKS:
        objects = [o for o in tree.children(link, "dobj") if _can_be_cited(tree, o)]
        found.extend(o for o in objects[:1] if o not in found)
        link = _next_link(tree, objects[0]) if objects else None
    return found


def _can_be_cited(tree: Tree, o: int) -> bool:
    """Whether what somebody cites tells anything: no release of prisoners, no event ("citing the heat and the recent
    attack")."""
    joined = [o, *tree.children(o, "conj")]
    return speaks(tree, o) and not _is_deed(tree, o) and not any(is_thing(tree, k) for k in joined)


def _is_deed(tree: Tree, k: int) -> bool:
    """Whether a "release" is none of words: "citing the release of prisoners"."""
    of = (p for p in tree.children(k, "prep") if tree.tokens[p].text.lower() == "of")
    return tree.tokens[k].lemma == "release" and any(of)


def _is_citing(tree: Tree, k: int) -> bool:
    return tree.tokens[k].lemma in ("cite", "quote") and tree.tokens[k].tag == "VBG"


def _cites(tree: Tree, k: int) -> bool:
    """Whether a token tells that the noun above it cites: "which cited Z", "citing Z"."""
    token = tree.tokens[k]
    return token.lemma in ("cite", "quote") and token.dep in ("relcl", "acl") and token.tag != "VBN"


def _citing_at(tree: Tree, k: int) -> int | None:
    """The token of "citing" at a place, a comma before it aside."""
    tokens = tree.tokens
    k += k < len(tokens) and tokens[k].text == ","
    return k if k < len(tokens) and tokens[k].sentence == tokens[k - 1].sentence and _is_citing(tree, k) else None


def _next_link(tree: Tree, source: int) -> int | None:
    """Where a cited source itself cites: "which cited Z", "citing Z" right after its name."""
    for child in tree.children(source, "relcl", "acl"):
        if tree.tokens[child].lemma in ("cite", "quote"):
            return child
    return _citing_at(tree, source + 1)


def outlets_told(tree: Tree, text: str, i: int) -> list[int]:
    """Heads of the media that a speaker spoke to or through: "told Delta News", "in an interview
    with Delta Radio", "in remarks carried by Delta Radio", "was quoted by the agency as"."""
    found: list[int] = []
    lists = words().lists
    for child in tree.children(i, "dobj", "dative", "prep", "advcl"):
        token = tree.tokens[child]
        if _is_citing(tree, child) or (token.text.lower() == "according" and child > i):
            continue
        told = token.dep in ("dobj", "dative")
        if told and tree.tokens[i].lemma not in lists["telling"]:
            continue
        if token.dep == "advcl" and token.lemma not in lists["talking"]:
            continue  # "said, denying a report in the Delta Herald"
        if token.dep == "prep" and token.text.lower() in lists["occasion"]:
            continue  # "said after a report in the Delta Herald"
        if token.dep == "prep" and any(
            tree.tokens[o].lemma in lists["aftermath"] for o in tree.children(child, "pobj")
        ):
            continue  # "said in the wake of a report in the Delta Herald"
        if token.text.lower() == "for" and tree.tokens[i].lemma in lists["infinitive"]:
            continue  # "asked for reports"
        if token.text.lower() == "to" and tree.tokens[i].lemma in lists["leaning"]:
            continue  # "agreed to a live broadcast"
        inside = {j for k in tree.subtree(child) if tree.tokens[k].dep == "ccomp" for j in tree.subtree(k)}
        below = [child] if told else sorted(set(tree.subtree(child)) - inside)
        heard = [j for j in below if _is_outlet(tree, text, j)][:1]
        found.extend(_owner(tree, text, j) for j in heard)
    return found


def _owner(tree: Tree, text: str, j: int) -> int:
    """Whose programme an object names ("ABC's “This Week”"); the object itself where it is nobody's."""
    for k in (c for i in (j, *tree.children(j, "compound", "nmod", "poss")) for c in tree.children(i, "poss")):
        if outlet_in(text[tree.tokens[k].start : tree.tokens[k].end]) is not None:
            return k
    return j


def _is_outlet(tree: Tree, text: str, j: int) -> bool:
    """Whether the token at j heads an object that names a medium, or somebody who works for one."""
    token = tree.tokens[j]
    if token.dep not in ("dobj", "dative", "pobj", "iobj") or token.pos not in ("PROPN", "NOUN"):
        return False
    aside = {k for c in tree.children(j, "acl", "relcl", "appos") for k in tree.subtree(c)}
    own = [k for k in tree.subtree(j) if k not in aside]
    first, last = min(own), max(own)
    if tree.tokens[token.head].text.lower() in ABOUT:
        return False  # "went into a rant about Delta News"
    near = last - first < FAR and token.lemma not in words().lists["premises"]
    words_of = text[tree.tokens[first].start : tree.tokens[last].end]
    to = token.dep != "pobj" or tree.tokens[token.head].text.lower() == "to"
    told = to and token.pos == "PROPN" and is_short(words_of)
    return near and (told or outlet_in(words_of) is not None)
