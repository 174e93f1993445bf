"""The question of a point, as a newsroom would ask it."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from crosswire.reconcile.asking import how_much, personal, when, where, who
from crosswire.reconcile.clause import Clause, sentence
from crosswire.reconcile.inflection import plural
from crosswire.reconcile.phrases import Phrases, table, tidy
from crosswire.records import Annotations, Argument, Claim, Filler, Name, Quantity, Slot, TimeExpression

# At most this many of a slot's claims are tried for the best question.
TRIED = 12
SPOKEN = 0.6
"""The part of a slot's claims that one speaker must have for "What did X say about ...?"."""
ENOUGH = 3.0
"""A question that reads worse than this gives way to the bare topic."""
VAGUE = re.compile(
    r"\b(?:it|they|them|this|that|these|those|he|she|him|we|us|you|i|which|one|so|none)\b|[“”\"]", re.IGNORECASE
)


MASS = frozenset(("police", "staff", "people", "crew", "press", "media", "military", "public"))
NUMBER = re.compile(r"\d|\bpercent|\b(?:half|dozen|hundred|thousand|million)s?\b", re.IGNORECASE)


class Asker:
    """Asks the questions of one story: reads each article's parse, and the joined names."""

    def __init__(self, annotations: Mapping[str, Annotations], names: Sequence[Name]) -> None:
        self._annotations = annotations
        self._canonical = {(v.article, v.text): n.canonical for n in names for v in n.variants}
        self._phrases: dict[str, Phrases] = {}

    def _read(self, article: str) -> Phrases | None:
        if article not in self._annotations:
            return None
        if article not in self._phrases:
            canonical = {text: name for (a, text), name in self._canonical.items() if a == article}
            self._phrases[article] = Phrases(self._annotations[article], canonical)
        return self._phrases[article]

    def question(self, slot: Slot) -> str:
        """Ask what a slot answers: the best of the questions that its claims allow."""
        shared = Counter(f.claim.predicate for f in slot.fillers)
        found: list[tuple[float, str]] = []
        for filler in slot.fillers[:TRIED]:
            phrases = self._read(filler.claim.article)
            if phrases is None:
                continue
            for text, cost in self._ask(slot, filler, phrases):
                rare = 1.0 - shared[filler.claim.predicate] / len(slot.fillers)
                found.append((cost + rare + roughness(text, filler.claim), text))
        best = min(found, default=None)
        if best and best[0] <= ENOUGH:
            return best[1] + "?"
        return self._topic_alone(slot)

    def _ask(self, slot: Slot, filler: Filler, phrases: Phrases) -> Iterator[tuple[str, float]]:
        """Yield the questions that one claim allows, each with what it costs in readability."""
        claim, filling = filler.claim, filler.filling
        if isinstance(filling, Quantity):
            yield from how_much(claim, filling, phrases, slot.about)
        elif isinstance(filling, TimeExpression):
            yield from when(claim, filling, phrases)
        elif slot.kind == "wording":
            yield f"How is the name of {slot.about} spelled", 0.0
        elif isinstance(filling, Argument):
            if slot.kind == "place":
                yield from where(claim, filling, phrases)
                return
            if slot.kind == "speaker":
                words = tidy(claim.text).strip("“”\"'‘’.,")
                if len(words.split()) <= 8:
                    yield f"Who said “{words}”", 0.0
                return
            people = sum(isinstance(f.filling, Argument) and personal(f.filling) for f in slot.fillers)
            human = filling.role == "agent" and claim.predicate in table()["people"]["verbs"]
            yield from who(claim, filling, "who" if human or 2 * people > len(slot.fillers) else "what", phrases)
        else:
            yield from self._whether(slot, claim, phrases)

    def _whether(self, slot: Slot, claim: Claim, phrases: Phrases) -> Iterator[tuple[str, float]]:
        """A whole claim: what somebody said of its topic, else whether it is so."""
        speaker = self._speaker(slot)
        if speaker and claim.said_by and self._name(claim) == speaker[0]:
            topic = self._topic(slot, without=speaker[0])
            if topic:
                yield sentence("what did", speaker[0], speaker[1], "about", topic), 0.0
        clause = Clause(claim, phrases)
        if not clause.is_verb:
            return
        if claim.predicate in table()["words"]["speech"]:
            told = clause.asked_of_speech()
            if told:
                topic = self._topic(slot, without=told)
                yield told + (f" about {topic}" if topic else ""), 0.5
            return
        whether = clause.asked("")
        if whether:
            yield whether, 0.2 + 0.3 * bool(claim.said_by) + 3.5 * clause.cut_short() + 1.0 * clause.misread()

    def _speaker(self, slot: Slot) -> tuple[str, str] | None:
        """Who says most of a slot's claims, with the verb for it."""
        said = Counter(self._name(f.claim) for f in slot.fillers if f.claim.said_by)
        name, count = min(said.items(), key=lambda item: (-item[1], item[0] or ""), default=(None, 0))
        if not name or count < SPOKEN * len(slot.fillers) or len(name.split()) > 7 or VAGUE.match(name):
            return None
        claim = next(f.claim for f in slot.fillers if f.claim.said_by and self._name(f.claim) == name)
        return name, table()["speech"].get(claim.stance or "said", "say")

    def _name(self, claim: Claim) -> str:
        source = claim.said_by[0]
        name = self._canonical.get((claim.article, source.name), source.name)
        return described(tidy(name))

    def _topic(self, slot: Slot, without: str = "") -> str | None:
        """What most of a slot's claims are about: the noun phrase of the commonest head."""
        heads: Counter[str] = Counter()
        shown: dict[str, list[tuple[float, str]]] = {}
        for filler in slot.fillers[:TRIED]:
            phrases = self._read(filler.claim.article)
            if phrases is None:
                continue
            for rank, (lemma, text) in enumerate(_things(filler.claim, phrases)):
                if self._unfit(text, lemma, slot, without):
                    continue
                heads[lemma] += 1
                shown.setdefault(lemma, []).append((rank + abs(len(text.split()) - 3), text))
        commonest = min(heads, key=lambda h: (-heads[h], min(shown[h])), default=None)
        return min(shown[commonest])[1] if commonest else None

    def _unfit(self, text: str, lemma: str, slot: Slot, without: str) -> bool:
        """Whether a noun phrase makes no topic: empty, the speaker himself, or the answer."""
        if lemma in table()["words"]["empty"] or VAGUE.search(text):
            return True
        if text.lower() in without.lower() or (without and text.split()[0] == without.split()[0]):
            return True
        return slot.kind != "event" and NUMBER.search(text) is not None

    def _topic_alone(self, slot: Slot) -> str:
        """Where syntax gives no question: the topic, or the shortest claim's words."""
        if slot.kind == "count" and slot.about.isalpha() and slot.about not in table()["words"]["scales"]:
            return f"How many {plural(slot.about.lower())} are reported?"
        topic = self._topic(slot)
        measures = {f.filling.kind for f in slot.fillers if isinstance(f.filling, Quantity)}
        measure = table()["bare_measures"].get(measures.pop()) if topic and len(measures) == 1 else None
        if measure:
            return str(measure).format(topic)
        if topic is None:
            words = min((tidy(f.claim.text) for f in slot.fillers), key=lambda t: (len(t), t)).strip("“”\"'‘’").split()
            bare = "speaker" if slot.kind == "speaker" else "event"
            return str(table()["bare"][bare]).format(f"“{' '.join(words[:8])}”")
        return str(table()["bare"].get(slot.kind, table()["bare"]["event"])).format(topic)


