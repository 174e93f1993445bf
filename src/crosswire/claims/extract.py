"""From an annotated article to its claims."""

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from crosswire.claims.arguments import Names, arguments
from crosswire.claims.clauses import Clause, caller, cut
from crosswire.claims.colour import Status, colour
from crosswire.claims.governed import governed, is_bare, is_ignored
from crosswire.claims.standing import is_bound, is_dependent, stands_alone, wanted
from crosswire.claims.words import words
from crosswire.records import Annotations, Article, Attribution, Claim, Source, Token, content_id
from crosswire.text.addresses import addresses
from crosswire.text.denials import denial
from crosswire.text.edges import rounded
from crosswire.text.syntax import Tree

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
CONTENT = frozenset({"NOUN", "PROPN", "NUM", "VERB"})
VERBS = frozenset({"VERB", "AUX"})
TELLING = CONTENT | {"ADJ"}
SHORTEST = 2  # words of a claim that tells something only as a verb with its subject left out ("and sank")
COMPLETES = frozenset({"dobj", "attr", "acomp", "dative", "oprd", "pobj"})
FRAME = 4  # words up to which a clause may only lead to another ("I do n't think", "when they hear")
LEFT_OVER = 2  # content words that no claim may leave uncovered together
LONG_NAME = 5  # words of a source that tell more than who it is
SPANS = frozenset(
    {"minute", "hour", "day", "week", "month", "year", "time", "same", "few", "several", "one", "two", "three"}
)
DESCRIBING = frozenset({"appos", "relcl", "acl"})
DESCRIBED = 3  # telling words of what tells who a speaker is
OPENING = 4  # content words up to which a clause only opens what is told behind it ("her role showed |that it sank")
REACH = 3  # words of an object that may lead to its content
LONGEST = 300  # characters of a claim; a claim of more than 400 no longer points at anything
QUOTED = re.compile(r"[\"“”‘]|``|''")
PARTY = re.compile(r"[(,]\s?[DRI]\s?-\s?[A-Z][a-z]*\.?")  # "(D-Mo.)", ", R-Ariz.,": a speaker's party and state
NOT = re.compile(r"(?i)\b(?:not|never)\b|n['’] ?t\b")
UNDENIED = re.compile(rf"(?:{NOT.pattern[4:]}) (?:deny|dispute|rule out|reject|refute)", re.IGNORECASE)
EDGE = frozenset(
    {
        ",",
        ";",
        ":",
        ".",
        "-",
        "--",
        "–",
        "—",
        "―",
        '"',
        "“",
        "”",
        "``",
        "`",
        "''",
        "‘",
        "’",
        "'",
        "",
        "(",
        ")",
        "[",
        "]",
        "…",
        "?",
        "!",
        "*",
        "•",
    }
)
# "TARN, Maren, May 2 (Wire)", and what parts it from the sentence
DATELINE = re.compile(r"[A-Z][A-Z.'’ -]{2,}(?:,? [^()\n]{1,40})?(?:\s*\([^()\n]{2,40}\))?")
DASH = re.compile(r"\s*(?:\([^()\n]{2,40}\)\s*)?[-–—]")
JOINING = frozenset({"mark", "cc", "det", "aux", "auxpass", "preconj"})  # what hangs on a word behind it
CUT_OFF = frozenset({"nsubj", "nsubjpass", "appos", "npadvmod", "advmod", "amod", "pobj", "prep", "ccomp"})
TRAILING = EDGE | {"and", "but", "or", "of", "that", "as", "than", "because", "while", "although", "though"}
LEADING = EDGE | {"and", "but", "or", "that", "yet", "so"}


def extract(article: Article, annotations: Annotations) -> tuple[Claim, ...]:
    """Return the claims of an article's title and body lines in text order. Every sentence of the body with words,
    a dateline aside, gives at least one; a title gives what it tells by a verb, as one without only names the matter.
    Spans lie within one sentence, never include the cue that attributes them, and are at most LONGEST characters."""
    tree = Tree(annotations.parse)
    maker = _Maker(article, annotations, tree)
    claims: list[Claim] = []
    for number, sentence in enumerate(annotations.parse.sentences):
        if kind := maker.kind(sentence.start):
            found = maker.sentence(number, sentence.first, sentence.last)
            claims.extend(c for c in found if kind == "body" or maker.tokens[c.token].pos in VERBS)
    return tuple(sorted(dict.fromkeys(claims), key=lambda c: (c.start, c.end, c.token)))


