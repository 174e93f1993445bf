"""The verb group of a clause as a question sets it: what opens it, and what stays behind the subject."""

from crosswire.reconcile.inflection import participle, past, third
from crosswire.reconcile.phrases import Phrases, personal_noun, table
from crosswire.records import Claim

NOW = frozenset(("am", "'m", "’m", "is", "'s", "’s", "are", "'re", "’re", "has", "have", "'ve", "’ve"))
BEING = frozenset(("am", "'m", "’m", "is", "'s", "’s", "are", "'re", "’re", "was", "were", "be", "been", "being"))
HAVING = frozenset(("has", "have", "had", "having", "'ve", "’ve", "'d", "’d"))
MODALS = {"'ll": "will", "’ll": "will", "wo": "will", "shall": "will", "ca": "can", "'d": "would", "’d": "would"}
MODALS |= {"may": "could", "might": "could", "ought": "should"}
FITS = {"VB": ("MD", "TO", "VB", "VBP", "VBZ", "VBD"), "VBN": ("VBZ", "VBP", "VBD", "VBN", "VB", "MD", "VBG")}
FITS |= {"VBG": ("VBZ", "VBP", "VBD", "VBN", "VB", "MD")}
ASKING = frozenset(("if", "whether", "how", "what", "which", "who", "where", "when", "why"))
"""Words that open what is asked, or a condition."""
WISHING = frozenset(("love", "like", "prefer", "hate", "wish"))
Group = tuple[str, str]
"""What opens a question ("did", "will", "was") and what follows its subject ("sign", "be signed", "")."""


