"""One claim's clause, and the questions that can be formed from it."""

import re
from collections.abc import Collection

from crosswire.reconcile.behind import NOBODY, VERBAL
from crosswire.reconcile.inflection import third, verb
from crosswire.reconcile.participles import Participles
from crosswire.reconcile.phrases import MANY, Phrases, table
from crosswire.reconcile.verbs import Verbs
from crosswire.records import Claim
from crosswire.text.clauses import agent, is_passive, subject

BACKGROUND = ("when", "before", "if", "unless", "while", "once", "until", "till", "whenever")
OPENING = re.compile(
    r"^(?:(?:that|as|if|whether|because) (?=the |an? )"
    r"|(?:altogether|overall|meanwhile|still|instead|also|then|now|indeed),? (?=\w))"
)
"""What a subject's phrase may have before it that is no part of it."""
FIGURE = re.compile(
    r"(?:(?:only|just|about|around|roughly|nearly|almost|some|over|at least|as many as|more than|another) )*"
    r"(?:\$?[\d.,]+ ?%?(?: (?:million|billion|percent))?|(?:dozen|hundred|thousand|million|billion)s|\w+ percent"
    r"|(?:two|three|four|five|six|seven|eight|nine|ten))"
)
"""A subject that is a figure alone: of what, the question doesn't say."""
NUMBERED = {"is": ("is", "are"), "was": ("was", "were"), "does": ("does", "do"), "has": ("has", "have")}
NUMBERED |= {many: one for one in tuple(NUMBERED.values()) for many in one[1:]}
"""Forms of a verb by the number of the subject: of one, of many."""
CLAUSAL = ("say", "believe", "think", "claim", "report", "know")
"""Verbs that the parse may take for auxiliaries: "the men the board says robbed it"."""
MOMENTS = ("after", "before", "ago", "later", "earlier")
OPEN = (
    "ask",
    "wonder",
    "decide",
    "determine",
    "question",
    "explain",
    "illuminate",
    "learn",
    "debate",
    "discuss",
    "know",
)
"""Behind these a clause is a question that they leave open, or answer."""
SPANS = ("second", "minute", "hour", "day", "week", "month", "year", "moment", "decade")
UNNAMED = ("his", "her", "their", "its", "that", "such")


