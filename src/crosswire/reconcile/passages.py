"""What of a report shows a claim so that it can be read by itself: the claim, and as much of its sentence as it
needs; what one report tells in pieces of one clause, as one."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from crosswire.reconcile.completing import completed
from crosswire.reconcile.events import plain, two_utterances, worded
from crosswire.reconcile.phrases import poorness
from crosswire.records import Claim, Filler
from crosswire.text.edges import rounded
from crosswire.text.syntax import Tree

Span = tuple[int, int]
Accounts = Sequence[tuple[str, Sequence[Filler]]]
"""Answers, each with what gives it."""
LONGEST = 240
UTMOST = 320
"""Characters of a passage, and of one that else would have no main clause: what would be longer still is cut."""
BETWEEN = re.compile(r"[\s,;:—–\-“”\"’']*(?:and|but|or)?\s*")
"""What may stand between two pieces of one passage."""
QUOTE = re.compile(r"[“”\"]|''|``")
UTTERED = re.compile(rf"(?:{QUOTE.pattern})[A-Z]")
DATELINE = re.compile(
    r"(?:(?:[A-Z][A-Z.]{2,}[A-Z. /]*(?:, [A-Z][\w.]+)*(?: \([^)\n]{2,30}\))?\s?[—–-]{1,2})"
    r"|(?:[A-Z][\w. ]+ )?\((?:CNN|AP|AFP|Reuters)\)(?:\s?[—–-]{1,2})?)\s*(?=[A-Z“])"
)
"""What stands before a report's first sentence: "PORT ARDEN, Karrow (AP) — "."""
LABEL = re.compile(r"(?:[\w’'-]+ ){1,3}[\w’'-]+: ")
"""What stands before a sentence: "Why it matters: "."""
OPENED = re.compile(r"“(?=[^”]*\Z)|(?<![^\s(])\"(?=[^\"]*\Z)")
"""The mark of a quotation that goes on."""
CLOSING = re.compile(r"[\s,;:”)]*")
"""Marks that belong to what stands before."""


class Passages:
    """The passages of a story's reports. ``texts`` and ``trees``, their parses, are by article id; a report without a
    parse shows its claims alone."""

    def __init__(self, texts: Mapping[str, str], trees: Mapping[str, Tree]) -> None:
        self._texts, self._trees = texts, trees
        self._known: dict[str, Span] = {}

    def of(self, claim: Claim) -> Span:
        """The stretch of the claim's report that can be read by itself and has the claim: with what its clause needs
        ("Lee came | to meet Orr"), but an utterance in quotation marks without who says it, and behind a dateline."""
        if claim.id not in self._known:
            text, tree = self._texts[claim.article], self._trees.get(claim.article)
            start, end = _readable(claim, tree, text) if tree else (claim.start, claim.end)
            if claim.quoted and UTTERED.match(text, max(0, claim.start - 1)):
                start, closed = claim.start, QUOTE.search(text, claim.end, end)
                said = text[start : closed.start() if closed else end]
                end = max(claim.end, start + len(said.rstrip(" ,.;")))
            opens = tree.parse.sentences[claim.sentence].start if tree else start
            self._known[claim.id] = _begun(text, start, end, opens), end
        return self._known[claim.id]

    def joined(self, claims: Iterable[Claim]) -> dict[str, Span]:
        """The passage of each claim, by its id: those of one report that have words in common are one, and those of one
        speaker and one sentence that meet; a sentence goes on where the next begins with a small letter."""
        found: dict[str, Span] = {}
        together: dict[tuple[str, str], list[Claim]] = {}
        for c in claims:
            together.setdefault((c.article, c.polarity), []).append(c)
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
            near = groups and (first < end or self._goes_on(groups[-1][-1], end, claim))
            if near and (last <= end or last - start <= LONGEST):
                groups[-1].append(claim)
                end = max(end, last)
            else:
                groups.append([claim])
                start, end = first, last
        return groups

    def _goes_on(self, before: Claim, end: int, claim: Claim) -> bool:
        """Whether a passage that ends somewhere goes on with a claim's, of the same speaker."""
        text, first = self._texts[claim.article], self.of(claim)[0]
        speakers = [[source.name for source in c.said_by] for c in (before, claim)]
        one = claim.sentence == before.sentence or text[first].islower()
        return speakers[0] == speakers[1] and (first == end or (one and bool(BETWEEN.fullmatch(text[end:first]))))

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


def _readable(claim: Claim, tree: Tree, text: str) -> Span:
    """The claim with what it can't be read without, as far as that is not too long."""
    own = claim.start, claim.end
    inside = tree.at(*own)
    if not inside:
        return own

    def span(first: int, last: int) -> Span:
        return min(own[0], tree.tokens[first].start), max(own[1], tree.tokens[last].end)

    def size(first: int, last: int) -> int:
        start, end = span(first, last)
        return end - start

    start, end = span(*completed(tree, inside[0], inside[-1], size, LONGEST, UTMOST))
    led = CLOSING.match(text, start, own[0])
    start = led.end() if led else start
    sentence = tree.parse.sentences[tree.tokens[inside[-1]].sentence]
    return rounded(text, start, _quoted_out(text, start, end, sentence.end), 0, len(text))


def _begun(text: str, start: int, end: int, opens: int) -> int:
    """Where a passage begins in a sentence that ``opens``: behind a dateline, and not within what stands before it."""
    led = DATELINE.match(text, text.rfind("\n", 0, start) + 1, end)
    led = led or (LABEL.match(text, opens, end) if opens < start else None)
    return max(start, led.end()) if led else start


def _quoted_out(text: str, start: int, end: int, last: int) -> int:
    """Where a passage ends, or the quotation in which it breaks off, where that is not too long."""
    opened = OPENED.search(text, start, end)
    closing = text.find("”" if opened[0] == "“" else '"', end, min(last, start + LONGEST)) if opened else -1
    return end if closing < 0 else closing + 1
