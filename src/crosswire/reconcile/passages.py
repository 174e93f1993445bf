"""What of a report shows a claim so that it can be read by itself: the claim, and as much of its sentence as it
needs; what one report tells in pieces of one clause, as one."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from crosswire.reconcile.events import plain, two_utterances, worded
from crosswire.reconcile.phrases import poorness
from crosswire.records import Claim, Filler
from crosswire.text.syntax import Tree

Span = tuple[int, int]
Accounts = Sequence[tuple[str, Sequence[Filler]]]
"""Answers, each with what gives it."""
LONGEST = 240
"""Characters of a passage: what would be longer stays as short as the claim is."""
BETWEEN = re.compile(r"[\s,;:—–\-“”\"’']*(?:and|but|or)?\s*")
"""What may stand between two pieces of one passage."""
QUOTE = re.compile(r"[“”\"]|''|``")
WHETHER = re.compile(r"\b(?:whether|if)\b(?![^.?!]*[.?!])", re.IGNORECASE)
NEAR = 60
"""Characters before a claim that is only asked within which the word stands that says so."""
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
SUBJECTS = frozenset(("nsubj", "nsubjpass", "expl", "csubj", "csubjpass"))
AUXILIARIES = frozenset(("aux", "auxpass"))
ON_NOUNS = frozenset(("relcl", "acl", "appos"))


class Passages:
    """The passages of a story's reports. ``texts`` and ``trees``, their parses, are by article id; a report without a
    parse shows its claims alone."""

    def __init__(self, texts: Mapping[str, str], trees: Mapping[str, Tree]) -> None:
        self._texts, self._trees = texts, trees
        self._known: dict[str, Span] = {}

    def of(self, claim: Claim) -> Span:
        """The stretch of the claim's report that can be read by itself and has the claim: the claim's own, where it
        has a finite verb and its subject; else from where its clause says whose it is ("Lee came | to meet Orr")."""
        if claim.id not in self._known:
            tree = self._trees.get(claim.article)
            start, end = _readable(claim, tree) if tree else (claim.start, claim.end)
            if claim.quoted and QUOTE.search(self._texts[claim.article], start, claim.start):
                start, end = claim.start, claim.end  # a quotation stands for itself
            if claim.hedge == "whether":
                before = self._texts[claim.article][max(0, start - NEAR) : start]
                asked = max((m.start() for m in WHETHER.finditer(before)), default=len(before))
                start -= len(before) - asked
            self._known[claim.id] = start, end
        return self._known[claim.id]

    def joined(self, claims: Iterable[Claim]) -> dict[str, Span]:
        """The passage of each claim, by its id, where those of one report, one speaker and one sentence that meet are
        one; a sentence goes on where the next begins with a small letter."""
        found: dict[str, Span] = {}
        together: dict[tuple[str, tuple[str, ...], str], list[Claim]] = {}
        for c in claims:
            key = (c.article, tuple(s.name for s in c.said_by), c.polarity)
            together.setdefault(key, []).append(c)
        for told in together.values():
            for group in self._meeting(told):
                whole = min(self.of(c)[0] for c in group), max(self.of(c)[1] for c in group)
                found |= {c.id: whole for c in group}
        return found

    def _meeting(self, claims: Sequence[Claim]) -> list[list[Claim]]:
        """Claims of one report in groups of those whose passages meet and are not too long together."""
        groups: list[list[Claim]] = []
        start = end = 0
        for claim in sorted(claims, key=self.of):
            first, last = self.of(claim)
            text = self._texts[claim.article]
            goes_on = groups and (claim.sentence == groups[-1][-1].sentence or text[first].islower())
            near = groups and (first <= end or (goes_on and BETWEEN.fullmatch(text[end:first])))
            if near and (last <= end or last - start <= LONGEST):
                groups[-1].append(claim)
                end = max(end, last)
            else:
                groups.append([claim])
                start, end = first, last
        return groups

    def shown(self, claim: Claim, passage: Span) -> str:
        """A passage's words as the answer that its claim gives."""
        return worded(claim, self._texts[claim.article][slice(*passage)])

    def answers(self, accounts: Accounts) -> list[tuple[str, list[tuple[Filler, str]]]]:
        """Accounts of whole claims as they are shown: each claim with its passage's words, what one report tells in
        pieces in one account, and under words of its claims that can be read by themselves. Accounts of several reports
        are one where every report shows the same words."""
        passages = self.joined(f.claim for _, fillers in accounts for f in fillers)
        shown = {f.claim.id: self.shown(f.claim, passages[f.claim.id]) for _, fillers in accounts for f in fillers}
        found = []
        for answer, fillers in _in_one(_at_home(accounts, passages), shown):
            told = [(f, shown[f.claim.id]) for f in fillers]
            whole = [words for f, words in told if answer == worded(f.claim)]
            found.append(
                (whole[0] if whole else min((words for _, words in told), key=lambda w: (poorness(w), w)), told)
            )
        return found


