"""Phrases of a report's sentence, cut and set so that they can stand in a question."""

import re
import tomllib
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

from crosswire.records import Annotations, Token
from crosswire.text.syntax import Tree

LONGEST = 9
"""Words of a noun phrase: one that can't be cut to this is not shown in a question."""


@cache
def table() -> Mapping[str, Any]:
    """The words of questions.toml."""
    return tomllib.loads(files("crosswire.reconcile").joinpath("questions.toml").read_text("utf-8"))


def personal_noun(lemma: str) -> bool:
    """Whether a noun's lemma means people, by the word or by its ending."""
    words = table()["people"]
    if lemma in words["nouns"] or lemma in words["roles"]:
        return True
    return lemma.endswith(tuple(words["suffixes"])) and not lemma.endswith(tuple(words["not_suffixes"]))


NUMERIC = frozenset(("CARDINAL", "ORDINAL", "QUANTITY", "MONEY", "PERCENT", "DATE", "TIME"))


FIRST_PERSON = frozenset(("i", "me", "my", "mine", "myself"))


class Usage:
    """How the sentences of a story's reports write a word: with a capital or without, and with which article."""

    def __init__(self, annotations: Iterable[Annotations]) -> None:
        self.small: Counter[str] = Counter()
        self.capital: Counter[str] = Counter()
        self._articles: dict[str, Counter[str]] = {}
        for told in annotations:
            tokens = told.parse.tokens
            for sentence in told.parse.sentences:
                if tokens[sentence.last - 1].text in ENDS:  # no headline
                    self._read(tokens, sentence.first, sentence.last)

    def _read(self, tokens: Sequence[Token], first: int, last: int) -> None:
        determined: dict[int, str] = {}
        for i in range(first, last):
            token = tokens[i]
            if token.text.islower():
                self.small[token.text] += 1
            elif i > first:
                self.capital[token.text.lower()] += 1
            if token.dep in ("det", "poss", "nummod"):
                determined[token.head] = token.text.lower()
        for i in range(first, last):
            if tokens[i].tag == "NN" and tokens[i].dep in ARGUMENTS:
                self._articles.setdefault(tokens[i].text.lower(), Counter())[determined.get(i, "")] += 1

    def article(self, noun: str) -> str:
        """The article with which a noun stands more often than without: "the", "a" or "an", or none."""
        found = self._articles.get(noun, Counter())
        best = max(("the", "a", "an"), key=lambda article: (found[article], article))
        return best if found[best] > found[""] else ""


