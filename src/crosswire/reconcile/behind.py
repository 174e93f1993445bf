"""What stands behind a clause's verb, as a question shows it: object, complement, what else fits."""

import re
from collections.abc import Collection
from functools import cached_property

from crosswire.reconcile.phrases import SUPERLATIVE, Phrases, table
from crosswire.records import Claim

BUDGET = 11
"""Words that may follow the verb in a question."""
VERBAL = ("VERB", "AUX")
NOBODY = {"no one": "anyone", "nobody": "anybody", "nothing": "anything", "none": "any", "neither": "either"}
TOWARDS = ("to", "of", "for", "about")
PARTICLES = ("in", "out", "on", "off", "up", "down", "back", "over", "away", "through", "by", "around", "along")
SHARING = ("demand", "secure", "shoot", "stab", "plan", "drive", "eat", "write", "read", "sell")
"""Verbs that may do without an object, and share the next one's."""
OBJECTS = ("dobj", "dative", "attr", "acomp", "oprd", "xcomp", "ccomp")


class Behind:
    """The parts behind the verb at token ``i``, whose lemma is ``lemma``. ``rough`` says how badly
    what was last formed reads."""

    def __init__(self, claim: Claim, phrases: Phrases, i: int, lemma: str) -> None:
        self.claim, self.phrases = claim, phrases
        self.tree, self.tokens = phrases.tree, phrases.tokens
        self.i, self.lemma, self.verb = i, lemma, phrases.tokens[i]
        self.passive = False
        self.subject_head: int | None = None
        self.rough = 0.0
        self._own = ""
        self._told: dict[tuple[frozenset[int], str], tuple[list[str] | None, float]] = {}

    @property
    def copular(self) -> bool:
        """Whether it says what something is."""
        return self.lemma == "be"

    def _parts(self, without: Collection[int]) -> list[str] | None:
        """The parts behind the verb, in order; None where one that the verb can't do without can't
        be shown."""
        key = (frozenset(without), self._own)
        if key not in self._told:  # a clause is asked several ways
            before, self.rough = self.rough, 0.0
            self._told[key] = self._shown_parts(without), self.rough
            self.rough = before
        parts, rough = self._told[key]
        self.rough += rough
        return parts if parts is None else list(parts)

    def _shown_parts(self, without: Collection[int]) -> list[str] | None:
        parts: list[tuple[int, str]] = []
        room = BUDGET
        gap = self._gap(without)
        if gap is None:
            return None
        if gap:
            parts.append((-1, gap))
            room -= len(gap.split())
        for weight, k in self._weighed:
            before = k < self.i
            fronted = before and weight == 1 and self.tokens[k].dep in OBJECTS
            if fronted and not self._relative(k) and k not in without:
                return None
            if k in without or before or weight > 3 or (self.copular and self._second(k, parts)):
                continue
            text = self._part(k, without)
            if not text and weight == 1:
                return None
            if text and len(text.split()) <= room:
                room -= len(text.split())
                parts.append((k, text))
            elif text and weight == 1:
                return None
        if self._wanting(parts, without):
            return None
        return [text for _, text in sorted(parts)]

    @cached_property
    def _weighed(self) -> list[tuple[int, int]]:
        """What hangs on the verb, by how much the question needs it."""
        return sorted((self._weight(k), k) for k in [*self.tree.children(self.i), *self._shared_objects()])

    def _shared_objects(self) -> list[int]:
        """What is done to by two verbs and stands behind the second ("arrested and charged two men"): right node
        raising. Only of a verb that wants an object and has none."""
        words, people = table()["words"], table()["people"]
        wanting = (words["objects"], words["transitive"], people["done_to"], SHARING)
        if self.passive or self.tree.children(self.i, *OBJECTS) or not any(self.lemma in x for x in wanting):
            return []
        joined = next((k for k in self.tree.children(self.i, "conj") if k - self.i == 2), None)
        if joined is None or self._word(self.i + 1) not in ("and", "or") or self.tokens[joined].tag != self.verb.tag:
            return []
        return self.tree.children(joined, "dobj")

    def details(self) -> list[int]:
        """The parts behind the verb that a question can do without, in order: none that says as what, and none that
        makes sense of the rest ("opened the door to leaving")."""
        found = sorted(k for weight, k in self._weighed if k > self.i and 1 < weight <= 3)
        light = self.lemma in table()["words"]["needy"]
        return [
            k
            for k in found
            if self.tokens[k].text.lower() not in (("as", "to") if light else ("as",))
            and not self.tree.children(k, "pcomp")
        ]

    def _second(self, k: int, parts: list[tuple[int, str]]) -> bool:
        """Whether a part would say a second time what the subject is; it is an aside then."""
        said = ("attr", "acomp")
        return self.tokens[k].dep in said and any(j >= 0 and self.tokens[j].dep in said for j, _ in parts)

    def _wanting(self, parts: list[tuple[int, str]], without: Collection[int]) -> bool:
        """Whether a verb that says nothing without an object has none: "explained", "was considering"."""
        shown = [k for k, _ in parts]
        last = next((k for k in reversed(shown) if k >= 0 and self.tokens[k].dep == "xcomp"), self.i)
        if self.tokens[last].lemma not in table()["words"]["objects"] or (last == self.i and self.passive):
            return False
        if last == self.i:
            own = self.tree.children(self.i, *OBJECTS, "nsubjpass")
            kids = [k for k in (*own, *self._shared_objects()) if k in shown or k in without]
            return not kids and -1 not in shown
        return not self.tree.children(last, *OBJECTS) and not without

    def _relative(self, k: int) -> bool:
        """Whether a part is the pronoun of a relative clause."""
        return self.verb.dep == "relcl" and self.tokens[k].tag in ("WP", "WDT")

    def _gap(self, without: Collection[int]) -> str | None:
        """The noun before a relative clause where it is the clause's object ("the car that the men
        rammed"): "" where it is not, None where it can't be shown."""
        head = self.verb.head
        if self.verb.dep != "relcl" or self.subject_head == head or self.passive:
            return ""
        pronouns = [k for k in self.tree.children(self.i) if self.tokens[k].tag in ("WP", "WDT", "WRB")]
        objects = self.tree.children(self.i, *OBJECTS)
        if any(self.tokens[k].dep == "nsubj" for k in pronouns):
            return ""  # the clause tells of another noun: "a plan for the farmers that relies on luck"
        if any(k not in pronouns for k in objects) or any(self.tokens[k].tag == "WRB" for k in pronouns):
            return ""
        if not any(k in pronouns for k in objects) and self.tree.children(self.i, "prep"):
            return None
        if head in without:
            return ""
        self.rough += 0.3 if pronouns else 0.6
        return self.phrases.noun(head, set(self.tree.subtree(self.i)), self._own)

    def _part(self, k: int, without: Collection[int]) -> str | None:
        """A part as shown; "" where all of it is asked for."""
        token = self.tokens[k]
        inside = set(self.tree.subtree(k))
        taken = inside & set(without)
        asked_for = k in taken or any(j in taken for j in self.tree.children(k, "pobj"))
        if taken and (asked_for or token.dep not in ("dobj", "dative", "attr", "oprd", "xcomp", "acomp", "prep")):
            return None
        if token.dep == "dative" and token.pos != "ADP" and not self.tree.children(self.i, "dobj"):
            return None
        objects = self.tree.children(k, "pobj") if token.dep in ("prep", "agent", "dative") else []
        if objects:
            return self._behind(k, objects[0], taken)
        if token.dep == "ccomp" and not self._clausal(k):
            return None
        if token.tag == "CD" and (figure := self._figure(k)):
            return figure
        if token.dep == "acomp":
            comma = min((j for j in inside if j > k and self.tokens[j].text == ","), default=None)
            without = set(without) | ({j for j in inside if j > comma} if comma else set())
            without |= {j for m in self.tree.children(k, "npadvmod") if m > k for j in self.tree.subtree(m)}
        if token.dep == "dobj" and self._word(k) in ("nothing", "nobody") and not without:
            return self._anything(k, token.text)
        found = self.phrases.cut(k, without, self._own)
        if found is None or self._unresolved(k, found[1], without):
            return None
        if self._breaks_off(k, self.phrases.kept(k, found[1])):
            return None
        return self._set(k, *found)

    def _figure(self, k: int) -> str | None:
        """A numeral that stands for people or years: "killed 12", "turned 60"."""
        token = self.tokens[k]
        if any(self.lemma in verbs for verbs in table()["fates"].values()):
            return f"{token.text.lower()} people"
        return token.text if token.dep == "dobj" and self.lemma == "turn" else None

    def _set(self, k: int, text: str, level: int) -> str | None:
        """A part's phrase as the question has it, cut as far as ``level`` says."""
        token = self.tokens[k]
        if token.dep in ("prep", "agent") and " " not in text:
            return None
        told_of = token.dep in ("dobj", "attr") and self.tree.children(k, "relcl", "acl")
        self.rough += 3.0 * (bool(told_of) and token.lemma in table()["words"]["empty"])
        ranked = any(SUPERLATIVE.fullmatch(self._word(j)) for j in self.tree.children(k, "amod"))
        self.rough += 2.0 * (bool(told_of) and ranked)  # "the first to say so"
        if SUPERLATIVE.fullmatch(self._word(k)):  # "the last of the towns to say so"
            below = [j for j in self.tree.subtree(k) if self.tokens[j].dep in ("acl", "relcl")]
            self.rough += 2.0 * any(self.tokens[j].text not in text for j in below)
        self.rough += 1.2 * (level > 3 and text.split()[-1] in table()["words"]["light"])
        self.rough += 0.5 * (level > 3) + 0.2 * (level == 3) + 0.8 * (level > 2 and token.dep == "ccomp")
        if token.dep in ("acomp", "attr") and len(text.split()) < 3:
            kept = self.phrases.kept(k, level)
            wanted = self.tree.children(k, "xcomp", "ccomp", "prep")
            away = [
                j
                for j in wanted
                if j > k and j not in kept and self._word(j) in (*TOWARDS, self._word(j) * (token.dep == "acomp"))
            ]
            self.rough += 4.0 * bool(away)  # "is eager | to win", "is a response | to the report"
        if token.dep == "ccomp" and self._finite(k):
            return f"that {text}" if " " in text else None
        there = any(self.tokens[j].tag == "EX" for j in self.tree.children(self.i))
        one = self.copular and token.dep == "attr" and token.tag in ("NN", "NNP") and not there
        some = ("an" if text[3:4] in "aeiou" else "a") if one else "any"  # "is no millionaire"
        text = self.phrases.with_article(k, text) if token.dep in ("dobj", "attr") else text
        return re.sub(r"^no\b", some, text.removeprefix("that ") if token.dep == "xcomp" else text)

    def _word(self, k: int) -> str:
        return self.tokens[k].text.lower()

    def _anything(self, k: int, text: str) -> str:
        """ "Nothing" and "nothing improper" where it is asked whether: anything, anything improper."""
        more = [j for j in self.tree.children(k, "amod") if j > k]
        return " ".join([NOBODY[text.lower()], *(self._word(j) for j in more[:1])])

    def _behind(self, preposition: int, noun: int, without: Collection[int]) -> str | None:
        """A preposition with its noun, cut."""
        if self._word(noun) == "mid" and self.tokens[noun + 1].text == "-":
            return f"{self._word(preposition)} mid-{self.tokens[noun + 2].text}"
        if self._word(preposition) == "since" and self.tokens[noun].tag == "CD":
            return f"since {self.tokens[noun].text}"
        if self._word(preposition) == "by" and SUPERLATIVE.fullmatch(self._word(noun)):
            return f"by the {self._word(noun)}"
        found = self.phrases.cut(noun, without, self._own)
        if found is None or self._unresolved(noun, found[1], without):
            return None
        if self._breaks_off(noun, self.phrases.kept(noun, found[1])):
            return None
        light = self.tokens[noun].lemma in table()["words"]["light"]
        if light and self.tree.children(noun, "prep", "relcl", "acl") and len(found[0].split()) < 3:
            return None
        if found[1] > 3 and found[0].split()[-1] in table()["words"]["light"]:
            return None
        self.rough += 0.3 * (found[1] > 3) + 0.4 * (found[1] > 2)
        return f"{self.tokens[preposition].text.lower()} {self.phrases.with_article(noun, found[0])}"

    def _clausal(self, k: int) -> bool:
        """Whether a clause behind the verb is one that such a verb takes."""
        lemma = self.lemma
        if self._finite(k) or self.tree.children(k, "mark"):
            return lemma in table()["words"]["clausal"] or self.copular
        return lemma in ("make", "let", "help", "see", "watch", "hear", "have") or self.tokens[k].pos not in VERBAL

    def _finite(self, k: int) -> bool:
        """Whether a part is a clause that wants "that" before it."""
        if self.tree.children(k, "mark") or not self.tree.children(k, "nsubj", "nsubjpass"):
            return False
        first = next(self.tokens[j] for j in (*self.tree.children(k, "aux", "auxpass"), k))
        return first.tag in ("VBD", "VBZ", "VBP", "MD")

    def _unresolved(self, k: int, level: int, without: Collection[int]) -> bool:
        """Whether what is shown of a part holds a pronoun that stands for no name."""
        if self.tokens[k].pos == "PRON":
            return False  # Phrases has seen to it
        shown = [i for i in self.phrases.kept(k, level) if i not in without]
        return any(
            self.tokens[i].pos == "PRON"
            and self.tokens[i].tag == "PRP"
            and not self.tokens[i].text.lower().endswith(("self", "selves"))
            and self.phrases.stands_for(i) is None
            for i in shown
        )

    def _weight(self, k: int) -> int:
        """How much the question needs a part: 0 and 1 always, more than 3 never."""
        token = self.tokens[k]
        ahead = token.dep == "advmod" and self._word(k) == "ahead" and self.tree.children(k, "prep")
        if self._apart(k) or ahead:  # "ahead of the vote"
            return 9
        if (
            token.dep == "prt"
            or self._stranded(k)
            or (token.dep == "advmod" and token.text.lower() in table()["words"]["directions"])
        ):
            return 0
        if token.dep in OBJECTS:
            return 9 if self._torn(k) or self._likely(k) else 1
        if token.dep == "npadvmod" and self._followed_by_off(k):
            return 1
        if token.dep == "npadvmod" and any(q.start <= token.start < q.end for q in self.claim.quantities):
            return 9 if any(t.start <= token.start < t.end for t in self.claim.times) else 1
        return 2 if token.dep == "agent" else self._weight_of_preposition(k) if token.dep == "prep" else 9

    def _weight_of_preposition(self, k: int) -> int:
        """As ``_weight``, of a preposition with what stands behind it."""
        if self._word(k) in ("since", "by"):  # "the lowest since May", "by the most"
            near = range(self.i + 1, k) if self._word(k) == "since" else self.tree.children(k, "pobj")
            return 2 if any(SUPERLATIVE.fullmatch(self._word(j)) for j in near) else 9
        if self._word(k) == "with" and self._word(k - 1) == ",":
            named = any(self.tokens[j].pos == "PROPN" for j in self.tree.children(k, "pobj"))
            return 9 if named or self.tree.children(k, "pcomp") else 3  # "was split, with Holm absent"
        role = self._word(k) == "as" and bool(self.tree.children(k, "pobj"))
        if role or self._word(k) not in table()["words"]["asides"]:
            return 3 if not self._timely(k) or self._only(k) else 9
        return 9

    def _likely(self, k: int) -> bool:
        """Whether a part only says how surely something is there: "there is likely no reason"."""
        there = self.tokens[k].dep == "acomp" and bool(self.tree.children(self.i, "attr"))
        return there and any(self.tokens[j].tag == "EX" for j in self.tree.children(self.i))

    def _stranded(self, k: int) -> bool:
        """Whether a word of place right behind the verb has nothing behind it: "the police closed in"."""
        beside = k == self.i + 1 and not (self.copular and self._word(k) in ("in", "by", "on", "along", "through"))
        return beside and self._word(k) in PARTICLES and not self.tree.children(k)

    def _breaks_off(self, k: int, kept: Collection[int]) -> bool:
        """Whether what is left of a part ends on a verb that goes on in the report: "see whether the firm pulls"."""
        last = max(kept, default=k)
        if self.tokens[last].dep == "advmod" and self.tokens[last].head in kept:
            last = self.tokens[last].head  # "to do just | that"
        token = self.tokens[last]
        if token.pos not in VERBAL or last == self.i:
            return False
        left_out = [j for j in self.tree.children(last, *OBJECTS, "prep", "prt", "agent") if j > last and j not in kept]
        return bool(left_out) or (token.dep in ("aux", "auxpass") and token.head not in kept)

    def _torn(self, k: int) -> bool:
        """Whether the parse has torn an object off its owner: "Dorn" and "’s $2 million plan"."""
        firsts = [j for j in self.tree.children(self.i, "dobj") if j < k]
        signs = [j for j in self.tree.children(self.i, "dep", "case") if self.tokens[j].text in ("’s", "'s")]
        return self.tokens[k].dep == "dobj" and any(firsts and firsts[0] < j < k for j in signs)

    def _followed_by_off(self, k: int) -> bool:
        """Whether a span is what the verb takes off something: "shaved two weeks off the deadline"."""
        return k > self.i and k + 1 < len(self.tokens) and self._word(k + 1) == "off"

    def _apart(self, k: int) -> bool:
        """Whether an object stands behind a comma and another part: an apposition to that, or the next clause's."""
        if self.tokens[k].dep not in ("dobj", "attr", "oprd", "npadvmod", "advmod") or self.verb.dep == "relcl":
            return False
        first = min(self.tree.subtree(k))
        between = [j for j in self.tree.children(self.i) if self.i < j < first and self.tokens[j].dep != "punct"]
        return first > self.i + 1 and self.tokens[first - 1].text == "," and bool(between)

    def _timely(self, k: int) -> bool:
        """Whether a preposition stands before a time."""
        objects = self.tree.children(k, "pobj")
        return bool(objects) and any(t.start <= self.tokens[objects[0]].start < t.end for t in self.claim.times)

    def _only(self, k: int) -> bool:
        """Whether a verb that says nothing alone has nothing but this behind it: "runs through May"."""
        others = [j for j in self.tree.children(self.i) if j > self.i and j != k and self.tokens[j].dep != "punct"]
        return not others and not self.passive and self.lemma in table()["words"]["needy"]

    def particle(self) -> str:
        return " ".join(self.tokens[k].text.lower() for k in self.tree.children(self.i, "prt"))
