"""What a slot's claims are about: the noun phrase that stands for them where a question needs one."""

import re
from collections.abc import Iterator, Mapping

from crosswire.reconcile.phrases import Phrases, table
from crosswire.reconcile.reasons import WHOLE
from crosswire.records import Claim, Filler, Slot

TRIED = 24
SAID = 12
"""Words of a quotation in a question."""
PREPOSITIONS = frozenset("about of in on at to for by with from over under after before".split())
NEAR = ("patient", "agent", "attribute")
"""What the verb of a claim tells of; where one claim stands alone, its speaker spoke of no more: not "the wind" of
"going with the wind"."""
HEARD = ("tell", "ask", "inform", "warn", "remind", "assure", "convince", "notify", "advise")
NUMBER = re.compile(r"\d|\bpercent|\b(?:half|dozen|hundred|thousand|million)s?\b", re.IGNORECASE)
TRAILING = frozenset(
    "a an the and or but of in on at to for by with from as that which who if is are was were be his her their its our"
    " my your not very than".split()
)


class Topics:
    """The noun phrases of a slot's claims, by their heads."""

    def __init__(self, slot: Slot, phrases: Mapping[str, Phrases], vague: re.Pattern[str]) -> None:
        self.slot, self.vague = slot, vague
        self._shown: dict[str, list[tuple[float, str]]] = {}
        self._articles: dict[str, set[str]] = {}
        self._answers: set[str] = set()
        only = slot.fillers[0].claim if len(slot.fillers) == 1 else None
        near = [a for a in only.arguments if a.role in NEAR] if only else []
        self._near = {(a.start, a.end) for a in near} if only else None
        self._far: set[str] = set()
        for filler in slot.fillers[:TRIED]:
            if filler.claim.article in phrases:
                self._add(filler, phrases[filler.claim.article])

    def _add(self, filler: Filler, phrases: Phrases) -> None:
        for rank, (lemma, text, start, end) in enumerate(_things(filler.claim, phrases)):
            cost = (
                0.5 * rank
                + 1.0 * ("," in text)
                + 0.3 * abs(len(text.split()) - 3)
                + 1.5 * bool(re.match(r"an? |[a-z]+s?$", text))
            )
            self._shown.setdefault(lemma, []).append((cost, text))
            if self._near is not None and (start, end) not in self._near:
                self._far.add(text)
            self._articles.setdefault(lemma, set()).add(filler.claim.article)
            if filler.filling and filler.filling.start < end and start < filler.filling.end:
                self._answers.add(lemma)

    def best(self, without: str = "", answers: bool = False) -> tuple[str | None, float]:
        """The topic that most reports share, and how poor it is (0 good, 1 or more poor). ``without``
        is text that it must not repeat; ``answers`` lets it be what the slot is filled with."""
        fit = {
            lemma: [(cost, text) for cost, text in shown if not self._unfit(text, lemma, without)]
            for lemma, shown in self._shown.items()
        }
        heads = [lemma for lemma, shown in fit.items() if shown and (answers or lemma not in self._answers)]
        best = min(heads, key=lambda h: (-len(self._articles[h]) + min(fit[h])[0], min(fit[h])), default=None)
        if best is None:
            return None, 9.0
        cost, text = min(fit[best])
        told = {f.claim.article for f in self.slot.fillers}
        return text, 0.8 * (len(self._articles[best]) < min(2, len(told))) + 0.3 * (cost > 1.5)

    def is_far(self, text: str | None) -> bool:
        """Whether the only claim's verb does not tell of a topic."""
        return text in self._far

    def _unfit(self, text: str, lemma: str, without: str) -> bool:
        """Whether a noun phrase makes no topic: empty, the speaker himself, or a figure that is the answer."""
        if lemma in table()["words"]["empty"] or self.vague.search(text):
            return True
        if re.match(
            r"(?:his|her|their|its|such|same|other|more|most|many|much|what|another|not)\b", text, re.IGNORECASE
        ):
            return True
        if IDLE.match(text) or (without and text in self._far):
            return True
        if text.lower() in table()["words"]["titles"] or text.split()[0].lower() in PREPOSITIONS:
            return True
        if without and re.match(r"(?:an?|too|deep)\b|[a-z]+$", text):
            return True  # "a problem", "people": not what somebody spoke about
        if text.lower() in without.lower() or (without and set(text.lower().split()) & _names(without)):
            return True
        return self.slot.kind not in WHOLE and NUMBER.search(text) is not None


def _names(text: str) -> set[str]:
    return {word.lower() for word in text.split() if word[:1].isupper() and word not in ("What", "The")}


def _things(claim: Claim, phrases: Phrases) -> Iterator[tuple[str, str, int, int]]:
    """Yield the head lemma, the noun phrase and the span of what a claim is about, its object first."""
    order = {"patient": 0, "agent": 1, "attribute": 2, "recipient": 3, "other": 4, "place": 5}
    for argument in sorted((a for a in claim.arguments if a.role in order), key=lambda a: order[a.role]):
        if claim.predicate in HEARD and argument.role in ("patient", "recipient"):
            continue  # who was told, not what
        inside = phrases.at(argument.start, argument.end)
        head = next((i for i in inside if phrases.tokens[i].head not in inside or phrases.tokens[i].head == i), None)
        if head is None or phrases.tokens[head].pos not in ("NOUN", "PROPN"):
            continue
        token, text = phrases.tokens[head], phrases.noun(head)
        bare = token.tag == "NN" and phrases.headline(token.sentence) and not phrases.uncounted(head)
        if text and bare and not phrases.tree.children(head, "det", "poss", "nummod"):
            text = f"the {text}"
        if (
            token.pos == "PROPN"
            and text == token.text
            and not phrases.has_capital(head)
            and not phrases.is_person(head)
        ):
            continue  # "Mission accomplished"
        if text and token.tag == "NN" and token.dep == "pobj" and " " not in text:
            continue  # "at stake", "in return"
        if text and not re.match(r"(?:no|none|any|all|some|only)\b", text, re.IGNORECASE):
            yield phrases.tokens[head].lemma.lower(), text, argument.start, argument.end


IDLE = re.compile(
    r"(?:the )?(?:order|response|addition|terms|favou?r|charge|need|time|virtue|light|wake|behalf|sake|view|spite|means"
    r"|basis|same breath|nature|result|course|event)\b"
    r"|(?:just|only|even|really|simply|merely|therefore|thus|not|full advantage|advantage)\b"
)
"""How a topic begins that is none: "in order to open the schools", "by virtue of his office", "just a game"."""
ENDLESS = ("a", "an", "the", "of", "and", "on", "or", "but")  # words that ask for more


def shortened(words: str) -> str:
    """The first words of a claim, cut where a word may stand last; none of a claim that has none, but signs."""
    kept = words.split()
    if not kept or (len(kept) <= SAID and kept[-1].lower() not in ENDLESS):
        return words
    kept = kept[: SAID - 2]
    while len(kept) > 3 and kept[-1].lower().strip(",;:") in TRAILING:
        kept.pop()
    return " ".join(kept).rstrip(" ,;:—–-")
