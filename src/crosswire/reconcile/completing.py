"""How far a sentence's words must go on, by its parse, before they can be read by themselves."""

from collections.abc import Callable

from crosswire.text.syntax import Tree

Stretch = tuple[int, int]
"""The first and the last of some tokens side by side."""
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
SUBJECTS = frozenset(("nsubj", "nsubjpass", "expl", "csubj", "csubjpass"))
AUXILIARIES = frozenset(("aux", "auxpass"))
NAMING = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
COMPLEMENTS = frozenset(("dobj", "attr", "acomp", "xcomp", "ccomp", "oprd", "prep", "agent", "prt"))
"""What a verb tells something with; "the news comes" wants "after the vote was lost"."""
LOOSE = frozenset(("punct", "cc", "intj", "parataxis", "meta", "dep", "mark"))
"""What words can be read without, wherever it stands."""
CONDITIONS = frozenset(("if", "unless", "whether", "until", "than", "lest", "like"))
"""What turns the sense of a clause: "if they return"."""
HANGING = CONDITIONS | {"that", "since", "because", "so", "before", "till", "though", "although"}
"""How clauses begin that tell nothing without what they hang on."""
LIGHT = 8
"""Tokens of a clause that is too short to be told without the one on which it hangs: "as talks go on"."""
SPANS = frozenset(("second", "minute", "hour", "day", "week", "month", "year", "decade"))
MOMENTS = frozenset(("after", "before", "ago", "later", "earlier"))
"""Words for how long, and what turns them into a time."""
PLACE = 3
"""Words of a name set beside another: "Port Arden, Karrow"."""
APART = frozenset((",", ";", ":", "—", "–", "-", "--", "(", ")", "..."))
QUOTES = frozenset(("“", "”", '"', "‘", "’", "'", "``", "''"))


def completed(tree: Tree, first: int, last: int, size: Callable[[int, int], int], most: int, utmost: int) -> Stretch:
    """The tokens from ``first`` to ``last`` with those that they can't be read without: no phrase is cut ("the first
    person | charged with theft"), no verb lacks its subject, its object or what is said, and a piece ("to close the
    bridge", "if they return") has the clause on which it hangs. What would be of more than ``most`` in ``size`` goes
    without what only tells more of a thing or a deed, up to ``utmost``; and where that is too long, as far as it can.
    """
    whole, stands = _climbed(tree, first, last, lambda *x: size(*x) <= most, full=True)
    if stands:
        return whole
    bare, stands = _climbed(tree, first, last, lambda *x: size(*x) <= utmost, full=False)
    return bare if stands else max(whole, bare, key=lambda x: size(*x))


def _climbed(tree: Tree, first: int, last: int, fits: Callable[[int, int], bool], full: bool) -> tuple[Stretch, bool]:
    """The longest stretch that fits of those which a stretch needs, and whether it tells something by itself."""
    best = first, last
    while True:
        first, last = _closed(tree, first, last, full)
        if not fits(first, last):
            return best, False
        best = first, last
        head = _hangs_on(tree, first, last)
        if head is None:
            return best, True
        first, last = min(first, head), max(last, head)


def _closed(tree: Tree, first: int, last: int, full: bool) -> Stretch:
    """A stretch with all that is bound to what stands in it, and of which one token alone hangs on another outside."""
    sentence = tree.parse.sentences[tree.tokens[first].sentence]
    while True:
        held = range(first, last + 1)
        bound = [
            i
            for i in range(sentence.first, sentence.last)
            if i not in held and tree.tokens[i].head in held and _bound(tree, i, full)
        ]
        if last + 1 < sentence.last and _torn(tree, last):
            bound += [last + 1, tree.tokens[last + 1].head]
        tops = _tops(tree, first, last)
        if len(tops) > 1:
            bound.append(tree.tokens[max(tops, key=lambda n: len(list(tree.ancestors(n))))].head)
        reach = min(first, *bound, last), max(first, *bound, last)
        if reach == (first, last):
            return reach
        first, last = reach