class Clause(Participles):
    """A claim's verb (or another, ``token``, near the claim) with its subject and what follows, as
    the parse has them. ``rough`` says how badly the last question formed reads."""

    def __init__(self, claim: Claim, phrases: Phrases, token: int | None = None) -> None:
        i = claim.token if token is None else token
        found = phrases.tokens[i]
        spoken = (found.pos in VERBAL and found.text.isalpha()) or found.text[:1] in "'’"
        lemma = verb(found.text, found.lemma.lower()) if spoken else None
        helped = phrases.tree.children(i, "aux", "auxpass")
        told = not any(phrases.tokens[k].pos == "VERB" and phrases.tokens[k].lemma in CLAUSAL for k in helped)
        self.is_verb = lemma is not None and lemma != "accord" and told
        super().__init__(claim, phrases, i, lemma or found.lemma)
        self.passive = self.is_verb and (self._is_passive() or self._bare_participle())
        self.verbs = Verbs(phrases, i, self.lemma, claim, self.passive)
        self.subject_head = self._subject() if self.is_verb else None
        self._asked_for: frozenset[int] = frozenset()

    def _subject(self) -> int | None:
        """The head of the subject: of two that the parse gives the verb the one before a conjunction ("his decision
        weeks before the polls has hurt"); of a relative clause that doesn't agree with the noun before it the noun
        above that one ("a plan for the farmers that relies on luck")."""
        own = [k for k in self.tree.children(self.i, "nsubj", "nsubjpass") if self.tokens[k].tag not in ("WP", "WDT")]
        if len(own) > 1 and any(own[0] < k < own[-1] for k in self.tree.children(self.i, "mark")):
            return own[0]
        above = self.tokens[self.verb.head]
        if (
            self.verb.dep == "pcomp"
            and above.text.lower() == "as"
            and (things := self.tree.children(above.head, "dobj"))
        ):
            return things[0]  # "estimated it as costing"
        if self._split():
            return None
        if not own and (noun := self._reduced()) is not None:
            return noun
        if not own and (noun := self._controlling()) is not None:
            return noun
        if self._lone_verb():
            return next(iter(self._root()), None)
        if (said := self._joined_to_saying()) is not None:
            return subject(self.tree, said)
        if not own and self.verbs.titled():
            return self.verb.head
        head = subject(self.tree, self._told_with())
        if head is None or self.verb.dep != "relcl" or head != self.verb.head or not self._disagrees(head):
            return head
        first = min(self.tree.subtree(self.i))
        below = [k for k in self.tree.subtree(head) if head < k < first and self.tokens[k].dep == "pobj"]
        around = [*reversed(below), *self.tree.ancestors(head)]
        nouns = (k for k in around if self.tokens[k].pos in ("NOUN", "PROPN") and k < self.i)
        return next((k for k in nouns if not self._disagrees(k)), None)

    def _split(self) -> bool:
        """Whether the verb before, which has the subject, is a noun to the parse: "a guard shot and killed"."""
        if self.verb.dep != "conj" or self.i < 2 or self._word(self.i - 1) != "and":
            return False
        before = self.tokens[self.i - 2]
        own = self.tree.children(self.i, "nsubj", "nsubjpass")
        return not own and before.pos == "NOUN" and verb(before.text, before.text) not in (None, before.text)

    def _told_with(self) -> int:
        """The verb whose subject this one shares: of "shot and killed" the first, whatever verb the parse joins the
        second one to."""
        i, tokens = self.i, self.tokens
        joined = self.verb.dep == "conj" and i > 1 and self._word(i - 1) in ("and", "or", "then")
        if not joined or self.tree.children(i, "nsubj", "nsubjpass") or self.verb.head == i - 2:
            return i
        alike = tokens[i - 2].pos == "VERB" and tokens[i - 2].tag == self.verb.tag
        return i - 2 if alike and self.tree.children(i - 2, "nsubj", "nsubjpass") else i

    def _disagrees(self, noun: int) -> bool:
        """Whether the verb's own form shows that a common noun is not its subject."""
        first = self.tokens[next(iter(self.tree.children(self.i, "aux", "auxpass")), self.i)]
        if first.tag == "VBZ" or first.text.lower() == "was":
            return self.tokens[noun].tag == "NNS" and not self.tree.children(noun, "nummod")
        many = first.tag == "VBP" or first.text.lower() == "were"
        alone = self.tokens[noun].tag == "NN" and not self.tree.children(noun, "conj")
        return many and alone and not self.phrases.is_plural(noun) and not self._body(noun)

    def _body(self, noun: int) -> bool:
        """Whether a noun in the singular may take a verb in the plural: "the crew were asleep"."""
        people, lemma = table()["people"], self.tokens[noun].lemma.lower()
        return lemma in people["bodies"] or lemma in people["roles"] or lemma in MANY

    def governing(self) -> "Clause":
        """The clause to ask of: "wants to sign" for an infinitive that is no plan of its own, else
        this one."""
        if not self.is_verb or self.verb.dep != "xcomp" or self._planned():
            return self
        if not (self.verbs.infinitive or self._begun()):
            return self
        above = self.verb.head
        if self.tokens[above].pos == "ADJ":
            above = self.tokens[above].head
        if self.tokens[above].pos not in ("VERB", "AUX"):
            return self
        found = Clause(self.claim, self.phrases, above)
        return found.governing() if found.is_verb else self

    def _planned(self) -> bool:
        """Whether the claim is of what is still to come; not of what somebody sought, or meant, to do."""
        above = self.tokens[self.verb.head]
        had = any(self._word(k) in ("had", "'d", "’d") for k in self.tree.children(self.verb.head, "aux"))
        past = above.tag == "VBD" or had or bool(self.tree.children(self.verb.head, "neg"))
        was = any(self._word(k) in ("was", "were") for k in self.tree.children(self.verb.head, "aux"))
        words = table()["words"]
        meant = above.tag == "VBN" and (above.dep == "acl" or self.tree.children(self.verb.head, "auxpass"))
        tried = above.lemma in words["trying"] or ((past or meant) and above.lemma in words["meaning"])
        tried = tried or ((had or (was and above.tag == "VBG")) and above.lemma in words["expecting"])
        return self.claim.status == "planned" and self.i == self.claim.token and not (tried or self.went_on())

    def went_on(self) -> bool:
        """Whether an infinitive tells what somebody did next: "went on to win"."""
        on = self.tree.children(self.verb.head, "prt", "advmod", "prep")
        return self.tokens[self.verb.head].lemma == "go" and any(self._word(k) == "on" for k in on)

    def _begun(self) -> bool:
        """Whether a participle only tells what its verb has somebody begin, deny or avoid: "began counting", not "saw
        them counting"."""
        above = self.tokens[self.verb.head]
        alone = self.verb.tag == "VBG" and not self.verbs.before and above.pos == "VERB"
        return alone and not self.tree.children(self.verb.head, "dobj", "dative")

    def _is_passive(self) -> bool:
        """Passive by an auxiliary or as a participle on a noun, but for one that does something to another: "notes
        influenced him to resign", that has a subject of its own, or whose "’s" is "has": "she’s seen the shortage"."""
        things = self.tree.children(self.i, "dobj")
        if self.verb.dep == "acl" and self.lemma in ("file", "apply", "vote", "march", "rally"):
            return False  # "a thousand workers filed for aid", read as a noun and what narrows it down
        if self._lone_verb():
            return False
        acts: object = self.verb.dep == "acl" and things and self.tree.children(self.i, "xcomp")
        acts = acts or (self.verb.dep == "acl" and self.tree.children(self.i, "nsubj"))
        short = [k for k in self.tree.children(self.i, "auxpass") if self._word(k) in ("'s", "’s")]
        acts = acts or (
            short and things and self.lemma not in ("give", "award", "pay", "offer", "tell", "show", "send")
        )
        return (is_passive(self.tree, self.i) or self._joined_to_passive()) and not acts

    def _joined_to_passive(self) -> bool:
        """Whether the verb shares a passive's auxiliary: "were thrown away or wasted"."""
        if self.verb.dep != "conj" or self.verb.tag != "VBN" or self.tree.children(self.i, "dobj", "aux", "nsubj"):
            return False
        return bool(self.tree.children(self.verb.head, "auxpass"))

    def misread(self) -> bool:
        """Whether the parse gives the verb two subjects, of which one belongs elsewhere."""
        own = self.tree.children(self.i, "nsubj", "nsubjpass")
        return len(own) > 1 and self.subject_head == own[-1]

    def cut_short(self, without: Collection[int] = ()) -> bool:
        """Whether a question of the clause, ``without`` some tokens, would end at its verb though the report goes
        on."""
        if self.rest(without):
            return False
        if self.lemma in table()["words"]["needy_passive" if self.passive else "needy"]:
            return not (self.passive and self._ends_sentence())  # "the cause was not known."
        tokens = [self.tokens[k] for k in self.tree.children(self.i, "prep") if k > self.i and not self._timely(k)]
        return any(t.text.lower() not in table()["words"]["asides"] for t in tokens)

    def timed(self) -> bool:
        """Whether right behind the verb stands when it was: "began weeks after the vote", "comes as talks go on"."""
        behind = [k for k in self.tree.children(self.i) if k > self.i and self.tokens[k].dep != "punct"]
        if not behind:
            return False
        first, word = self.tokens[behind[0]], self._word(behind[0])
        marks = {self._word(k) for k in self.tree.children(behind[0], "mark", "advmod", "npadvmod")}
        near = range(behind[0] + 1, min(behind[0] + 4, len(self.tokens)))
        spans = first.lemma in SPANS and any(self._word(k) in MOMENTS for k in near)
        after = first.dep == "advcl" and bool(marks & {"after", "before", "when", "as", "until", "since", "once"})
        return after or (first.dep == "prep" and word in ("after", "before")) or (first.dep == "npadvmod" and spans)

    def hung(self) -> bool:
        """Whether a question would end at its verb though more hangs on it than a mark or another verb, or though it is
        a verb of answering."""
        if self.passive or self.copular or self.rest():
            return False
        loose = ("punct", "cc", "conj")
        behind = [k for k in self.tree.children(self.i) if k > self.i and self.tokens[k].dep not in loose]
        return bool(behind) or self.lemma in ("tweet", "testify", "answer", "reply", "respond")

    def embedded(self) -> str | None:
        """An embedded question asked outright: "asked what parts would be cut", "how things would end"."""
        open_to = self.tokens[self.verb.head].lemma in OPEN or self.claim.status == "asked"
        if self.verb.dep not in ("ccomp", "pcomp") or self.copular or not open_to:
            return None
        asking = [k for k in self.tree.children(self.i, "advmod") if self.tokens[k].tag == "WRB" and k < self.i]
        head = self.subject_head
        own = bool(self.tree.children(self.i, "nsubj", "nsubjpass"))
        which = (
            [k for k in self.tree.children(head, "det") if self._word(k) in ("what", "which")] if head and own else []
        )
        if which and head is not None:
            who = self.phrases.noun(head, set(which))
            return self.told(f"{self._word(which[0])} {who}") if who else None
        alone = asking and self._word(asking[0]) in ("how", "why") and not self.tree.children(asking[0])
        return self.asked(self._word(asking[0])) if alone else None

    def _ends_sentence(self) -> bool:
        """Whether the report's sentence ends with the verb."""
        return self.i + 1 < len(self.tokens) and self.tokens[self.i + 1].text in (".", "!", "?", ";")

    def lacks(self) -> bool:
        """Whether a question would end at its verb though the claim tells more behind it than a time."""
        if self.rest() or self.copular:
            return False
        last = next((q.end for q in self.claim.times if q.start >= self.verb.start), self.verb.end)
        behind = [t for t in self.tree.within(last, self.claim.end) if t.pos not in ("ADV", "PUNCT")]
        if not behind or behind[0].text.lower() in table()["words"]["asides"]:
            return False
        return any(t.pos in ("NOUN", "PROPN", "VERB", "ADJ", "NUM") for t in behind)

    def subject(self, denied: bool = False) -> str | None:
        """The subject as shown in a question; None where there is none to show. "No lifeboat" is any lifeboat where
        it is asked whether, and stays ``denied`` where it is asked how long it did not come."""
        seems = self.copular or self.lemma in ("need", "seem", "appear")
        if seems and any(self.tokens[k].tag == "EX" for k in self.tree.children(self.i)):
            return "there"
        head = self.subject_head
        if head is None or not (self.tokens[head].pos in ("NOUN", "PROPN", "PRON", "NUM") or self._name(head)):
            return None
        if any(t.start <= self.tokens[head].start < t.end for t in self.claim.times):
            return None
        if self._word(head) in table()["words"]["months"] and self.verb.dep == "relcl":
            return None
        below: set[int] = set(self.tree.subtree(self.i)) if head in self.tree.ancestors(self.i) else set()
        climbed = self.verb.dep == "relcl" and head != self.verb.head
        for k in self.tree.children(head, "acl"):
            part = set(self.tree.subtree(k))
            if not (climbed if self.i in part else self._narrowed(head) and not self.tree.children(k, "conj")):
                below |= part
        found = self.phrases.cut(head, below | self._asked_for)
        if found is None or (self.tokens[head].pos == "PRON" and found[0].islower()):
            return self._anything(head, self._word(head)) if self._word(head) in NOBODY else None
        return self._shown(head, OPENING.sub("", found[0]), found[1], denied)

    def _shown(self, head: int, text: str, level: int, denied: bool) -> str | None:
        """The subject's phrase as a question has it, cut as far as ``level`` says."""
        if text.lower() in NOBODY:
            return self._anything(head, text)
        self.rough += 0.3 * (level > 2)
        first, _, others = text.partition(" ")
        if first.lower() in ("no", "none", "neither"):
            if denied and first.lower() != "neither":
                return f"{first.lower()} {others}".strip()
            return f"{'either' if first.lower() == 'neither' else 'any'} {others}".strip()
        if first == "not":
            return None
        self.rough += self._lacking(head, text)
        if self.tokens[head].pos == "PROPN":
            return self.phrases.with_article(head, text)
        return text if not self._needs_article(head, text) else f"the {text}"

    def _lacking(self, head: int, text: str) -> float:
        """What it costs that the subject as shown lacks what makes it plain: whose it is, the others who did it, which
        ones are counted ("the number of families that applied")."""
        below = [p for of in self.tree.children(head, "prep") for p in self.tree.children(of, "pobj")]
        counted = self._word(head) == "number" and any(self.tree.children(p, "acl", "relcl") for p in below)
        unowned = text.split()[0] in ("his", "her", "their", "its")
        return 2.0 * unowned + 1.0 * (" and " not in text and self._joined(head)) + 1.5 * counted

    def _joined(self, head: int) -> bool:
        joined = {self._word(k) for k in self.tree.children(head, "cc")}
        return "and" in joined and bool(self.tree.children(head, "conj"))

    def _narrowed(self, head: int) -> bool:
        """Whether a noun says too little without the participle or infinitive behind it: "people injured in the fire",
        "failure to pay"."""
        lemma = self.tokens[head].lemma.lower()
        few = lemma in ("people", "person", "man", "woman", "one", "that", "those")
        return few or lemma in table()["intents"]

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
        alone = not self.tree.children(head, "det", "poss", "nummod", "nmod")
        return alone and text.split()[-1].islower() and not self.phrases.uncounted(head)

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
        if self._joined(self.subject_head) and " and " not in (self.phrases.noun(self.subject_head) or " and "):
            return self.tokens[self.subject_head].tag in ("NNS", "NNPS")
        named = self.phrases.is_person(self.subject_head) and self.tokens[self.subject_head].tag != "NN"
        if named and not self.tree.children(self.subject_head, "det"):
            return self._joined(self.subject_head)
        agreed = self._agreed()
        return self.phrases.is_plural(self.subject_head) if agreed is None else agreed

    def _agreed(self) -> bool | None:
        """What the verb's own form says of the subject's number; None where it says nothing."""
        head = self.subject_head
        if head is None or self.tokens[head].pos not in ("PROPN", "NOUN"):
            return None
        if self.tree.children(head, "conj") and self.tokens[head].pos != "PROPN":
            return None
        if self.tokens[head].pos != "PROPN" and not self.phrases.has_capital(head):
            return None
        if not self.tree.children(self.i, "nsubj", "nsubjpass"):
            return None
        first = next(iter(self.verbs.before), self.verb)
        if first.text.lower() in ("are", "were", "have", "’re", "'re") or first.tag == "VBP":
            return True
        if first.text.lower() in ("is", "was", "has") or first.tag == "VBZ":
            return False
        return None

    def asked(self, lead: str, without: Collection[int] = ()) -> str | None:
        """The clause as a question: "When" and "did the Mysore replace the Tabar". ``without``
        are tokens that the question asks for and so leaves out."""
        plural = self.plural()
        self.rough = self._form()
        self._asked_for = frozenset(without) - {self.subject_head or -1}
        who = self.subject(denied=bool(lead))
        self._asked_for = frozenset()
        group = self.verbs.group(plural) if who else None
        if meant := self._meant_by():
            who, group = meant
        if who is None or group is None:
            return None
        self._own = who
        if how := self._how():
            group = group[0], re.sub(r"^((?:meant )?to )?", rf"\1{how} ", group[1]).strip()
        parts = self._parts(without)
        if parts is None or (self.copular and not parts and not lead):
            return None
        self.rough += 1.5 * bool(FIGURE.fullmatch(who))
        self.rough += 1.2 * (self.lemma in ("call", "ask") and not lead and not self.passive and len(parts) < 2)
        alone = self.subject_head is not None and self.phrases.is_person(self.subject_head) and " and " not in who
        one = alone or (self.subject_head is not None and self.tokens[self.subject_head].tag == "NNP" and not plural)
        if one and re.search(r"\btheir\b", self.claim.text) and any("their " in part for part in parts):
            self.rough += 1.5 if alone or self.verb.tag != "VBG" else 6.0  # of several who did it one is named
        return sentence(lead, group[0], who, group[1], " ".join(parts))

    def supposed(self) -> str | None:
        """A condition, asked as what there is beyond it: "if the mill closes", "should the mill close" ask "What if the
        mill closes"."""
        marks = [k for k in self.tree.children(self.i, "mark") if self._word(k) == "if"]
        before = self._word(marks[0] - 1) if marks and marks[0] else ""
        inverted, above = self.verbs.inverted(), self.tokens[self.verb.head]
        if above.lemma in ("ask", "wonder", "know", "unknown", "clear", "unclear", "sure", "see", "determine"):
            return None  # "asked if the mill would close"
        if not inverted and not (marks and self.verb.dep == "advcl" and before not in ("as", "even", "only")):
            return None
        self.rough = 0.6
        who, form = self.subject(denied=True), self._own_form(inverted)
        self._own = who or ""
        parts = self._parts(())
        if who is None or form is None or parts is None or not (parts or self.passive or self._ends_sentence()):
            return None
        return sentence("what if", who, form, *parts)

    def _own_form(self, inverted: bool) -> str | None:
        """The clause's verb with its auxiliaries as the report has them, but for the number of the subject."""
        plural = self.plural()
        if inverted:
            return ("are" if plural else "is") if self.copular else self.lemma if plural else third(self.lemma)
        helped = self.tree.children(self.i, "aux", "auxpass")
        group = [k for k in (*helped, *self.tree.children(self.i, "neg"), self.i) if k <= self.i or self.copular]
        words = [self._word(k) for k in sorted(group)]
        words = [{"n't": "not", "n’t": "not", "ca": "can", "wo": "will"}.get(word, word) for word in words]
        if any(not word.isalpha() for word in words) or (self.claim.polarity == "denied") != ("not" in words):
            return None
        if self.verb.tag == "VBN" and not helped:
            return f"{'are' if plural else 'is'} {words[-1]}"
        first = self.tokens[min(group)]
        if first.tag in ("VBZ", "VBP", "VBD") and words[0] in NUMBERED:
            words[0] = NUMBERED[words[0]][plural]
        elif first.tag in ("VBZ", "VBP"):
            words[0] = self.lemma if plural else third(self.lemma)
        return " ".join(words)

    def aim(self) -> str | None:
        """What an infinitive tells somebody did something for, whoever it was: "came to open the lock" asks "Was the
        aim to open the lock"."""
        shared = not self.tree.children(self.i, "nsubj", "nsubjpass")
        if self.verb.dep != "advcl" or not self.verbs.infinitive or self.passive or not shared or self.verbs.headline:
            return None
        above = self.tokens[self.verb.head]
        if self.went_on():
            who, parts = self.subject(), self._parts(())
            return sentence("did", who, "go on to", self.lemma, *parts) if who and parts else None
        if self.tree.children(self.verb.head, "neg") or self._word(min(self.tree.subtree(self.verb.head))) == "nor":
            return None  # "made no noise to wake them"
        whom = self.tree.children(self.verb.head, "dobj")
        if above.lemma in table()["words"]["urging"] and whom:
            parts, who = self._parts(()), self.phrases.noun(whom[0])
            if not self.phrases.is_person(whom[0]) and self.tokens[whom[0]].pos != "PRON":
                return None
            return sentence("should", who, self.lemma, *parts) if parts and who else None
        parts = self._parts(())
        if above.lemma in table()["words"]["needing"] or self.copular or not parts:
            return None
        self.rough = 3.2
        return sentence(f"{'is' if above.tag in ('VBZ', 'VBP') else 'was'} the aim to", self.lemma, *parts)

    def _how(self) -> str:
        """The adverb before the verb that turns what is told: "falsely claimed", "was insufficiently trained"."""
        if self._charged():
            return "allegedly"
        how = [self._word(k) for k in self.tree.children(self.i, "advmod") if k < self.i]
        found = next((word for word in how if word in table()["words"]["turning"]), "")
        only = self.tree.children(self.i, "advmod", "preconj", "neg")
        return "" if found == "only" and any(self._word(k) == "not" for k in only) else found  # "not only fell"

    def _charged(self) -> bool:
        """Whether the verb tells what somebody is accused of: "charged with killing two men"."""
        link = self.tokens[self.verb.head]
        above = self.tokens[link.head]
        held = self.verb.tag == "VBG" and self.verb.dep == "pcomp" and link.dep == "prep"
        return held and above.pos == "VERB" and above.lemma in table()["words"]["accusing"]

    def _meant_by(self) -> tuple[str, tuple[str, str]] | None:
        """Who means to do what an infinitive tells, with the verbs of it: "Dorn's plan to sell the mill" gives Dorn,
        "did" and "plan to sell"."""
        if self.verb.dep not in ("acl", "relcl") or not self.verbs.infinitive or self.passive:
            return None
        noun = self.verb.head
        means = table()["intents"].get(self.tokens[noun].lemma.lower())
        whose = self.tree.children(noun, "poss")
        who = self.phrases.stands_for(whose[0]) or self.phrases.noun(whose[0]) if whose else None
        if means is None or not who:
            return None
        self.rough = 0.5
        return who.removesuffix("’s").removesuffix("'s"), ("did", f"{means} to {self.lemma}")

    def unnamed(self) -> str | None:
        """Who it was, of a clause whose subject or object is a pronoun that stands for no name, or that has no
        subject: "She was struck by a car" asks "Who was struck by a car"."""
        head = self.subject_head
        if any(self.tokens[k].tag == "EX" for k in self.tree.children(self.i)):
            return None
        if head is not None and self._word(head) in ("he", "she") and not self.phrases.stands_for(head):
            return self.told("who")
        asking = [k for k in self.tree.children(self.i, "nsubj") if self.tokens[k].tag == "WP"]
        if asking and self.verb.dep in ("ccomp", "pcomp") and not self.copular:
            return self.told(self._word(asking[0]))  # "unclear what angered the crew"
        if head is None and self.verb.tag in ("VBD", "VBZ") and not self.verbs.before and not self.copular:
            asked = self.told("who or what")
            self.rough += 2.0
            return asked if self.rest() else None
        things = [k for k in self.tree.children(self.i, "dobj") if self._word(k) in ("him", "her")]
        nameless = [k for k in things if self.tokens[k].pos == "PRON" and not self.phrases.stands_for(k)]
        return self.asked("who", nameless[:1]) if nameless else None

    def told(self, lead: str, without: Collection[int] = ()) -> str | None:
        """The clause with ``lead`` as its subject: "Who" gives "Who found the bodies"."""
        self.rough, self._own = self._form(), self.subject() or ""
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
        asking = [k for k in self.tree.children(self.i) if self.tokens[k].tag in ("WP", "WDT")]
        if asking and (self.verb.dep == "relcl" or self.tokens[asking[0]].dep == "nsubj"):
            return None  # who did it is told, by another noun
        if self.passive or len(things) != 1 or self.verbs.infinitive or self.lemma in table()["words"]["active"]:
            return None
        if self.tree.children(self.i, "ccomp", "xcomp", "oprd", "dative"):
            return None
        if self.tokens[things[0]].pos not in ("NOUN", "PROPN", "PRON", "NUM") or self._uttered(things[0]):
            return None
        start = self.tokens[things[0]].start
        if any(q.kind == "duration" and q.start <= start < q.end for q in self.claim.quantities):
            return None  # "stayed three seasons"
        self.rough, self._own = self._form() + 0.4 + 1.0 * (self.verb.tag == "VBG"), ""
        plural = lead.lower().startswith("how many") if lead else self.phrases.is_plural(things[0])
        self.rough += 2.0 * self.verbs.conditional()
        group, what = self.verbs.turned(plural), lead or self.phrases.noun(things[0])
        parts = self._parts(set(self.tree.subtree(things[0])))
        if group is None or parts is None or what is None or what.split()[0] in UNNAMED or what.endswith("self"):
            return None
        self.rough += 3.0 * (not parts and self.lemma in table()["words"]["needy_passive"])
        return sentence(what, *group, *parts) if lead else sentence(group[0], what, group[1], *parts)

    def _uttered(self, noun: int) -> bool:
        """Whether what the parse takes for an object are somebody's words: shouted “Mayor Holm”."""
        first = min(self.tree.subtree(noun))
        return any(self.tokens[k].tag == "``" or self._word(k) in ("“", '"') for k in (first - 1, first) if k > self.i)

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
        rough = 0.6 * self.verbs.bare + 0.3 * (self.verb.dep == "relcl") + 0.4 * self.verbs.headline
        shared = not self.tree.children(self.i, "nsubj", "nsubjpass")
        rough += (0.2 + 1.8 * self._doubtful()) * (self.verb.dep == "conj" and shared)
        rough += (0.8 + 1.2 * self._doubtful()) * (self.verb.dep == "advcl" and shared)
        follows = self.verb.tag == "VBG" and self.verb.dep == "advcl" and self.verb.head < self.i
        rough += 6.0 * (follows and shared and self.lemma in table()["words"]["summing"])
        told = self.tokens[self.verb.head].dep == "ccomp"  # "said that the pier fell, blaming the board"
        rough += 6.0 * (follows and shared and told and self._word(self.i - 1) == ",")
        rough += 2.5 * (self.verb.tag == "VBG" and self.verb.dep == "ccomp" and not self.verbs.before)
        rough += 0.5 * (self.verb.dep == "acl" and self.verbs.bare) + 1.0 * self._background()
        rough += 0.4 * self._narrowing() + 1.2 * self._only_named()
        rough += 0.8 * (self.verb.dep == "acl" and self.verbs.bare and self._word(self.i - 1) == ",")
        rough += (
            6.0 * self.verbs.inverted() + 2.5 * self._misnamed() + 0.8 * (self.copular and self.verb.dep == "relcl")
        )
        aims = self.verb.dep == "advcl" and self.tokens[self.verb.head].lemma != "need"
        rough += 4.0 * (shared and self.verbs.infinitive and aims and self.claim.status != "planned")
        return rough + 0.3 * self.verbs.infinitive + 1.5 * self._beyond() + 2.0 * self._half_told()

    def _half_told(self) -> bool:
        """Whether a change would be told from what it was without to what."""
        if self.lemma not in table()["words"]["changes"]:
            return False
        links = [self._word(k) for k in self.tree.children(self.i, "prep") if k > self.i]
        return "from" in links and "to" not in links and " to " in self.claim.text

    def _only_named(self) -> bool:
        """Whether an infinitive with a subject of its own only names what might be: "in time for Holm to sign"."""
        own = self.tree.children(self.i, "nsubj", "nsubjpass")
        return bool(own) and self.verbs.infinitive and self.verbs.group(plural=False) in self._being()

    def _being(self) -> Collection[tuple[str, str]]:
        form = f"to {self.lemma}"
        return (("is", form), ("was", form))

    def _narrowing(self) -> bool:
        """Whether a relative clause only says which ones are meant: "the candidate who has the floor"."""
        asking = [k for k in self.tree.children(self.i) if self.tokens[k].tag in ("WP", "WDT")]
        common = self.verb.dep == "relcl" and self.tokens[self.verb.head].pos == "NOUN"
        return common and bool(asking) and self._word(asking[0] - 1) != ","

    def _beyond(self) -> bool:
        """Whether a name stands between a relative clause and the noun that the parse hangs it on, which it may tell
        of as well: "nine votes for Arden, which won the seat"."""
        asking = [k for k in self.tree.children(self.i) if self.tokens[k].tag in ("WP", "WDT")]
        if self.verb.dep != "relcl" or not asking or self.subject_head != self.verb.head:
            return False
        before = asking[0] - 2 if self._word(asking[0] - 1) == "," else asking[0] - 1
        return before > self.verb.head and self.tokens[before].pos == "PROPN" and self.verb.head != before

    def _doubtful(self) -> bool:
        """Whether a subject that the verb shares with another stands behind a nearer one: the parse may have joined the
        verb to the wrong clause."""
        head = self.subject_head
        if head is None or not head < self.i:
            return False
        return any(
            self.tokens[k].dep in ("nsubj", "nsubjpass") and self.tokens[k].tag not in ("WP", "WDT", "EX")
            for k in range(head + 1, self.i)
        )

    def _background(self) -> bool:
        """Whether the clause only tells when or on what condition something else is so: "before the reading began"."""
        links = self.tree.children(self.i, "mark", "advmod")
        return self.verb.dep == "advcl" and any(self._word(k) in BACKGROUND for k in links if k < self.i)

    def _misnamed(self) -> bool:
        """Whether the verb's form or place shows that its subject is none: "dances, acts on stage"; a headline's
        "Harbour Board issues warrant", of which the parse makes issues that warrant."""
        head = self.subject_head
        if head is None or self.tokens[head].tag != "NNS" or not self.tree.children(self.i, "nsubj"):
            return False
        if self.verbs.headline and self.verb.tag == "VBP" and not self.tree.children(self.i, "dobj", "aux"):
            return any(self.tokens[k].pos == "PROPN" for k in self.tree.children(head, "compound"))
        singular = not self.verbs.before and self.verb.tag == "VBZ" and self._disagrees(head)
        return singular and head + 1 < len(self.tokens) and self.tokens[head + 1].text == ","


def sentence(*parts: str | None) -> str:
    """The parts as one question, with its capital."""
    text = " ".join(part for part in parts if part and part.strip())
    return text[:1].upper() + text[1:]
