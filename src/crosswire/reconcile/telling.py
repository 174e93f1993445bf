"""What the claims of a slot tell: in which words, of whom, who says so, and how near they are to each other."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property

from crosswire.reconcile.clause import Clause
from crosswire.reconcile.passages import Passages
from crosswire.reconcile.phrases import Phrases, Usage, table, tidy
from crosswire.reconcile.readable import VAGUE, described
from crosswire.reconcile.sharing import stems_of
from crosswire.reconcile.topics import Topics
from crosswire.records import Annotations, Claim, Filler, Name, Slot

TRIED = 12
"""At most so many of a slot's claims are tried: those that share most words with those of other reports."""
SPOKEN = 0.6
"""The part of a slot's claims that one speaker must have for "What did X say about ...?"."""
CONTENT = frozenset(("NOUN", "PROPN", "VERB", "ADJ", "NUM"))


class Telling:
    """Reads each article's parse, the joined names of a story, and the passages that show its claims."""

    def __init__(
        self, annotations: Mapping[str, Annotations], names: Sequence[Name], passages: Passages | None = None
    ) -> None:
        self._annotations, self._passages = annotations, passages
        self._canonical = {(v.article, v.text): n.canonical for n in names for v in n.variants}
        self._named: dict[str, dict[str, str]] = {}
        for (article, text), name in self._canonical.items():
            self._named.setdefault(article, {})[text] = name
        self._phrases: dict[str, Phrases] = {}
        self._words: dict[str, frozenset[str]] = {}
        self._stems: dict[str, frozenset[str]] = {}
        self._topic: Topics | None = None
        self._spoken: tuple[Slot, tuple[str, str] | None] | None = None
        self._sayers: dict[str, str] = {}
        self._clauses: dict[str, Clause] = {}
        self._whole: dict[str, list[tuple[str, float, float]]] = {}
        self._cut: dict[str, set[str]] = {}

    @cached_property
    def _usage(self) -> Usage:
        return Usage(self._annotations[article] for article in sorted(self._annotations))

    def _read(self, article: str) -> Phrases | None:
        if article not in self._annotations:
            return None
        if article not in self._phrases:
            named = self._named.get(article, {})
            self._phrases[article] = Phrases(self._annotations[article], named, self._usage)
        return self._phrases[article]

    def _weighed(self, fillers: Sequence[Filler]) -> list[tuple[Filler, float]]:
        """The fillers worth asking from, each with how far its claim stands from what the other
        reports tell (0 near to 1)."""
        if len(fillers) == 1:
            return [(fillers[0], 0.0)]
        shared = Counter(f.claim.predicate for f in fillers)
        words = [self._content(f.claim) for f in fillers]
        found = []
        for n, filler in enumerate(fillers[: 4 * TRIED]):
            near = [
                len(words[n] & words[m]) / (min(len(words[n]), len(words[m])) or 1)
                for m, other in enumerate(fillers)
                if other.claim.article != filler.claim.article
            ]
            alike = max(near, default=0.0) / 2 + sum(near) / (2 * len(near) or 1)
            rare = 1.0 - shared[filler.claim.predicate] / len(fillers)
            found.append((0.6 * (1.0 - min(alike, 1.0)) + 0.4 * rare, n, filler))
        return [(filler, far) for far, _, filler in sorted(found, key=lambda x: x[:2])[:TRIED]]

    def _content(self, claim: Claim) -> frozenset[str]:
        if claim.id not in self._words:
            phrases = self._read(claim.article)
            inside = phrases.at(claim.start, claim.end) if phrases else []
            tokens = [phrases.tokens[i] for i in inside] if phrases else []
            self._words[claim.id] = frozenset(t.lemma.lower() for t in tokens if t.pos in CONTENT)
        return self._words[claim.id]

    def _told(self, filler: Filler) -> frozenset[str]:
        """The stems of a claim's words, of whom its pronouns stand for and of who says it."""
        claim, phrases = filler.claim, self._read(filler.claim.article)
        if claim.id not in self._stems:
            inside = phrases.at(claim.start, claim.end) if phrases else []
            meant = [name for i in inside if phrases and (name := phrases.stands_for(i))]
            parts = [argument.text for argument in claim.arguments] + [source.name for source in claim.said_by]
            self._stems[claim.id] = frozenset(stems_of(" ".join([claim.text, *meant, *parts])))
        return self._stems[claim.id]

    def _verb_end(self, claim: Claim) -> int:
        phrases = self._read(claim.article)
        return phrases.tokens[claim.token].end if phrases else claim.start

    def _goes_on(self, claim: Claim) -> bool:
        """Whether a claim is cut out of a clause that goes on behind it ("we are looking for ways", "to save it"), or
        begins within another ("the respect" and "that I have for Holm")."""
        phrases = self._read(claim.article)
        if phrases is None:
            return False
        inside = phrases.at(claim.start, claim.end)
        chain = [claim.token, *phrases.tree.ancestors(claim.token)]
        own = [k for i in chain if i in inside for k in phrases.tree.children(i, "nsubj", "nsubjpass", "expl", "csubj")]
        top_at = next((i for i in chain if phrases.tokens[i].head not in set(inside) - {i}), claim.token)
        top = phrases.tokens[top_at]
        unsure = top.dep == "ccomp" and phrases.tokens[top.head].lemma.lower() in table()["words"]["unsure"]
        aim = any(phrases.tokens[k].tag == "TO" for k in phrases.tree.children(top_at, "aux"))
        if (
            unsure
            or aim
            or top.dep in ("relcl", "acl")
            or top.pos not in ("VERB", "AUX")
            or not any(k in inside for k in own)
        ):
            return True
        return self._goes_on_behind(claim)

    def _goes_on_behind(self, claim: Claim, far: bool = False) -> bool:
        """Whether a claim's clause goes on behind it: "we are looking for ways", "to save it"; ``far`` whether it does
        with another clause: "it raises the risk", "that the harbour closes"."""
        phrases = self._read(claim.article)
        inside = phrases.at(claim.start, claim.end) if phrases else []
        if phrases is None or not inside:
            return False
        behind = inside[-1] + 1
        if behind >= len(phrases.tokens) or phrases.tokens[behind].sentence != claim.sentence:
            return False
        after = phrases.tokens[behind]
        last = phrases.tokens[inside[-1]]
        if last.lemma.lower() in table()["words"]["clausal"] and last.pos == "VERB" and after.text[:1].isalpha():
            return True
        above = {after.head, phrases.tokens[after.head].head} if far else {after.head}
        return after.tag in ("TO", "WDT") or (after.tag in ("IN", "WP", "WRB") and not above.isdisjoint(inside))

    def _topics(self, slot: Slot) -> Topics:
        """What a slot's claims are about; of the last slot remembered."""
        if self._topic is None or self._topic.slot is not slot:
            read = {f.claim.article: self._read(f.claim.article) for f in slot.fillers[: 2 * TRIED]}
            self._topic = Topics(slot, {article: phrases for article, phrases in read.items() if phrases}, VAGUE)
        return self._topic

    def _speaker(self, slot: Slot) -> tuple[str, str] | None:
        """Who says most of a slot's claims, with the verb for it; of the last slot remembered."""
        if self._spoken is None or self._spoken[0] is not slot:
            self._spoken = slot, self._most(slot)
        return self._spoken[1]

    def _most(self, slot: Slot) -> tuple[str, str] | None:
        said = Counter(self._name(f.claim) for f in slot.fillers if f.claim.said_by)
        name, count = min(said.items(), key=lambda item: (-item[1], item[0] or ""), default=(None, 0))
        if not name or count < SPOKEN * len(slot.fillers) or len(name.split()) > 7 or VAGUE.match(name):
            return None
        claim = next(f.claim for f in slot.fillers if f.claim.said_by and self._name(f.claim) == name)
        return name, table()["speech"].get(claim.stance or "said", "say")

    def _quoted_by(self, slot: Slot) -> tuple[str, str] | None:
        """Who says what half of a slot's claims tell, however each names him."""
        names = [self._name(f.claim) for f in slot.fillers if f.claim.said_by]
        last = Counter(name.split()[-1] for name in names if not VAGUE.match(name))
        word, count = min(last.items(), key=lambda item: (-item[1], item[0]), default=("", 0))
        if not count or 2 * count < len(slot.fillers):
            return None
        name = max((n for n in names if n.split()[-1] == word), key=lambda n: (len(n) < 40, len(n), n))
        return (name, "say") if len(name.split()) < 8 else None

    def _name(self, claim: Claim) -> str:
        """Who says a claim, as a question names him."""
        if claim.id not in self._sayers:
            self._sayers[claim.id] = self._sayer(claim)
        return self._sayers[claim.id]

    def _sayer(self, claim: Claim) -> str:
        source = claim.said_by[0]
        name = tidy(self._canonical.get((claim.article, source.name), source.name))
        phrases = self._read(claim.article)
        of_several = name[:1].isupper() and " " in name and source.kind != "person"
        if of_several and phrases and phrases.takes_article(name):
            return f"the {name}"
        return described(name)