class Verbs:
    """Reads the auxiliaries of the verb at ``i``, whose lemma is ``lemma``."""

    def __init__(self, phrases: Phrases, i: int, lemma: str, claim: Claim, passive: bool) -> None:
        self.tokens, self.tree, self.phrases = phrases.tokens, phrases.tree, phrases
        self.i, self.lemma, self.claim, self.passive = i, lemma, claim, passive
        self.tag = self.tokens[i].tag
        self.headline = phrases.headline(self.tokens[i].sentence)
        self.before = [self.tokens[k] for k in self._auxiliaries(i)]
        self.words = [t.text.lower().replace(" ", "") for t in self.before]  # "’ d", torn
        self.infinitive = any(t.tag == "TO" for t in self.before)
        self.bare = self.tag in ("VBG", "VBN") and not self.before and lemma != "be"

    def _auxiliaries(self, i: int, depth: int = 0) -> list[int]:
        """The verb's own auxiliaries, else those that it shares with the verb it is joined to."""
        own = [k for k in self.tree.children(i, "aux", "auxpass") if k < i]
        token = self.tokens[i]
        if own or depth > 3 or token.dep != "conj" or self.tree.children(i, "nsubj", "nsubjpass"):
            return own
        shared = self._auxiliaries(token.head, depth + 1)
        return [k for k in shared if self.tokens[k].tag in FITS.get(self.tag, ())]

    def group(self, plural: bool) -> Group | None:
        """The group for a subject in the singular or plural; None where the form makes no question:
        an order, an infinitive that only names an aim."""
        modal = self._modal()
        if modal:
            return modal, self._after_modal()
        if self.infinitive:
            return self._meant(plural)
        if self._got():
            return "did", f"get {self._done()}"
        if self.tag == "VB" and not (self.lemma == "be" or self._do()):
            return None
        if self.lemma == "be":
            return self._copula(plural)
        if self.passive:
            now = self.words and self.words[0] in ("is", "are", "'s", "’s", "'re", "’re")
            if "being" in self.words[1:]:
                return _be(self.words[0] in NOW, plural), f"being {self._done()}"
            return _be(bool(now), plural), self._done()
        if self.tag == "VBG" and self.before and not self.infinitive:
            return self._progressive(plural)
        now = self.tag in ("VBZ", "VBP") and not self.headline
        if self.tag == "VB":
            now = self._do() in ("do", "does")
        simple = past(self.lemma)
        if self.tag == "VBP" and (self.tokens[self.i].text.lower() == simple != self.lemma):
            now = False
        after = any(self.tokens[k].text.lower() == "after" for k in self.tree.children(self.i, "mark"))
        if self.tag == "VBP" and (after or not plural) and simple == self.lemma:
            now = False  # "The blast cut the road", read as a present
        return (("do" if plural else "does") if now else "did"), self.lemma

    def _meant(self, plural: bool) -> Group | None:
        """An infinitive: "for Holm to resign" asks "Is Holm to resign", "a bill to ban X" asks "Is a
        bill meant to ban X"; "a chance to talk" asks nothing."""
        token = self.tokens[self.i]
        if self.tree.children(self.i, "nsubj", "nsubjpass") or self.titled():
            if self.headline or (leave := self._wanted()):
                form = f"be {self._done()}" if self.passive else self.lemma
                return ("will" if self.headline else leave), form
            aim = "to"
        elif token.dep in ("acl", "relcl") and self.tokens[token.head].lemma.lower() in table()["words"]["means"]:
            aim = "meant to"
        elif token.dep == "advcl" and not self.headline and token.text[-3:] != "ing":
            above = self.tokens[token.head]
            if above.lemma == "need" and above.pos == "VERB":
                did = past_or_present(above.tag, plural)
                return did, f"need to be {self._done()}" if self.passive else f"need to {self.lemma}"
            form = f"be {self._done()}" if self.passive else self.lemma
            return _be(above.tag in ("VBZ", "VBP"), plural), f"to {form}"
        else:
            return None
        form = f"be {self._done()}" if self.passive else self.lemma
        return _be(not self.headline, plural), f"{aim} {form}"

    def titled(self) -> bool:
        """Whether a headline tells by an infinitive what the noun before it will do: "Mayor Lee to close pier"."""
        head, first = self.tokens[self.i].head, self.before[0] if self.before else None
        beside = first is not None and head + 1 < len(self.tokens) and self.tokens[head + 1] is first
        noun = self.tokens[head]
        somebody = noun.tag == "NNP" or noun.text.isupper() or (noun.tag == "NN" and personal_noun(noun.lemma.lower()))
        return self.headline and self.infinitive and beside and somebody

    def _wanted(self) -> str:
        """How the infinitive is asked for that somebody calls for or allows: "called for Holm to resign"."""
        token = self.tokens[self.i]
        above = [self.tokens[token.head], self.tokens[self.tokens[token.head].head]]
        if any(t.lemma.lower() in table()["words"]["demanding"] for t in above):
            return "should"
        return "can" if above[0].lemma in ("allow", "enable", "permit", "let", "authorize", "authorise") else ""

    def _got(self) -> bool:
        """ "got arrested", "had gotten rid of": a passive with "get"."""
        return self.passive and bool(self.words) and self.words[-1] in ("got", "gotten") and "to" not in self.words

    def conditional(self) -> bool:
        """Whether what is told in the present is a condition, or still to come: "if the court agrees"."""
        opens = {self.tokens[k].text.lower() for k in self.tree.children(self.i, "mark")}
        now = self.before[0] if self.before else self.tokens[self.i]
        return (
            bool(opens & {"if", "unless", "until", "till", "once"})
            and self.tokens[self.i].dep == "advcl"
            and not self.headline
            and (now.tag in ("VBZ", "VBP") and now.text.lower() not in ("has", "have"))
        )

    def _do(self) -> str | None:
        return next((w for w in self.words if w in ("do", "does", "did")), None)

    def _modal(self) -> str | None:
        found = next((word for t, word in zip(self.before, self.words, strict=True) if t.tag == "MD"), None)
        if found in ("'d", "’d") and self.tag in ("VBN", "VBD"):
            found = None  # "where she'd worked"
        if found:
            found = MODALS.get(found, found)
            done = self.words[-1] in HAVING or "have" in self.words
            return "will" if found == "would" and not done and self._foretold() else found
        if self.claim.status == "planned" and (self.infinitive or (self.tag == "VB" and not self._do())):
            return "will"
        if self._demanded() or (self.words == ["be"] and self.passive):
            return "should"
        return "will" if self.conditional() else None

    def _foretold(self) -> bool:
        """Whether "would" is a "will" told afterwards, the future in the past: "said that she would sign"; not a
        speaker's own ("I would not trust him"), nor a wish, a condition or what is asked ("to see if she would")."""
        token = self.tokens[self.i]
        links = self.tree.children(self.i, "mark", "advmod", "dobj", "attr", "nsubj", "nsubjpass")
        asked = any(self.tokens[k].text.lower() in ASKING for k in links)
        told = bool(self.claim.said_by) and token.dep in ("ccomp", "conj", "ROOT") and not self.claim.quoted
        sure = self.claim.status != "asked" and self.claim.condition is None and self.lemma not in WISHING
        return sure and not asked and (told or self.claim.status == "planned")

    def inverted(self) -> bool:
        """Whether a clause is a condition told by its order: "should she win the vote"."""
        subjects = self.tree.children(self.i, "nsubj", "nsubjpass")
        last = self.tokens[self.tree.parse.sentences[self.tokens[self.i].sentence].last - 1]
        ahead = bool(subjects) and any(t.start < self.tokens[subjects[0]].start for t in self.before)
        return ahead and self.words[0] == "should" and last.text != "?" and self.tokens[self.i].dep != "ROOT"

    def _demanded(self) -> bool:
        """ "insisted that Holm resign": a bare form, which a tagger may take for a plural's."""
        token = self.tokens[self.i]
        if self.before or token.dep != "ccomp" or self.tag not in ("VB", "VBP"):
            return False
        own = self.tree.children(self.i, "nsubj")
        one = bool(own) and all(self.tokens[k].tag in ("NN", "NNP") or self.phrases.is_person(k) for k in own)
        governor = self.tokens[token.head].lemma
        if governor in ("suggest", "insist"):
            return self.tag == "VB" or one  # "insist that they pay": they should, or they do
        return governor in ("urge", "demand", "recommend", "request", "propose", "require")

    def _after_modal(self) -> str:
        done = any(w in HAVING for w in self.words[1:]) if self.words else False
        if self.lemma == "be":
            return "have been" if done else "be"
        if self.passive:
            return f"{'have been' if done else 'be'} {self._done()}"
        if self.tag == "VBG":
            return f"{'have been' if done else 'be'} {self.tokens[self.i].text.lower()}"
        return f"have {self._done()}" if done else self.lemma

    def _copula(self, plural: bool) -> Group | None:
        word = self.tokens[self.i].text.lower()
        if word == "been" and self.words and self.words[0] in NOW:
            return ("have" if plural else "has"), "been"
        if word == "be" and not self.before:
            return None
        return _be(word in NOW, plural), ""

    def _progressive(self, plural: bool) -> Group | None:
        form = self.tokens[self.i].text.lower()
        if set(self.words) <= HAVING:
            return None  # "had damaging letters", read as a form of "damage"
        if "been" in self.words:
            opening = "had" if "had" in self.words else ("have" if plural else "has")
            return opening, f"been {form}"
        return _be(any(w in NOW for w in self.words), plural), form

    def finite(self, plural: bool) -> str | None:
        """The group as it stands behind "who", "what" or "how many": "found", "will find", "was found"."""
        group = self.group(plural)
        if group is None:
            return None
        opening, form = group
        if opening == "did":
            return self._past()
        if opening in ("do", "does"):
            return self.lemma if plural else third(self.lemma)
        return f"{opening} {form}".strip()

    def active(self) -> str | None:
        """A passive group turned: "was found" gives "found", "will be found" gives "will find"."""
        group = self.group(plural=False)
        if group is None:
            return None
        if group[0] in ("is", "are"):
            return third(self.lemma)
        if group[0] in ("was", "were"):
            return self._past()
        return f"{group[0]} {'have ' + self._done() if 'have' in group[1] else self.lemma}"

    def _past(self) -> str:
        """The simple past: the report's own word where it has it ("hanged", not "hung")."""
        word = self.tokens[self.i].text.lower()
        regular = self.tag == "VBD" or (self.tag == "VBN" and word.endswith("ed"))
        return word if regular and word.isalpha() else past(self.lemma)

    def _done(self) -> str:
        """The past participle, the report's own where it has it."""
        word = self.tokens[self.i].text.lower()
        regular = self.tag == "VBN" or (self.tag == "VBD" and word.endswith("ed"))
        return word if regular and word.isalpha() else participle(self.lemma)

    def turned(self, plural: bool) -> Group | None:
        """An active group as a passive one, for a clause that does not say who did it."""
        group = self.group(plural)
        if group is None:
            return None
        opening, form = group
        done = self._done()
        if self.tag == "VBG" and opening in ("is", "are", "was", "were"):
            return _be(opening in ("is", "are"), plural), f"being {done}"
        if opening in ("did", "was", "were", "had"):
            return _be(False, plural), done
        if opening in ("do", "does", "is", "are", "has", "have"):
            return _be(opening not in ("has", "have"), plural), done
        return opening, f"{'have been' if form.startswith('have') else 'be'} {done}"


def past_or_present(tag: str, plural: bool) -> str:
    """The form of "do" that asks of a verb with a tag."""
    return ("do" if plural else "does") if tag in ("VBZ", "VBP") else "did"


def _be(now: bool, plural: bool) -> str:
    if now:
        return "are" if plural else "is"
    return "were" if plural else "was"
