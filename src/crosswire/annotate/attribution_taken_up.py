"""What a common noun takes up: "the newspaper", "the firm", a bare "police"."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Literal

from crosswire.annotate.attribution_issuers import own_issuer
from crosswire.annotate.attribution_words import words
from crosswire.annotate.citation_media import media, outlet_in, outlet_name
from crosswire.records import Entity, Mention, Parse
from crosswire.text.syntax import Tree

ON_AIR = frozenset({"network", "channel", "station", "broadcaster"})
ON_PAPER = frozenset({"newspaper", "paper", "daily", "tabloid", "magazine"})
PRINTED = re.compile(r"\b(?:Times|Post|Journal|Herald|Tribune|Gazette|Magazine|Guardian|Chronicle)\b")
AIRED = re.compile(r"\b(?:CNN|MSNBC|[ANC]BC|CBS|BBC|Fox|NPR|TV|Radio|Channel)\b")
ACRONYM = re.compile(r"[A-Z]{2,5}")  # of trade or of state
OUTLET_REACH = 6  # sentences back that "the newspaper" may find its name
BODY_REACH = 3  # sentences back that "the firm" may find its name, where no nearer one names a body
CHAMBERS = frozenset(
    "congress senate parliament house assembly court government administration cabinet army navy police".split()
)  # no group, no organisation
OWNED = frozenset({"office", "campaign", "department", "firm", "company"})  # what is told apart by its owner
EITHER = frozenset({"group", "organization", "organisation"})  # of trade or of state


class TakenUp:
    """Finds the names that common nouns take up in one article. ``mentions`` are in text order."""

    def __init__(
        self, text: str, parse: Parse, tree: Tree, mentions: Sequence[Mention], entities: Mapping[str, Entity]
    ) -> None:
        self.text, self.parse, self.tree, self.tokens = text, parse, tree, parse.tokens
        self._mentions, self._entities = mentions, entities
        self._starts = [m.start for m in mentions]

    def name(self, i: int, first: int, last: int) -> tuple[str, Literal["media", "organization"]] | None:
        """The name that a common noun takes up: "the newspaper", "the report", a bare "police"."""
        token = self.tokens[i]
        if token.pos != "NOUN" or last - first >= 4:
            return None
        report = token.lemma == "report" and token.tag == "NN" and self._is_known_report(i, first, last)
        if (token.lemma in words().sources["outlet_words"] or report) and (earlier := self._last_outlet(i)):
            return earlier, "media"
        owned = self._owned(i) if last - first == 2 and token.tag == "NN" else None
        if owned:
            return owned, "organization"
        force = self._police() if token.lemma == "police" and self._is_bare(i, first) else None
        plain = last - first == 2 or (last - first == 3 and self.tokens[i - 1].tag in ("NN", "NNS"))  # "the tech giant"
        body = force or (self._body_before(i) if plain and token.tag == "NN" else None)
        return (body, "organization") if body else None

    def _is_bare(self, i: int, first: int) -> bool:
        """Whether nothing tells which police: "police", "the police", not "state police"."""
        return first == i or (i - first == 1 and self.tokens[first].dep == "det")

    def _owned(self, i: int) -> str | None:
        """Whose body "the office" is, where the sentences before name it with its owner ("Mr. Orr's office")."""
        token = self.tokens[i]
        if token.lemma not in OWNED or not any(
            self.tokens[c].text.lower() == "the" for c in self.tree.children(i, "det")
        ):
            return None
        for j in range(i - 1, self.parse.sentences[max(0, token.sentence - OUTLET_REACH)].first - 1, -1):
            owners = [k for k in self.tree.children(j, "poss") if self.tokens[k].pos == "PROPN"]
            if self.tokens[j].lemma == token.lemma and owners:
                first, _ = self.tree.token_range(owners[0])
                whole = " ".join(self.text[self.tokens[first].start : self.tokens[j].end].split())
                return re.sub(" (?=['’]s)", "", whole)
        return None

    def _body_before(self, i: int) -> str | None:
        """The body that "the firm" or "the agency" takes up: the only one that the nearest sentence with one
        names, where it is of its sort."""
        token = self.tokens[i]
        sort = next((kind for kind in ("firms", "offices") if token.lemma in words().sources[kind]), None)
        if sort is None or not any(self.tokens[c].text.lower() == "the" for c in self.tree.children(i, "det")):
            return None
        bodies: set[str] = set()
        for back in range(1, BODY_REACH + 1):
            start = self.parse.sentences[max(0, token.sentence - back)].start
            low, high = bisect_right(self._starts, start - 1), bisect_right(self._starts, token.start - 1)
            near = [self._entities.get(m.entity) for m in self._mentions[low:high]]
            named = {e.canonical for e in near if e and e.kind == "organization"}
            bodies = {n for n in named if token.lemma in EITHER or not outlet_in(n)}
            if bodies:
                break
        if len(bodies) != 1:
            return None
        (body,) = bodies
        if token.lemma in EITHER and set(body.lower().split()) & CHAMBERS:
            return None
        offices = words().sources["offices"]
        official = any(w in offices or w.removesuffix("s") in offices for w in body.lower().split())
        either = token.lemma in EITHER or ACRONYM.fullmatch(body)
        return body if official == (sort == "offices") or either else None

    def _last_outlet(self, i: int) -> str | None:
        """The outlet that "the newspaper", "the agency", "the report" means: the last one named
        before it in this sentence or those before."""
        if not any(
            self.tokens[c].text.lower() in ("the", "same", "that", "this") for c in self.tree.children(i, "det", "amod")
        ):
            return None
        first = max(0, self.tokens[i].sentence - OUTLET_REACH)
        start = self.parse.sentences[first].start
        found = [
            m for p in (media().listed, media().shaped) for m in p.finditer(self.text, start, self.tokens[i].start)
        ]
        word = self.tokens[i].lemma.casefold()
        other = PRINTED if word in ON_AIR else AIRED if word in ON_PAPER else None
        found = [m for m in found if other is None or not other.search(m.group())]
        # "the wire" after "Borough Wire, citing the Ledger, said": the name that has the word, else one that reported.
        ranked = (
            (m.group().casefold().endswith(word), self._is_teller(m.end()), m.start(), outlet_name(m.group()))
            for m in found
        )
        return max(ranked, default=(False, False, 0, None))[3]

    def _police(self) -> str | None:
        """The force that a bare "police" means: the only one that the article names ("Delta Police")."""
        named = {e.canonical for e in self._entities.values() if e.kind == "organization"}
        forces = sorted(n for n in named if n.split()[-1] == "Police" and " " in n)
        return forces[0] if len(forces) == 1 else None

    def _is_teller(self, end: int) -> bool:
        """Whether the name that ends at an offset is a subject or stands under "according to"."""
        token = self.tokens[bisect_right(self.tokens, end - 1, key=lambda t: t.start) - 1]
        head = self.tokens[token.head]
        return token.dep == "nsubj" or (token.dep == "pobj" and self.tokens[head.head].text.lower() == "according")

    def _is_known_report(self, i: int, first: int, last: int) -> bool:
        """Whether "the report" takes up what an outlet reported, and no report spoken of before."""
        if (
            last - first != 2
            or self.tokens[first].text.lower() not in ("the", "that", "this")
            or own_issuer(self.tree, i)
        ):
            return False
        start = self.parse.sentences[max(0, self.tokens[i].sentence - OUTLET_REACH)].first
        before = [t for t in self.tokens[start:i] if t.lemma == "report"]
        return bool(before) and all(t.pos == "VERB" for t in before)
