"""Who a noun phrase names as a source: its span, its name, and its kind."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import Literal

from crosswire.annotate.attribution_bearers import PERSONAL, strip_titles
from crosswire.annotate.attribution_described import Describer
from crosswire.annotate.attribution_issuers import SEEN, issuer_of
from crosswire.annotate.attribution_marks import Marks
from crosswire.annotate.attribution_people import People
from crosswire.annotate.attribution_relatives import is_time
from crosswire.annotate.attribution_sexes import sexes_of
from crosswire.annotate.attribution_taken_up import TakenUp
from crosswire.annotate.attribution_words import words
from crosswire.annotate.citation_media import outlet_in
from crosswire.records import Article, Entity, EntitySpan, Mention, Parse, Source
from crosswire.text.clauses import agent, subject
from crosswire.text.syntax import Tree

HONORIFICS = frozenset({"mr", "mrs", "ms", "miss", "dr"})
Kind = Literal["person", "organization", "anonymous", "media", "document", "unknown"]
PRONOUNS = frozenset("he she him her his i we they it who which that this these those you them its their".split())
TOLD = frozenset({"report", "article", "story", "dispatch", "account", "obituary", "editorial", "column"})
MANY = 3  # names that may stand for a role for several
CAMEL = re.compile(r"[a-z][A-Z]\w+$")  # "nShore": a firm that writes itself so
PRESS = frozenset({"reporter", "correspondent", "editor", "presenter", "columnist", "writer", "author", "source"})
IRISH = re.compile(r"\bO ?['’] ?(?=[A-Z])")  # "O' Leary"
SOMEBODY = frozenset({"one", "someone", "somebody", "anyone", "other"})
RANKS = frozenset({"sgt", "const", "lt", "capt", "det", "cpl", "insp", "cmdr", "supt"})
AGAINST = frozenset(
    {"indictment", "warrant", "autopsy", "obituary", "profile", "biography", "subpoena", "bio"}
)  # of whom they tell
OCCASIONS = frozenset(
    {"meeting", "hearing", "session", "trial", "interview", "debate", "briefing", "call", "event", "today", "yesterday"}
)
PARTIES = frozenset({"R", "D", "I"})
SOME = frozenset({"some", "many", "several", "most", "few", "other", "all"})
SEATED = frozenset({"on", "in", "from"})
UNNAMED = frozenset(
    "source official aide adviser advisor diplomat insider executive witness staffer operative investigator".split()
)
FAR = 6  # sentences back that somebody without a name was told apart
FILMED = frozenset({"video", "footage", "clip", "photo", "image", "recording", "picture"})
LONGEST_OFFICE = 5  # tokens of "the former vice president"


class Namer(Marks):
    """Names sources in one article. The marks of the names stage come first; where they are
    silent, the parser's names and the phrase's own words serve."""

    def __init__(
        self,
        article: Article,
        parse: Parse,
        tree: Tree,
        mentions: Sequence[Mention],
        entities: Sequence[Entity],
        quoted: Callable[[int], bool],
    ) -> None:
        super().__init__(article, parse, tree, mentions, entities)
        self._quoted = quoted
        self._earlier = TakenUp(article.text, parse, tree, self._mentions, self._entities)
        self._spans: dict[int, EntitySpan] = {}
        self._described = Describer(article.text, parse, tree)
        starts = [t.start for t in parse.tokens]
        for span in parse.entities:
            if span.label == "PERSON" and mentions and not self._is_marked(span):
                continue  # the names stage refused it: a headline's words, a cut name
            for i in range(bisect_right(starts, span.start - 1), len(starts)):
                if starts[i] >= span.end:
                    break
                self._spans[i] = span
        ends = {t.end: i for i, t in enumerate(parse.tokens)}
        bearers = {ends.get(m.end, -1): e for m in mentions if (e := self._bearer(m))}
        self.people = People(parse, tree, self._spans, quoted, bearers, sexes_of(tree, entities, mentions))

    def _bearer(self, mention: Mention) -> str | None:
        """Whose name a mention is, where it is a person's."""
        entity = self._entities.get(mention.entity)
        named = entity and entity.kind == "person" and mention.form in ("name", "part")
        return entity.canonical if entity and named else None

    def _is_marked(self, span: EntitySpan) -> bool:
        """Whether a mention overlaps a recogniser's span."""
        k = bisect_right(self._starts, span.end - 1) - 1
        return k >= 0 and any(m.end > span.start for m in self._mentions[max(0, k - 3) : k + 1])

    def name(self, i: int, without: frozenset[int] = frozenset()) -> tuple[str, Kind]:
        """The name and kind of the source whose phrase has its head at token i."""
        token = self.tokens[i]
        first, last = self.phrase(i, without)
        words_of = self.text[self.tokens[first].start : self.tokens[last - 1].end]
        mention = self.mention(i) if token.pos != "NOUN" or not self.people.is_another(i) else None
        if mention and (beside := self._beside_mention(i, (first, last), without)) is not None:
            return beside
        if mention and mention.form not in ("nationality", "pronoun") and self._names_head(mention, i):
            entity = self._entities.get(mention.entity)
            common = token.tag == "NNS" and mention.text == token.text  # "Groups representing fishermen"
            if entity and not common and entity.kind in ("person", "organization", "place"):
                outlet = outlet_in(entity.canonical) if entity.kind == "organization" else None
                kind: Kind = "media" if outlet else "person" if entity.kind == "person" else "organization"
                return outlet or entity.canonical, kind
        if known := self._surname_at(i, first) or self._behind_rank(i) or self.people.named_again(i):
            return known, "person"
        if token.text.lower() in PRONOUNS or token.tag in ("PRP", "PRP$", "WP", "WDT", "DT"):
            return self._pronoun(i, words_of)
        meant = self._speaker_of(i) or self._meant(i)
        if meant is not None:
            return self.name(meant, without)
        person = self.people.person(i) or self._before_dash(first) or self._at_end(i, last)
        named = self._by_apposition(i) or ((person, "person") if person else self._earlier.name(i, *self.phrase(i)))
        if named:
            return named
        speaks_for = (
            (self._is_role(i) or token.lemma in words().lists["variety"])
            and token.lemma not in words().sources["outlet_words"]
            and token.lemma not in PRESS
        ) or any(self.tokens[k].text.lower() == "former" for k in self.tree.children(i, "amod"))
        if not speaks_for and token.lemma not in words().sources["documents"] and (outlet := outlet_in(words_of)):
            named_so = outlet[0].isupper() or not any(t.pos == "PROPN" for t in self.tokens[first:last])
            return outlet if named_so else self._described.words(i, self.phrase(i, without), without), "media"
        named_document = token.text.lower() in words().sources["documents"] and last - first > 1
        if token.pos == "PROPN" and not named_document:
            return self._as_proper(i, first, last)
        if named_document or token.lemma in words().sources["documents"]:
            return self._described.words(i, self.phrase(i, without), without), "document"
        definite = any(self.tokens[c].text.lower() in ("the", "this") for c in self.tree.children(i, "det"))
        owned = any(self.tokens[c].tag == "PRP$" for c in self.tree.children(i, "poss")) and last - first == 2
        one = (definite or owned) and token.tag == "NN" and last - first < LONGEST_OFFICE
        holder = " and ".join(self.people.holders(i)) or (self.people.holder(i) if one else None)
        if holder is None and definite and token.lemma == "president" and last - first == 2:
            holder = self.people.untitled(i)
        told = self._told_apart(i) if definite and last - first == 2 else self._one_of(i)
        told = told or self._described.words(i, self.phrase(i, without), without)
        return (holder, "person") if holder else (told, "anonymous")

    def _beside_mention(self, i: int, phrase: tuple[int, int], without: frozenset[int]) -> tuple[str, Kind] | None:
        """Who speaks where more than the name at token i tells it: who holds an office there, some of a party."""
        mention, token = self.mention(i), self.tokens[i]
        entity = self._entities.get(mention.entity) if mention and self._names_head(mention, i) else None
        if entity and entity.kind == "place" and token.dep == "conj" and token.text in self.people.full:
            return self.people.full[token.text], "person"  # "Lee and Nunes noted" beside a Devin Nunes
        if (mayor := self._mayor_of(i)) is not None:
            return self.name(mayor)
        if not self._is_some_of(i):
            return None
        told, few = self._described.words(i, phrase, without), self.tokens[phrase[0]].text.lower()
        return f"{few} {told}" if few in SOME and not told.lower().startswith(few) else told, "anonymous"

    def _mayor_of(self, i: int) -> int | None:
        """Whose office stands behind the name of its place: "Orsk, Maren Mayor Ann Lee said"."""
        mention = self.mention(i)
        entity = self._entities.get(mention.entity) if mention else None
        if entity is None or entity.kind != "place" or self.tokens[i].dep not in ("nsubj", "nsubjpass"):
            return None
        beside = [k for k in self.tree.children(i, "appos") if k + 1 == self.tokens[i].head and self.people.person(k)]
        return beside[0] if beside and self.tokens[self.tree.token_range(beside[0])[0] - 1].text == "," else None

    def _is_some_of(self, i: int) -> bool:
        """Whether words beside a party's or a people's name tell which of them speak: "some Republicans", "all seven
        Republicans on the committee"."""
        if self.tokens[i].tag != "NNPS":
            return False
        counted = self.tree.children(i, "nummod", "quantmod")
        few = any(self.tokens[k].text.lower() in SOME for k in self.tree.children(i, "amod", "det"))
        links = [k for k in self.tree.children(i, "prep") if self.tokens[k].text.lower() in SEATED]
        bodies = words().sources["bodies"] | words().sources["offices"]
        seated = any(self.tokens[o].lemma.lower() in bodies for k in links for o in self.tree.children(k, "pobj"))
        return bool(counted) or few or (seated and self.tokens[i].dep != "pobj")

    def _one_of(self, i: int) -> str | None:
        """Of whom "one of them" is one: the people that the pronoun means."""
        links = [p for p in self.tree.children(i, "prep") if self.tokens[p].text.lower() == "of"]
        them = [k for p in links for k in self.tree.children(p, "pobj") if self.tokens[k].text.lower() == "them"]
        if self.tokens[i].text.lower() != "one" or not them:
            return None
        group = self.people.group(them[0])
        if group is None:
            return None
        told, first = self.name(group)[0], self.tokens[self.phrase(group)[0]]
        return f"one of {told[:1].lower() + told[1:] if first.pos in ('NUM', 'DET', 'ADJ') else told}"

    def _told_apart(self, i: int) -> str | None:
        """What told apart the one without a name whom "the source" takes up: "One source close to the yard said"."""
        token = self.tokens[i]
        for j in range(i - 1, -1, -1) if token.tag == "NN" and token.lemma in UNNAMED else ():
            other = self.tokens[j]
            if token.sentence - other.sentence > FAR or (other.lemma == token.lemma and other.tag == "NNS"):
                return None
            if other.lemma != token.lemma or other.tag != "NN" or self._quoted(other.start):
                continue
            beside = [self.tokens[k].text.lower() for k in self.tree.children(j, "det", "nummod")]
            if beside == ["the"] and self.phrase(j)[1] - self.phrase(j)[0] == len(beside) + 1:
                continue
            if not {"a", "an", "one"}.intersection(beside) or self.tree.children(j, "appos"):
                return None
            first, last = self.phrase(j)
            aside = {k for c in self.tree.children(j, "relcl", "acl") for k in self.tree.subtree(c)}
            alone = last - first == len(beside) + 1
            return None if alone else self._described.words(j, (first, last), frozenset(aside)).split(", ")[0]
        return None

    def _as_proper(self, i: int, first: int, last: int) -> tuple[str, Kind]:
        """What a proper noun without a mark names: who holds the office ("the President"), a body, else its words."""
        office = self.tokens[i].text.lower() in words().sources["of_one"] and self.tokens[first].text.lower() == "the"
        if holder := self.people.holder(i) if office and last - first == 2 else None:
            return holder, "person"
        span = self._spans.get(i)
        body = span is not None and span.label in ("ORG", "GPE", "LOC", "FAC")
        return (self._body(span), "organization") if span and body else self._proper(i)

    def _surname_at(self, i: int, first: int) -> str | None:
        """Whose surname a word is that was read as a common noun ("Storms added", beside an Andrew Storms) or stands in
        brackets ("[Storms] said")."""
        token = self.tokens[i]
        known = self.people.full.get(token.text, "") if token.text[:1].isupper() else ""
        if known and i > 0 and self.tokens[i - 1].text == "[":
            return known
        return known if first == i and token.pos == "NOUN" and " " in known else None

    def _behind_rank(self, i: int) -> str | None:
        """The person whose name stands behind a rank that a line break cut off ("said Sgt." at a line's end)."""
        k = bisect_right(self._starts, self.tokens[i].end)
        if self.tokens[i].text.rstrip(".").lower() not in RANKS or k >= len(self._mentions):
            return None
        between = self.text[self.tokens[i].end : self._mentions[k].start].strip(" .\n")
        return None if between else self._bearer(self._mentions[k])

    def _speaker_of(self, i: int) -> int | None:
        """Whose words remarks are: "His remarks suggest that" tells what he suggests."""
        owner = next(iter(self.tree.children(i, "poss")), None)
        spoken = self.tokens[i].lemma in ("comment", "remark") and owner is not None
        return owner if owner is not None and spoken and self.tokens[owner].pos in ("PRON", "PROPN") else None

    def _meant(self, i: int) -> int | None:
        """The token of the name that a word beside it or said of it only describes: "Delta Rising, a group that has
        vowed", "Lee is a clerk who has pledged", "members — lacking a plan to fight it — protested"."""
        token, over = self.tokens[i], self.tokens[i].head
        if token.lemma in words().sources["documents"] or self._is_titled(i):
            return None
        beside = token.dep == "appos" and self.tokens[over].pos == "PROPN" and self.mention(over) is not None
        named = self._entities.get(mention.entity) if (mention := self.mention(over)) else None
        if named and named.kind == "place" and token.lemma in words().sources["bodies"]:
            return None  # "shut in Orsk, the country's ministry has said"
        if beside and (over < i or (self.people.person(over) and self._stands_before(i, over))):
            return over
        while token.dep == "conj" and self.tokens[over].dep in ("attr", "conj") and token.tag == "NN":
            token, over = self.tokens[over], self.tokens[over].head  # "is a liar and a cheat who has pledged"
        who = subject(self.tree, over) if token.dep == "attr" else None
        who = next(iter(self.tree.children(over, "nsubj")), None) if token.tag == "VBG" else who
        if who is None or who == i or (token.tag != "VBG" and self.tokens[over].lemma != "be"):
            return None
        return who if token.tag == "VBG" or self.people.person(who) or self._by_apposition(who) else None

    def _stands_before(self, i: int, k: int) -> bool:
        """Whether a description stands before the name that it belongs to, with a comma between: "A son of clerks,
        Lee"."""
        _, last = self.tree.token_range(i)
        opens = self.tokens[i].tag == "NN" and last <= k and self.tokens[k + 1].text != ","
        return opens and any(t.text == "," for t in self.tokens[last - 1 : last + 1])

    def _body(self, span: EntitySpan) -> str:
        return re.sub("^[Tt]he ", "", " ".join(self.tokens_between(span.start, span.end)))

    def _pronoun(self, i: int, words_of: str) -> tuple[str, Kind]:
        """Whom a pronoun means: as the names stage has it, who is certain; else whoever stands nearest."""
        token = self.tokens[i]
        mention = self.mention(i)
        entity = self._entities.get(mention.entity) if mention else None
        known = entity and entity.kind in ("person", "organization")
        if entity and self._is_told_of(i, entity.id):
            entity = known = None
        again = self.people.teller_again(i) if token.text.lower() in PERSONAL else None
        if again is not None:
            return self.name(again)
        if entity and known and token.text.lower() in PERSONAL:
            return entity.canonical, "person" if entity.kind == "person" else "organization"
        if token.text.lower() in PERSONAL:
            other = self.people.newcomer(i)
            other = self.people.antecedent(i) if other is None else other
            meant = self.name(other) if other is not None and other != i else None
            if meant and meant[1] == "person" and not self.people.may_be(i, meant[0]):
                meant = None  # "the director" of whom the article has another: "he", beside a Jane
            if meant and meant[1] in ("organization", "media", "unknown") and self.people.only_one(i):
                meant = None  # "the White House": no "she"
            named = self._entities.get(mention.entity) if mention else None
            if meant and named and not self.people.may_be(i, meant[0]):
                return named.canonical, "person" if named.kind == "person" else "organization"  # none else of her sex
            if meant:
                return meant
        if token.text.lower() in ("they", "it"):
            other = self.people.group(i)
            if other is not None and token.text.lower() == "they":
                several = [self.name(h) for h in self.heads(other)]
                return " and ".join(dict.fromkeys(n for n, _ in several)), several[0][1]
            if other is not None:
                return self.name(other)
        if entity and known:
            return entity.canonical, "person" if entity.kind == "person" else "organization"
        alone = self.people.only_one(i) if token.text.lower() in ("he", "she") else None
        return (alone, "person") if alone else (" ".join(words_of.split()), "unknown")

    def _is_told_of(self, i: int, entity: str) -> bool:
        """Whether a pronoun behind what is said can't be the one whom that tells of: "Lee was ill, he said"."""
        for clause in self.tree.children(self.tokens[i].head, "ccomp"):
            first, last = self.tree.token_range(clause)
            aside = any(self.tokens[m].text.lower() != "that" for m in self.tree.children(clause, "mark"))
            if last <= i and self.tokens[i].dep == "nsubj" and not aside:
                low = bisect_right(self._starts, self.tokens[first].start - 1)
                high = bisect_right(self._starts, self.tokens[last - 1].start)
                named = self._mentions[low:high]
                return any(m.entity == entity and m.form != "pronoun" and not self._quoted(m.start) for m in named)
        return False

    def _by_apposition(self, i: int) -> tuple[str, Kind] | None:
        """The proper name beside a role ("the head of the team, Ann Lee", "newspaper Delta Post")."""
        span = self._spans.get(i)
        if self.tokens[i].pos == "PROPN" and span and span.label != "NORP":
            return None  # not so "the top Democrat, Ann Lee"
        for child in self._appositions(i):
            if self.tokens[child].pos == "PROPN":
                a, b = self.phrase(child)
                if self._is_anothers_title(i, a - 1):
                    continue
                name = self.text[self.tokens[a].start : self.tokens[b - 1].end]
                first, last = self.phrase(i)
                person = self.people.person(child) or self._unknown(i, child)
                several = self.tokens[i].tag in ("NNS", "NNPS")
                if several and self._counts_more(i, child):
                    return None
                if person and self.tokens[i].lemma not in words().sources["outlet_words"]:
                    joined = [p for k in self.heads(child)[1:] if (p := self.people.person(k))]
                    return " and ".join([person, *joined] if several else [person]), "person"
                if CAMEL.match(name) and not person:
                    return name, "organization"
                if outlet_in(self.text[self.tokens[first].start : self.tokens[last - 1].end]) or outlet_in(name):
                    return outlet_in(name) or name, "media"
        return None

    def _is_anothers_title(self, i: int, k: int) -> bool:
        """Whether the word right before a name is the title of another, whom the role at i is near to: "the son of the
        mayor |Ann Lee"."""
        token = self.tokens[k]
        titles = words().sources["titles"] | words().sources["of_one"]
        return k > i and token.dep == "pobj" and token.head > i and token.text.lower() in titles

    def _appositions(self, i: int) -> list[int]:
        """What stands in apposition to token i, and the person's name behind a second such role ("a former clerk, now a
        lawyer with Delta Law, Ann Lee,")."""
        found = self.tree.children(i, "appos")
        again = [k for c in found if self.tokens[c].tag == "NN" for k in self.tree.children(c, "appos")]
        one = self._is_role(i) and self.tokens[i].tag == "NN"
        return found + [k for k in again if one and self.people.person(k)]

    def _counts_more(self, i: int, k: int) -> bool:
        """Whether the words before a role count more people than the names beside it that were read ("four
        others — A of X; B; and C")."""
        counted = [self.tokens[c].text.lower() for c in self.tree.children(i, "nummod")]
        named = len(self.heads(k))
        return named > MANY or (bool(counted) and counted[0] not in ("one", "two", "2") and named < MANY)

    def _unknown(self, i: int, k: int) -> str | None:
        """The name beside a role for one person that the recogniser takes for a body's ("a spokesman for the
        union, Brad Wood,")."""
        a, b = self.phrase(k)
        name = IRISH.sub("O'", " ".join(t.text for t in self.tokens[a:b]))
        one = self._is_role(i) and self.tokens[i].tag in ("NN", "NNP") and 2 <= len(name.split()) <= 3
        plain = all(t.tag == "NNP" and t.text.istitle() for t in self.tokens[a:b] if t.text not in ("'", "’"))
        known = words().sources["bodies"] | words().sources["outlet_words"]
        return name if one and plain and not outlet_in(name) and not known & set(name.lower().split()) else None

    def _before_dash(self, first: int) -> str | None:
        """The person whose name stands before a role and a dash: "Ann Lee - head of the team - said"."""
        dash = first - 1
        if dash < 2 or self.tokens[dash].text not in ("-", "–", "—", "--"):
            return None
        begin = dash
        while begin > 0 and self.tokens[begin - 1].pos == "PROPN":
            begin -= 1
        known = self._spans.get(dash - 1)
        parts = [t.text for t in self.tokens[begin:dash]]
        return strip_titles(parts) if known and known.label == "PERSON" and len(parts) > 1 else None

    def _at_end(self, i: int, last: int) -> str | None:
        """The person whose name ends the words for his office without a comma: "the former attorney for the
        District of Delta Ann Lee"."""
        person = self.people.person(last - 1) if last - 1 > i and self._is_role(i) else None
        span = self._spans.get(last - 1)
        if (
            self.tokens[i].tag not in ("NN", "NNP")
            or person is None
            or span is None
            or span.label != "PERSON"
            or " " not in person
        ):
            return None
        before = max(k for k in range(i, last) if self.tokens[k].start < span.start)
        titles = (
            words().sources["titles"]
            | words().sources["of_one"]
            | {"former", "late", "vice", "u.s.", "us", "the", "then", "-"}
        )
        link = max((k for k in range(i, before + 1) if self.tokens[k].pos == "ADP"), default=i)
        own = self.tokens[link + 1].text.lower() == "the" and self.tokens[link + 2].text.lower() in titles - {"former"}
        if link > i and not own and all(self.tokens[k].text.lower() in titles for k in range(link + 1, before + 1)):
            return None  # "the son of former President Ann Lee": another; not so "Aide to the President Ann Lee"
        before -= self.tokens[before].text.lower().rstrip(".") in HONORIFICS  # "a clerk for Mr. Lee"
        return person if before > i and self.tokens[before].pos == "PROPN" else None

    def _is_role(self, i: int) -> bool:
        lists = words().sources
        return self.tokens[i].lemma.lower() in lists["persons"] | lists["titles"] | lists["anonymous"]

    def _proper(self, i: int) -> tuple[str, Kind]:
        """A name that the recogniser passed over: the phrase's words without article and titles."""
        first, last = self.phrase(i)
        parts = [t for t in self.tokens[first : i + 1] if t.text.strip()]
        while len(parts) > 1 and parts[0].dep in ("det", "advmod", "predet", "punct"):
            parts = parts[1:]
        words_of = " ".join(self.text[parts[0].start : self.tokens[i].end].split())
        body = self.tokens[i].text.lower() in words().sources["bodies"] or last - i > 1
        many = self.tokens[i].tag == "NNPS"  # "House Republicans"
        return (words_of, "organization") if body or many else (strip_titles(words_of.split()), "unknown")

    def heads(self, i: int) -> list[int]:
        """The head and those joined to it ("Lee and Orr said"), in text order."""
        found = [*self._joined_before(i), i]
        if (bearer := self._bearer_of_both(i)) is not None:
            return self.heads(bearer)
        for child in self._beside(i) + self.tree.children(i, "conj"):
            joined = self.tokens[child].pos in ("NOUN", "PROPN", "PRON") and not self._is_place(child)
            if joined and not self._is_second_office(i, child) and not self.people.is_also(i, child):
                found.extend(self.heads(child)[self._is_party_tag(child) :])
        return found

    def _beside(self, i: int) -> list[int]:
        """Those joined to token i that the parser hung on an apposition: "Ann Lee, Tom Orr and Eve Quist", "Ann Lee,
        the top clerk, and other sailors"."""
        found: list[int] = []
        for child in self.tree.children(i, "appos") if self.people.person(i) else []:
            others = [k for k in self.tree.children(child, "conj") if k > child]
            listed = self.people.person(child) and any(self.people.person(k) for k in others)
            listed = listed or (bool(others) and self._is_titled(child))
            links = [k for k in self.tree.children(child, "cc") if self.tokens[k - 1].text == ","]
            found += [child] if listed else others if links and len(others) == 1 else []
        return found

    def _is_titled(self, i: int) -> bool:
        """Whether an office right before a name brings in another: "Ann Lee, Harbor Chief |Tom Orr and sailors"."""
        named = [k for k in self.tree.children(i, "appos") if self.people.person(k)]
        first = self.tree.token_range(named[0])[0] if named else i
        return first == i + 1 and self.tokens[i].tag == "NNP" and self._is_role(i)

    def _joined_before(self, i: int) -> list[int]:
        """The person whom a party in brackets parted from the one at token i: "Ann Lee (D) and clerk Tom Orr (R)"."""
        first, _ = self.phrase(i)
        tag = [t.text for t in self.tokens[max(0, first - 4) : first]]
        tagged = first > 4 and (tag[0], *tag[2:]) == ("(", ")", "and")
        return [first - 5] if tagged and self.people.person(first - 5) else []

    def _is_party_tag(self, i: int) -> bool:
        """Whether a name is the place in what a party's letter opens: "Ann Lee, R-Del., and Tom Orr"."""
        return i > 1 and self.tokens[i - 1].text in ("-", "–") and self.tokens[i - 2].text in PARTIES

    def _bearer_of_both(self, i: int) -> int | None:
        """The person behind two trades of his own ("actress and former reporter Ann Lee said")."""
        alone = self._is_role(i) and self.tokens[i].tag in ("NN", "NNP") and not self.tree.children(i, "det", "poss")
        joined = self.tree.children(i, "conj") if alone else []
        titled = (k for k in joined if self.people.person(k) and any(map(self._is_role, self._words_before(k))))
        return next(titled, None)

    def _words_before(self, k: int) -> list[int]:
        """The words joined before a name, and before those: "2020 Mayoral Candidate Ann |Lee"."""
        return [j for c in self.tree.children(k, "compound") for j in (c, *self._words_before(c))]

    def _is_second_office(self, i: int, k: int) -> bool:
        """Whether a joined noun is one more office of the same person ("president and chief executive, Ann Lee")."""
        one = self._is_role(i) and self._is_role(k) and self.tokens[k].tag in ("NN", "NNP")
        beside = [*self.tree.children(i, "appos"), *self.tree.children(k, "appos")]
        return one and not self.tree.children(k, "det") and any(self.people.person(j) for j in beside)

    def _is_where(self, i: int) -> bool:
        """Whether a name is a place's behind "in" or "at"."""
        mention, over = self.mention(i), self.tokens[self.tokens[i].head]
        entity = self._entities.get(mention.entity) if mention else None
        led = self.tokens[i].dep == "pobj" and over.text.lower() in ("in", "at", "near", "from")
        return led and entity is not None and entity.kind == "place"

    def _is_place(self, i: int) -> bool:
        """Whether a joined name is a place beside a person's ("Ann Lee , R - Del. ; and Tom Orr")."""
        mention = self.mention(i)
        entity = self._entities.get(mention.entity) if mention else None
        over = self.tokens[i].head
        surname = self.tokens[i].text in self.people.full
        return entity is not None and entity.kind == "place" and self.people.person(over) is not None and not surname

    def source(self, i: int, without: frozenset[int] = frozenset()) -> Source:
        """The source whose phrase has its head at token i, together with those joined to it."""
        heads = [h for h in self.heads(i) if h not in without]
        if len(heads) > 1 and self._is_where(heads[0]) and any(map(self.people.person, heads)):
            heads = [h for h in heads if self.people.person(h)]  # "At a rally in Orsk, Maren, Ann Lee said"
        named = [self.name(h, without) for h in heads] or [self.name(i, without)]
        if len(heads) > 1 and all(self.tokens[h].text.lower() in PERSONAL for h in heads):
            named = [("he or she", "unknown")]  # whoever it is
        first, last = self.phrase(i, without)
        if len(heads) > 1:
            last = max(last, self.phrase(heads[-1], without)[1])
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        name = " and ".join(dict.fromkeys(n for n, _ in named))
        return Source(start, end, self.text[start:end], name, named[0][1])

    def sources(self, i: int, without: frozenset[int] = frozenset()) -> tuple[Source, ...]:
        """The source at token i; for a document, first whoever issued it where the text tells."""
        source = self.source(i, without)
        if source.kind != "document":
            return (source,)
        seer = self._seer(i)
        if seer is not None:
            alone = self.source(
                i, without | frozenset(j for c in self.tree.children(i, "acl") for j in self.tree.subtree(c))
            )
            return alone, self.source(seer)
        if self.tokens[i].lemma in FILMED and self.tokens[self.tokens[i].head].lemma == "show":
            return (source,)  # who gave out a film says nothing of what it shows
        issuer = issuer_of(self.tree, i)
        if issuer is None or self._is_no_issuer(i, issuer):
            return (source,)
        by = self.source(issuer, without)
        if by.kind == "document" or by.name == source.name:
            return (source,)
        if by.kind == "media" and self.tokens[i].lemma in TOLD:
            return (
                Source(source.start, source.end, source.text, by.name, by.kind),
            )  # an outlet's report is the outlet
        bare = "data" if self.tokens[i].lemma == "datum" else self.tokens[i].lemma
        bare = f"e-{bare}" if i > 1 and self.tokens[i - 2].text.lower() == "e" else bare
        return by, Source(source.start, source.end, source.text, f"{bare} of {by.name}", "document")

    def _is_no_issuer(self, i: int, k: int) -> bool:
        """Whether what stands in an issuer's place beside the document at i issues nothing: a pronoun, a place, a
        headline's adjective, one of two media that share it ("a Delta Post-Orsk News poll")."""
        token = self.tokens[k]
        if self.tokens[i].lemma in AGAINST and (self.people.person(k) or token.tag == "PRP$"):
            return True  # "Lee's indictment" is none of his words
        if token.text.lower() in PRONOUNS - PERSONAL or token.lemma in SOMEBODY or self._is_whence(k):
            return True
        if is_time(self.tree, k) or token.lemma in OCCASIONS:
            return True  # "Monday's report", "records from the meeting"
        if token.pos == "NOUN" and token.lemma in words().lists["content_nouns"] | {"criticism", "attack", "news"}:
            return True  # "the latest criticism came in a letter"
        if token.dep in ("compound", "nmod") and token.head == i:
            first, last = self.phrase(i)
            joined = any(self.tokens[j].text in ("-", "–", "/") for j in range(first + 1, last))
            names = sum(self.tokens[j].pos == "PROPN" for j in range(first, last))
            shared = any(self.tokens[j].text == "/" for j in range(first + 1, i))
            if joined and names > 2 - shared:
                return True
        return self.mention(k) is None and token.dep == "compound" and outlet_in(token.text) is None

    def _is_whence(self, k: int) -> bool:
        """Whether an issuer is but the place that something was sent from ("cables from Orsk", "the Orsk post")."""
        mention = self.mention(k)
        entity = self._entities.get(mention.entity) if mention else None
        return entity is not None and entity.kind == "place" and self.tokens[k].dep in ("pobj", "compound")

    def _seer(self, i: int) -> int | None:
        """The medium that has seen the document at token i, which others issued: "documents obtained
        by the Delta Herald"."""
        for child in self.tree.children(i, "acl"):
            by = agent(self.tree, child) if self.tokens[child].lemma in SEEN else None
            if by is not None and self.source(by).kind == "media":
                return by
        return None