def _torn(tree: Tree, last: int) -> bool:
    """Whether words break off before what goes on with them however it was parsed: "hours | after", "the crews | left"
    where nobody else left."""
    end, behind = tree.tokens[last], tree.tokens[last + 1]
    if end.lemma.lower() in SPANS and behind.text.lower() in MOMENTS:
        return True
    return end.pos in NAMING and behind.tag in FINITE and behind.pos == "VERB" and _subject(tree, last + 1) is None


def _tops(tree: Tree, first: int, last: int) -> list[int]:
    """The tokens of a stretch that hang on others outside, or on none."""
    return [
        i
        for i in range(first, last + 1)
        if (tree.tokens[i].head == i or not first <= tree.tokens[i].head <= last)
        and tree.tokens[i].dep not in LOOSE | {"advmod"}
    ]


def _bound(tree: Tree, n: int, full: bool) -> bool:
    """Whether words can't be read without one that hangs on them; where not in ``full``, what only tells more of them
    is left out."""
    token = tree.tokens[n]
    if token.dep in LOOSE:
        return token.dep == "mark" and token.text.lower() in CONDITIONS
    if token.dep == "ccomp":
        return full or n > token.head
    if token.dep == "advmod":
        return abs(n - token.head) == 1
    if token.dep == "appos":
        return full and token.pos == "PROPN" and len(list(tree.subtree(n))) <= PLACE
    if token.dep == "conj":
        return full and token.pos in NAMING and not tree.children(n, *SUBJECTS)
    if token.dep == "advcl":
        needed = not _finite(tree, n) or not tree.children(token.head, *COMPLEMENTS)
        return full and (_opening(tree, n) in CONDITIONS or (needed and not _apart(tree, n)))
    if token.dep in ("relcl", "acl"):
        return full and not _apart(tree, n)
    if token.dep in ("prep", "agent", "npadvmod"):
        return (full or n == token.head + 1) and not _apart(tree, n)
    return True


def _apart(tree: Tree, n: int) -> bool:
    """Whether a mark parts what hangs on a token from it, beside one of a quotation."""
    first, end = tree.token_range(n)
    step, edge = (-1, first) if n > tree.tokens[n].head else (1, end - 1)
    beside = edge + step
    while 0 <= beside < len(tree.tokens) and tree.tokens[beside].text in QUOTES:
        beside += step
    return any(k != n and 0 <= k < len(tree.tokens) and tree.tokens[k].text in APART for k in (edge, beside))


def _hangs_on(tree: Tree, first: int, last: int) -> int | None:
    """The token outside of a stretch without which it says nothing; None where it tells something by itself."""
    top = min(_tops(tree, first, last), default=first)
    token = tree.tokens[top]
    if token.head == top or first <= token.head <= last:
        return None
    subject = _subject(tree, top)
    relative = subject is None or token.dep == "relcl" or tree.tokens[subject].tag in ("WDT", "WP")
    light = last - first < LIGHT or (subject is not None and tree.tokens[subject].pos == "PRON")
    hanging = token.dep == "advcl" and (light or _opening(tree, top) in HANGING)
    asked = token.dep in ("ccomp", "pcomp", "advcl") and tree.tokens[first].tag in ("WRB", "WP")
    return token.head if relative or hanging or asked or not _finite(tree, top) else None


def _subject(tree: Tree, n: int) -> int | None:
    return next(iter(tree.children(n, *SUBJECTS)), None)


def _opening(tree: Tree, n: int) -> str:
    """The word with which a clause hangs on another, in small letters; "" of none."""
    return next((tree.tokens[k].text.lower() for k in tree.children(n, "mark")), "")


def _finite(tree: Tree, n: int) -> bool:
    verbs = [n, *tree.children(n, *AUXILIARIES)]
    return any(tree.tokens[v].tag in FINITE for v in verbs)