class Phrases:
    """Reads phrases off one article's parse; pronouns become the names they stand for."""

    def __init__(self, annotations: Annotations, canonical: Mapping[str, str], usage: "Usage | None" = None) -> None:
        self._usage = usage or Usage(())
        self.tree = Tree(annotations.parse)
        self.tokens = self.tree.tokens
        self._nouns: dict[tuple[int, frozenset[int], str], tuple[str, int] | None] = {}
        self._starts = [t.start for t in self.tokens]
        names = {e.id: canonical.get(e.canonical, e.canonical) for e in annotations.entities if e.kind != "nationality"}
        self._kinds = {e.id: e.kind for e in annotations.entities}
        self._stands_for = {
            m.start: names[m.entity]
            for m in annotations.mentions
            if m.form == "pronoun" and m.entity in names and not DATED.fullmatch(names[m.entity])
        }
        self._speakers(annotations)
        owning = [t for t in self.tokens if t.tag == "PRP$" and t.text.lower() in ("his", "her", "its", "their")]
        self._owners = {self._stands_for[t.start]: t.text.lower() for t in owning if t.start in self._stands_for}
        named = [(m.start, m.end) for m in annotations.mentions if m.form not in ("role", "pronoun")]
        entities = annotations.parse.entities
        self._named = self._within([*named, *((e.start, e.end) for e in entities if e.label not in NUMERIC)])
        people = {e.id for e in annotations.entities if e.kind == "person"}
        persons = [(e.start, e.end) for e in entities if e.label == "PERSON"]
        persons += [(m.start, m.end) for m in annotations.mentions if m.entity in people and m.form != "pronoun"]
        self._people = self._within(persons)
        self._numeric = self._within((e.start, e.end) for e in entities if e.label in NUMERIC)
        self._headlines = [self._set_as_headline(n) for n in range(len(annotations.parse.sentences))]
        self._cases = self._count_cases()

    def _speakers(self, annotations: Annotations) -> None:
        """ "I" and "my" in a person's own words stand for the person."""
        for told in annotations.attributions:
            if told.mode == "indirect" or not told.chain or told.chain[0].kind != "person":
                continue
            for start, end in told.contents:
                for i in self.at(start, end):
                    if self.tokens[i].text.lower() in FIRST_PERSON:
                        self._stands_for[self.tokens[i].start] = tidy(told.chain[0].name)

    def _count_cases(self) -> Counter[str]:
        """How often each word stands in small letters, and with a capital where none is due."""
        return Counter(
            t.text for i, t in enumerate(self.tokens) if not self._due(i) and not self._headlines[t.sentence]
        )

    def _due(self, i: int) -> bool:
        """Whether a word's place alone gives it a capital."""
        first = i == self.tree.parse.sentences[self.tokens[i].sentence].first
        if first:
            return True
        inside = self.tokens[i - 1].text == "-" and self.tokens[i - 1].end == self.tokens[i].start
        return not inside and OPENS.match(self.tokens[i - 1].text) is not None

    def at(self, start: int, end: int) -> list[int]:
        """The indices of the tokens in a character span."""
        return self.tree.at(start, end)

    def top(self, inside: Collection[int]) -> int | None:
        """The first of some tokens whose head is none of them."""
        return next((i for i in inside if self.tokens[i].head not in inside), None)

    def _within(self, spans: Iterable[tuple[int, int]]) -> frozenset[int]:
        """Where the tokens of character spans begin."""
        starts = self._starts
        return frozenset(s for a, b in spans for s in starts[bisect_left(starts, a) : bisect_left(starts, b)])

    def kind(self, entity: str | None) -> str | None:
        """Of what kind an entity of the article is."""
        return self._kinds.get(entity or "")

    def headline(self, number: int) -> bool:
        """Whether a sentence is set like a headline: no stop at its end, and no article in it or most
        of its words with a capital."""
        return self._headlines[number]

    def _set_as_headline(self, number: int) -> bool:
        sentence = self.tree.parse.sentences[number]
        words = [t for t in self.tokens[sentence.first : sentence.last] if t.pos not in ("PUNCT", "SPACE")]
        if not words or self.tokens[sentence.last - 1].text in ENDS:
            return False
        if number == 0 and words[-1].text[-1:].isalnum():
            return True
        long = [t for t in words if len(t.text) > 3]
        capitals = sum(t.text[0].isupper() for t in long)
        return (len(long) > 3 and capitals > 0.7 * len(long)) or not any(t.pos == "DET" for t in words)

    def is_number(self, i: int) -> bool:
        """Whether a token is a numeral or part of a stated number or date."""
        token = self.tokens[i]
        return token.pos == "NUM" or token.start in self._numeric

    def unrepeated(self, text: str) -> str:
        """A question in which a name's possessive that the report has as "his" or "her" stands so again where the
        question has named its bearer before: "Did police arrest Jo Dorn at Jo Dorn’s home" ends on "at her home"."""
        for name, word in self._owners.items():
            found = text.find(possessive(name))
            if found > 0 and name.split()[-1] in text[:found].replace("’", " ").split():
                text = text[:found] + word + text[found + len(possessive(name)) :]
        return text

    def stands_for(self, i: int) -> str | None:
        """The name that a pronoun stands for."""
        return self._stands_for.get(self.tokens[i].start)

    def noun(self, head: int, without: Collection[int] = (), own: str = "") -> str | None:
        """The noun phrase that a token heads, cut to what names the thing: no relative clause, no
        apposition, no more than LONGEST words. ``own`` is the question's subject: a "his" that
        means it stays. None for a pronoun that stands for no name, and for what can't be cut."""
        found = self.cut(head, without, own)
        return found[0] if found else None

    def cut(self, head: int, without: Collection[int] = (), own: str = "") -> tuple[str, int] | None:
        """As ``noun``, with how much was cut: 0 for asides alone, up to len(CUTS) - 1."""
        # Remembered: a clause is asked several ways.
        key = (head, frozenset(without), own)
        if key not in self._nouns:
            self._nouns[key] = self._noun(head, without, own)
        return self._nouns[key]

    def _noun(self, head: int, without: Collection[int], own: str) -> tuple[str, int] | None:
        token = self.tokens[head]
        if token.text.lower().endswith(("self", "selves")):
            return token.text.lower(), 0
        if token.pos == "PRON" or token.tag in ("WP", "WDT", "EX"):
            return self._pronoun(head, own)
        if token.tag in ("DT", "CD") and not self.tree.children(head):
            return None
        for level in range(len(CUTS)):
            if level == 1 and not self._meant_to(head):
                continue
            kept = [i for i in self.kept(head, level) if i not in without and not self._dateline(i)]
            opened = [i for i in range(kept[0], head) if self.tokens[i].text == ":"] if kept else []
            kept = [i for i in kept if not opened or i > opened[-1]]  # "Police: Two men"
            while kept and kept[-1] != head and self._hangs(kept[-1]):
                kept.pop()
            if any(self.tokens[i].tag in ("WP", "WRB", "WDT") for i in kept):
                continue
            text = re.sub(r"\s(?:and|or|but)$", "", self.text(kept, own))
            text = re.sub(r"^['’]s\s", "the ", text)  # "next year's budget" without the year
            text = OWNERLESS.sub(r"\1 the ", text)
            if text and len(text.split()) <= LONGEST:
                return text, level
        return None

    def _meant_to(self, head: int) -> bool:
        """Whether an infinitive says what a thing is for: "an attempt to oust Holm"."""
        below = self.tree.children(head, "acl", "relcl")
        return any(self.tokens[j].tag == "TO" for k in below for j in self.tree.children(k, "aux"))

    def _dateline(self, i: int) -> bool:
        """Whether a word is the place before a report's first dash: "VELLIN — Police"."""
        first = i == self.tree.parse.sentences[self.tokens[i].sentence].first
        behind = [t.text for t in self.tokens[i + 1 : i + 3]]
        if i - self.tree.parse.sentences[self.tokens[i].sentence].first < 8 and behind[:1] == [")"]:
            return self.tokens[i].pos == "PROPN" and behind[-1] in ("—", "–", "-", "--")  # "(Reuters) - "
        capitals = len(self.tokens[i].text) > 3 and self.tokens[i].text.isupper()
        return first and capitals and self.tokens[min(i + 1, len(self.tokens) - 1)].text in ("—", "–", "-", "--", "(")

    def _hangs(self, last: int) -> bool:
        """Whether a phrase can't end on a word: it wants another."""
        token = self.tokens[last]
        if token.tag == "JJ" and token.dep == "pobj":  # "areas with “substantial” and “high” traffic"
            return last + 1 < len(self.tokens) and self.tokens[last + 1].tag == "''"
        return token.tag in ("VBG", "IN", "TO", "CC", "DT", ",")

    def uncounted(self, noun: int) -> bool:
        """Whether the article has a noun as a subject or an object without an article elsewhere: "inflation"."""
        return self.tokens[noun].text.lower() in self._uncounted

    @cached_property
    def _uncounted(self) -> frozenset[str]:
        return frozenset(
            t.text.lower()
            for i, t in enumerate(self.tokens)
            if t.tag == "NN"
            and t.dep in ("nsubj", "nsubjpass", "dobj", "pobj")
            and not self._headlines[t.sentence]
            and not self.tree.children(i, "det", "poss", "nummod")
        )

    def with_article(self, head: int, text: str) -> str:
        """A noun phrase with the article that a headline leaves out, or a name's own: "the Senate", "the Labor
        Department"; a noun with that with which the story's sentences write it."""
        token = self.tokens[head]
        first = text.split(" ")[0]
        plain = (
            first.lower() in table()["words"]["determiners"] or "’s " in text or "'s " in text or first[:1].isdigit()
        )
        if plain or self.tree.children(head, "det", "poss", "nummod", "nmod"):
            return text
        if token.pos == "PROPN":
            own = ARTICLED.search(text) and not self.is_person(head)
            return f"the {text}" if own or (not self.is_person(head) and self.stands_with_article(text)) else text
        if token.tag != "NN" or not self.headline(token.sentence) or " " not in text or not text.islower():
            return text
        article = self._usage.article(token.text.lower())
        if article in ("a", "an"):
            article = "an" if first[0] in "aeiou" else "a"
        return f"{article} {text}".strip()

    def takes_article(self, name: str) -> bool:
        """Whether the article has a name with "the" before it: "the White House"."""
        words = name.split(" ")
        return any([t.text for t in self.tokens[i : i + len(words)]] == words for i in self._articled.get(words[0], ()))

    def stands_with_article(self, name: str) -> bool:
        """Whether the article's sentences, but for headlines, have a name alone with "the" before it, and never
        without: "the FDA", not "the FDA chief"."""
        words = name.split(" ")
        found: set[bool] = set()
        for i in self._first_words.get(words[0], ()):
            last = i + len(words) - 1
            alone = [t.text for t in self.tokens[i : last + 1]] == words and self.tokens[last].dep not in HANGING
            if alone and not self.headline(self.tokens[i].sentence):
                found.add(i > 0 and self.tokens[i - 1].text.lower() == "the")
        return found == {True}

    @cached_property
    def _first_words(self) -> Mapping[str, list[int]]:
        """Where each word with a capital stands that no other such word stands before."""
        found: dict[str, list[int]] = {}
        for i, token in enumerate(self.tokens):
            if token.text[:1].isupper() and not (i and self.tokens[i - 1].pos == "PROPN"):
                found.setdefault(token.text, []).append(i)
        return found

    @cached_property
    def _articled(self) -> Mapping[str, list[int]]:
        """Where each word stands behind "the"."""
        found: dict[str, list[int]] = {}
        for i in range(1, len(self.tokens)):
            if self.tokens[i - 1].text.lower() == "the":
                found.setdefault(self.tokens[i].text, []).append(i)
        return found

    def _pronoun(self, head: int, own: str) -> tuple[str, int] | None:
        """A pronoun as the name it stands for; as itself where that is the question's subject."""
        name = self.stands_for(head)
        word = self.tokens[head].text.lower()
        if name is None:
            return ("each other", 0) if word == "other" else ((word, 0) if word in INDEFINITE else None)
        if own and _same(name, own) and word not in FIRST_PERSON:
            return word, 0
        return name, 0

    def kept(self, head: int, level: int) -> list[int]:
        """The tokens of a phrase that a cut leaves, in text order."""
        near, deep = CUTS[level]
        kept: list[int] = []
        stack = [(head, near)]
        while stack:
            i, cut = stack.pop()
            kept.append(i)
            listed = level > 1 and any(self.tree.children(k, "conj") for k in self.tree.children(i, "conj"))
            dropped = cut | {"conj", "cc"} if listed else cut
            stack.extend((k, deep) for k in self.tree.children(i) if not self._drops(k, i, dropped))
        held = set(kept)
        return sorted(i for i in kept if self.tokens[i].tag != "," or self._in_figure(i) or self._lists(i, held))

    def _hyphened(self, i: int) -> bool:
        """Whether a token is a hyphen within a word, or stands right behind one: "hit-and-run", "60-plus"."""
        if i == 0 or i + 1 >= len(self.tokens):
            return False
        before, token, after = self.tokens[i - 1 : i + 2]
        if token.text == "-":
            return before.text == before.text.lower() and before.end == token.start and token.end == after.start
        first = self.tokens[i - 2] if i > 1 else before
        return (
            before.text == "-"
            and first.text == first.text.lower()
            and first.end == before.start
            and before.end == token.start
        )

    def _listed(self, first: int) -> bool:
        """Whether what the parse takes for an apposition is the second name of a list: "Dorn, Quist and Holm"."""
        names = [first, *self.tree.children(first, "appos", "conj")]
        return bool(self.tree.children(first, "conj")) and all(self.tokens[k].pos == "PROPN" for k in names)

    def _in_figure(self, i: int) -> bool:
        """Whether a mark stands within a figure that a tokenised corpus has torn: "20, 000", "1. 7"."""
        torn = self.tokens[i].text in (",", ".") and self.tokens[i - 1].text[-1:].isdigit()
        return torn and i + 1 < len(self.tokens) and self.tokens[i + 1].text[:1].isdigit()

    def _lists(self, comma: int, kept: Collection[int]) -> bool:
        """Whether a comma stands between two kept members of a list."""
        head = self.tokens[comma].head
        after = self.tree.children(head, "conj", "appos") if self._listed(head) else self.tree.children(head, "conj")
        return any(k in kept and k > comma for k in after)

    def _drops(self, k: int, parent: int, cut: frozenset[str]) -> bool:
        token = self.tokens[k]
        after = k > parent
        if self._hyphened(k) or token.dep == "punct":
            return not self._hyphened(k) and self._drops_mark(k, parent)
        if token.dep == "advmod" and after and self.tokens[parent].pos == "PROPN":
            return True  # "read the Constitution aloud"
        early = token.dep == "prep" and not after and token.text.lower() in TIMELY
        if early or token.dep == "intj" or (token.dep == "preconj" and "conj" in cut):
            return True
        if token.dep == "predet":
            return token.text.lower() not in ("all", "both", "half")
        if token.dep == "prep":
            return after and self._drops_preposition(k, parent, cut)
        if token.dep == "appos" and self.tree.children(k, "case"):
            return False  # "President Dorn’s council", read as two things
        if token.dep == "appos" and self._names(k, parent):
            return False
        if token.dep == "appos" and self._listed(parent):
            return "conj" in cut
        if token.dep in ("conj", "cc"):
            return after and self._drops_joined(parent, token.dep in cut)
        return token.dep in cut and after

    def _names(self, k: int, office: int) -> bool:
        """Whether an apposition is the name right behind an office: "former president Ines Dorn", read as two."""
        first = min(self.tree.subtree(k))
        near = first == office + 1 or (self.tokens[office].tag == "NN" and self.tokens[first - 1].text != ",")
        lemma = self.tokens[office].lemma.lower()
        people = personal_noun(lemma) or lemma in table()["people"]["callings"]
        return near and people and self.is_person(k)

    def _drops_preposition(self, k: int, parent: int, cut: frozenset[str]) -> bool:
        word = self.tokens[k].text.lower()
        if word == "of":
            return "of" in cut
        if word == "since" and any(SUPERLATIVE.fullmatch(self._lower(i)) for i in self.tree.children(parent, "amod")):
            return False
        aside = word in table()["words"]["asides"] and word != "as"
        person = self.tokens[parent].pos == "PROPN" and self.is_person(parent)
        return aside or person or (word == "in" and self._in_order(k)) or "prep" in cut

    def _lower(self, i: int) -> str:
        return self.tokens[i].text.lower()

    def _drops_joined(self, first: int, cut: bool) -> bool:
        """Whether what is joined to a word is left out: never of "between", always of a verb, else where it is cut."""
        if self.tokens[self.tokens[first].head].text.lower() == "between":
            return False
        named = self.tokens[first].dep in ("nsubj", "nsubjpass") and self.tokens[first].text[:1].isupper()
        return not self._alike(first) if self.tokens[first].pos in ("VERB", "AUX", "ADJ") and not named else cut

    def _drops_mark(self, k: int, parent: int) -> bool:
        if self._in_figure(k):
            return False
        if self.tokens[k].text == ",":
            return not (k > parent and self.tree.children(parent, "conj"))
        return self.tokens[k].text not in ("-", "'", "’", "–") or k > parent

    def _in_order(self, preposition: int) -> bool:
        """Whether it opens "in order to": a purpose is an aside."""
        order = [k for k in self.tree.children(preposition, "pobj") if self.tokens[k].text.lower() == "order"]
        return bool(order) and bool(self.tree.children(order[0], "acl"))

    def _alike(self, first: int) -> bool:
        """Whether what is joined to an adjective is one too; a second verb is always left out."""
        joined = self.tree.children(first, "conj")
        return self.tokens[first].pos == "ADJ" and all(self.tokens[k].pos == "ADJ" for k in joined)

    def text(self, indices: Iterable[int], own: str = "") -> str:
        """The tokens as one string: capitals of a sentence's start and a tokenised corpus' blanks
        put right, "his" and "its" turned into the name's, "our" into "the"."""
        words: list[str] = []
        last: Token | None = None
        for i in indices:
            token = self.tokens[i]
            word = self._word(i, own)
            if word is None:
                continue
            if last is not None and (token.start > last.end or words[-1] == ""):
                words.append(" ")
            words.append(word)
            last = token
        joined = re.sub(r"\banother (?=\d)", "", "".join(words))
        joined = re.sub(r"(?<=\w) [-–] (?=\w)", "-", joined)
        return tidy(re.sub(r",(?:\s*,)+", ",", joined))

    def _word(self, i: int, own: str) -> str | None:
        token = self.tokens[i]
        lower = token.text.lower()
        if token.tag in ("``", "''") or token.text in ('"', "“", "”"):
            return None
        if token.tag == "POS" and token.text == "s":
            return "’s"  # torn by a tokenised corpus
        if token.tag == "WP$":
            return "the"
        if token.tag == "DT" and token.dep == "det" and lower in POINTING:
            lemma = self.tokens[token.head].lemma.lower()
            return lower if lemma in SPANS or (lower == "that" and lemma in ("day", "night")) else "the"
        many = self.tokens[token.head].tag in ("NNS", "NNPS")
        if lower == "other" and token.dep == "amod" and many and self._word_before(i) not in ("and", "or"):
            return None  # "the other boats": which they are set against is not in the question
        if token.tag == "PRP$":
            return self._possessive(i, own)
        if token.pos == "PRON" and (name := self._stands_for.get(token.start)):
            return lower if own and _same(name, own) and lower not in FIRST_PERSON else name
        return self._cased(i)

    def _word_before(self, i: int) -> str:
        return self.tokens[i - 1].text.lower() if i else ""

    def _possessive(self, i: int, own: str) -> str:
        token = self.tokens[i]
        lower = token.text.lower()
        name = self._stands_for.get(token.start)
        if name and own and _same(name, own):
            return self._owners.get(name, "their") if lower == "my" else lower
        if name and len(name.split()) <= 4:
            return possessive(name)
        return "the" if lower in ("my", "our", "your") or (lower == "its" and not own) else lower

    def _cased(self, i: int) -> str:
        """A word without the capital that its place alone gives it, and with the one that is due:
        as the rest of the article writes it."""
        token = self.tokens[i]
        lower = token.text.lower()
        if (
            not (self._due(i) or self.headline(token.sentence))
            or token.text[1:] != token.text[1:].lower()
            or token.text == "I"
        ):
            return token.text
        if not token.text[:1].isupper():
            return token.text
        small, capital = self._cases[lower], self._cases[token.text]
        if not small and not capital:
            small, capital = self._usage.small[lower], self._usage.capital[lower]
            small, capital = small * (small > 2 * capital and not (capital and self._is_name(token))), 0
        if token.pos == "PROPN" and token.dep == "compound" and self.tokens[i + 1].text[:1].isupper():
            plain = small and not capital and lower not in table()["words"]["titles"]
            rank = self.is_person(i + 1) and not self.is_person(i)
            title = self.headline(token.sentence) and not self._is_name(token)
            return lower if plain and (rank or title) else token.text
        if token.pos == "NUM" or lower.removesuffix("s") in table()["words"]["scales"]:
            return lower
        if small != capital and (small > 2 * capital or capital):
            return lower if small > capital else token.text
        if token.pos in ("DET", "PRON", "ADP", "CCONJ", "SCONJ") or token.tag in ("DT", "PDT"):
            return lower
        if token.dep in ("nsubj", "nsubjpass") and token.pos in ("ADJ", "X"):
            return lower if lower in MANY else token.text
        return lower if token.pos != "PROPN" and not self._is_name(token) else token.text

    def has_capital(self, i: int) -> bool:
        """Whether the article writes a word with a capital where its place alone gives it none: a name."""
        text = self.tokens[i].text
        return text[:1].isupper() and self._cases[text] > self._cases[text.lower()]

    def _is_name(self, token: Token) -> bool:
        return token.pos != "DET" and token.start in self._named

    def is_person(self, head: int) -> bool:
        """Whether a token stands in the name of a person."""
        return self.tokens[head].start in self._people

    def is_plural(self, head: int) -> bool:
        """Whether a noun phrase takes a plural verb: by its head, or because another is joined."""
        token = self.tokens[head]
        if self.tree.children(head, "conj") and any(
            self.tokens[k].text.lower() in ("and", "&") for k in self.tree.children(head, "cc")
        ):
            return True
        lower = token.text.lower()
        if token.pos == "PRON":
            name = self._stands_for.get(token.start)
            return lower in ("they", "we", "these", "those", "them", "us") and (name is None or name.endswith("s"))
        if token.lemma == "number" and any(
            self.tokens[k].text.lower() == "the" for k in self.tree.children(head, "det")
        ):
            return False
        if token.lemma in (
            "number",
            "majority",
            "dozen",
            "couple",
            "handful",
            "score",
            "lot",
            "plenty",
            "host",
        ) and self._of_plural(head):
            return True
        if lower in MANY or lower in ("%", "percent"):
            return self._of_plural(head)
        if token.pos == "PROPN" and not self.tree.children(head, "det"):
            return token.tag == "NNPS" and not self.is_person(head)
        return token.tag in ("NNS", "NNPS") or token.lemma in ("police", "people") or token.tag == "CD"

    def _of_plural(self, head: int) -> bool:
        below = [p for of in self.tree.children(head, "prep") for p in self.tree.children(of, "pobj")]
        return any(self.tokens[p].tag in ("NNS", "NNPS") for p in below)


