"""Content that is no clause: what a verb of naming, judging or reckoning says of a thing."""

from crosswire.annotate.attribution_words import words
from crosswire.annotate.person_words import is_person
from crosswire.text.syntax import Tree

QUOTES = frozenset({'"', "“", "”", "``", "''"})


def named(tree: Tree, i: int, lemma: str) -> set[int]:
    """Content that is no clause: what a verb of naming calls a thing, or the thing denied,
    announced, blamed. Token indices, empty when there is none."""
    tokens, lists = tree.tokens, words().lists
    below: set[int] = set()
    if lemma in lists["reckoning"]:
        return reckoned(tree, i)
    things = tree.children(i, "dobj")
    if lemma in lists["counting"]:
        told = {j for t in things for j in tree.subtree(t)}
        counted = any(tokens[k].pos in ("NUM", "SYM") and not tokens[k].text.isalpha() for k in told)
        return told if counted and not _is_place(tree, tree.children(i, "nsubj")) else below
    if lemma.endswith((" for", " on")):
        links = [p for p in tree.children(i, "prep") if lemma.endswith(f" {tokens[p].text.lower()}")]
        return {j for p in links for k in tree.children(p) for j in tree.subtree(k)}
    if lemma in lists["naming"]:
        names = tree.children(i, "oprd")
        names += [p for p in tree.children(i, "prep") if tokens[p].text.lower() == "as" and tree.children(p)]
        names += [o for t in things for p in tree.children(t, "prep") if tokens[p].text.lower() == "as" for o in [p]]
        if names:
            return {j for k in [*things, *names] for j in tree.subtree(k)}
    if lemma in lists["judging"] and not _is_judged(tree, i, things):
        return below
    if things and lemma in lists["acting"] and _is_done(tree, i, things[0]):
        return below
    if lemma in lists["object"] and things and tokens[things[0]].tag not in ("PRP", "WP", "WDT"):
        below = {j for k in things for j in tree.subtree(k)}
    if lemma in lists["object"] and things:
        for prep in tree.children(i, "prep"):
            if tokens[prep].text.lower() in ("of", "for") and tree.children(prep):
                below.update(tree.subtree(prep))
                below.update(j for k in things for j in tree.subtree(k))
    return below


def _is_place(tree: Tree, who: list[int]) -> bool:
    """Whether a land or town has what is counted: "Maren has reported 200 cases"."""
    starts = {tree.tokens[k].start for k in who}
    return any(e.label == "GPE" and any(e.start <= s < e.end for s in starts) for e in tree.parse.entities)


def _is_done(tree: Tree, i: int, thing: int) -> bool:
    """Whether the report tells of an act and not of what was said: "announced the charges" of which it told before,
    "after Lee announced a sale", "dismissed her critique"; not "announced the end of the sale"."""
    tokens, lists = tree.tokens, words().lists
    first, last = min(tree.subtree(thing)), max(tree.subtree(thing)) + 1
    if any(t.text in QUOTES for t in tokens[first:last]) or tree.children(thing, "acl", "relcl"):
        return False
    if words().stance.get(tokens[i].lemma) == "denied":
        told = tokens[thing].lemma in lists["content_nouns"] | lists["notions"]
        return not told
    known = {tokens[k].text.lower() for k in tree.children(thing, "det")} & {"the", "this", "that", "these", "those"}
    bare = not any(tokens[p].text.lower() == "of" for p in tree.children(thing, "prep"))
    return (bool(known) and bare) or tokens[i].dep == "advcl"


def _is_judged(tree: Tree, i: int, things: list[int]) -> bool:
    """Whether a verb of judging tells for what ("praised Lee for his courage", "defended the sale"): "defended Lee"
    alone is what the report tells."""
    if not things:
        return False
    names = tree.tokens[things[0]].pos in ("PROPN", "PRON") or is_person(tree.tokens[things[0]].lemma)
    around = tree.children(i, "prep") + tree.children(things[0], "prep", "acl")
    return not names or any(tree.tokens[p].text.lower() in words().lists["judged_for"] for p in around)


def reckoned(tree: Tree, i: int) -> set[int]:
    """ "put the number of dead at 12": what is reckoned with its figure; empty when there is none."""
    things = tree.children(i, "dobj", "nsubjpass")
    figures = [
        p
        for p in tree.children(i, "prep")
        if tree.tokens[p].text.lower() == "at" and any(_is_figure(tree, o) for o in tree.children(p, "pobj"))
    ]
    if not things or not figures or tree.children(i, "prt"):  # "put out a message at 1100 hours"
        return set()
    return {j for k in (things + figures) for j in tree.subtree(k)}


def _is_figure(tree: Tree, k: int) -> bool:
    """Whether an object is a figure or counted: "at 12", "at about 2,000 people", not "at odds with 90 percent"."""
    near = (k, *tree.children(k, "nummod", "quantmod", "nmod", "compound"))
    return any(tree.tokens[j].pos in ("NUM", "SYM") for j in near)
