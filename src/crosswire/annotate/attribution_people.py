"""Whom a role or a pronoun means, where the names stage leaves it open: the people that an
article names, with their titles, and the subjects before a pronoun."""

from collections.abc import Callable, Mapping, Sequence

from crosswire.annotate.attribution_words import words
from crosswire.annotate.person_words import is_person
from crosswire.records import EntitySpan, Parse, Token
from crosswire.text.syntax import Tree

MALE = frozenset(
    "he him his mr. mr sir spokesman man chairman congressman king father son husband brother boy policeman"
    " businessman".split()
)
FEMALE = frozenset(
    "she her ms. ms mrs. mrs miss spokeswoman woman chairwoman congresswoman lady queen mother daughter wife sister"
    " girl dame businesswoman".split()
)
PERSONAL = frozenset({"he", "she", "him", "her", "his"})
SHORT = {
    "gov": "governor",
    "sen": "senator",
    "rep": "representative",
    "pres": "president",
    "gen": "general",
    "col": "colonel",
    "capt": "captain",
    "lt": "lieutenant",
    "sgt": "sergeant",
    "prof": "professor",
    "adm": "admiral",
    "cmdr": "commander",
    "det": "detective",
    "insp": "inspector",
}  # titles before a name as they are written out where they stand for it
SUFFIXES = frozenset({"Jr", "Sr", "II", "III", "IV"})
REACH = 5  # sentences back that a pronoun's subject may stand; pronouns in between carry it on
FARTHEST = 12  # sentences back in all, quoted ones counted
NEAR = 3  # sentences back that somebody known to be of the pronoun's sex goes before a role without a name
MINIMUM = 2  # letters of a surname


def strip_titles(parts: Sequence[str]) -> str:
    """Drop the titles and roles before a person's name: "former Sen. Ann Lee" gives "Ann Lee"."""
    rest, lists = list(parts), words().sources
    while len(rest) > 1 and (rest[0].lower() in lists["titles"] or rest[0].lower() in lists["persons"]):
        rest = rest[1:]
    return " ".join(rest)


