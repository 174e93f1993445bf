"""Pronouns, only where one person alone can be meant."""

from collections import Counter
from collections.abc import Sequence

from crosswire.annotate.attribution_quotes import Quote, find_quotes, quote_at
from crosswire.annotate.attribution_words import words
from crosswire.annotate.person_words import weights
from crosswire.annotate.pronoun_binding import barred, governor, is_possessive, is_reflexive, subject_of
from crosswire.annotate.pronoun_people import SUBJECT, Candidate, known_sex, people, role_of
from crosswire.records import Article, Entity, Mention, Parse
from crosswire.text.syntax import Tree

_SEX = {**dict.fromkeys(("he", "him", "his", "himself"), "m"), **dict.fromkeys(("she", "her", "hers", "herself"), "f")}
BACK = 2  # sentences back that somebody may be named
FARTHEST = 10  # sentences back in all, those counted that are quotations


def resolve_pronouns(
    article: Article, parse: Parse, tree: Tree, entities: tuple[Entity, ...], mentions: tuple[Mention, ...]
) -> list[Mention]:
    """Mentions for "he" and "she" whose person is safe: who fits by sex and by the build of the sentence, and
    stands out from all others named or unnamed nearby. An open pronoun is no fault, a wrong name is."""
    return _Resolver(article, tree, entities, mentions).resolve()


