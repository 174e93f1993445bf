"""Who bears the names and roles of one article: full names by surname, holders of titles, sexes where told."""

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
NO_ROLE = frozenset({"mr.", "ms.", "mrs.", "mr", "ms", "mrs", "former"})
SUFFIXES = frozenset({"Jr", "Sr", "II", "III", "IV"})
SHIPS = frozenset(
    {"HMS", "INS", "USS", "USNS", "HMAS", "HMCS", "RFA", "MV", "M/V", "MS", "SS", "RMS"}
)  # before a ship's name
NUMBERED = {"pair": 2, "duo": 2, "two": 2, "trio": 3, "three": 3}  # "the pair said"
OTHERS = frozenset({"another", "second", "different", "other"})
BESIDE = 1  # sentences back that the last holder of a role goes before the one named most often
NEAR_BY = 80  # tokens back that "the pair" may have been named
TELLING = 4  # times as often as others that a holder of a role is named whom it means
LEAST = 3  # times that somebody is named whom an article gives no title
BEFORE = frozenset({"president", "mr", "mr.", "sir", "man"})
MINIMUM = 2  # letters of a surname


def strip_titles(parts: Sequence[str]) -> str:
    """Drop the titles and roles before a person's name: "former Sen. Ann Lee" gives "Ann Lee"."""
    rest, lists = list(parts), words().sources
    while len(rest) > 1 and (rest[0].lower() in lists["titles"] or rest[0].lower() in lists["persons"]):
        rest = rest[1:]
    return " ".join(rest)