ENDS = (".", "!", "?", "”", '"', "''")
ARGUMENTS = ("nsubj", "nsubjpass", "dobj", "pobj", "attr")
ARTICLED = re.compile(
    r"(?:^(?:US|U\.S\.?|UK|U\.K\.?|EU|E\.U\.?|UN|U\.N\.?|FBI|CIA|CDC|FDA|IRS|NSA|DOJ|GOP|NFL|NBA|Pentagon|Kremlin"
    r"|Taliban|Fed|House|Senate|White House|House of Representatives)|\b(?:Department|Administration|Commission"
    r"|Committee|Court|Council|Bureau|Reserve|Coast Guard|Union|Party|Senate))$"
)
"""Names that stand with "the"."""
SUPERLATIVE = re.compile(
    r"first|final|last|most|least|only|best|worst|(?:low|high|larg|bigg|small|fast|slow|steep|great)est"
)
"""What may be so only since a time."""
OWNERLESS = re.compile(r"\b(of|in|on|at|for|to|from|with|by|after|before)\s?['’]s\s")
"""A preposition behind which a question leaves out whose it is: "of last year's attack", asked when."""
OPENS = re.compile(r"[“\"‘'`:—–-]+$|\.\.+$|…$")
MANY = frozenset(("none", "any", "many", "most", "some", "few", "several", "all", "both", "half", "more", "much"))
DATED = re.compile(r"(?:[A-Z][a-z]+ )?[12]\d{3}")
TIMELY = frozenset(("in", "on", "at", "after", "before", "during", "since"))
SPANS = frozenset(
    (
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "morning",
        "evening",
        "week",
        "weekend",
        "month",
        "year",
        "season",
        "spring",
        "summer",
        "autumn",
        "fall",
        "winter",
        "quarter",
        "century",
    )
)
HANGING = frozenset(("compound", "nmod", "poss", "appos", "amod"))
POINTING = frozenset(("this", "that", "these", "those"))
INDEFINITE = frozenset(("someone", "somebody", "anyone", "anybody", "everyone", "everybody", "others"))