def described(name: str) -> str:
    """A source's description as it stands in mid-sentence: "A spokesman" gives "a spokesman",
    "senior official" gives "a senior official"; a name stays as it is."""
    name = re.sub(r"^(?:A|An|The|One|Two|Three|Some|Several|Many|His|Her|Their)\b", lambda m: m.group().lower(), name)
    first, last = name.split(" ")[0], name.split(" ")[-1]
    if (
        not first[:1].islower()
        or first in table()["words"]["determiners"]
        or last in MASS
        or last.endswith("s")
        or "’s" in name
    ):
        return name
    return f"{'an' if first[0] in 'aeiou' else 'a'} {name}"


def roughness(text: str, claim: Claim) -> float:
    """How badly a question reads, from its words and from how the report says it: too short or
    long, words that name nothing, a headline's capitals, a claim that is only supposed."""
    words = text.split()
    rough = 0.15 * max(0, len(words) - 9) + 0.5 * (len(words) < 4)
    rough += 2.0 * (not text.startswith("Who said")) * len(VAGUE.findall(" ".join(words[1:]))) + 1.0 * (len(words) > 16)
    capitals = [w for w in claim.text.split() if len(w) > 3]
    rough += 1.0 * (len(capitals) >= 4 and sum(w[0].isupper() for w in capitals) > 0.7 * len(capitals))
    rough += 0.5 * (claim.status in ("hypothetical", "possible", "asked")) + 0.2 * (claim.polarity == "denied")
    return rough + 1.0 * (claim.predicate in table()["words"]["weak"])


def _things(claim: Claim, phrases: Phrases) -> Iterator[tuple[str, str]]:
    """Yield the head lemma and the noun phrase of what a claim is about, its object first."""
    order = {"patient": 0, "agent": 1, "attribute": 2, "recipient": 3, "other": 4, "place": 5}
    for argument in sorted((a for a in claim.arguments if a.role in order), key=lambda a: order[a.role]):
        inside = phrases.at(argument.start, argument.end)
        head = next((i for i in inside if phrases.tokens[i].head not in inside or phrases.tokens[i].head == i), None)
        if head is None or phrases.tokens[head].pos not in ("NOUN", "PROPN"):
            continue
        text = phrases.noun(head)
        if text and not re.match(r"(?:no|none|any|all|some|only)\b", text, re.IGNORECASE):
            yield phrases.tokens[head].lemma.lower(), text
