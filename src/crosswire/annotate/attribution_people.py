"""Whom a role or a pronoun means, where the names stage leaves it open: the people that an
article names, with their titles, and the subjects before a pronoun."""

from crosswire.annotate.attribution_bearers import FEMALE, MALE, Bearers
from crosswire.annotate.attribution_words import words
from crosswire.annotate.person_words import is_person, sex_of

AGED = 6  # tokens of "the 43-year-old"
REACH = 5  # sentences back that a pronoun's subject may stand; pronouns in between carry it on
FARTHEST = 12  # sentences back in all, quoted ones counted
NEAR = 3  # sentences back that somebody known to be of the pronoun's sex goes before a role without a name
CROWD = frozenset({"majority", "number", "group", "dozen", "most", "many", "some", "several", "few", "half", "handful"})


class People(Bearers):
    """The people of one article, and whom its pronouns mean."""

    def _fits(self, pronoun: str, i: int, name: str | None) -> bool:
        word = "she" if pronoun in ("she", "her") else "he"
        own = self.tokens[i].text.lower()
        if name is not None and name.endswith(f" {self.tokens[i].text}"):
            own = ""  # "King said": a surname
        if own in MALE:
            return word == "he"
        if own in FEMALE:
            return word == "she"
        told = self._sex.get(name or "")
        return told is None or told == word

    def may_be(self, i: int, name: str) -> bool:
        """Whether a personal pronoun can mean the bearer of a name, by what the article tells of his or her sex."""
        told = self._sex.get(name)
        return told is None or told == _subject_form(self.tokens[i].text.lower())

    def antecedent(self, i: int, depth: int = 0) -> int | None:
        """The token that the personal pronoun at i most likely means: the nearest person of its sex
        before it that is the subject of a main clause, else of any clause; None when none is near.
        Another such pronoun that is a main subject hands on what it means."""
        pronoun = self.tokens[i].text.lower()
        inside = self._quoted(self.tokens[i].start)
        within = inside and not (i and self.tokens[i].text.islower() and self.tokens[i - 1].text in ('"', "”", "''"))
        passed = False  # a role without a name, which yields to somebody of the pronoun's sex alone
        side: int | None = None
        gone: set[int] = set()  # sentences passed that are not wholly quoted
        for j in range(i - 1, -1, -1):
            token = self.tokens[j]
            if within and not self._quoted(token.start):
                self.either.add(i)  # whom the one who is quoted speaks of, never himself
                return None
            if token.pos not in ("PUNCT", "SPACE") and (inside or not self._quoted(token.start)):
                gone.add(token.sentence)
            if len(gone - {self.tokens[i].sentence}) > REACH or self.tokens[i].sentence - token.sentence > FARTHEST:
                break
            if (self._quoted(token.start) and not inside) or not self._is_subject(j) or self._is_told(i, j):
                continue
            if token.text.lower() in ("he", "she"):
                if depth < 12 and token.text.lower() == _subject_form(pronoun):
                    found = self.antecedent(j, depth + 1)
                    return side if found is None or (side is not None and not self._is_main(j, False)) else found
                continue
            if self._is_answerer(j) and self._fits(pronoun, self.tokens[token.head].head, None):
                self.either.add(i)  # "Lee asked Orr, who said": two spoke
                return None
            name = self.person(j)
            if not (name is not None or self._is_role(i, j)) or not self._fits(pronoun, j, name):
                continue
            yields = name is None and token.tag != "NNP" and self._has_rival(i, j)
            if yields and not (self._says(j) and token.sentence != self.tokens[i].sentence):
                passed = True
                continue
            if yields or (passed and self._sex.get(name or "") != _subject_form(pronoun)):
                self.either.add(i)
                return None
            if self._is_main(j, token.sentence == self.tokens[i].sentence) or self._leads_in(i, j):
                if self._is_joined(pronoun, j):
                    self.either.add(i)  # "Lee and Orr met": either may be meant
                return None if i in self.either else j
            side = j if side is None else side
        return side

    def newcomer(self, i: int) -> int | None:
        """The one person whom the sentence before brings in behind something else, where the pronoun at i tells who
        says what is quoted next: "It surprised Ann Lee, who had hired him. “He was kind,” she said"."""
        own = self.tokens[i].sentence
        told = (
            j for j in range(i - 1, -1, -1) if self.tokens[j].sentence < own and not self._quoted(self.tokens[j].start)
        )
        last = next(told, None) if self._says(i) else None
        if last is None or own - self.tokens[last].sentence > REACH:
            return None
        first = self.tree.parse.sentences[self.tokens[last].sentence].first
        for j in range(first, last + 1):
            clause = self.tokens[self.tokens[j].head]
            known = self.tokens[j].text.lower() == "who" and clause.dep == "relcl" and self.person(clause.head)
            if known and self._fits(self.tokens[i].text.lower(), clause.head, None):
                return None if any(self._is_person(k) for k in range(first, last)) else clause.head
        return None

    def _is_person(self, k: int) -> bool:
        """Whether token k is somebody of whom a sentence tells."""
        token = self.tokens[k]
        somebody = self.person(k) or token.tag in ("PRP", "NNPS") or is_person(token.lemma)
        somebody = somebody and token.text.lower() != "it"
        return token.dep in ("nsubj", "nsubjpass") and bool(somebody) and self._is_main(k, False)

    def only_one(self, i: int) -> str | None:
        """Whom "he" or "she" at token i means where nothing nearer tells: the only person named before it in the
        article whom it may mean, outside quotations; None where there are several or none."""
        if self._quoted(self.tokens[i].start) or i in self.either:
            return None
        before = {name for k, name in self._names.items() if 0 <= k < i and not self._quoted(self.tokens[k].start)}
        fit = {name for name in before if self.may_be(i, name)}
        return next(iter(fit)) if len(fit) == 1 else None

    def named_again(self, i: int) -> str | None:
        """Whom a description at token i names again for variety ("the Maren Democrat said", "the 43-year-old said"):
        the nearest person before it who is a main subject outside quotations, or whom "he" or "she" there means; None
        where the description may bring in another."""
        token = self.tokens[i]
        if token.dep in ("appos", "attr"):
            return None
        age = token.lemma.endswith("-old") or (token.lemma == "old" and self.tokens[i - 1].text == "-")
        below = {self.tokens[k].dep for k in self.tree.children(i)}
        told = bool(below & {"amod", "compound", "nmod", "nummod", "npadvmod"}) or age or token.tag == "NN"
        first = min([i, *(k for k in range(max(0, i - AGED), i) if self.tokens[k].text.lower() == "the")])
        definite = first < i and all(
            self.tokens[k].pos not in ("VERB", "PUNCT") or self.tokens[k].text == "-" for k in range(first, i)
        )
        known = token.tag in ("NN", "NNP", "JJ") and (age or token.lemma.lower() in words().lists["variety"])
        aside = [k for k in self.tree.children(i, "relcl") if self.tokens[self.tree.token_range(k)[0] - 1].text == ","]
        narrow = below & {"prep", "acl", "appos"} or len(aside) < len(self.tree.children(i, "relcl"))
        if not (definite and told and known) or narrow:
            return None
        if any(not self.is_also(i, k) for k in self.tree.children(i, "conj")):
            return None
        bearers = self._titles.get(token.lemma.lower(), set())
        for j in range(i - 1, -1, -1):
            other = self.tokens[j]
            if token.sentence - other.sentence > REACH:
                return next(iter(bearers)) if len(bearers) == 1 else None
            if other.sentence == token.sentence or self._quoted(other.start):
                continue
            if not self._is_subject(j) or not self._is_main(j, False):
                continue
            meant = self.antecedent(j) if other.text.lower() in ("he", "she") else j
            name = None if meant is None else self.person(meant) or self.holder(meant) or self.named_again(meant)
            if name is None and meant == j and not self._is_role(i, j):
                continue  # "The bill failed": nobody
            alone = name is not None and not self.tree.children(j, "conj") and (not bearers or name in bearers)
            sexes = {sex_of(token.lemma.lower()), {"he": "m", "she": "f"}.get(self._sex.get(name or "", ""))} - {None}
            return name if alone and len(sexes) < 2 else None
        return None

    def is_also(self, i: int, k: int) -> bool:
        """Whether a noun joined to a description is one more of the same person: "the comedian and talk show host"."""
        alone = self.tokens[k].tag == "NN" and not self.tree.children(k, "det", "poss") and self.tokens[i].tag == "NN"
        return alone and {self.tokens[i].lemma, self.tokens[k].lemma} <= words().lists["variety"]

    def teller_again(self, i: int) -> int | None:
        """The one person who told with the same verb in the sentences before: "A judge ruled that …. He also ruled"."""
        verb = self.tokens[i].head
        also = any(self.tokens[k].text.lower() == "also" for k in self.tree.children(verb, "advmod"))
        if self.tokens[i].dep != "nsubj" or not also or self._quoted(self.tokens[i].start):
            return None
        for j in range(i - 1, -1, -1):
            token, over = self.tokens[j], self.tokens[self.tokens[j].head]
            if self.tokens[i].sentence - token.sentence > REACH:
                return None
            same = over.lemma == self.tokens[verb].lemma and over.dep == "ROOT" and self._says(j)
            if token.dep == "nsubj" and same and not self._quoted(token.start):
                role = token.tag == "NN" and is_person(token.lemma)
                return j if role and self._fits(self.tokens[i].text.lower(), j, None) else None
        return None

    def _is_role(self, i: int, j: int) -> bool:
        """Whether a noun is one for a person whom the pronoun at i may mean; a rarer one ("teen") only where it speaks
        in the sentence before, or in the same."""
        token, lists = self.tokens[j], words().sources
        if token.tag == "NNP":
            return token.text.lower() in lists["titles"]  # "Director of … James Lee issued"
        near = self.tokens[i].sentence - token.sentence <= 1
        beside = near and (self._says(j) or any(self.tokens[k].pos == "PROPN" for k in self.tree.children(j, "poss")))
        return token.tag == "NN" and (token.lemma in lists["persons"] or (beside and is_person(token.lemma)))

    def _says(self, j: int) -> bool:
        return self.tokens[self.tokens[j].head].lemma in words().stance

    def _is_answerer(self, j: int) -> bool:
        """Whether a "who" tells what somebody said who is no subject himself: "Lee asked Orr, who answered that"."""
        token = self.tokens[j]
        clause = self.tokens[token.head]
        over = self.tokens[clause.head]
        asked = over.dep in ("dobj", "dative") and over.pos == "PROPN"
        return token.text.lower() == "who" and clause.dep == "relcl" and asked and self._says(j)

    def _leads_in(self, i: int, j: int) -> bool:
        """Whether a subject's clause leads in the one of the pronoun: "When Lee showed the boat, he praised it"."""
        clause = self.tokens[self.tokens[j].head]
        return clause.dep == "advcl" and clause.head == self.tokens[i].head and self.tokens[i].dep == "nsubj"

    def _has_rival(self, i: int, j: int) -> bool:
        """Whether somebody known to be of the pronoun's sex was spoken of near by, where a role without a name that
        tells no sex is the subject before it: "Ann Lee saw it. When the driver yelled, she ran"."""
        word = _subject_form(self.tokens[i].text.lower())
        if self.tokens[j].text.lower() in MALE | FEMALE or self.tokens[j].head in self.tree.ancestors(i):
            return False
        for k in range(i - 1, -1, -1):
            token = self.tokens[k]
            if self.tokens[i].sentence - token.sentence > NEAR:
                return False
            same = token.text.lower() in ("he", "she") and token.text.lower() == word
            if not self._quoted(token.start) and self._is_subject(k):
                name = self.person(k)
                if same or (name is not None and self._sex.get(name) == word):
                    return True
        return False

    def _is_told(self, i: int, j: int) -> bool:
        """Whether a name stands in what the pronoun behind it is said to say: "Lee was ill, he said"."""
        verb = self.tokens[i].head
        if self.tokens[i].dep != "nsubj" or self.tokens[j].sentence != self.tokens[i].sentence:
            return False
        over = (k for k in self.tree.ancestors(j) if self.tokens[k].dep == "ccomp")
        return any(self.tokens[k].head == verb and k < i for k in over)

    def _is_joined(self, pronoun: str, j: int) -> bool:
        """Whether a subject is two people whom the pronoun fits alike."""
        others = [k for c in self.tree.children(j, "conj") for k in (c, *self.tree.children(c, "appos"))]
        return any((name := self.person(k)) and self._fits(pronoun, k, name) for k in others)

    def _is_subject(self, j: int) -> bool:
        token = self.tokens[j]
        over = self.tokens[token.head]
        if token.dep == "poss":  # "Mr. Lee's visit began": the possessor of a subject, but not "Mr. Lee's friend left"
            return over.dep in ("nsubj", "nsubjpass") and token.pos == "PROPN" and not is_person(over.lemma)
        if token.dep == "appos":
            return over.dep in ("nsubj", "nsubjpass") and self.person(token.head) is None
        return token.dep in ("nsubj", "nsubjpass") or (token.dep == "pobj" and over.dep == "agent")

    def _is_main(self, j: int, near: bool) -> bool:
        """Whether a subject is a main clause's; in the pronoun's own sentence also that of the clause
        that is being said."""
        at = (
            self.tokens[j].head
            if self.tokens[j].dep not in ("poss", "appos")
            else self.tokens[self.tokens[j].head].head
        )
        verb = self.tokens[at]
        for _ in range(8):
            if verb.dep == "ROOT":
                return True
            if verb.dep != "conj" and not (near and verb.dep == "ccomp"):
                return False
            verb = self.tokens[verb.head]
        return False

    def group(self, i: int) -> int | None:
        """The token that "they" or "it" at i most likely means: the nearest subject before it, in
        this sentence or the two before, that is several people or a body."""
        many = self.tokens[i].text.lower() in ("they", "them")
        lists = words().sources
        if (teller := self._last_teller(i, many)) is not None or self._shows(i):
            return teller
        if many and (own := self._own_tellers(i)) is not None:
            return own
        for j in range(i - 1, -1, -1):
            token = self.tokens[j]
            if self.tokens[i].sentence - token.sentence > 2:
                return None
            if token.dep not in ("nsubj", "nsubjpass") or self._quoted(token.start) != self._quoted(
                self.tokens[i].start
            ):
                continue
            if not token.text[:1].isalnum():
                continue  # "[Lee] said": the mark
            if many and self.tokens[token.head].dep == "relcl" and self._says(i) and not self._says(j):
                continue  # "the plan that Republicans want"
            if many and self._are_people(j):
                return j
            span = self._spans.get(j)
            body = (
                span is not None
                and span.label == "ORG"
                and token.pos == "PROPN"
                and (not many or self._is_main(j, False))
            )
            if body and j in self._names:
                continue
            shown = many and token.tag == "NNS" and token.lemma in lists["documents"] and self._shows(i)
            one = not many and token.tag not in ("NNS", "NNPS") and token.lemma in lists["bodies"]
            if shown or body or one or (not many and self._is_document(j)):
                return j
            body = token.lemma in lists["bodies"] | lists["firms"] | {"state", "country", "nation", "city"}
            if many and body and token.tag == "NNS":
                return j
            people = token.lemma in lists["persons"] | lists["anonymous"] | {"democrat", "republican"}
            if (
                many
                and (token.tag in ("NNS", "NNPS") or token.lemma in ("police", "people"))
                and (people or token.tag == "NNPS")
            ):
                return j
        return None

    def _own_tellers(self, i: int) -> int | None:
        """Those who say a clause of which "they" is the subject: "most of the crew said they agreed"."""
        clause = self.tokens[i].head
        over = self.tokens[clause].head
        if self.tokens[i].dep != "nsubj" or self.tokens[clause].dep != "ccomp" or self._quoted(self.tokens[i].start):
            return None
        for j in self.tree.children(over, "nsubj"):
            several = self.tokens[j].tag in ("NNS", "NNPS") or self.tokens[j].lemma in CROWD
            if j < i and several and self.tokens[over].lemma in words().stance:
                return j
        return None

    def _last_teller(self, i: int, many: bool) -> int | None:
        """The document that "it said" takes up, where it told something in the main clause of the last sentence that
        has one; for "they show" the papers named last before."""
        if not self._says(i) or (many and not self._shows(i)):
            return None
        lists = words().sources
        for j in range(i - 1, -1, -1):
            token = self.tokens[j]
            gone = self.tokens[i].sentence - token.sentence
            if gone > (3 if many else 2):
                return None
            if not many and not gone and self._is_paper_before(i, j):
                return j
            if self._quoted(token.start) or token.dep not in ("nsubj", "nsubjpass"):
                continue
            papers = token.lemma in lists["documents"] and token.pos == "NOUN"
            if many and papers and token.tag == "NNS" and gone:
                return j
            if not many and gone and self._is_main(j, False):
                return j if papers and token.tag == "NN" and self._says(j) else None
        return None

    def _is_paper_before(self, i: int, j: int) -> bool:
        """Whether a document named last in a clause before tells what "it" says: "the date is not in the report, but it
        says"."""
        token, verb = self.tokens[j], self.tokens[self.tokens[i].head]
        told = token.tag == "NN" and token.lemma in words().sources["documents"] and token.dep == "pobj"
        if verb.lemma == "read":  # "when the transcript came out, there was a note. “…,” it read"
            plain = token.dep in ("nsubj", "nsubjpass", "dobj", "attr") and not self._quoted(token.start)
            return plain and token.tag == "NN" and token.lemma in words().sources["documents"]
        return told and verb.dep == "conj" and verb.lemma == "say" and self.tokens[i - 1].tag == "CC"

    def _shows(self, i: int) -> bool:
        """Whether what hangs over a pronoun is what papers do: "they show that"."""
        verb = self.tokens[self.tokens[i].head]
        if self.tokens[i].text.lower() == "it":
            return verb.lemma in ("show", "reveal", "indicate")
        return verb.lemma in words().lists["evidence"] and verb.tag in ("VBP", "VBD")

    def _are_people(self, j: int) -> bool:
        """Whether a subject is several people by name."""
        joined = [k for c in self.tree.children(j, "conj") for k in (c, *self.tree.children(c, "conj"))]
        return self.person(j) is not None and any(self.person(k) for k in joined)

    def _is_document(self, j: int) -> bool:
        token = self.tokens[j]
        return token.tag == "NN" and token.dep == "nsubj" and token.lemma in words().sources["documents"]


def _subject_form(pronoun: str) -> str:
    return "she" if pronoun in ("she", "her") else "he"
