"""Whom a "who" or "which" that tells something takes up, where the parser hung its clause on another word."""

from crosswire.annotate.attribution_words import words
from crosswire.text.clauses import is_passive
from crosswire.text.syntax import Tree

TIMES = frozenset(
    {"time", "hour", "day", "week", "month", "year", "night", "morning", "minute"}
)  # "several times asked"
DAYS = frozenset(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"))


def worker(tree: Tree, i: int, place: int) -> int:
    """Who stated where a "who" was hung on his place of work: "Lee, an expert at Delta University, who stated"."""
    tokens, k = tree.tokens, place
    if tokens[i - 1].text.lower() != "who" and not any(
        tokens[c].text.lower() == "who" for c in tree.children(i, "nsubj")
    ):
        return place
    link = next(iter(tree.children(i, "nsubj")), i)
    if tokens[k].pos == "VERB" and tokens[link - 1].pos in ("NOUN", "PROPN"):
        k = link - 1  # hung on the verb before it
    start = k
    while tokens[k].dep == "pobj" and tokens[tokens[k].head].dep == "prep" and tokens[tokens[k].head].head != k:
        link = tokens[k].head
        k = tokens[link].head
        if tokens[k].pos == "VERB" and _is_when_or_where(tree, start) and tokens[link - 1].pos in ("NOUN", "PROPN"):
            k = link - 1  # "met clerks in June who said"
        people = words().sources["persons"] | words().sources["anonymous"]
        doers = tokens[k].tag == "NNS" and tokens[k].lemma.endswith(("er", "or", "ist"))  # "listeners"
        if tokens[k].tag == "NNPS" or tokens[k].lemma in people or doers:
            return k
    return place


def _is_when_or_where(tree: Tree, i: int) -> bool:
    at = tree.tokens[i].start
    return any(e.label in ("DATE", "TIME", "GPE", "LOC") and e.start <= at < e.end for e in tree.parse.entities)


def nearest_of(tree: Tree, i: int, who: int) -> int:
    """Whom "who" or "which" right behind it takes up: the last of a list ("people like A, B and C, who joked"), for
    "which" the body beside a person's name ("Ann Lee, the top clerk on the Harbor Board, which had asked")."""
    tokens, link = tree.tokens, next(iter(tree.children(i, "nsubj")), who)
    near = link - 1 - (tokens[link - 1].text == ",")
    last = [who]
    while joined := [k for k in tree.children(last[-1], "conj") if k < link]:
        last.append(joined[-1])
    listed = len(last) > 2 and last[-1] == near and tokens[near].pos == "PROPN"
    body = tokens[link].text.lower() == "which" and who < near and tokens[near].pos == "PROPN"
    if body and _is_of_person(tree, who) and not _is_of_person(tree, near):
        return near
    return near if listed else who


def _is_of_person(tree: Tree, i: int) -> bool:
    token = tree.tokens[i]
    return any(e.label == "PERSON" and e.start <= token.start < e.end for e in tree.parse.entities)


def is_time(tree: Tree, i: int) -> bool:
    """Whether a subject is only a time: "several times asked", "earlier Friday, Lee said"."""
    token = tree.tokens[i]
    return token.text in DAYS or (token.pos == "NOUN" and token.lemma in TIMES)


def above(tree: Tree, i: int, speakers: list[int]) -> set[int]:
    """The words of a cue's own clause that stand over its verb: "the captain who said", "Lee was quoted as saying",
    "Lee is expected to say"."""
    token = tree.tokens[i]
    if token.dep == "relcl" and speakers == [token.head]:
        return {token.head}
    who = tree.children(token.head, "nsubjpass") if token.dep == "xcomp" else []
    if who and speakers == who:  # "Lee is expected to say"
        helps = [*tree.children(token.head, "auxpass", "aux"), *tree.children(i, "aux")]
        return {token.head, *tree.subtree(who[0]), *helps}
    quoted = tree.tokens[token.head].head
    if token.dep != "pcomp" or tree.tokens[token.head].text.lower() != "as" or not is_passive(tree, quoted):
        return set()
    below = {j for k in tree.children(quoted, "nsubjpass", "auxpass", "aux") for j in tree.subtree(k)}
    return below | {quoted, token.head}