def _same(name: str, own: str) -> bool:
    return name.split()[-1] in own.split()


# What is left out behind a noun's head and behind what hangs deeper, more and more until the
# phrase is short enough.
_AFTER = frozenset(("relcl", "appos", "advcl", "parataxis"))
_LONG = _AFTER | {"acl", "npadvmod"}
CUTS = (
    (_AFTER, _AFTER),
    (_AFTER, _LONG | {"prep", "conj", "cc"}),
    (_LONG, _LONG | {"conj", "cc"}),
    (_LONG, _LONG | {"prep", "conj", "cc"}),
    (_LONG | {"prep", "amod"}, _LONG | {"prep", "amod", "conj", "cc", "of"}),
    (_LONG | {"prep", "amod", "of", "conj", "cc"}, _LONG | {"prep", "amod", "of", "conj", "cc"}),
)


def possessive(name: str) -> str:
    """ "Khan" gives "Khan's", "the Coast Guards" gives "the Coast Guards'"."""
    return name + ("’" if name.endswith("s") else "’s")


# What no well-set text holds; most phrases have none of it.
ODD = re.compile(r"\\n|[^\S ]|  |\d[,.] \d| ['’,.;:!?%)-]|[($£€] |[A-Z]\. [A-Z]\.|(?<=s) ['’]")