class Bearers:
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
            return None if self._names[i].split()[0] in SHIPS else self._names[i]
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
        below = {j for c in self.tree.children(i, "compound", "amod", "nmod") for j in self.tree.subtree(c)}
        below -= {
            j for k in (i, *below) for c in self.tree.children(k, "poss") for j in self.tree.subtree(c)
        }  # "her rep"
        office = " ".join(
            self.tokens[j].text.lower()
            for j in sorted(below)
            if self.tokens[j].text.lower() in words().sources["titles"]
        )
        if " " in office:
            self._titles.setdefault(office, set()).add(name)  # "vice president"
        if any(self.tokens[j].lemma.lower() in ("vice", "former", "deputy", "ex", "acting", "late") for j in below):
            below = {j for j in below if self.tokens[j].text.lower() in MALE | FEMALE}
        below |= {k for k in self.tree.children(i, "appos") if self.tokens[k].tag != "NNS"}
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
            if (word in roles or (" " in name and is_person(word))) and word not in NO_ROLE:
                self._titles.setdefault(word, set()).add(name)

    def holder(self, i: int) -> str | None:
        """Who holds the role at token i ("the president"): the one person that the article gives
        that title, or of several the one named last before."""
        first = i
        while first > 0 and self.tokens[first - 1].head == i and self.tokens[first - 1].dep in ("compound", "amod"):
            first -= 1
        phrase = " ".join(t.text.lower() for t in self.tokens[first : i + 1])
        past = self._titles.get(phrase, set())  # "the former mayor"
        phrase = phrase if past else phrase.removeprefix("former ")
        deputy = phrase.startswith(("vice ", "deputy ", "acting "))
        own = self.tokens[i].lemma.lower()
        if own == "police":
            return None  # "Maren police Const. Ann Lee" is not the police
        names = self._titles.get(phrase, set()) or (set() if deputy else self._titles.get(own, set()))
        if self.is_another(i):
            return None
        if len(names) == 1:
            return next(iter(names))
        here = self.tokens[i].sentence
        before = [j for j in range(i - 1, max(-1, i - 400), -1) if self.tokens[j].pos == "PROPN"]
        last = next((j for j in before if self.person(j) in names), None)
        if last is not None and here - self.tokens[last].sentence <= BESIDE and self._leads(last):
            return self.person(last)
        tell = [name for name in sorted(names) if self._tells(name)]
        if len(tell) == 1:
            return tell[0]  # of two judges the one who speaks in the article
        often = sorted((self._often(name), name) for name in names)
        if often and often[-1][0] >= TELLING * max(n for n, _ in [*often[:-1], (1, "")]):
            return often[-1][1]  # the one whom the article is about
        return None if last is None else self.person(last)

    def untitled(self, i: int) -> str | None:
        """Whom "the president" at token i means where the article gives nobody that title: the one whom it names most
        of all before, if it gives him no other ("Mr. Lee said … the president said")."""
        here = [j for j in range(i - 1, -1, -1) if self._names.get(j)]
        names = {self._names[j] for j in here if not self._quoted(self.tokens[j].start)}
        if not names or self._titles.get("president"):
            return None
        first = max(sorted(names), key=self._often)
        titled = any(first in bearers for title, bearers in self._titles.items() if title not in BEFORE)
        return None if titled or self._often(first) < LEAST else first

    def _leads(self, j: int) -> bool:
        """Whether a name is the subject of a sentence."""
        return self.tokens[j].dep in ("nsubj", "nsubjpass") and self.tokens[self.tokens[j].head].dep == "ROOT"

    def _tells(self, name: str) -> bool:
        """Whether somebody says something in the article under his name."""
        saying = (i for i, t in enumerate(self.tokens) if t.dep == "nsubj" and t.text == name.split()[-1])
        return any(words().stance.get(self.tokens[self.tokens[i].head].lemma) == "said" for i in saying)

    def is_another(self, i: int) -> bool:
        """Whether the last one with the role at token i is told apart from whom the article names ("another judge")."""
        for j in range(i - 1, max(-1, i - 400), -1):
            if self.tokens[j].lemma == self.tokens[i].lemma and self.tokens[j].pos in ("NOUN", "PROPN"):
                told = {self.tokens[k].text.lower() for k in self.tree.children(j, "det", "amod")}
                return bool(told & OTHERS) and not self.tree.children(j, "appos")
        return False

    def holders(self, i: int) -> tuple[str, ...]:
        """Whom "the senators" or "the pair" at token i means: the people named together last before it, where the
        article gives each of them that title, or where they are as many; none where no such list is near."""
        names = self._titles.get(self.tokens[i].lemma.lower(), set())
        many = NUMBERED.get(self.tokens[i].text.lower(), 0)
        bare = [self.tokens[k].text.lower() for k in sorted(self.tree.subtree(i))] == ["the", self.tokens[i].text]
        if not bare or (not many and (self.tokens[i].tag != "NNS" or len(names) < 2)):
            return ()
        here = self.tokens[i].sentence
        if many and here:  # "Lee spoke beside Orr. The two said"
            last = self.tree.parse.sentences[here - 1]
            found = tuple(dict.fromkeys(n for k in range(last.first, last.last) if (n := self._outside(k))))
            if len(found) == many:
                return found
        for j in range(i - 1, max(-1, i - (NEAR_BY if many else 400)), -1):
            if self.tokens[j].pos == "PROPN" and self.tree.children(j, "conj") and self.person(j):
                while self.tokens[j].dep == "conj":
                    j = self.tokens[j].head
                found = tuple(dict.fromkeys(n for k in self._joined(j) if (n := self.person(k))))
                return found if len(found) > 1 and (len(found) == many or names.issuperset(found)) else ()
        return ()

    def _outside(self, i: int) -> str | None:
        """The person whose name ends at token i, where it stands in no quotation."""
        token, span = self.tokens[i], self._spans.get(i)
        ends = i in self._names or (span is not None and span.label == "PERSON" and span.end == token.end)
        return self.person(i) if ends and not self._quoted(token.start) else None

    def _joined(self, j: int) -> list[int]:
        """A token and those joined to it, in text order."""
        return [j, *(k for c in self.tree.children(j, "conj") for k in self._joined(c))]

    def _often(self, name: str) -> int:
        """How many words of the article are the surname of somebody."""
        return sum(t.text == name.split()[-1] for t in self.tokens)


def _surname(parts: Sequence[str]) -> str:
    """The last part of a name that is no suffix."""
    return parts[-2] if len(parts) > 1 and parts[-1].rstrip(".") in SUFFIXES else parts[-1]