def _undenied(attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions without those that stand in what somebody denies: "denied |that he had urged her to sail",
    "denied a report |that he had left". Whether he did is what is denied, and nobody's word."""
    denials = [(a.cue_start, start, end) for a in attributions if _denies(a) for start, end in a.contents]
    return [
        a
        for a in attributions
        if not any(cue < start <= a.cue_start and a.cue_end <= end for cue, start, end in denials)
    ]


def _is_said_in(inner: Attribution, outer: Attribution) -> bool:
    """Whether somebody says within what another gives, however long it is: "…," Lee said, according to Delta Radio."""
    mine, theirs = [s.name for s in inner.chain], [s.name for s in outer.chain]
    return 0 < len(theirs) < len(mine) and mine[-len(theirs) :] == theirs


@dataclass(slots=True)
class _Cues:
    """How the cues of a sentence stand in its clauses. ``barred`` are the tokens of cues and speakers whose content
    stands alone; ``claims`` the cue clauses that are claims of their own: those whose content is no clause, and those
    that tell more than who; ``whole`` the verbs that are cut with what they need, each with what it attributes;
    ``matters`` what is asked or promised, by its verb; ``apart`` the nouns without which their content is told."""

    barred: set[int] = field(default_factory=set)
    claims: list[tuple[Clause, Attribution | None]] = field(default_factory=list)
    whole: dict[int, Attribution] = field(default_factory=dict)
    matters: dict[int, int] = field(default_factory=dict)
    apart: set[int] = field(default_factory=set)


class _Maker:
    """Makes the claims of one article, a sentence at a time."""

    def __init__(self, article: Article, annotations: Annotations, tree: Tree) -> None:
        self.article, self.notes, self.tree, self.text = article, annotations, tree, article.text
        self.tokens = tree.tokens
        self._lines = [line for line in article.lines if line.kind in ("title", "body")]
        self._starts = [line.start for line in self._lines]
        self.names = Names(annotations)
        self._nowhere = addresses(article.text)
        self._times = [(t.start, t.end) for t in annotations.times]
        self._token_starts = [t.start for t in self.tokens]
        self._by_cue: dict[int, list[Attribution]] = {}
        self._given = _undenied(annotations.attributions)
        for a in self._given:
            self._by_cue.setdefault(a.cue_start, []).append(a)
        self._held = self._holders()
        self._quoted = _quoted_tokens(tree, annotations)

    def kind(self, position: int) -> str | None:
        """What the line at a place is, where it may hold claims."""
        k = bisect_right(self._starts, position) - 1
        return self._lines[k].kind if k >= 0 and position < self._lines[k].end else None

    def _holders(self) -> dict[int, Attribution]:
        """For every token in some content, the innermost attribution that holds it."""
        held: dict[int, Attribution] = {}
        whole = [a for a in self._given if a.contents]
        for a in sorted(whole, key=lambda a: (-sum(e - s for s, e in a.contents), -a.cue_start)):
            for start, end in a.contents:
                first = bisect_left(self._token_starts, start)
                for k in range(first, bisect_left(self._token_starts, end)):
                    if k not in held or not _is_said_in(held[k], a):
                        held[k] = a
        return held

    def sentence(self, number: int, first: int, last: int) -> list[Claim]:
        cues = self._cues(first, last)
        barred, found = frozenset(cues.barred), list[Claim]()
        for clause in cut(self.tree, first, last, barred, frozenset(cues.apart)):
            matter = cues.matters.get(clause.head, clause.head)
            headed = replace(clause, head=matter) if matter in clause.own else clause
            found.extend(self._claims(number, headed, cues.whole.get(clause.head)))
        for clause, attribution in cues.claims:
            found.extend(self._claims(number, clause, attribution))
        found.extend(self._left_over(number, first, last, found, barred))
        found = [c for c in found if self._tells(c, found)] or found[:1]
        told = [c for c in found if not self._is_dateline(c)]
        if found and not told:
            return []
        if any(start <= self.tokens[first].start and self.tokens[last - 1].start < end for start, end in self._nowhere):
            return []
        if not told:
            whole = Clause(self._root(first, last), first, last, tuple(range(first, last)))
            told.extend(self._claims(number, whole, None))
        return told

    def _tells(self, claim: Claim, found: Sequence[Claim]) -> bool:
        """Whether a claim tells something by its own words that the others of its sentence do not tell."""
        rest = self._only_opens(claim, found) or self._is_cut_off(claim)
        rest = rest or any(start <= claim.start and claim.end <= end for start, end in self._nowhere)
        rest = rest or self._frames(claim, found) or self._only_follows(claim, found)
        return self._has_content(claim) and not self._is_part(claim, found) and not rest

    def _is_dateline(self, claim: Claim) -> bool:
        """Whether a claim without a verb is where and when a report was written: "TARN, May 2 (Wire) - The …"."""
        begins = not self.text[self.text.rfind("\n", 0, claim.start) + 1 : claim.start].strip()
        first, last = self._tokens_in(claim)
        verbs = [token.text for token in self.tokens[first:last] if token.pos in VERBS]
        verbless = not verbs or (claim.text.endswith(")") and verbs == [v for v in verbs if v.isupper()])  # "PORT TARN"
        bare = DATELINE.fullmatch(claim.text) and DASH.match(self.text, claim.end)
        return bool(begins and verbless and bare)

    def _frames(self, claim: Claim, found: Sequence[Claim]) -> bool:
        """Whether a claim is what is left of a cue round what somebody says: "|in a statement that it sank, something|
        that pleased Lee"."""
        if claim.said_by or self.tokens[claim.token].pos != "ADP":
            return False
        return any(c.said_by and claim.start < c.start and c.end < claim.end for c in found)

    def _only_follows(self, claim: Claim, found: Sequence[Claim]) -> bool:
        """Whether a claim tells only that something came after or amid what another claim tells: "This comes a day
        |after it sank", "The move came hours |before she left"."""
        verb = self.tokens[claim.token]
        if verb.lemma not in ("come", "follow") or verb.tag not in FINITE or verb.head != claim.token:
            return False
        first, last = self._tokens_in(claim)
        told = {k for k in range(first, last) if self.tokens[k].pos in TELLING and self.tokens[k].lemma not in SPANS}
        what = {
            k for k in self.tree.children(claim.token, "nsubj") if self.tokens[k].lemma in words()["lists"]["tidings"]
        }
        if not what or not told <= {claim.token, *what}:
            return False
        return any(c.start >= claim.end and claim.token in self.tree.ancestors(c.token) for c in found)

    def _only_opens(self, claim: Claim, found: Sequence[Claim]) -> bool:
        """Whether a claim breaks off before what it leads to, which another claim tells: "her role showed |that it
        sank", "At this time I felt"."""
        first, last = self._tokens_in(claim)
        told = [k for k in range(first, last) if self.tokens[k].pos in TELLING]
        verb = self.tokens[claim.token]
        more = len(told) > OPENING or claim.times or claim.quantities
        speaks = verb.lemma in words()["lists"]["saying"] and verb.start not in self._by_cue
        if verb.pos not in VERBS or verb.lemma == "be" or (more and not speaks):
            return False
        if self.tree.children(claim.token, "dobj", "acomp", "attr"):
            return False
        behind = [k for k in self.tree.children(claim.token, "ccomp") if k >= last and self.tokens[k].pos in VERBS]
        bare = {k for k in behind if is_bare(self.tree, k) and not self.tree.children(k, "mark")}
        return any(c.token in behind and c.token not in bare for c in found)

    def _is_cut_off(self, claim: Claim) -> bool:
        """Whether a claim without a verb is a piece cut off from its clause: "for the old harbour", "his ferry". What
        somebody said, a figure or a day tells something alone."""
        first, last = self._tokens_in(claim)
        if claim.quantities or claim.quoted or any(t.pos in VERBS for t in self.tokens[first:last]):
            return False
        token = self.tokens[claim.token]
        return token.dep in CUT_OFF and not first <= token.head < last and not (claim.said_by and token.dep == "prep")

    def _tokens_in(self, claim: Claim) -> tuple[int, int]:
        """The half-open range of the tokens of a claim."""
        return bisect_left(self._token_starts, claim.start), bisect_left(self._token_starts, claim.end)

    def _is_part(self, claim: Claim, found: Sequence[Claim]) -> bool:
        """Whether a claim only names what another tells something of: "Ann Lee" beside "Ann Lee, who left"."""
        first = bisect_left(self._token_starts, claim.start)
        inside = self.tokens[first : bisect_left(self._token_starts, claim.end)]
        if claim.said_by or any(t.pos in VERBS for t in inside):
            return False
        return any(c.start <= claim.start and claim.end <= c.end and c.text != claim.text for c in found)

    def _has_content(self, claim: Claim) -> bool:
        """Whether a claim tells anything alone: not "it is thought", "saying", "in a statement", "Three"."""
        first = bisect_left(self._token_starts, claim.start)
        words_of = [t for t in self.tokens[first : bisect_left(self._token_starts, claim.end)] if t.text[-1:].isalnum()]
        cited = any(c.start < claim.end and claim.start < c.end for c in self.notes.citations)
        if cited and words_of and words_of[0].text.lower() in ("citing", "quoting"):
            return False  # it stands in the lineage
        light = words()["lists"]["light"]
        told = [t for t in words_of if t.pos in TELLING and t.lemma not in light]
        acts = any(t.pos in ("VERB", "AUX") for t in words_of)
        if len(words_of) <= FRAME and _is_frame(words_of, told):
            return False
        if acts and claim.said_by and len(words_of) > SHORTEST:
            return True  # somebody's own words: "I like her"
        if len(told) != 1:
            return bool(told)
        if told[0].pos == "VERB" and len(words_of) <= SHORTEST:
            return any(t.tag in ("VBD", "VBZ", "VBP") for t in words_of)  # "sank", "has sunk"
        return acts or len(words_of) > SHORTEST + 1

    def _left_over(self, number: int, first: int, last: int, found: list[Claim], barred: frozenset[int]) -> list[Claim]:
        """Claims of the stretches that no other claim of the sentence covers and that are no cue:
        nothing with content is dropped."""
        claims: list[Claim] = []
        starts = self._token_starts
        told = {k for c in found for k in range(bisect_left(starts, c.start), bisect_left(starts, c.end))}
        k = first
        while k < last:
            group: list[int] = []
            while k < last and k not in barred and k not in told:
                group.append(k)
                k += 1
            if sum(self.tokens[i].pos in CONTENT for i in group) >= LEFT_OVER:
                clause = Clause(self._top(group), group[0], group[-1] + 1, tuple(group))
                claims.extend(self._claims(number, clause, None))
            k += 1
        return claims

    def _top(self, group: list[int]) -> int:
        inside = set(group)
        outer = [i for i in group if self.tokens[i].head not in inside or self.tokens[i].head == i]
        return next((i for i in outer if self.tokens[i].pos not in ("PUNCT", "SPACE", "ADP", "DET")), group[0])

    def _root(self, first: int, last: int) -> int:
        return next((i for i in range(first, last) if self.tokens[i].head == i), first)

    def _cues(self, first: int, last: int) -> _Cues:
        """How the cues of the sentence [first, last) stand in its clauses."""
        cues = _Cues()
        barred, claims = cues.barred, cues.claims
        low, high = self.tokens[first].start, self.tokens[last - 1].end
        for start in sorted(s for s in self._by_cue if low <= s < high):
            attribution = self._by_cue[start][0]
            i = self._verb_at(start)
            given = self._content_tokens(attribution, first, last)
            given = given if any(self.tokens[k].pos not in ("PUNCT", "SPACE") for k in given) else set()
            thing = self._is_thing(i, given)
            denied = self._denied_report(given) if thing and _denies(attribution) else set()
            thing, content = thing and not denied, denied or given
            clause_inside = not thing and any(
                self.tokens[k].pos in ("VERB", "AUX") and self.tokens[k].dep != "amod" for k in content
            )
            outside = any(s >= high or e <= low for s, e in attribution.contents)
            core = self._core(i, content, attribution) | (given - content)
            if not (content or outside) or not attribution.chain:  # "reportedly" stays a hedge
                continue
            if clause_inside and self._hopes(i, core, content):  # "he hopes it ends" is not "it ends"
                continue
            if clause_inside and is_bound(self.tree, i):
                cues.apart.add(i)
                continue
            leans = clause_inside and content and not stands_alone(self.tree, i, content)
            if not outside and (leans or (not clause_inside and is_dependent(self.tree, i))):
                if not self._only_tells_of(i, content, attribution):
                    cues.whole[i] = cues.whole[self._carrier(i)] = attribution
                if (asked := wanted(self.tree, content)) is not None:
                    cues.matters[i] = asked
                continue
            if clause_inside or (outside and not content):
                barred |= core
                cited = self._cited(i, attribution)
                if self.tokens[i].pos in VERBS and core - cited:
                    claims.extend((c, None) for c in self._beside(i, core, cited) if not cited.issuperset(c.own))
            else:
                whole = core | content | self._between(i, content)
                whole |= self._called_for(i, max(whole))
                barred |= whole
                told = None if self._only_tells_of(i, content, attribution) else attribution
                claims.extend((c, told if i in c.own else attribution) for c in self._ranges(i, whole))
        return cues

    def _carrier(self, i: int) -> int:
        """The verb that an infinitive goes on: "continues |to defend"."""
        while self.tokens[i].dep == "xcomp" and self.tokens[self.tokens[i].head].pos in VERBS:
            i = self.tokens[i].head
        return i

    def _only_tells_of(self, i: int, content: set[int], attribution: Attribution) -> bool:
        """Whether a clause that holds a cue tells only that its speaker judged, announced or asked for something, and
        none of his words: that "Lee criticized the plan" is the report's own word, or that of its source; "called the
        plan dear", "criticized Orr for it" and what is quoted are his."""
        lists = words()["lists"]
        lemma = self.tokens[i].lemma
        if lemma not in lists["judging"] | lists["announcing"] or attribution.stance == "denied":
            return False
        if any(QUOTED.search(self.text, start, end) for start, end in attribution.contents):
            return False
        clauses = any(self.tokens[k].pos in ("VERB", "AUX") and self.tokens[k].dep != "amod" for k in content)
        finite = any(self.tokens[k].tag in FINITE for k in content)
        if clauses and (finite or lemma not in lists["announcing"] or not self._is_thing(i, content)):
            return False
        behind = [k for k in self.tree.children(i, "prep", "mark", "oprd") if k > i] + sorted(content)
        return lemma in lists["announcing"] or not any(
            self.tokens[k].text.lower() in ("for", "of", "as") for k in behind
        )

    def _hopes(self, i: int, core: set[int], content: set[int]) -> bool:
        """Whether a cue of hope, fear or ignorance leads its content, which is not told without it."""
        hoping = words()["lists"]["hoping"]
        hopes = any(self.tokens[k].lemma in hoping for k in (i, *self.tree.children(i, "acomp")))
        hopes = hopes or any(is_ignored(self.tree, k) for k in self.tree.children(i, "ccomp") if k in content)
        before = {k for k in core if self.tokens[k].pos != "PUNCT"}
        if not hopes or not before or max(before) > min(content):
            return False
        return not any(self.tokens[k].tag == "," for k in range(min(before), min(content)))

    def _is_thing(self, i: int, content: set[int]) -> bool:
        """Whether what is told is a thing, whatever clause it has: "announced the move to leave"."""
        tops = [k for k in content if self.tokens[k].head not in content and self.tokens[k].pos != "PUNCT"]
        return len(tops) == 1 and self.tokens[tops[0]].head == i and self.tokens[tops[0]].dep == "dobj"

    def _denied_report(self, content: set[int]) -> set[int]:
        """What a denied report told, without the words for the report: "denied a report |that he had left". Nothing
        where only the report is named."""
        top = next(k for k in content if self.tokens[k].head not in content and self.tokens[k].pos != "PUNCT")
        told = self.tree.children(top, "acl", "ccomp")
        finite = [k for k in told if self.tree.children(k, "nsubj", "nsubjpass", "expl")]
        if self.tokens[top].lemma not in words()["lists"]["reports"] or not finite:
            return set()
        return set(self.tree.subtree(finite[0]))

    def _between(self, i: int, content: set[int]) -> set[int]:
        """The words of a cue's object that lead to its content: "declared |a state of| 'disaster'"."""
        found: set[int] = set()
        for k in content:
            path = list(itertools.takewhile(lambda a: a != i, self.tree.ancestors(k)))
            if len(path) <= REACH and all(a > i and self.tokens[a].pos in ("NOUN", "PROPN", "ADP") for a in path):
                found |= {b for a in path for b in (a, *self.tree.children(a, "det", "amod", "compound", "poss"))}
        return found - content

    def _called_for(self, i: int, last: int) -> set[int]:
        """What a cue that ends at ``last`` with one called on calls on him for: "calling for the mayor |to go"."""
        to = last + 2 if self.tokens[min(last + 1, len(self.tokens) - 1)].text == ")" else last + 1
        if to >= len(self.tokens) or self.tokens[to].tag != "TO" or caller(self.tree, self.tokens[to].head) != i:
            return set()
        return set(self.tree.subtree(self.tokens[to].head))

    def _verb_at(self, start: int) -> int:
        """The token that a cue begins with, the verb where it begins with a helping word ("did not say")."""
        i = self._index(start)
        helps = self.tokens[i].dep in ("aux", "auxpass", "neg", "advmod")
        return (
            self.tokens[i].head if helps and self.tokens[self.tokens[i].head].sentence == self.tokens[i].sentence else i
        )

    def _named(self, i: int) -> set[int]:
        """The tokens of a cue's own speaker by syntax."""
        return {k for s in self.tree.children(i, "nsubj", "nsubjpass", "agent") for k in self.tree.subtree(s)}

    def _cited(self, i: int, attribution: Attribution) -> set[int]:
        """The tokens that name the other sources of a cue's chain: they stand in the chain."""
        return {k for source in attribution.chain for k in self._tokens_of(source)} - self._named(i) - {i}

    def _beside(self, i: int, core: set[int], cited: set[int]) -> list[Clause]:
        """What a cue's clause tells beside that somebody spoke: all of it where it tells where or to whom ("told the
        council in Tarn"), else what it tells of who spoke ("Ann Lee, who led the talks")."""
        lists, named = words()["lists"], self._named(i)
        plain = [k for k in sorted(core - cited) if self.tokens[k].pos in TELLING]
        more = [k for k in plain if k not in named and k != i]
        if not named and len(plain) > LONG_NAME:  # "according to a report issued on Monday by Delta Radio"
            return self._ranges(i, core)
        if self.tokens[i].lemma in lists["saying"]:
            apart = [m.span() for m in self._asides(core)] + self._times
            described = {k for k in more if self.tree.children(k, "acl", "relcl")}  # "in a statement issued on Monday"
            more = [k for k in more if k in described or self.tokens[k].lemma not in lists["settings"]]
            more = [k for k in more if not any(s <= self.tokens[k].start < e for s, e in apart)]
            enough = LEFT_OVER
        else:
            apart = [m.span() for m in self._asides(core)]
            more = [k for k in more if not any(s <= self.tokens[k].start < e for s, e in apart)]
            enough = 1 if len(plain) > LONG_NAME else LEFT_OVER
        if len(more) >= enough:
            return self._ranges(i, core)
        return [clause for k in self.tree.children(i, "nsubj", "nsubjpass", "agent") for clause in self._who(k, core)]

    def _who(self, noun: int, core: set[int]) -> list[Clause]:
        """A speaker with a clause or an apposition that tells of him, where that is long enough."""
        whole = sorted(core & set(self.tree.subtree(noun)))
        for k in whole:
            below = set(self.tree.subtree(k)) & core
            told = sum(self.tokens[j].pos in TELLING for j in below)
            if self.tokens[k].dep in DESCRIBING and self.tokens[k].head == noun and told >= DESCRIBED:
                return [c for c in self._ranges(k, set(whole)) if c.head == k]
        return []

    def _asides(self, core: set[int]) -> Iterator[re.Match[str]]:
        """The parties and datelines in a cue's clause."""
        if core:
            start, end = self.tokens[min(core)].start, self.tokens[max(core)].end
            yield from PARTY.finditer(self.text, start, end)
            line = DATELINE.match(self.text, self.text.rfind("\n", 0, start) + 1)
            if line and DASH.match(self.text, line.end()):
                yield line

    def _ranges(self, head: int, indices: set[int]) -> list[Clause]:
        ordered = sorted(indices)
        groups: list[list[int]] = [[ordered[0]]]
        for before, i in itertools.pairwise(ordered):
            hole = [
                k for k in range(before + 1, i) if self.tokens[k].pos not in ("PUNCT", "SPACE", "ADP", "SCONJ", "ADV")
            ]
            if hole:
                groups.append([])
            groups[-1].append(i)
        telling = [g for g in groups if head in g or sum(self.tokens[k].pos in CONTENT for k in g) >= LEFT_OVER]
        return [Clause(head if head in g else self._top(g), g[0], g[-1] + 1, tuple(g)) for g in telling]

    def _index(self, start: int) -> int:
        return max(0, bisect_right(self._token_starts, start) - 1)

    def _tokens_of(self, source: Source) -> range:
        """The tokens that name a source."""
        return range(self._index(source.start), self._index(source.end - 1) + 1)

    def _begin(self, position: int) -> int:
        """Where the token that holds a place begins."""
        return self.tokens[self._index(position)].start

    def _content_tokens(self, attribution: Attribution, first: int, last: int) -> set[int]:
        return {
            k
            for s, e in attribution.contents
            for k in range(self._index(s), min(self._index(e - 1) + 1, last))
            if k >= first
        }

    def _core(self, i: int, content: set[int], attribution: Attribution) -> set[int]:
        """The cue's clause without its content: the verb, the speaker, the addressee, when and where."""
        core = {i}
        for child in self.tree.children(i):
            if self.tokens[child].dep in ("conj", "cc", "ccomp", "advcl", "parataxis", "relcl"):
                continue
            below = set(self.tree.subtree(child))
            if not below & content:
                core |= below
        cue = set(range(i, self._index(attribution.cue_end - 1) + 1))
        core |= cue - content
        for source in attribution.chain[:1]:
            if source.start >= self.tokens[i].start - 200 and source.end <= self.tokens[i].end + 200:
                span = self._tokens_of(source)
                if self.tokens[span[0]].sentence == self.tokens[i].sentence and self.tokens[i].dep not in (
                    "relcl",
                    "acl",
                    "conj",
                    "advcl",
                ):
                    core |= set(span) - content
        return core - content

    def _claims(self, number: int, clause: Clause, attribution: Attribution | None) -> list[Claim]:
        first, last = clause.first, clause.last
        while first < last and (self._only_leads(first) or self._calls_on(first, clause.head)):
            first += 1
        while last > first and self._only_trails(last - 1):
            last -= 1
        last = self._without_dangling(first, last)
        if first >= last or not any(self.tokens[k].pos not in ("PUNCT", "SPACE", "X") for k in range(first, last)):
            return []
        return [self._claim(number, clause, a, b, attribution) for a, b in self._short(first, last)]

    def _only_leads(self, i: int) -> bool:
        """Whether a token only leads to what is told; a "so" that says how far or how many does not."""
        token = self.tokens[i]
        if token.text.strip().lower() == "so" and i + 1 < len(self.tokens):
            return token.head != i + 1 and self.tokens[i + 1].text.lower() not in ("far", "-", "called")
        if token.text.lower() == "that" and token.tag == "DT" and i == self.notes.parse.sentences[token.sentence].first:
            return False  # "That is all", "That plan is dear"
        return token.text.strip().lower() in LEADING

    def _only_trails(self, i: int) -> bool:
        """Whether a token only leads on from what is told, as a conjunction of what comes next does; an "of" that
        nothing follows does not: "taken care of"."""
        token = self.tokens[i]
        if token.head > i and token.dep in JOINING:
            return True
        if token.text.lower() == "that" and token.tag == "DT":  # "are working on that"
            return False
        if token.dep == "prep" and token.pos == "ADP" and any(k > i for k in self.tree.children(i, "pobj", "pcomp")):
            return True  # "joined others in |saying that it sank"
        if token.pos == "NOUN" and token.text.isalpha():  # "for a while"
            return False
        return token.text.strip().lower() in TRAILING and (token.text.lower() != "of" or bool(self.tree.children(i)))

    def _without_dangling(self, first: int, last: int) -> int:
        """Where a range ends without a last noun set apart whose own clause comes next and takes it along: "told them
        to wait|, a rule |that she made"."""
        noun = last - 1
        below = [k for k in self.tree.children(noun, "relcl", "acl") if self.tree.token_range(k)[0] in (last, last + 1)]
        if self.tokens[noun].pos != "NOUN" or not below:
            return last
        begin = noun
        while begin - 1 > first and noun - begin < REACH and self.tokens[begin - 1].head in range(begin, last):
            begin -= 1
        apart = self.tokens[begin - 1].text in (",", "--", "–", "—") and self.tokens[noun].head < begin
        return begin - 1 if apart and begin - 1 > first else last

    def _calls_on(self, i: int, head: int) -> bool:
        """Whether a token is what is left of a cue that calls on somebody to act: "called |on Delta to act"."""
        token = self.tokens[i]
        over = self.tokens[head].head if token.dep == "mark" else token.head
        urges = token.text.lower() in ("on", "for", "upon") and token.dep in ("prep", "mark") and over == i - 1
        infinitive = any(self.tokens[k].tag == "TO" for k in self.tree.children(head, "aux"))
        return urges and infinitive and self.tokens[over].lemma in words()["lists"]["urging"]

    def _short(self, first: int, last: int) -> list[tuple[int, int]]:
        """The range as pieces of at most LONGEST characters, cut at the last comma that fits."""
        pieces = []
        while self.tokens[last - 1].end - self.tokens[first].start > LONGEST:
            fits = [k for k in range(first + 1, last) if self.tokens[k].start - self.tokens[first].start <= LONGEST]
            if not fits:
                break
            commas = [k for k in fits if self.tokens[k].text in (",", ";", "—", "--", ":")]
            at = commas[-1] if commas and commas[-1] - first > 4 else fits[-1]
            pieces.append((first, at))
            first = at + 1 if self.tokens[at].pos == "PUNCT" and at + 1 < last else at
        return [*pieces, (first, last)]

    def _is_asked_of_speaker(self, head: int) -> bool:
        """Whether a clause is what somebody was asked, which is no word of theirs: "asked how long it would last, she
        said"; what one was asked to affirm may be ("asked whether it would last, she said yes")."""
        over, first = self.tokens[self.tokens[head].head], self.tokens[self.tree.token_range(head)[0]]
        asked = over.lemma in words()["lists"]["asking"] and over.tag == "VBN" and over.dep == "advcl"
        return asked and self.tokens[head].dep == "ccomp" and first.tag in ("WRB", "WP", "WDT")

    def _over(self, head: int) -> set[int]:
        """The word that governs a clause, with the verb that this hangs on: "is not convinced |that", "denies claims
        |that"."""
        over = self.tokens[head].head
        return {over, self.tokens[over].head}

    def _goes_on_above(self, head: int) -> bool:
        """Whether a verb with a tense is joined to one behind a modal, so that it goes on with what stands over that:
        "doubts it will be sold and |plans a longer line"."""
        tokens, over = self.tokens, self.tokens[head].head
        finite = tokens[head].tag in ("VBZ", "VBD") and tokens[head].dep == "conj"
        return finite and any(tokens[k].tag == "MD" for k in self.tree.children(over, "aux"))

    def _claim(self, number: int, clause: Clause, first: int, last: int, given: Attribution | None) -> Claim:
        sentence = self.notes.parse.sentences[number]
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        start, end = rounded(self.text, start, end, sentence.start, sentence.end)
        head = clause.head
        own = [k for k in clause.own if first <= k < last]
        tint = colour(self.tree, self.text, head, own)
        told = None if self._is_asked_of_speaker(head) else self._held.get(head)
        attribution = given or told
        refused = told is not None and _denies(told) and self.tokens[head].pos in ("VERB", "AUX")
        refused = refused and not self._goes_on_above(head)
        if told and governed(self.tree, head).denied and self._verb_at(told.cue_start) in self._over(head):
            refused = told.stance == "declined"  # denied by its cue, and not twice; what is left unsaid is not denied
        mine = {self.tokens[k].start for k in own}
        quantities = tuple(
            q for q in self.notes.quantities if start <= q.start and q.end <= end and self._begin(q.start) in mine
        )
        times = tuple(t for t in self.notes.times if start <= t.start and t.end <= end and self._begin(t.start) in mine)
        found = arguments(self.tree, self.text, head, tint.predicate, self.names, self._times)
        return Claim(
            content_id("c", self.article.id, start, end, head),
            self.article.id,
            number,
            start,
            end,
            self.text[start:end],
            tint.predicate,
            self.tokens[tint.predicate].lemma,
            TURNED[tint.polarity] if refused else tint.polarity,
            tint.modality,
            tint.condition,
            tint.hedge,
            _status(attribution, tint.status),
            found,
            quantities,
            times,
            attribution.chain if attribution else (),
            attribution.cue if attribution else None,
            attribution.stance if attribution else None,
            attribution.mode if attribution else None,
            head in self._quoted,
        )


def _status(told: Attribution | None, plain: Status) -> Status:
    """How real a claim is: what somebody would not say is only asked, what he does not believe or does not deny only
    possible."""
    if told is not None and told.stance == "declined" and told.contents:
        return "asked"
    doubted = told is not None and (UNDENIED.search(told.cue) or (told.stance == "believed" and NOT.search(told.cue)))
    return "possible" if doubted and plain == "actual" else plain


def _denies(told: Attribution) -> bool:
    """Whether a speaker denies or doubts what is told, or does not believe it."""
    return bool(denial(told.stance, told.cue)) or (told.stance == "believed" and NOT.search(told.cue) is not None)


TURNED: Mapping[str, Literal["affirmed", "denied"]] = {"affirmed": "denied", "denied": "affirmed"}


def _is_frame(words_of: Sequence[Token], told: Sequence[Token]) -> bool:
    """Whether few words tell nothing alone: "I do n't think" and "it feels like" (but "I like her"), "our view is",
    "when they hear"."""
    if not any(t.pos in ("VERB", "AUX") for t in words_of):
        return False
    if not told:
        where = words_of[-1].pos == "ADV" and any(t.lemma == "be" for t in words_of)  # "she was outside"
        return not where and not any(t.dep in COMPLETES for t in words_of)
    opens = words_of[0].tag in ("WP", "WDT", "WRB") or words_of[0].dep == "mark"
    as_said = words_of[0].text.lower() == "as" and words_of[0].dep == "mark" and len(words_of) <= FRAME
    if as_said and any(t.lemma in words()["lists"]["retelling"] for t in words_of):
        return True
    ends_in_is = words_of[-1].lemma == "be" and len(told) == 1
    return (opens and len(told) == 1 and len(words_of) < FRAME) or ends_in_is


def _quoted_tokens(tree: Tree, annotations: Annotations) -> frozenset[int]:
    """Tokens that stand between quotation marks, line by line of sentences."""
    quoted: set[int] = set()
    direct: Sequence[Attribution] = [a for a in annotations.attributions if a.mode == "direct"]
    spans = sorted(s for a in direct for s in a.contents)
    k = 0
    for i, token in enumerate(tree.tokens):
        while k < len(spans) and spans[k][1] <= token.start:
            k += 1
        if k < len(spans) and spans[k][0] <= token.start < spans[k][1]:
            quoted.add(i)
    return frozenset(quoted)