class _Resolver:
    """The pronouns of one article: those outside quotations first, as what is quoted speaks of the same people
    and its speaker must be known."""

    def __init__(self, article: Article, tree: Tree, entities: Sequence[Entity], mentions: Sequence[Mention]) -> None:
        self.tree, self.tokens = tree, tree.tokens
        self.sex = known_sex(tree, entities, mentions)
        self.people = people(tree, entities, mentions, self.sex)
        self.quotes = find_quotes(article)
        self.quote: list[Quote | None] = [quote_at(self.quotes, t.start) for t in self.tokens]
        pronouns = [i for i, t in enumerate(self.tokens) if t.text.lower() in _SEX]
        self.pronouns = sorted(pronouns, key=lambda i: (self.quote[i] is not None, i))
        self.by_sentence: dict[int, list[Candidate]] = {}
        self.at: dict[int, Candidate] = {}
        self.said_by: dict[int, set[str]] = {}
        self.margin = 0.0

    def _note(self, someone: Candidate) -> None:
        self.by_sentence.setdefault(self.tokens[someone.at].sentence, []).append(someone)
        self.at[someone.at] = someone

    def resolve(self) -> list[Mention]:
        """Read twice: the clearest pronouns tell whether a name is a man's or a woman's."""
        votes: dict[str, Counter[str]] = {}
        for i, who in self._read(2 * weights()["margin"]).items():
            votes.setdefault(who, Counter())[_SEX[self.tokens[i].text.lower()]] += 1
        for who, signs in votes.items():
            if self.sex[who] is None and len(signs) == 1:
                self.sex[who] = next(iter(signs))
        read = self._read(weights()["margin"])
        tokens = ((self.tokens[i], who) for i, who in sorted(read.items()))
        return [Mention(t.start, t.end, t.text, who, "pronoun") for t, who in tokens]

    def _read(self, margin: float) -> dict[int, str]:
        """The pronouns with the entity of each that can be told."""
        self.by_sentence, self.at, self.said_by, self.margin = {}, {}, {}, margin
        for someone in self.people:
            self._note(someone)
        found: dict[int, str] = {}
        for i in self.pronouns:
            sex = _SEX[self.tokens[i].text.lower()]
            who = self._referent(i, sex)
            self._note(Candidate(i, who or f"?{i}", sex, role_of(self.tree, i), who in self.sex))
            if who is not None and who in self.sex:
                found[i] = who
        return found

    def _referent(self, i: int, sex: str) -> str | None:
        """Who is meant at token i: an entity's id, "#…" for one without a name, None where it stays open."""
        if is_reflexive(self.tokens[i]):
            return self._own_subject(i, sex)
        if partner := self._partner(i, sex):
            return partner
        if is_possessive(self.tokens[i]) and (owner := self._same_clause(i, sex)):
            return None if owner.who.startswith("?") else owner.who
        scores = self._scores(i, sex)
        if not scores:
            return None
        ranked = sorted(scores, key=lambda who: (-scores[who], who))
        if len(ranked) > 1 and (self._share_a_verb(i, *ranked[:2]) or self._are_joined(i, *ranked[:2])):
            return None
        ahead = scores[ranked[0]] - (scores[ranked[1]] if len(ranked) > 1 else weights()["nobody"])
        return ranked[0] if ahead >= self.margin and not ranked[0].startswith("?") else None

    def _partner(self, i: int, sex: str) -> str | None:
        """Who stands beside a possessive's noun ("the woman and her friend")."""
        noun = self.tokens[i].head
        if not is_possessive(self.tokens[i]) or self.tokens[noun].dep != "conj":
            return None
        someone = self.at.get(self.tokens[noun].head)
        return someone.who if someone and self._sex(someone) in (sex, None) else None

    def _same_clause(self, i: int, sex: str) -> Candidate | None:
        """The pronoun that is the subject of a possessive's own clause: "he said in his speech"."""
        verb = next((k for k in self.tree.ancestors(i) if self.tree.children(k, *SUBJECT)), None)
        who = self.tree.children(verb, *SUBJECT)[0] if verb is not None else i
        plain = who < i and self.tokens[who].text.lower() in ("he", "she") and self.quote[who] == self.quote[i]
        someone = self.at.get(who) if plain else None
        return someone if someone and self._sex(someone) == sex else None

    def _share_a_verb(self, i: int, one: str, other: str) -> bool:
        """Whether two people are subject and object of a verb above a pronoun: "Lee told Orr that his …"."""
        for verb in self.tree.ancestors(i):
            subjects = {self.at[k].who for k in self.tree.children(verb, *SUBJECT) if k in self.at}
            objects = {self.at[k].who for k in self.tree.children(verb, "dobj", "dative") if k in self.at and k < i}
            if {one, other} <= subjects | objects and subjects & {one, other} and objects & {one, other}:
                return True
        return False

    def _are_joined(self, i: int, one: str, other: str) -> bool:
        """Whether two people are one subject: "Lee and his lawyer, Carl Orr, left. He …"."""
        here = self.tokens[i].sentence
        near = [p for back in range(BACK + 1) for p in self.by_sentence.get(here - back, []) if p.who in (one, other)]
        for someone in near:
            k = someone.at
            if self.tokens[k].dep == "appos":
                k = self.tokens[k].head
            over = self.at.get(self.tokens[k].head)
            if self.tokens[k].dep == "conj" and over and {someone.who, over.who} == {one, other}:
                return over.role in ("subject", "inner")
        return False

    def _own_subject(self, i: int, sex: str) -> str | None:
        """Whom "himself" means: the subject of its verb, or the name that it stands behind."""
        verb, over = governor(self.tree, i), self.tokens[i].head
        beside = self.tokens[i].dep in ("appos", "npadvmod")
        someone = self._person(over if beside else subject_of(self.tree, over if verb is None else verb, self.at))
        return someone.who if someone and self._sex(someone) in (sex, None) else None

    def _person(self, k: int | None) -> Candidate | None:
        """Whom a token means: itself, or the name that it stands beside ("Lee, the man who …")."""
        if k is None:
            return None
        beside = [k, *self.tree.children(k, "appos"), *([self.tokens[k].head] if self.tokens[k].dep == "appos" else [])]
        return next((self.at[j] for j in beside if j in self.at), None)

    def _sex(self, someone: Candidate) -> str | None:
        return self.sex.get(someone.who) or someone.sex

    def _scores(self, i: int, sex: str) -> dict[str, float]:
        never = self._speakers(i)
        alone = self.quote[i] is not None and not never
        outside = self.quote[i] is None and self._says(i)
        out = barred(self.tree, i, self.at)
        not_these = {p.who for k in out if (p := self._person(k))} | never | self._spoken_of(i)
        scores: dict[str, float] = {}
        count: Counter[str] = Counter()
        w = weights()
        for back, number in enumerate(self._before(i)):
            for someone in self.by_sentence.get(number, []):
                if someone.who in not_these or someone.at in out or self._sex(someone) not in (sex, None):
                    continue
                if outside and self.quote[someone.at] is not None:
                    continue  # whom somebody names in what he says
                if alone and self.quote[someone.at] is None:
                    continue  # he may be the one who speaks
                if someone.at >= i and not self._is_ahead(i, someone):
                    continue
                count[someone.who] += 1
                scores[someone.who] = max(scores.get(someone.who, -9.0), self._score(i, someone, sex, back))
        return {who: score + w["again"] * min(count[who] - 1, 3) for who, score in scores.items()}

    def _before(self, i: int) -> list[int]:
        """The sentences that may name whom a pronoun means: its own and those before; outside a quotation those that
        are nothing else do not count, where no other names anybody."""
        here = self.tokens[i].sentence
        near = list(range(here, max(-1, here - BACK - 1), -1))
        own = (p for n in near for p in self.by_sentence.get(n, []))
        if self.quote[i] is not None or any(p.at < i and self.quote[p.at] is None for p in own):
            return near
        plain = [n for n in range(here, max(-1, here - FARTHEST), -1) if not self._is_quoted(n)]
        return plain[: BACK + 1]

    def _is_quoted(self, number: int) -> bool:
        """Whether a sentence is nothing but a quotation."""
        span = self.tree.parse.sentences[number]
        return all(self.quote[k] or self.tokens[k].pos in ("PUNCT", "SPACE") for k in range(span.first, span.last))

    def _score(self, i: int, someone: Candidate, sex: str, back: int) -> float:
        w = weights()
        role = "subject" if self._has_it(someone.at) else someone.role
        score = (w["ahead"] if someone.at > i else w[role]) - w["sentence"] * back
        score -= 0 if someone.named else w["unnamed"]
        score -= w["open"] if someone.who.startswith("?") else 0
        score -= w["quoted"] if self.quote[someone.at] and self.quote[someone.at] != self.quote[i] else 0
        score += w["sex"] if self._sex(someone) == sex else 0
        mine = role_of(self.tree, i)
        same = mine == someone.role or (mine in ("subject", "inner") and someone.role in ("subject", "inner"))
        score += w["parallel"] if same else 0
        score += (
            w["speaker"]
            if self._says(i)
            and self._run(i) == self._run(someone.at)
            and (self._says(someone.at) or self._has_it(someone.at))
            and not self._asks(someone.at)
            else 0
        )
        score -= w["told"] if back and self._says(i) and self._is_told(someone) else 0
        score += w["within"] if self.quote[i] and self._run(i) == self._run(someone.at) else 0
        score -= w["aside"] if back and self._says(i) and someone.role == "inner" and self._is_aside(someone) else 0
        verb = self.tokens[someone.at].head
        above = list(self.tree.ancestors(i)) if back == 0 and someone.at < i else []
        if self.tokens[someone.at].dep not in SUBJECT:
            return score + (w["beside"] if someone.role == "object" and verb in above else 0)
        if verb in above:
            own = next((k for k in above if self._has_other_subject(k, i)), None)
            return score + (w["own"] if verb == own else 0)
        return score

    def _says(self, i: int) -> bool:
        """Whether a token is the subject of a verb of saying, or the name beside it ("the mayor, Ann Lee, said")."""
        i = self.tokens[i].head if self.tokens[i].dep == "appos" else i
        if self.tokens[i].dep not in SUBJECT:
            return False
        verb = self.tokens[i].head
        behind = {t.text.lower() for t in self.tokens[verb + 1 : verb + 3]}
        clear = self.tokens[verb].lemma == "make" and bool(behind & {"clear", "plain"})
        return clear or self.tokens[verb].lemma in words().stance

    def _has_it(self, i: int) -> bool:
        """Whether a token is who has it, behind "According to" that opens a sentence."""
        link = self.tokens[self.tokens[i].head]
        return self.tokens[i].dep == "pobj" and self.tokens[link.head].text == "According" and self.quote[i] is None

    def _is_told(self, someone: Candidate) -> bool:
        """Whether somebody is named in what another person says: "Lee said Orr was late"."""
        for k in self.tree.ancestors(someone.at):
            over = self.tokens[k].head
            if self.tokens[k].dep == "ccomp" and self.tokens[over].lemma in words().stance:
                tellers = [self.at[j] for j in self.tree.children(over, *SUBJECT) if j in self.at]
                return bool(tellers) and tellers[0].named and tellers[0].who != someone.who
        return False

    def _run(self, i: int) -> int | None:
        """The quotation over paragraphs that a token stands in."""
        quote = self.quote[i]
        return quote.run if quote else None

    def _is_aside(self, someone: Candidate) -> bool:
        """Whether somebody does what only tells more of a noun: "On the day that Lee left, Orr spoke"."""
        own = self.tokens[someone.at].dep in SUBJECT and self.tokens[someone.at].pos == "PROPN"  # not "Lee, who spoke"
        return own and self.tokens[self.tokens[someone.at].head].dep in ("relcl", "acl")

    def _asks(self, i: int) -> bool:
        return self.tokens[self.tokens[i].head].lemma == "ask"

    def _has_other_subject(self, verb: int, i: int) -> bool:
        return any(k != i and i not in self.tree.subtree(k) for k in self.tree.children(verb, *SUBJECT))

    def _is_ahead(self, i: int, someone: Candidate) -> bool:
        """Whether somebody is the main subject right behind the clause that a pronoun stands in."""
        if not someone.named or someone.role != "subject" or self.tokens[someone.at].dep not in SUBJECT:
            return False
        root = self.tokens[someone.at].head
        chain = list(self.tree.ancestors(i))
        below = [k for k in (i, *chain) if self.tokens[k].head == root and k != root]
        return bool(below) and self.tokens[below[0]].dep in ("advcl", "prep") and below[0] < someone.at

    def _speakers(self, i: int) -> set[str]:
        """Those who say what is quoted at token i; none where it stands in no quotation. The sentences that the
        quotation runs over tell it, else the one before."""
        quote = self.quote[i]
        if quote is None:
            return set()
        if quote.run not in self.said_by:
            inside = [
                self.tokens[k].sentence for k in range(len(self.tokens)) if (q := self.quote[k]) and q.run == quote.run
            ]
            near = self._who_says(range(inside[0], inside[-1] + 1))
            self.said_by[quote.run] = near or self._who_says(range(max(0, inside[0] - 1), inside[0]))
        return self.said_by[quote.run]

    def _spoken_of(self, i: int) -> set[str]:
        """Whom the one who speaks names in what he says: '"Lee shot him," he said' is not said by Lee."""
        token, verb = self.tokens[i], self.tokens[self.tokens[i].head]
        if self.quote[i] is not None or token.dep not in SUBJECT or verb.lemma not in words().stance:
            return set()
        span = self.tree.parse.sentences[token.sentence]
        runs = {q.run for k in range(span.first, span.last) if (q := self.quote[k])}
        near = [p for back in range(BACK + 1) for p in self.by_sentence.get(token.sentence - back, [])]
        return {p.who for p in near if (q := self.quote[p.at]) and q.run in runs}

    def _who_says(self, sentences: range) -> set[str]:
        """The subjects of verbs of saying in some sentences, outside quotations."""
        spans = [self.tree.parse.sentences[k] for k in sentences]
        verbs = [k for s in spans for k in range(s.first, s.last) if self.quote[k] is None]
        saying = [k for k in verbs if self.tokens[k].pos == "VERB" and self.tokens[k].lemma in words().stance]
        return {self.at[s].who for k in saying for s in self.tree.children(k, *SUBJECT) if s in self.at}