def _at_home(accounts: Accounts, passages: Mapping[str, Span]) -> Accounts:
    """Accounts of which no two have pieces of one passage: it stands where the fewest other reports do, with the answer
    that says what it adds. Where that would leave one account, they stay as they are."""
    places: dict[tuple[str, Span], dict[int, int]] = {}
    for number, (_, fillers) in enumerate(accounts):
        for f in fillers:
            lengths = places.setdefault((f.claim.article, passages[f.claim.id]), {})
            lengths[number] = max(lengths.get(number, 0), len(f.claim.text))
    others = [Counter(f.claim.article for f in fillers) for _, fillers in accounts]
    homes = {
        place: min(lengths, key=lambda n: (others[n].total() - others[n][place[0]], -lengths[n], n))
        for place, lengths in places.items()
    }
    kept = [(answer, list[Filler]()) for answer, _ in accounts]
    for _, fillers in accounts:
        for f in fillers:
            kept[homes[f.claim.article, passages[f.claim.id]]][1].append(f)
    left = [(answer, fillers) for answer, fillers in kept if fillers]
    return left if len(left) > 1 else accounts


def _in_one(accounts: Accounts, shown: Mapping[str, str]) -> Accounts:
    """Accounts of which no two are shown in the same words, unless two speakers say each of himself what they say: the
    later one's claims stand in the earlier one. Where that would leave one account, they stay as they are, but if every
    report shows the same words."""
    reports = {f.claim.article for _, fillers in accounts for f in fillers}
    telling: dict[tuple[str, ...], set[str]] = {}
    homes: dict[tuple[str, ...], tuple[int, Claim]] = {}
    kept: dict[int, tuple[str, list[Filler]]] = {}
    for number, (answer, fillers) in enumerate(accounts):
        told = [(plain(shown[f.claim.id]), f.claim) for f in fillers]
        met = (homes[words][0] for words, c in told if words in homes and not two_utterances(c, homes[words][1]))
        home = min(met, default=number)
        kept.setdefault(home, (answer, []))[1].extend(fillers)
        for words, claim in told:
            homes.setdefault(words, (home, claim))
            telling.setdefault(words, set()).add(claim.article)
    same = len(reports) > 1 and any(found == reports for found in telling.values())
    return list(kept.values()) if len(kept) > 1 or same else accounts


def _readable(claim: Claim, tree: Tree) -> Span:
    own = claim.start, claim.end
    inside = tree.at(*own)
    if not inside or any(_tells(tree, n, own) for n in inside):
        return own
    top = _top(tree, inside)
    while not _within(tree, tree.tokens[top].head, own) and tree.tokens[top].head != top:
        dep, head = tree.tokens[top].dep, tree.tokens[top].head
        if dep in ON_NOUNS and tree.tokens[head].pos in ("NOUN", "PROPN"):
            return _bounded(own, (tree.span(head)[0], own[1]))
        subject = _subject(tree, head)
        if subject is not None and _finite(tree, head):
            last = own[1] if tree.tokens[head].start < own[1] else _end_of(tree, head)
            return _bounded(own, (tree.span(subject)[0], last))
        top = head
    return own


def _bounded(own: Span, passage: Span) -> Span:
    whole = min(own[0], passage[0]), max(own[1], passage[1])
    return whole if whole[1] - whole[0] <= LONGEST else own


def _within(tree: Tree, n: int, span: Span) -> bool:
    return span[0] <= tree.tokens[n].start and tree.tokens[n].end <= span[1]


def _top(tree: Tree, inside: Sequence[int]) -> int:
    """The highest token of some: the first whose head is none of them."""
    held = set(inside)
    return next((n for n in inside if tree.tokens[n].head not in held and tree.tokens[n].dep != "punct"), inside[0])


def _tells(tree: Tree, n: int, own: Span) -> bool:
    """Whether a token is a finite verb whose subject stands in the claim, and not only as "who" or "which"."""
    subject = _subject(tree, n)
    if subject is None or not _within(tree, subject, own) or not _finite(tree, n):
        return False
    relative = tree.tokens[subject].tag in ("WP", "WDT") and tree.tokens[n].dep == "relcl"
    return not relative or _within(tree, tree.tokens[n].head, own)


def _subject(tree: Tree, n: int) -> int | None:
    """The subject of a verb, or of the one that it is joined to and shares it with."""
    while True:
        if found := tree.children(n, *SUBJECTS):
            return found[0]
        if tree.tokens[n].dep != "conj" or tree.tokens[n].head == n:
            return None
        n = tree.tokens[n].head


def _finite(tree: Tree, n: int) -> bool:
    verbs = [n, *tree.children(n, *AUXILIARIES)]
    return any(tree.tokens[v].tag in FINITE for v in verbs)


def _end_of(tree: Tree, n: int) -> int:
    """Where a clause ends without what only follows it."""
    kept = [
        n,
        *(
            k
            for kid in tree.children(n)
            if kid > n and tree.tokens[kid].dep not in ("punct", "conj", "cc", "advcl")
            for k in tree.subtree(kid)
        ),
    ]
    return max(tree.tokens[k].end for k in kept)