class People:
    """The people of one article: full names by surname, holders of titles, sexes where told."""

    def __init__(
        self,
        parse: Parse,
        tree: Tree,
        spans: dict[int, EntitySpan],
        quoted: Callable[[int], bool],
        names: Mapping[int, str],
        sexes: Mapping[str, str],
    ) -> None:
        self.tokens, self.tree, self._quoted = parse.tokens, tree, quoted
        self._names = names  # what the names stage calls the person whose name ends at a token
        self.full: dict[str, str] = {}
        self._sex: dict[str, str] = dict(sexes)  # "he" or "she" for a name, by the pronouns tied to it
        self._titles: dict[str, set[str]] = {}
        self.either: set[int] = set()  # pronouns that may mean one of two
        self._spans = spans
        for i, span in sorted(spans.items()):
            if span.label == "PERSON" and self.tokens[i].end == span.end:
                self._learn(i, span)
        for i, name in sorted(names.items()):
            if i >= 0 and " " in name and name.endswith(f" {self.tokens[i].text}"):
                self.full.setdefault(self.tokens[i].text, name)
        for i, span in sorted(spans.items()):
            if span.label == "PERSON" and self.tokens[i].end == span.end:
                self._learn_titles(i)

    def person(self, i: int) -> str | None:
        """The full name of the person whose name ends at token i, None when it is no person's."""
        token, span = self.tokens[i], self._spans.get(i)
        if i in self._names:
            return self._names[i]
        if token.pos != "PROPN":
            return None
        if span and span.label == "PERSON":
            parts = [t.text for t in self._inside(i, span) if t.tag != "POS"]
            name = strip_titles(parts)
            return self.full.get(_surname(parts), name) if len(name.split()) == 1 and parts else name
        if token.text.isupper() and (known := self.full.get(token.text.title())):
            return known  # "LEE:" in a transcript
        if span is None or span.label not in ("ORG", "GPE", "LOC", "FAC", "NORP"):
            return self.full.get(token.text)
        titled = i > 0 and self.tokens[i - 1].text.lower() in ("mr.", "mrs.", "ms.", "mr", "mrs", "ms")
        return self.full.get(token.text) if titled else None

    def may_speak(self, i: int) -> bool:
        """Whether a name can be that of a person or body, as the recogniser has it: no place, no event."""
        span = self._spans.get(i)
        return span is None or span.label in ("PERSON", "ORG")

    def _inside(self, i: int, span: EntitySpan) -> Sequence[Token]:
        first = i
        while first > 0 and self.tokens[first - 1].start >= span.start:
            first -= 1
        return self.tokens[first : i + 1]

    def _learn(self, i: int, span: EntitySpan) -> None:
        parts = [t.text for t in self._inside(i, span) if t.tag != "POS"]
        if not parts:
            return
        name, last = strip_titles(parts), _surname(parts)
        known = self.full.get(last)
        grows = known is not None and len(name.split()) > 1 and (len(known.split()) == 1 or name.endswith(f" {known}"))
        if len(last) >= MINIMUM and (known is None or grows):
            self.full[last] = name

    def _learn_titles(self, i: int) -> None:
        """Titles and sex from the words before the name, and from a role in apposition to it."""
        name = self.person(i)
        if not name:
            return
        below = {j for c in self.tree.children(i, "compound", "amod", "nmod", "poss") for j in self.tree.subtree(c)}
        office = " ".join(
            self.tokens[j].text.lower()
            for j in sorted(below)
            if self.tokens[j].text.lower() in words().sources["titles"]
        )
        if " " in office:
            self._titles.setdefault(office.removeprefix("former "), set()).add(name)  # "vice president"
        if any(self.tokens[j].lemma in ("vice", "former", "deputy", "ex", "acting", "late") for j in below):
            below = {j for j in below if self.tokens[j].text.lower() in MALE | FEMALE}
        below |= set(self.tree.children(i, "appos"))
        lists = words().sources
        roles = lists["titles"] | lists["persons"] | lists["anonymous"]
        if self.tokens[i].dep == "appos":
            below.add(self.tokens[i].head)
        for j in sorted(below):
            short = self.tokens[j].text.lower().rstrip(".")
            word = SHORT.get(short, self.tokens[j].lemma.lower())
            if short in ("rep", "representative"):
                for other in ("congressman", "congresswoman"):
                    self._titles.setdefault(other, set()).add(name)
            if self.tokens[j].text.lower() in MALE:
                self._sex.setdefault(name, "he")
            if self.tokens[j].text.lower() in FEMALE:
                self._sex.setdefault(name, "she")
            if word in roles and word not in ("mr.", "ms.", "mrs.", "mr", "ms", "mrs", "former"):
                self._titles.setdefault(word, set()).add(name)

    def holder(self, i: int) -> str | None:
        """Who holds the role at token i ("the president"): the one person that the article gives
        that title, or of several the one named last before."""
        first = i
        while first > 0 and self.tokens[first - 1].head == i and self.tokens[first - 1].dep in ("compound", "amod"):
            first -= 1
        phrase = " ".join(t.text.lower() for t in self.tokens[first : i + 1]).removeprefix("former ")
        deputy = phrase.startswith(("vice ", "deputy ", "acting "))
        own = self.tokens[i].lemma.lower()
        names = self._titles.get(phrase, set()) or (set() if deputy else self._titles.get(own, set()))
        if len(names) == 1:
            return next(iter(names))
        for j in range(i - 1, max(-1, i - 400), -1):
            name = self.person(j) if self.tokens[j].pos == "PROPN" else None
            if name in names:
                return name
        return None

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

    def _is_role(self, i: int, j: int) -> bool:
        """Whether a noun is one for a person whom the pronoun at i may mean; a rarer one ("teen") only where it speaks
        in the sentence before, or in the same."""
        token, lists = self.tokens[j], words().sources
        if token.tag == "NNP":
            return token.text.lower() in lists["titles"]  # "Director of … James Lee issued"
        beside = self.tokens[i].sentence - token.sentence <= 1 and self._says(j)
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
        if token.dep == "poss":  # "Mr. Lee's visit began": the possessor of a subject
            return over.dep in ("nsubj", "nsubjpass") and token.pos == "PROPN"
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
        many = self.tokens[i].text.lower() == "they"
        lists = words().sources
        if (teller := self._last_teller(i, many)) is not None or self._shows(i):
            return teller
        for j in range(i - 1, -1, -1):
            token = self.tokens[j]
            if self.tokens[i].sentence - token.sentence > 2:
                return None
            if token.dep not in ("nsubj", "nsubjpass") or self._quoted(token.start) != self._quoted(
                self.tokens[i].start
            ):
                continue
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
            if self._quoted(token.start) or token.dep not in ("nsubj", "nsubjpass"):
                continue
            papers = token.lemma in lists["documents"] and token.pos == "NOUN"
            if many and papers and token.tag == "NNS" and gone:
                return j
            if not many and gone and self._is_main(j, False):
                return j if papers and token.tag == "NN" and self._says(j) else None
        return None

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


def _surname(parts: Sequence[str]) -> str:
    """The last part of a name that is no suffix."""
    return parts[-2] if len(parts) > 1 and parts[-1].rstrip(".") in SUFFIXES else parts[-1]