def tidy(text: str) -> str:
    """Mend the blanks that hard wrapping and tokenised corpora leave: "20, 000", "6. 1",
    "Gomes ' s", "Ram - raiders"."""
    if not ODD.search(text):
        return text.strip(" ,;:-—–")
    text = re.sub(r"\\n|\s+", " ", text).strip(" ,;:-—–")
    text = re.sub(r"(?<=\d), (?=\d{3}\b)", ",", text)
    text = re.sub(r"(?<=\d)\. (?=\d)", ".", text)
    text = re.sub(r"\s+(['’])\s?s\b", r"\1s", text)
    text = re.sub(r"(?<=s) (['’])(?=\s|$)", r"\1", text)
    text = re.sub(r"\b([A-Z])\. (?=[A-Z]\.)", r"\1.", text)
    text = re.sub(r"(?<=[a-z]) - (?=[a-z]{1,3}\b)|(?<=\b[a-z]{4}) - (?=[a-z])|(?<=\d) - (?=[a-z])", "-", text)
    return re.sub(r"\s+([,;:!?%)]|\.(?!\d))", r"\1", re.sub(r"([($£€])\s+", r"\1", text))


def poorness(words: str) -> float:
    """How little a claim's words tell where they stand alone."""
    opens = re.match(
        r"(?:who|which|that|it|this|they|he|she|just|what|how|if|when|as|and|but|to|is|are|was|were|has|had|have|[a-z]+ing|[a-z]+ed)\b",
        words,
        re.IGNORECASE,
    )
    opens = opens or re.search(r"\b(?:said|says|told|warned|added)$", words)
    return 0.6 * bool(opens) + 0.05 * abs(len(words.split()) - 8)
