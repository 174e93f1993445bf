"""One claim's clause, and the questions that can be formed from it."""

from collections.abc import Collection

from crosswire.reconcile.inflection import participle, past
from crosswire.reconcile.phrases import Phrases, table
from crosswire.records import Claim
from crosswire.text.clauses import agent, is_passive, subject

BUDGET = 8
"""Words that may follow the verb in a question."""
BE = {"am": "is", "is": "is", "'s": "is", "’s": "is", "are": "are", "'re": "are", "’re": "are"}
BE |= {"was": "was", "were": "were"}


class Clause:
    """A claim's verb (or another, ``token``, within the claim) with its subject and what follows,
    as the parse has them."""

    def __init__(self, claim: Claim, phrases: Phrases, token: int | None = None) -> None:
        self.claim, self.phrases = claim, phrases
        self.tree, self.tokens = phrases.tree, phrases.tokens
        self.i = claim.token if token is None else token
        self.verb = self.tokens[self.i]
        self.passive = self.is_verb and (is_passive(self.tree, self.i) or self._bare_participle())
        self.subject_head = subject(self.tree, self.i) if self.is_verb else None
        self._own = ""

    @property
    def is_verb(self) -> bool:
        """Whether a verb heads the claim."""
        return self.verb.pos in ("VERB", "AUX") and self.verb.lemma.isalpha() and self.verb.lemma != "accord"

    @property
    def copular(self) -> bool:
        """Whether it says what something is."""
        return self.verb.lemma == "be"

    def _bare_participle(self) -> bool:
        """ "He was found barricaded in a flat": passive without a form of be."""
        return self.verb.tag == "VBN" and self.verb.dep == "advcl" and not self.tree.children(self.i, "aux", "nsubj")

    def misread(self) -> bool:
        """Whether the parse gives the verb two subjects, of which one belongs elsewhere."""
        return len(self.tree.children(self.i, "nsubj", "nsubjpass")) > 1

    def cut_short(self) -> bool:
        """Whether a question of the clause would end at its verb though the report goes on."""
        if self.rest():
            return False
        if not self.passive and self.verb.lemma in table()["words"]["needy"]:
            return True
        tokens = [self.tokens[k] for k in self.tree.children(self.i, "prep", "advcl", "agent") if k > self.i]
        return any(t.text.lower() not in table()["words"]["asides"] for t in tokens)

    def subject(self) -> str | None:
        """The subject as shown in a question; None where there is none to show."""
        if self.copular and any(self.tokens[k].tag == "EX" for k in self.tree.children(self.i)):
            return "there"
        if self.subject_head is None:
            return None
        if self.verb.dep == "acl" and any(self.tokens[k].tag == "TO" for k in self.tree.children(self.i, "aux")):
            return None  # "a chance to talk": the chance does not talk
        if self.tokens[self.subject_head].pos not in ("NOUN", "PROPN", "PRON", "NUM"):
            return None
        return self.phrases.noun(self.subject_head)

    def agent_head(self) -> int | None:
        """Who did it: the subject of an active verb, the by-phrase of a passive one."""
        return agent(self.tree, self.i) if self.passive else self.subject_head

    def plural(self) -> bool:
        """Whether the subject is more than one; of "there are" whether what there is."""
        there = self.tree.children(self.i, "attr") if self.subject() == "there" else []
        if there:
            return self.phrases.is_plural(there[0])
        return self.subject_head is not None and self.phrases.is_plural(self.subject_head)

    def asked(self, lead: str, without: Collection[int] = ()) -> str | None:
        """The clause as a question: "When" and "did the Mysore replace the Tabar". ``without``
        are tokens that the question asks for and so leaves out."""
        who = self.subject()
        if who is None:
            return None
        self._own = who
        auxiliary, form = self._auxiliary()
        if not self.copular and not self._whole(without):
            return None
        rest = self.rest(without)
        if self.copular and not rest and not lead:
            return None
        return sentence(lead, auxiliary, who, form, rest)

    def told(self, lead: str, without: Collection[int] = ()) -> str | None:
        """The clause with ``lead`` as its subject: "Who" gives "Who found the bodies"."""
        if not self._whole(without):
            return None
        rest = self.rest(without)
        if self.passive:
            auxiliary = "were" if lead.startswith("How many") else "was"
            return sentence(lead, auxiliary, participle(self.verb.lemma), rest)
        if self.copular:
            return sentence(lead, self._be(lead.startswith("How many")), rest) if rest else None
        return sentence(lead, self._finite(), rest)

    def done_by(self) -> str | None:
        """A passive turned: "Who found the bodies"."""
        what = self.subject() if self.passive else None
        return sentence(past(self.verb.lemma), self._particle(), what) if what else None

    def asked_of_speech(self) -> str | None:
        """What a verb of speech asks: "What did Holm tell the council"."""
        who = self.subject()
        heard = [k for k in self.tree.children(self.i, "dobj", "dative") if k > self.i]
        whom = self.phrases.noun(heard[0]) if heard and self.verb.lemma == "tell" else None
        return sentence("what did", who, self.verb.lemma, whom) if who and not self.passive else None

    def rest(self, without: Collection[int] = ()) -> str:
        """What follows the verb: particle, object and complement, then what else fits."""
        parts: list[tuple[int, str]] = []
        room = BUDGET
        for k in sorted(self.tree.children(self.i), key=lambda k: (self._weight(k), k)):
            if k < self.i or self._weight(k) > 3:
                continue
            text = self._part(k, without)
            if text and len(text.split()) <= room:
                room -= len(text.split())
                parts.append((k, text))
        return " ".join(text for _, text in sorted(parts))

    def _part(self, k: int, without: Collection[int]) -> str | None:
        token = self.tokens[k]
        if k in without:
            return None
        if token.dep in ("dobj", "dative", "attr", "oprd") and token.pos in ("NOUN", "PROPN", "PRON", "NUM"):
            return self.phrases.noun(k, without, self._own)
        if any(j in without for j in self.tree.subtree(k)):
            return None
        if token.dep in ("prep", "agent"):
            objects = self.tree.children(k, "pobj")
            what = self.phrases.noun(objects[0], own=self._own) if objects else None
            return f"{token.text.lower()} {what}" if what else None
        if token.dep == "xcomp" and len(list(self.tree.subtree(k))) > BUDGET:
            return None
        words = [j for j in sorted(self.tree.subtree(k)) if self.tokens[j].dep != "punct"]
        return self.phrases.text(words, self._own) if len(words) <= BUDGET else None

    def _weight(self, k: int) -> int:
        """How much the question needs a part: 0 always, more than 3 never."""
        token = self.tokens[k]
        if token.dep == "prt":
            return 0
        if token.dep in ("dobj", "dative", "attr", "acomp", "oprd", "xcomp"):
            return 1
        if token.dep == "agent":
            return 2
        if token.dep == "prep" and token.text.lower() not in table()["words"]["asides"]:
            objects = self.tree.children(k, "pobj")
            timely = bool(objects) and any(t.start <= self.tokens[objects[0]].start < t.end for t in self.claim.times)
            return 9 if timely else 3
        return 9

    def _whole(self, without: Collection[int]) -> bool:
        """Whether the object, where the verb has one that is not asked for, can be shown."""
        objects = self.tree.children(self.i, "dobj", "attr", "acomp", "ccomp", "xcomp")
        if self.verb.dep == "relcl" and self.subject_head != self.verb.head and not objects and not self.passive:
            return False  # "the car that the men rammed": the object stands before the clause
        return all(k in without or (k > self.i and self._part(k, without)) for k in objects)

    def _particle(self) -> str:
        return " ".join(self.tokens[k].text.lower() for k in self.tree.children(self.i, "prt"))

    def _auxiliary(self) -> tuple[str, str]:
        """The auxiliary that opens the question and the form that the verb then takes."""
        lemma = self.verb.lemma
        before = [self.tokens[k] for k in self.tree.children(self.i, "aux", "auxpass") if k < self.i]
        modal = next((t.text.lower() for t in before if t.tag == "MD"), None)
        modal = {
            "'ll": "will",
            "’ll": "will",
            "'d": "would",
            "’d": "would",
            "wo": "will",
            "ca": "can",
            "may": "could",
            "might": "could",
        }.get(modal or "", modal)
        if modal:
            return modal, f"be {participle(lemma)}" if self.passive else lemma
        if self.copular:
            return self._be(self.plural()), ""
        if self.passive:
            being = next((BE[t.text.lower()] for t in before if t.text.lower() in BE), None)
            if being in ("is", "are") and not any(t.text.lower() == "being" for t in before):
                return being, participle(lemma)
            return ("were" if self.plural() else "was"), participle(lemma)
        if self.claim.status == "planned":
            return "will", lemma
        if self.i != self.claim.token and any(t.tag == "TO" for t in before):
            return "would", lemma
        if self.verb.tag in ("VBZ", "VBP"):
            return ("do" if self.verb.tag == "VBP" else "does"), lemma
        if self.verb.tag == "VBG" and any(t.text.lower() in BE for t in before):
            return self._be(self.plural(), before[-1].text.lower()), self.verb.text.lower()
        return "did", lemma

    def _be(self, plural: bool, word: str | None = None) -> str:
        found = BE.get(word or self.verb.text.lower())
        if found in ("is", "are"):
            return "are" if plural else "is"
        return "were" if plural else "was"

    def _finite(self) -> str:
        """The verb as the sentence has it where it is finite, else in the past."""
        before = [self.tokens[k] for k in self.tree.children(self.i, "aux") if k < self.i]
        modal = next((t for t in before if t.tag == "MD"), None)
        if modal:
            return f"{self._auxiliary()[0]} {self.verb.lemma}"
        if self.claim.status == "planned":
            return f"will {self.verb.lemma}"
        return past(self.verb.lemma)


def sentence(*parts: str | None) -> str:
    """The parts as one question, with its capital and its mark."""
    text = " ".join(part for part in parts if part)
    return text[:1].upper() + text[1:]
