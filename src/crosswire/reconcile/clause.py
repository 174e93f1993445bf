"""One claim's clause, and the questions that can be formed from it."""

import re
from collections.abc import Collection

from crosswire.reconcile.inflection import verb
from crosswire.reconcile.phrases import MANY, Phrases, table
from crosswire.reconcile.verbs import Verbs
from crosswire.records import Claim
from crosswire.text.clauses import agent, is_passive, subject

BUDGET = 11
"""Words that may follow the verb in a question."""
NOBODY = {"no one": "anyone", "nobody": "anybody", "nothing": "anything", "none": "any", "neither": "either"}
VERBAL = ("VERB", "AUX")
OBJECTS = ("dobj", "dative", "attr", "acomp", "oprd", "xcomp", "ccomp")


class Clause:
    """A claim's verb (or another, ``token``, near the claim) with its subject and what follows, as
    the parse has them. ``rough`` says how badly the last question formed reads."""

    def __init__(self, claim: Claim, phrases: Phrases, token: int | None = None) -> None:
        self.claim, self.phrases = claim, phrases
        self.tree, self.tokens = phrases.tree, phrases.tokens
        self.i = claim.token if token is None else token
        self.verb = self.tokens[self.i]
        spoken = self.verb.pos in ("VERB", "AUX") and self.verb.text.isalpha()
        lemma = verb(self.verb.text, self.verb.lemma.lower()) if spoken or self.verb.text[:1] in "'’" else None
        self.is_verb = lemma is not None and lemma != "accord"
        self.lemma = lemma or self.verb.lemma
        self.passive = self.is_verb and (is_passive(self.tree, self.i) or self._bare_participle())
        self.subject_head = subject(self.tree, self.i) if self.is_verb else None
        self.verbs = Verbs(phrases, self.i, self.lemma, claim, self.passive)
        self._own = ""
        self.rough = 0.0

    @property
    def copular(self) -> bool:
        """Whether it says what something is."""
        return self.lemma == "be"

    def governing(self) -> "Clause":
        """The clause to ask of: "wants to sign" for an infinitive that is no plan of its own, else
        this one."""
        if not self.is_verb or self.verb.dep != "xcomp" or not self.verbs.infinitive or self._planned():
            return self
        above = self.verb.head
        if self.tokens[above].pos == "ADJ":
            above = self.tokens[above].head
        if self.tokens[above].pos not in ("VERB", "AUX"):
            return self
        found = Clause(self.claim, self.phrases, above)
        return found.governing() if found.is_verb else self

    def _planned(self) -> bool:
        return self.claim.status == "planned" and self.i == self.claim.token

    def _bare_participle(self) -> bool:
        """ "He was found barricaded in a flat", "Three men arrested in Vellin", "was stopped and
        searched": passive without a form of be."""
        if self.verb.tag not in ("VBN", "VBD") or self.tree.children(self.i, "aux", "auxpass"):
            return False
        if self.verb.tag == "VBN" and self.verb.dep == "advcl" and not self.tree.children(self.i, "nsubj"):
            return True
        if self.verb.tag == "VBN" and self.verb.dep == "ccomp" and not self.tree.children(self.i, "dobj"):
            return True  # "made their voices heard"
        if self.tree.children(self.i, "dobj", "ccomp") or self.verb.lemma not in table()["words"]["transitive"]:
            return False
        subjects = self.tree.children(self.i, "nsubj")
        return not any(self.tokens[k].pos == "PRON" or self.tokens[k].tag in ("WP", "WDT") for k in subjects)

    def misread(self) -> bool:
        """Whether the parse gives the verb two subjects, of which one belongs elsewhere."""
        return len(self.tree.children(self.i, "nsubj", "nsubjpass")) > 1

    def cut_short(self) -> bool:
        """Whether a question of the clause would end at its verb though the report goes on."""
        if self.rest():
            return False
        if not self.passive and self.lemma in table()["words"]["needy"]:
            return True
        tokens = [self.tokens[k] for k in self.tree.children(self.i, "prep") if k > self.i and not self._timely(k)]
        return any(t.text.lower() not in table()["words"]["asides"] for t in tokens)

    def subject(self) -> str | None:
        """The subject as shown in a question; None where there is none to show."""
        if self.copular and any(self.tokens[k].tag == "EX" for k in self.tree.children(self.i)):
            return "there"
        head = self.subject_head
        if head is None or not (self.tokens[head].pos in ("NOUN", "PROPN", "PRON", "NUM") or self._name(head)):
            return None
        if any(t.start <= self.tokens[head].start < t.end for t in self.claim.times):
            return None
        below = set(self.tree.subtree(self.i)) if head in self.tree.ancestors(self.i) else set()
        if self.tokens[head].lemma.lower() not in ("people", "person", "man", "woman", "one", "that", "those"):
            below |= {j for k in self.tree.children(head, "acl") for j in self.tree.subtree(k)}
        found = self.phrases.cut(head, below)
        if found is None or (self.tokens[head].pos == "PRON" and found[0].islower()):
            return NOBODY.get(self.tokens[head].text.lower())
        text, level = found
        self.rough += 0.3 * (level > 1)
        first, _, others = text.partition(" ")
        if text.lower() in NOBODY:
            return NOBODY[text.lower()]
        if first.lower() in ("no", "none", "neither"):
            return f"{'either' if first.lower() == 'neither' else 'any'} {others}".strip()
        if first in ("his", "her", "their", "its"):
            self.rough += 2.0
        return text if not self._needs_article(head, text) else f"the {text}"

    def _name(self, head: int) -> bool:
        """Whether a word that is no noun to the parser names something all the same: "Dorn", "many of them"."""
        token = self.tokens[head]
        if token.text.lower() in MANY:
            return bool(self.tree.children(head, "prep"))
        return token.dep in ("nsubj", "nsubjpass") and token.text[:1].isupper() and token.pos in ("ADJ", "X")

    def _needs_article(self, head: int, text: str) -> bool:
        """A headline's "gunman" is "the gunman"."""
        token = self.tokens[head]
        if token.tag != "NN" or not self.phrases.headline(token.sentence) or token.lemma in ("police", "people"):
            return False
        return text.islower() and not self.tree.children(head, "det", "poss", "nummod")

    def agent_head(self) -> int | None:
        """Who did it: the subject of an active verb, the by-phrase of a passive one."""
        return agent(self.tree, self.i) if self.passive else self.subject_head

    def plural(self) -> bool:
        """Whether the subject is more than one; of "there are" whether what there is."""
        there = self.tree.children(self.i, "attr") if self.subject() == "there" else []
        if there:
            return self.phrases.is_plural(there[0])
        if self.subject_head is None:
            return False
        agreed = self._agreed()
        return self.phrases.is_plural(self.subject_head) if agreed is None else agreed

    def _agreed(self) -> bool | None:
        """What the verb's own form says of the subject's number; None where it says nothing."""
        head = self.subject_head
        if head is None or self.tokens[head].pos != "PROPN" or self.tree.children(head, "conj"):
            return None
        if not self.tree.children(self.i, "nsubj", "nsubjpass"):
            return None
        first = next(iter(self.verbs.before), self.verb)
        if first.text.lower() in ("are", "were", "have", "’re", "'re"):
            return True
        if first.text.lower() in ("is", "was", "has") or first.tag == "VBZ":
            return False
        return None

    def asked(self, lead: str, without: Collection[int] = ()) -> str | None:
        """The clause as a question: "When" and "did the Mysore replace the Tabar". ``without``
        are tokens that the question asks for and so leaves out."""
        plural = self.plural()
        self.rough = self._form()
        who = self.subject()
        group = self.verbs.group(plural) if who else None
        if who is None or group is None:
            return None
        self._own = who
        parts = self._parts(without)
        if parts is None or (self.copular and not parts and not lead):
            return None
        return sentence(lead, group[0], who, group[1], " ".join(parts))

    def told(self, lead: str, without: Collection[int] = ()) -> str | None:
        """The clause with ``lead`` as its subject: "Who" gives "Who found the bodies"."""
        self.rough, self._own = self._form(), ""
        many = lead.startswith("How many")
        said = self.verbs.finite(many)
        parts = self._parts(without)
        if said is None or parts is None or (self.copular and not parts):
            return None
        return sentence(lead, said, *parts)

    def done_by(self) -> str | None:
        """A passive turned: "found the bodies in a cellar"."""
        self.rough = self._form()
        what = self.subject() if self.passive else None
        said = self.verbs.active()
        by = {j for k in self.tree.children(self.i, "agent") for j in self.tree.subtree(k)}
        parts = self._parts(by)
        if what is None or said is None or parts is None:
            return None
        particle = self.particle()
        rest = [p for p in parts if p != particle]
        return sentence(said, particle, what, *rest)

    def undergone(self, lead: str = "") -> str | None:
        """What was done, for a clause that does not say by whom: "Was a bridge closed"; with a
        ``lead`` "Who was arrested"."""
        things = self.tree.children(self.i, "dobj")
        if self.passive or len(things) != 1 or self.verbs.infinitive or self.lemma in table()["words"]["active"]:
            return None
        if self.tree.children(self.i, "ccomp", "xcomp", "oprd", "dative"):
            return None
        self.rough, self._own = self._form() + 0.4, ""
        plural = self.phrases.is_plural(things[0]) and not lead
        group, what = self.verbs.turned(plural), self.phrases.noun(things[0])
        parts = self._parts(set(self.tree.subtree(things[0])))
        if group is None or parts is None or what is None or what.split()[0] in ("his", "her", "their", "its"):
            return None
        return sentence(lead or group[0], group[0] if lead else what, group[1], *parts)

    def asked_of_speech(self) -> str | None:
        """What a verb of speech asks: "What did Holm tell the council"."""
        who = self.subject()
        heard = [k for k in self.tree.children(self.i, "dobj", "dative") if k > self.i]
        whom = self.phrases.noun(heard[0]) if heard and self.lemma == "tell" else None
        if self.lemma == "tell" and not whom:
            return None
        return sentence("what did", who, self.lemma, whom) if who and not self.passive else None

    def rest(self, without: Collection[int] = ()) -> str:
        """What follows the verb: particle, object and complement, then what else fits."""
        rough = self.rough
        parts = self._parts(without) or []
        self.rough = rough
        return " ".join(parts).strip()

    def _form(self) -> float:
        """How far the clause is from a plain finite one with a subject of its own."""
        rough = 0.6 * self.verbs.bare + 0.2 * (self.verb.dep == "relcl") + 0.4 * self.verbs.headline
        rough += 0.2 * (self.verb.dep == "conj" and not self.tree.children(self.i, "nsubj", "nsubjpass"))
        rough += 0.5 * (self.verb.dep == "advcl" and not self.tree.children(self.i, "nsubj", "nsubjpass"))
        return rough + 0.3 * self.verbs.infinitive

    def _parts(self, without: Collection[int]) -> list[str] | None:
        """The parts behind the verb, in order; None where one that the verb can't do without can't
        be shown."""
        parts: list[tuple[int, str]] = []
        room = BUDGET
        gap = self._gap(without)
        if gap is None:
            return None
        if gap:
            parts.append((-1, gap))
            room -= len(gap.split())
        for k in sorted(self.tree.children(self.i), key=lambda k: (self._weight(k), k)):
            weight = self._weight(k)
            before = k < self.i
            if before and weight == 1 and not self._relative(k) and k not in without:
                return None
            if k in without or before or weight > 3:
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

    def _wanting(self, parts: list[tuple[int, str]], without: Collection[int]) -> bool:
        """Whether a verb that says nothing without an object has none: "explained", "was considering"."""
        shown = [k for k, _ in parts]
        last = next((k for k in reversed(shown) if k >= 0 and self.tokens[k].dep == "xcomp"), self.i)
        if self.tokens[last].lemma not in table()["words"]["objects"] or (last == self.i and self.passive):
            return False
        if last == self.i:
            kids = [k for k in self.tree.children(self.i, *OBJECTS, "nsubjpass") if k in shown or k in without]
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
        if taken and token.dep not in ("dobj", "dative", "attr", "oprd", "xcomp"):
            return None
        if token.dep == "dative" and token.pos != "ADP" and not self.tree.children(self.i, "dobj"):
            return None
        objects = self.tree.children(k, "pobj") if token.dep in ("prep", "agent", "dative") else []
        if objects:
            return self._behind(k, objects[0])
        if token.dep == "ccomp" and not self._clausal(k):
            return None
        if token.tag == "CD" and any(self.lemma in verbs for verbs in table()["fates"].values()):
            return f"{token.text.lower()} people"
        if token.dep == "acomp":
            comma = min((j for j in inside if j > k and self.tokens[j].text == ","), default=None)
            without = set(without) | ({j for j in inside if j > comma} if comma else set())
            without |= {j for m in self.tree.children(k, "npadvmod") if m > k for j in self.tree.subtree(m)}
        found = self.phrases.cut(k, without, self._own)
        if found is None or self._unresolved(k, found[1], without):
            return None
        self.rough += 1.2 * (found[1] > 2 and found[0].split()[-1] in table()["words"]["light"])
        self.rough += 0.5 * (found[1] > 2) + 0.2 * (found[1] == 2)
        if token.dep == "ccomp" and self._finite(k):
            return f"that {found[0]}"
        return re.sub(r"^no\b", "any", found[0].removeprefix("that ") if token.dep == "xcomp" else found[0])

    def _behind(self, preposition: int, noun: int) -> str | None:
        """A preposition with its noun, cut."""
        found = self.phrases.cut(noun, (), self._own)
        if found is None or self._unresolved(noun, found[1], ()):
            return None
        light = self.tokens[noun].lemma in table()["words"]["light"]
        if light and self.tree.children(noun, "prep") and len(found[0].split()) < 3:
            return None
        if found[1] > 2 and found[0].split()[-1] in table()["words"]["light"]:
            return None
        self.rough += 0.3 * (found[1] > 2)
        return f"{self.tokens[preposition].text.lower()} {found[0]}"

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
        if token.dep == "prt" or (token.dep == "advmod" and token.text.lower() in table()["words"]["directions"]):
            return 0
        if token.dep in OBJECTS:
            return 1
        if token.dep == "npadvmod" and any(q.start <= token.start < q.end for q in self.claim.quantities):
            return 9 if any(t.start <= token.start < t.end for t in self.claim.times) else 1
        if token.dep == "agent":
            return 2
        role = token.text.lower() == "as" and bool(self.tree.children(k, "pobj"))
        if token.dep == "prep" and (role or token.text.lower() not in table()["words"]["asides"]):
            return 3 if not self._timely(k) or self._only(k) else 9
        return 9

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


def sentence(*parts: str | None) -> str:
    """The parts as one question, with its capital."""
    text = " ".join(part for part in parts if part and part.strip())
    return text[:1].upper() + text[1:]
