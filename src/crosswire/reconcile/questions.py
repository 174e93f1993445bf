"""The question of a point, as a newsroom would ask it."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from crosswire.reconcile.amounts import how_much, of_score
from crosswire.reconcile.asking import Asked, how_long_after, is_happening, personal, personal_noun, when, where, who
from crosswire.reconcile.callers import asks_caller
from crosswire.reconcile.clause import Clause, sentence
from crosswire.reconcile.inflection import plural
from crosswire.reconcile.misquotes import asked_of_words
from crosswire.reconcile.offices import is_office
from crosswire.reconcile.persons import asked_of_person
from crosswire.reconcile.phrases import FIRST_PERSON, INDEFINITE, SUPERLATIVE, Phrases, Usage, poorness, table, tidy
from crosswire.reconcile.reasons import WHOLE
from crosswire.reconcile.topics import PREPOSITIONS, TRAILING, Topics, shortened
from crosswire.records import Annotations, Argument, Claim, Filler, Name, Quantity, Slot, TimeExpression

# At most this many of a slot's claims are tried for the best question: those that share most words
# with the claims of other reports.
TRIED = 12
SPOKEN = 0.6
"""The part of a slot's claims that one speaker must have for "What did X say about ...?"."""
ENOUGH, ENOUGH_WHOLE = 5.1, 6.8
"""A question that reads worse than this gives way to the bare topic; one of a whole claim, than that."""
ALONE, EACH, MANY_ALONE = 1.4, 0.15, 4
"""What a question costs where all of its words are one report's alone, and for each such word, up to so many."""
SPREAD = 0.3
"""What a question costs of whose words the other reports tell nothing: each report counts, however much it tells."""
UNDONE = 1.2
"""What it costs to ask whether what most reports tell as done will be."""
SHORTER = 0.35
"""What it costs to leave out of a question what the report has."""
VAGUE = re.compile(
    r"\b(?:it|they|them|this|these|those|he|she|him|we|us|you|i|which|one|so|none)\b|[“”‘\"()\[\]:;]", re.IGNORECASE
)
LOOSE = re.compile(
    r"\b(?:others?|another|similar(?:ly)?|equally|same|also|too|such|now|then|latter|different|so far|further"
    r"|more (?!than)|(?:twice|times) as \w+$"
    r"|(?:(?:high|low|bigg|larg|small|bett|fast|old|young|strong|weak)er|worse|less|more)$"
    r"|(?:(?<!the )people|ways?|times?)$|what (?:he|she|it|they)\b)",
    re.IGNORECASE,
)
"""What points to words that the question doesn't have, or says next to nothing."""
OPENS_WHOLE = re.compile(
    r"(?!(?:us|me|my own|their|his|her|its|to|for|if|when|as|who|which|that|what|of|by|like|than|so|because|since|after"
    r"|before|and|or|but|with|without|in|at|on|from|how|why|where|while|until|through|about|just|not|whether)\b)",
    re.IGNORECASE,
)
OPENS_VERB = re.compile(
    r"(?:is|are|was|were|has|have|had|will|would|can|could|should|must|may|might|can ?not|will not) (?=.* )"
)
CUT_OUT = 1.5
"""A claim that costs this as a quotation is no whole clause."""
OPENS_PART = re.compile(
    r"(?:since|because|as|when|while|if|after|before|until|though|although|is|are|was|were|has|had|have|to|and|or|that|which|who|as|(?!\w+thing\b)[a-z]+ing|[a-z]+ed)\b"
)
THIN = re.compile(r" (?:things?|something|anything|stuff)$| are reported$")
OWNING = re.compile(r"\b(?:his|her|their|its)\b")
OWN_WORDS = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us)\b")
MASS = frozenset(("police", "staff", "people", "crew", "press", "media", "military", "public"))
CALLINGS = ("officials", "authorities", "prosecutors", "investigators", "witnesses", "lawmakers", "critics", "experts")
ASKING = frozenset(("Did", "Do", "Does", "Was", "Were", "Is", "Are", "Has", "Have", "Had", "Will"))
CONTENT = frozenset(("NOUN", "PROPN", "VERB", "ADJ", "NUM"))


def _by_score(text: str, cost: float, claim: Claim, score: Quantity, phrases: Phrases) -> Iterator[tuple[str, float]]:
    """From whether something was voted or won ("Did Ardel beat Brik 3-1"), by which score ("By what score did Ardel
    beat Brik")."""
    if claim.predicate not in table()["by_score"]:
        return
    if score.start < phrases.tokens[claim.token].start:
        return  # "The Osprey (11-4) won": what they have won so far
    if claim.text[: score.start - claim.start].rstrip().endswith("("):
        return
    figures = r"[\s–-]+".join(map(re.escape, re.split(r"\s*[-–]\s*", score.text)))
    told = re.sub(rf"(?:\s+by\s+an?)?\s*\(?{figures}\)?(?:\s+vote)?(?!\w)", "", text)
    first, _, rest = told.partition(" ")
    if first in ASKING and rest:
        yield f"By what {table()['by_score'][claim.predicate]} {first.lower()} {rest}", cost


def _for_how_long(text: str, cost: float, claim: Claim, time: Quantity) -> Iterator[tuple[str, float]]:
    """From whether something was so ("Were they in the hall"), for how long it was ("How long were they in the hall"),
    where the claim says so, wherever the parse hangs the time."""
    spent = rf"\s+for\s+{re.escape(time.text)}(?!\w)"
    first, _, rest = re.sub(spent, "", text).partition(" ")
    if claim.predicate == "be" and re.search(spent, claim.text) and first in ASKING and rest:
        yield f"How long {first.lower()} {rest}", cost + 0.5


class Asker:
    """Asks the questions of one story: reads each article's parse, and the joined names."""

    def __init__(self, annotations: Mapping[str, Annotations], names: Sequence[Name]) -> None:
        self._annotations = annotations
        self._canonical = {(v.article, v.text): n.canonical for n in names for v in n.variants}
        self._named: dict[str, dict[str, str]] = {}
        for (article, text), name in self._canonical.items():
            self._named.setdefault(article, {})[text] = name
        self._phrases: dict[str, Phrases] = {}
        self._words: dict[str, frozenset[str]] = {}
        self._stems: dict[str, frozenset[str]] = {}
        self._whole: dict[str, list[tuple[str, float, float]]] = {}
        self._cut: dict[str, set[str]] = {}

    @cached_property
    def _usage(self) -> Usage:
        return Usage(self._annotations[article] for article in sorted(self._annotations))

    def _read(self, article: str) -> Phrases | None:
        if article not in self._annotations:
            return None
        if article not in self._phrases:
            named = self._named.get(article, {})
            self._phrases[article] = Phrases(self._annotations[article], named, self._usage)
        return self._phrases[article]

    def question(self, slot: Slot, among: Sequence[Filler] = ()) -> str:
        """Ask what a slot answers: the best of the questions that its claims allow; only those of
        ``among`` where one of them gives a question (the claims that clash)."""
        if asked := asked_of_person(slot) or asked_of_words(slot):
            return asked + "?"
        weighed = self._weighed(slot.fillers)
        chosen = {(f.claim.id, f.filling.start if f.filling else -1) for f in among}
        first = [(f, far) for f, far in weighed if (f.claim.id, f.filling.start if f.filling else -1) in chosen]
        for tried in (first, weighed):
            best = min(self._candidates(slot, tried), default=None)
            if best and best[0] <= (ENOUGH_WHOLE if slot.kind in WHOLE else ENOUGH):
                return (self._when_said(slot, best[1]) or best[1]) + "?"
        return self._bare(slot)

    def _when_said(self, slot: Slot, text: str) -> str | None:
        """Of claims that tell only that somebody said something, and so don't answer what ("Dorn told reporters on
        Monday"): when he did, or on what occasion, else as whom the reports introduce him."""
        said = SAID_WHAT.fullmatch(text)
        claims = [f.claim for f in slot.fillers]
        if said is None or slot.kind not in WHOLE or not all(self._only_said(claim) for claim in claims):
            return None
        if 2 * sum(bool(claim.times) for claim in claims) > len(claims):
            return f"When did {said[1]} speak"
        if 2 * sum(bool(OCCASION.search(claim.text)) for claim in claims) > len(claims):
            return f"On what occasion did {said[1]} speak"
        return f"How is {said[1]} introduced"

    def _only_said(self, claim: Claim) -> bool:
        """Whether a claim tells only that somebody spoke, and who, when or where."""
        phrases = self._read(claim.article)
        if phrases is None or claim.said_by:
            return False
        token = phrases.tokens[claim.token]
        if token.pos not in ("VERB", "AUX"):
            return bool(OCCASION.match(claim.text))
        inside = set(phrases.at(claim.start, claim.end))
        below = phrases.tree.children(claim.token, "ccomp", "xcomp")
        return token.lemma in table()["words"]["speech"] and not inside & set(below)

    def _weighed(self, fillers: Sequence[Filler]) -> list[tuple[Filler, float]]:
        """The fillers worth asking from, each with how far its claim stands from what the other
        reports tell (0 near to 1)."""
        if len(fillers) == 1:
            return [(fillers[0], 0.0)]
        shared = Counter(f.claim.predicate for f in fillers)
        words = [self._content(f.claim) for f in fillers]
        found = []
        for n, filler in enumerate(fillers[: 4 * TRIED]):
            near = [
                len(words[n] & words[m]) / (min(len(words[n]), len(words[m])) or 1)
                for m, other in enumerate(fillers)
                if other.claim.article != filler.claim.article
            ]
            alike = max(near, default=0.0) / 2 + sum(near) / (2 * len(near) or 1)
            rare = 1.0 - shared[filler.claim.predicate] / len(fillers)
            found.append((0.6 * (1.0 - min(alike, 1.0)) + 0.4 * rare, n, filler))
        return [(filler, far) for far, _, filler in sorted(found, key=lambda x: x[:2])[:TRIED]]

    def _content(self, claim: Claim) -> frozenset[str]:
        if claim.id not in self._words:
            phrases = self._read(claim.article)
            inside = phrases.at(claim.start, claim.end) if phrases else []
            tokens = [phrases.tokens[i] for i in inside] if phrases else []
            self._words[claim.id] = frozenset(t.lemma.lower() for t in tokens if t.pos in CONTENT)
        return self._words[claim.id]

    def _told(self, filler: Filler) -> frozenset[str]:
        """The stems of a claim's words, of whom its pronouns stand for and of who says it."""
        claim, phrases = filler.claim, self._read(filler.claim.article)
        if claim.id not in self._stems:
            inside = phrases.at(claim.start, claim.end) if phrases else []
            meant = [name for i in inside if phrases and (name := phrases.stands_for(i))]
            parts = [argument.text for argument in claim.arguments] + [source.name for source in claim.said_by]
            self._stems[claim.id] = frozenset(_stems(" ".join([claim.text, *meant, *parts])))
        return self._stems[claim.id]

    def _candidates(self, slot: Slot, weighed: Sequence[tuple[Filler, float]]) -> Iterator[tuple[float, str]]:
        told: dict[str, set[str]] = {}
        for filler in slot.fillers:
            told.setdefault(filler.claim.article, set()).update(self._told(filler))
        whole = 1.0 if slot.kind in WHOLE else (0.2 if slot.kind in ("quantity", "duration") else 0.5)
        for filler, far in weighed:
            article = filler.claim.article
            each = [stems for other, stems in told.items() if other != article]
            others = set[str]().union(*each)
            planned = filler.claim.status == "planned" and filler.claim.polarity == "affirmed"
            far += UNDONE * (planned and _mostly_done(slot, filler.claim.predicate))
            phrases = self._read(filler.claim.article)
            if phrases is None:
                continue
            for text, cost in self._ask(slot, filler, phrases):
                if self._cut.get(text, set()) & others:
                    continue  # what it leaves out is shared
                text = re.sub(
                    r"^([A-Z]\w+) (The(?= (?:[a-z]|U\.|US |Commission|House|Senate|White House|Post))|An?(?= [a-z])) ",
                    lambda m: f"{m[1]} {m[2].lower()} ",
                    phrases.unrepeated(text),
                )
                text = re.sub(r" as (?:soon|well|long|far)$", "", text)
                if not broken(text) and (asks_caller(slot) or not _answered(text, filler)):
                    alone = whole * _untold(text, others, filler.claim) if others else 0.0
                    alone += whole * _unshared(text, each, filler.claim) if len(each) > 1 else 0.0
                    yield round(cost + far + alone + roughness(text, filler.claim), 4), text

    def _ask(self, slot: Slot, filler: Filler, phrases: Phrases) -> Iterator[tuple[str, float]]:
        """Yield the questions that one claim allows, each with what it costs in readability."""
        claim, filling = filler.claim, filler.filling
        if isinstance(filling, Quantity) and filling.kind == "score":
            yield from of_score(claim, filling, phrases)
            for text, cost in self._whether(slot, claim, phrases):
                yield from _by_score(text, cost, claim, filling, phrases)
        elif isinstance(filling, Quantity):
            yield from _shared(how_much(claim, filling, phrases, slot.about), filling, phrases)
            if slot.kind == "duration":
                yield from how_long_after(claim, (filling.start, filling.end), phrases)
                for text, cost in self._whether(slot, claim, phrases):
                    yield from _for_how_long(text, cost, claim, filling)
            if slot.kind == "count":
                yield from _echoed(claim, filling, phrases)
        elif isinstance(filling, TimeExpression):
            yield from when(claim, filling, phrases)
        elif slot.kind == "wording":
            yield f"How is the name of {slot.about} spelled", 0.0
        elif is_office(slot):
            yield f"Who is {slot.about}", 0.0
        elif asks_caller(slot):
            yield f"Who asked for the {slot.about}", 0.0
        elif isinstance(filling, Argument):
            if slot.kind == "place":
                yield from where(claim, filling, phrases)
            elif slot.kind == "speaker":
                yield from _said(claim, self._goes_on(claim))
            else:
                yield from who(claim, filling, self._pronoun(slot, filler), phrases)
                yield from self._besides(slot, claim, phrases)
        else:
            yield from self._whether(slot, claim, phrases)

    def _besides(self, slot: Slot, claim: Claim, phrases: Phrases) -> Iterator[tuple[str, float]]:
        """Whether it is so, where nothing better can be asked of an actor or a place."""
        for text, cost in self._whether(slot, claim, phrases):
            yield text, 1.5 + cost

    def _pronoun(self, slot: Slot, filler: Filler) -> str:
        """ "Who" or "what": by what most answers are, and by the verb."""
        people = 0
        for other in slot.fillers:
            phrases = self._read(other.claim.article)
            people += isinstance(other.filling, Argument) and personal(other.filling, phrases)
        role = filler.filling.role if isinstance(filler.filling, Argument) else ""
        human = role == "agent" and filler.claim.predicate in table()["people"]["verbs"]
        if role == "patient" and filler.claim.predicate in table()["people"]["done_to"]:
            human = any(isinstance(f.filling, Argument) and self._somebody(f) for f in slot.fillers)
        return "who" if human or 2 * people >= len(slot.fillers) else "what"

    def _somebody(self, filler: Filler) -> bool:
        """Whether a filler names somebody, or a body of people, rather than a thing or a place."""
        actor, phrases = filler.filling, self._read(filler.claim.article)
        if not isinstance(actor, Argument) or phrases is None or phrases.kind(actor.entity) == "place":
            return False
        return actor.entity is not None or personal(actor, phrases) or personal_noun(actor.head.lower())

    def _whether(self, slot: Slot, claim: Claim, phrases: Phrases) -> Iterator[tuple[str, float]]:
        """A whole claim: what somebody said of its topic, else whether it is so."""
        speaker = self._speaker(slot)
        if speaker and claim.said_by and self._name(claim) == speaker[0]:
            topic, poor = self._topics(slot).best(without=speaker[0])
            if topic:
                bare = 0.5 * bool(NAME.fullmatch(topic))
                yield (
                    sentence("what did", speaker[0], speaker[1], "about", topic),
                    1.3 + poor + bare + (slot.kind != "event"),
                )
        yield from self._quoted(claim, speaker)
        clause = Clause(claim, phrases).governing()
        if not clause.is_verb:  # "Three men arrested in Vellin", read as a noun and what narrows it down
            inner = phrases.tree.children(claim.token, "acl", "relcl")
            clause = Clause(claim, phrases, inner[0]) if inner else clause
        if not clause.is_verb:
            return
        proclaimed = clause.lemma in ("declare", "announce") and bool(clause.tree.children(clause.i, "dobj"))
        if clause.lemma in table()["words"]["speech"] and not proclaimed:
            told = clause.asked_of_speech()
            if told:
                topic, poor = self._topics(slot).best(without=told)
                good = bool(topic) and poor < 0.5
                bare = 2.8 if clause.lemma == "tell" else 3.4
                yield told + (f" about {topic}" if good else ""), 1.7 if good else bare
            if clause.lemma not in ("add", "claim", "report"):
                return
        if claim.id not in self._whole:
            found = self._whole[claim.id] = list(_whole(clause, claim))
            self._cut |= {asked: _stems(found[0][0]) - _stems(asked) for asked, *_ in found[1:]}
        for asked, cost, opinion in self._whole[claim.id]:
            yield asked, cost + opinion * (speaker is not None)

    def _verb_end(self, claim: Claim) -> int:
        phrases = self._read(claim.article)
        return phrases.tokens[claim.token].end if phrases else claim.start

    def _quoted(self, claim: Claim, speaker: tuple[str, str] | None) -> Iterator[tuple[str, float]]:
        """Whether somebody said so, in the words: those of a whole short clause of which the speaker is part."""
        words = unquoted(tidy(claim.text))
        count = len(words.split())
        if not claim.said_by or not 2 < count < 13 or not OWN_WORDS.search(words):
            return
        name = speaker[0] if speaker else self._name(claim)
        if (
            self._goes_on(claim)
            or claim.end - self._verb_end(claim) < 2
            or not OPENS_WHOLE.match(words)
            or words.split()[-1] in TRAILING
        ):
            return  # no whole clause
        if poorness(words) < 0.6 and len(name.split()) < 6 and not VAGUE.match(name):
            yield sentence("did", name, "say", f"“{words}”"), 1.3 + 0.1 * abs(count - 7)

    def _goes_on(self, claim: Claim) -> bool:
        """Whether a claim is cut out of a clause that goes on behind it ("we are looking for ways", "to save it"), or
        begins within another ("the respect" and "that I have for Holm")."""
        phrases = self._read(claim.article)
        if phrases is None:
            return False
        inside = phrases.at(claim.start, claim.end)
        chain = [claim.token, *phrases.tree.ancestors(claim.token)]
        own = [k for i in chain if i in inside for k in phrases.tree.children(i, "nsubj", "nsubjpass", "expl", "csubj")]
        top = phrases.tokens[next((i for i in chain if phrases.tokens[i].head not in inside), claim.token)]
        unsure = top.dep == "ccomp" and phrases.tokens[top.head].lemma.lower() in table()["words"]["unsure"]
        if unsure or top.dep in ("relcl", "acl") or top.pos not in ("VERB", "AUX") or not any(k in inside for k in own):
            return True
        behind = inside[-1] + 1
        if behind >= len(phrases.tokens) or phrases.tokens[behind].sentence != claim.sentence:
            return False
        after = phrases.tokens[behind]
        return after.tag in ("TO", "WDT") or (after.tag in ("IN", "WP", "WRB") and after.head in inside)

    def _in_full(self, slot: Slot, nameless: bool) -> str | None:
        """The claim that can be quoted as a whole short sentence, if the slot has one, from its subject on: of several
        that which the other reports tell most of. A pronoun that opens it is the name it stands for, in brackets; one
        that stands for none will do where ``nameless`` says so."""
        found: list[tuple[float, str]] = []
        for filler, far in self._weighed(slot.fillers):
            phrases, claim = self._read(filler.claim.article), filler.claim
            clause = Clause(claim, phrases) if phrases else None
            if phrases is None or clause is None or not clause.is_verb or clause.verbs.bare or clause.verbs.infinitive:
                continue
            subjects = clause.tree.children(clause.i, "nsubj", "nsubjpass")
            own = [k for k in subjects if clause.tokens[k].tag not in ("WDT", "WP")]
            if not own or clause.verb.dep in ("relcl", "acl") or clause.lemma in table()["words"]["speech"]:
                continue
            head = clause.tokens[own[0]]
            first = clause.tokens[min(clause.tree.subtree(own[0]))]
            itself = head.pos != "PRON" or head.text.lower() in (*INDEFINITE, *FIRST_PERSON, "we")
            name = "" if itself else phrases.stands_for(own[0])
            if (
                not claim.start <= first.start < claim.end
                or head.pos not in SUBJECTS
                or not (nameless or name is not None)
            ):
                continue
            words = unquoted(
                (f"[{name}]" if name else "") + claim.text[(head.end if name else first.start) - claim.start :]
            )
            words = tidy(words)
            if not name and head.pos != "PROPN" and head.text != "I":
                words = words[0].lower() + words[1:]
            last = words.split()[-1]
            if last == clause.verb.text and clause.lemma in (
                *table()["words"]["objects"],
                *table()["words"]["clausal"],
            ):
                continue
            if (
                3 < len(words.split()) < 15
                and last not in TRAILING
                and not VAGUE.search(words.partition(" ")[2])
                and not words.startswith("this ")
            ):
                unnamed = 2.0 * (name is None)
                found.append((round(far + unnamed + 0.1 * abs(len(words.split()) - 8), 4), words))
        return min(found, default=(0.0, None))[1]

    def _topics(self, slot: Slot) -> Topics:
        read = {f.claim.article: self._read(f.claim.article) for f in slot.fillers[: 2 * TRIED]}
        return Topics(slot, {article: phrases for article, phrases in read.items() if phrases}, VAGUE)

    def _speaker(self, slot: Slot) -> tuple[str, str] | None:
        """Who says most of a slot's claims, with the verb for it."""
        said = Counter(self._name(f.claim) for f in slot.fillers if f.claim.said_by)
        name, count = min(said.items(), key=lambda item: (-item[1], item[0] or ""), default=(None, 0))
        if not name or count < SPOKEN * len(slot.fillers) or len(name.split()) > 7 or VAGUE.match(name):
            return None
        claim = next(f.claim for f in slot.fillers if f.claim.said_by and self._name(f.claim) == name)
        return name, table()["speech"].get(claim.stance or "said", "say")

    def _quoted_by(self, slot: Slot) -> tuple[str, str] | None:
        """Who says what half of a slot's claims tell, however each names him."""
        names = [self._name(f.claim) for f in slot.fillers if f.claim.said_by]
        last = Counter(name.split()[-1] for name in names if not VAGUE.match(name))
        word, count = min(last.items(), key=lambda item: (-item[1], item[0]), default=("", 0))
        if not count or 2 * count < len(slot.fillers):
            return None
        name = max((n for n in names if n.split()[-1] == word), key=lambda n: (len(n) < 40, len(n), n))
        return (name, "say") if len(name.split()) < 8 else None

    def _name(self, claim: Claim) -> str:
        source = claim.said_by[0]
        name = tidy(self._canonical.get((claim.article, source.name), source.name))
        phrases = self._read(claim.article)
        of_several = name[:1].isupper() and " " in name and source.kind != "person"
        if of_several and phrases and phrases.takes_article(name):
            return f"the {name}"
        return described(name)

    def _bare(self, slot: Slot) -> str:
        """Where syntax gives no question: a claim with a gap where its figure or time stands, a whole claim in its own
        words, or the topic with what is asked of it."""
        asked = self._asked_for(slot)
        if asked and (gapped := self._gapped(slot)):
            return f"What {asked} is given in “{gapped}”?"
        if slot.kind == "count" and slot.about.isalpha() and slot.about not in table()["words"]["scales"]:
            return f"How many {plural(slot.about.lower())} are reported?"
        topics = self._topics(slot)
        topic, poor = topics.best()
        if slot.kind in (*WHOLE, "actor"):
            return self._bare_whole(slot, topics, topic, poor)
        topic = topic or f"“{unquoted(shortened(tidy(slot.fillers[0].claim.text)))}”"
        named = topic.split()[-1][:1].isupper() or topic.startswith("“")
        measured = slot.kind in ("count", "quantity", "duration") and named and "score" not in (asked or "")
        happens = is_happening(topic.split()[-1].lower())
        if measured or (slot.kind in ("date", "time", "duration", "place") and not happens):
            return f"What is reported of {topic}?"
        return f"What {asked} is given for {topic}?" if asked else f"What is reported of {topic}?"

    def _bare_whole(self, slot: Slot, topics: Topics, topic: str | None, poor: float) -> str:
        """As ``_bare``, for what whole claims tell."""
        told: list[tuple[float, str]] = []
        speaker: tuple[str, str] | None = None
        if topic is None or (poor >= 0.5 and slot.kind in WHOLE):
            told = sorted(
                (round(far + poorness(words) + 1.5 * self._goes_on(filler.claim), 4), words)
                for filler, far in self._weighed(slot.fillers)
                if len((words := unquoted(shortened(tidy(filler.claim.text)))).split()) > 1
            )
            speaker = self._speaker(slot) or (self._quoted_by(slot) if topic is None else None)
            own = speaker[0] if speaker else ""
            topic = (topic if not own else topics.best(without=own)[0]) or topics.best(without=own, answers=True)[0]
        if speaker and told and slot.kind in WHOLE:
            if found := OPENS_VERB.match(told[0][1]):
                return f"{sentence('what did', speaker[0], 'say', found[0] + f'“{told[0][1][found.end() :]}”')}?"
            if OPENS_WHOLE.match(told[0][1]) and told[0][1].split()[-1] not in TRAILING:
                if told[0][0] < CUT_OUT:
                    return f"{sentence('did', speaker[0], 'say', self._said(slot, told[0][1]))}?"
            said = (w for _, w in told if OPENS_WHOLE.match(w) and w.split()[-1] not in TRAILING and len(w.split()) > 2)
            words = next(said, None) if 2 * sum(f.claim.quoted for f in slot.fillers) > len(slot.fillers) else None
            if topic is None and words:
                return f"{sentence('did', speaker[0], 'use the words', f'“{words}”')}?"
            return f"{sentence('what did', speaker[0], 'say', f'about {topic}' if topic else None)}?"
        plain = topic is not None and PLAIN.match(topic) is not None
        if whole := self._in_full(slot, nameless=not plain):
            if (speaker := self._speaker(slot)) and slot.kind in WHOLE:
                return f"{sentence('did', speaker[0], 'say', self._said(slot, whole))}?"
            return f"Is it reported that “{whole}”?"
        said = told[0][1] if told else unquoted(shortened(tidy(slot.fillers[0].claim.text)))
        poor_words = said.split()[0].lower() in PREPOSITIONS or OPENS_PART.match(said)
        plain = plain or (topic is not None and bool(poor_words) and " " in topic)
        return f"What is reported of {topic if plain else f'“{said}”'}?"

    def _said(self, slot: Slot, words: str) -> str:
        """A claim's words as what somebody said: in quotation marks where they are his own, else with "that"."""
        known = words.partition("] ")[2] or words  # behind a name in brackets
        own = [f.claim.quoted for f in slot.fillers if known.lower() in unquoted(tidy(f.claim.text)).lower()]
        return f"“{words}”" if not own or any(own) or OWN_WORDS.search(words) else f"that {words}"

    def _asked_for(self, slot: Slot) -> str | None:
        """What a slot's figures or times are called."""
        measures = {f.filling.kind for f in slot.fillers if isinstance(f.filling, Quantity)}
        asked = table()["bare"].get(slot.kind) if slot.kind != "speaker" else None
        return table()["bare_measures"].get(measures.pop(), asked) if len(measures) == 1 else asked

    def _gapped(self, slot: Slot) -> str | None:
        """A claim in its own words with HOLE where its answer stands: that which the other reports tell most of. A
        pronoun is the name it stands for, in brackets."""
        found: list[tuple[float, str]] = []
        for filler, far in self._weighed(slot.fillers):
            phrases, claim, gap = self._read(filler.claim.article), filler.claim, filler.filling
            if phrases is None or gap is None or not claim.start <= gap.start < gap.end <= claim.end:
                continue
            parts = (self._in_brackets(phrases, claim.start, gap.start), self._in_brackets(phrases, gap.end, claim.end))
            before, after = (tidy(part).split() for part in parts)
            comma = "," if claim.text[gap.end - claim.start :].lstrip()[:1] == "," and after else ""
            kept = [*before[-GAP:], f"{HOLE}{comma}", *after[:GAP]]
            while len(kept) > 3 and kept[-1].lower() in TRAILING:
                kept.pop()
            words = unquoted(re.sub(rf"{re.escape(HOLE)} (?=['’])", HOLE, " ".join(kept)))
            if len(before) + len(after) > 2:
                vague = len(VAGUE.findall(re.sub(r"\[[^]]*\]", "", words)))
                loose = 0.6 * (len(before) + len(after) < 5) + 0.5 * words.startswith(("s ", "re ", "ve "))
                loose += 0.5 * (words.split()[0].lower() in PREPOSITIONS) + 0.5 * poorness(words)
                loose += 0.5 * (bool(before) and before[-1].lower() in ("somewhere", "between", "another"))
                loose += 0.2 * (isinstance(gap, Quantity) and gap.hedge is not None)
                found.append((round(0.5 * far + 0.5 * vague + loose, 4), words))
        return min(found, default=(0.0, None))[1]

    def _in_brackets(self, phrases: Phrases, start: int, end: int) -> str:
        """A stretch of a report with the names that its pronouns stand for, in brackets."""
        text, last = "", start
        whole = phrases.at(start, end)
        for i in whole:
            token = phrases.tokens[i]
            himself = token.text.lower().endswith(("self", "selves"))
            name = phrases.stands_for(i) if token.pos == "PRON" and not himself else None
            text += " " * (token.start > last and bool(text)) + (
                f"[{name}]" if name and token.tag == "PRP" else token.text
            )
            last = token.end
        return text


def _whole(clause: Clause, claim: Claim) -> Iterator[tuple[str, float, float]]:
    """Whether a clause is so, or was done to somebody: the questions, what each costs, and what more where one speaker
    gives the answer. Where the clause has details that it can do without, it is asked without the last ones too."""
    if whether := clause.asked(""):
        cost = clause.rough + 0.2 + 0.2 * bool(claim.said_by) + 1.0 * clause.misread()
        yield whether, cost + max(3.5 * clause.cut_short(), 1.8 * clause.lacks()), 1.2 * clause.copular
        without: set[int] = set()
        for part in reversed(clause.details()):
            without.update(clause.tree.subtree(part))
            if shorter := clause.asked("", without):
                short = 3.5 * clause.cut_short(without) + SHORTER + 1.5 * (not clause.rest(without))
                yield shorter, clause.rough + 0.2 + 0.2 * bool(claim.said_by) + short, 1.2 * clause.copular
    elif clause.subject_head is None and (done := clause.undergone()):
        yield done, clause.rough + 0.4, 0.0
    elif who := clause.unnamed():
        yield who, clause.rough + 1.6 + 1.5 * (len(who.split()) < 4), 0.0
    elif done := clause.undergone():
        yield done, clause.rough + 0.4, 0.0


def unquoted(words: str) -> str:
    """Words that shall stand in quotation marks, with those of their own made single, or left out where one of a
    pair is missing."""
    words = words.strip("“”\"'‘’ .,;:—–-")
    if words.count("“") != words.count("”") or '"' in words:
        return re.sub('[“”"]', "", words)
    return words.replace("“", "‘").replace("”", "’")


def _stems(text: str) -> set[str]:
    """The first letters of a text's words, without those that only join others."""
    words = LETTERS.findall(text.lower())
    return {word[:5] for word in words if (len(word) > 3 and word not in JOINING) or word.isdigit()}


def _untold(question: str, others: set[str], claim: Claim) -> float:
    """What it costs that words of a question are in no other report's claims of the slot: ``others`` has their stems.
    Who says the claim, and that something is said, need no second report."""
    words = _own_stems(question, claim)
    alone = len(words - others)
    return ALONE * alone / (len(words) or 1) + EACH * min(alone, MANY_ALONE)


def _unshared(question: str, others: Sequence[set[str]], claim: Claim) -> float:
    """What it costs that the other reports, of whose claims ``others`` has the stems, do not tell a question's words:
    the less, the more of them tell most of it."""
    words = _own_stems(question, claim)
    return SPREAD * (1 - sum(len(words & told) for told in others) / ((len(words) or 1) * len(others)))


def _own_stems(question: str, claim: Claim) -> set[str]:
    """The stems of a question without figures, and without who says the claim and that something is said."""
    if " say “" in question:
        question = question.partition("“")[2]
    known = {stem for source in claim.said_by for stem in _stems(source.name)}
    return {stem for stem in _stems(question) - known if not stem.isdigit()}


def _mostly_done(slot: Slot, predicate: str) -> bool:
    """Whether as many reports tell as done what some may tell as planned: in other words where the slot asks just
    that, else with the verb."""
    told = [f.claim for f in slot.fillers if slot.kind == "status" or f.claim.predicate == predicate]
    done = {claim.article for claim in told if claim.status == "actual"}
    return 2 * len(done) >= len({claim.article for claim in told})


def _shared(asked: Asked, quantity: Quantity, phrases: Phrases) -> Asked:
    """The questions of a quantity with the preposition that it needs: "leads at 21 percent" asks "At what share does",
    "in a day" asks "Within what time", "90 percent effective" asks "How effective"; none of "reached 100 days"."""
    asked = ((text, cost) for text, cost in asked if not BARE_COUNT.match(text))
    inside = phrases.at(quantity.start, quantity.end)
    tokens = phrases.tokens
    before = tokens[inside[0] - 1] if inside and inside[0] else None
    behind = tokens[inside[-1] + 1] if inside and inside[-1] + 1 < len(tokens) else None
    head = next((tokens[i] for i in inside if tokens[i].head not in inside), None)
    done_to = head is not None and head.dep == "dobj"
    near = tokens[inside[-1] + 1 : inside[-1] + 5] if inside else ()
    afar = next((t.text.lower() for t in near if t.text.lower() in AFAR), None)
    spent = head is not None and tokens[head.head].lemma in SPENDING and not (behind and behind.text.lower() == "of")
    for text, cost in asked:
        if _ill_measured(text, quantity):
            continue
        if text.startswith("How many"):
            if before and before.text.lower() in PARTIAL and before.text.lower() not in text.lower():
                continue  # "his first 17 passes" are not all
            if afar and afar not in text:
                text = f"{text} {afar}"
        if quantity.kind == "length" and re.fullmatch(r"How far (?:is|was) [A-Z][\w.’' -]+", text):
            text = text.replace("How far", "How tall", 1)
        if text.startswith("How long") and text.endswith(" sentenced to"):
            text = f"For h{text[1:-3]}"
        if done_to and not spent and text.startswith("How long"):
            continue  # "ended ten days of strikes" tells not how long somebody ended
        if text.startswith("How long d") and before and before.text.lower() in ("in", "within"):
            text = f"Within what time{text.removeprefix('How long')}"
        if not text.startswith("What share d"):
            yield text, cost
        elif before and before.pos == "ADP" and before.dep == "prep":
            yield f"{before.text.capitalize()} what share{text.removeprefix('What share')}", cost
        elif not behind or behind.pos != "ADJ":
            yield text, cost
        elif behind.text.islower():  # "remains 90 percent effective"
            yield f"How {behind.text}{text.removeprefix('What share')}", cost


def _ill_measured(text: str, quantity: Quantity) -> bool:
    """Whether a question takes a measure for that of a thing which has none: "How long was the result" ("after two
    months"), "How heavy was the 6-foot", "What share did they lead" ("at the half")."""
    if UNFIT_MEASURE.search(text) or (quantity.text.lower() == "half" and text.startswith("What share")):
        return True
    thing = re.match(r"How long (?:was|were) (.+)$", text)
    if not thing or re.search(r" an? ", thing[1]):
        return False
    noun = re.split(r" (?:of|in|on|to|for|at|from|with|between) ", thing[1])[0].split()[-1].lower()
    if quantity.kind == "duration":
        return not (is_happening(noun) or noun in table()["happenings"]["lasting"])
    return noun in table()["happenings"]["no_length"] or "foot" in quantity.text


SMALL = re.compile(r"(?<=^Did |^Was |^Has )(?:The|An?) (?=[a-z])|(?<=^Does |^Were |^Will )(?:The|An?) (?=[a-z])")
"""An article that kept the capital of a sentence's beginning."""
LISTED = re.compile(r"^([A-Z]\w+ [^,“]+), and ")
"""A list of two with the comma of a longer one."""


def _answered(text: str, filler: Filler) -> bool:
    """Whether a question of a place or an actor has its own answer in it."""
    answer = filler.filling
    if not isinstance(answer, Argument) or len(answer.text) < 4 or not text.startswith("Wh"):
        return False
    named = text.startswith("Where") and re.search(rf"\b{re.escape(answer.text)}\b", text)
    return bool(named) or text.endswith(f" {answer.text}")


def _echoed(claim: Claim, quantity: Quantity, phrases: Phrases) -> Iterator[tuple[str, float]]:
    """A claim with "how many" in the place of its figure: "Dorn won with the votes of how many councillors"."""
    clause, inside = Clause(claim, phrases), phrases.at(quantity.start, quantity.end)
    if not clause.is_verb or not inside or clause.verbs.bare or clause.verbs.infinitive or clause.passive:
        return
    if clause.verb.tag not in ("VBD", "VBZ", "VBP") and not clause.verbs.before:
        return
    if clause.verbs.words[:1] in (["do"], ["does"], ["did"]):
        return  # "Dorn does want three"
    tokens, who = phrases.tokens, clause.subject()
    first = min([clause.i, *phrases.tree.children(clause.i, "aux")])
    noun = tokens[inside[-1]].head
    if not who or inside[0] < clause.i or tokens[noun].tag not in ("NNS", "NNPS") or noun < inside[-1]:
        return
    kept = [i for i in phrases.at(tokens[first].start, claim.end) if i not in inside]
    before = [i for i in kept if i < inside[0] and not (i > inside[0] - 3 and tokens[i].text.lower() in NEARLY)]
    if before and tokens[before[-1]].text.lower() in LISTING and tokens[noun].lemma == "time":
        return
    text = sentence(who, phrases.text(before), "how many", phrases.text(i for i in kept if i > inside[0]))
    if len(text.split()) < 16:
        yield text, 0.6


UNFIT_MEASURE = re.compile(
    r"-foot$|^How \w+ (?:was|were) (?:his|her|their|its)\b|^What share (?:is|was|are|were)\b|^How far d\w+ .* have\b"
    r"|^How far (?:was|were|is|are) .*\d"
    r"|^How high was High|^(?:To how|By how).*(?:\d%| to (?:\w+ than )?\d)"
    r"|^How long was (?:the \w+est\b|(?!\w+[A-Z])(?:[A-Z][^’']+)$)"
)
"""What asks for the measure of what has none, or for a change of which the question tells half."""
BARE_COUNT = re.compile(r"How many .*are reported$")
PLAIN = re.compile(r"the |[A-Z]|[^ ]+['’]s? ")
"""How a topic begins that is plain where it stands alone: a name, or one that the reader knows."""
SAID_WHAT = re.compile(r"What did (.+?) (?:say|announce|add|tell(?: .+)?|write|declare|report|state|comment|explain)")
OCCASION = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Dd]uring) (?:(?!which)[\w'’-]+ ){1,4}?(?:conference|briefing|interview|speech|address|statement"
    r"|hearing|rally|meeting|event|letter|appearance|call|debate|announcement|message|post|session|news release)\b"
)
NAME = re.compile(r"(?:the )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*")
"""A topic of which a question "What did X say about it" tells little."""
HOLE = "[?]"  # where a claim that is asked in its own words has its answer
GAP = 9
"""Words that are shown on each side of a gap."""
SUBJECTS = ("NOUN", "PROPN", "PRON")
LISTING = ("and", "or", "but", ",", ":", "–", "—", "-")
SPENDING = ("spend", "take", "serve", "last", "wait", "get", "receive", "add", "need", "have", "give")
PARTIAL = ("first", "last", "next", "final", "past", "latest")
AFAR = ("abroad", "overseas", "worldwide", "nationwide")
NEARLY = ("a", "an", "the", "some", "about", "another", "additional", "at", "least", "nearly", "other")
LETTERS = re.compile(r"[^\W_]+")
JOINING = frozenset(
    "what about when where does will have been with from that this than they their them which into over such more some"
    " were would could should must report reported many much long".split()
)


def _said(claim: Claim, cut: bool) -> Iterator[tuple[str, float]]:
    """Who said a claim's words; whose they are where they are ``cut`` out of a clause; who wanted what is asked."""
    inside = None if claim.quoted else WITHIN.search(claim.text)
    words = unquoted(shortened(tidy(inside[1] if inside else claim.text)))
    count = len(words.split())
    ends = words.split()[-1].lower() in table()["words"]["clausal"] if words else False
    cost = 0.1 * abs(count - 7) + 0.3 * (count > 9) + 1.0 * ends
    if count < 3:
        return
    cue = (claim.cue or "").lower().split()
    if not claim.quoted and ASKED_TO_DO.match(words) and cue and cue[0].startswith(DEMANDING):
        yield f"Who wanted {words}", cost
    elif cut or inside or not OPENS_WHOLE.match(words):
        yield f"Whose words are “{words}”", cost + 0.5
    else:
        yield f"Who said “{words}”", cost


WITHIN = re.compile(r"[“\"]([^“”\"]{8,})[”\"]")
ASKED_TO_DO = re.compile(r"(?:(?:[Tt]he|[A-Z]\S+) )(?:\S+ ){0,4}to [a-z]+ ")
DEMANDING = ("call", "urg", "ask", "press", "push", "demand", "want", "tell", "told", "beg", "plead")


def described(name: str) -> str:
    """A source's description as it stands in mid-sentence: "A spokesman" gives "a spokesman",
    "senior official" gives "a senior official"; a name stays as it is."""
    name = re.sub(
        r"^(?:A|An|The|One|Two|Three|Some|Several|Many|His|Her|Their)\b(?!\.)", lambda m: m.group().lower(), name
    )
    if name.lower() in (*MASS, *CALLINGS):
        name = name.lower()
    if name.startswith(("number of ", "series of ", "group of ", "handful of ", "couple of ")):
        return f"a {name}"
    words = name.split(" ")
    first = words[0]
    if words[-1].lower() in table()["words"]["uncounted"] and name.islower():
        return f"the {name}" if len(words) == 1 else name
    head = HEADED.split(name)[0].split(" ")[-1]
    many = any(word in MASS or re.search(r"[^s]s$", word) for word in (head, words[-1]))
    if first[:1].isupper() and head.islower() and personal_noun(head) and not many and first not in ("Mr.", "Mrs."):
        return f"a {name}"  # "Port Arden official"
    if not first[:1].islower() or first in table()["words"]["determiners"] or many or "’s" in name:
        return name
    return f"{'an' if first[0] in 'aeiou' else 'a'} {name}"


# What follows the head of a description: "officers involved in the shooting", "those who were there".
HEADED = re.compile(r" (?=(?:of|in|at|on|for|from|with|to|by|who|that|which|[a-z]{3,}(?:ed|ing))\b)")
HANGING = re.compile(
    r"\b(?:Capt|Sens?|Reps?|Gov|Sgt|Lt|Mr|Mrs|Ms|Dr|a|an|the|and|or|but|his|her|their|its|than"
    r"|as|because|while|if|in order|in part)$"
    r"|(?<=[^\W\d_])['’]$"
)


def broken(text: str) -> bool:
    """Whether a question can't be read: it ends on a word that wants another, or says a long word
    twice."""
    long = [w for w in re.findall(r"[a-z]{5,}", text) if not w.endswith("ing")]
    if text.endswith(" worth") and not text.startswith("How much"):
        return True
    if re.search(r"\b(?:the|[Hh]ow many) [b-hj-z]\b|\b[ap]\.? ?m\. [a-z]", text):
        return True  # "a $1T bill", torn; "as of 11 p.m. the crew"
    if GARBLED.search(text) or _doubled(text) or len(re.findall(r"\b[A-Z]{4,}\b", text)) > 2:
        return True
    counted = re.match(r"How many (\w{5})\w* .* \1\w*ing\b", text)
    if counted or re.search(r" (?:the|an?|its|his|her|their) (?:first|second|third|last|only|latest|most|next)$", text):
        return True
    last = re.search(r" to ([a-z]+)$", text)
    if last and last[1] in table()["words"]["objects"] and not text.startswith(("What", "Who")):
        return True
    if re.search(r"[A-Z]\w+['’](?:m|ve|re|ll)\b|\babout (?:about|that)\b", text) and not re.search(r"\bI['’]", text):
        return True  # a name stands in a contraction ("Brik'm")
    return bool(HANGING.search(text)) or (
        not text.startswith(("Who said", "Whose words")) and len(long) != len(set(long))
    )


GARBLED = re.compile(
    r"^\w+ (?:that|as|if|because|whether) | but (?:an?|the) |(?<![\d,.])0\d\d\b|\beither\b.*\bnor\b|\w (?:and|or)-\w|^How long are there|\bto at\b"
    r"| (?:span|range)$|^When \w+ the (?:week|month|year|quarter|day)\b|^How many ages\b|\b00 |^\w+ \S+ but |\bses\b"
    r"|^How old was [A-Z]\w+(?:an|ese|ish)$"
    r"|^(?:Was|Were|Is|Are) .* (?:looked(?! after| at| into)|seemed|appeared|happened|remained|arrived|died|emerged"
    r"|dominated(?! by))\b"
)
"""What no whole question has."""


def _doubled(text: str) -> bool:
    """Whether a question has somebody do something to himself by name ("Did Dorn fire Dorn"), outside quotations."""
    names = re.findall(r"(?<=\s)(?:[A-Z][\w.-]+\s)*[A-Z][\w.-]+", re.sub("“[^”]*”|^What did|^Who ", "", text))
    return (
        len(names) > 1
        and len(names) != len(set(names))
        and not text.startswith(("Who said", "Whose words", "What is reported"))
    )


SHAPELESS = re.compile(
    r"\w+ an? (?:\w+ )?(?:rate|figure|number|move|problem|thing|way|bid|state|country|franchise|team|candidate)\b"
)
"""How a question begins that is of nothing one knows."""
COMPARED = re.compile(
    r"\b(?:more|less|fewer|better|worse|(?:high|low|larg|small|bigg|fast|slow|old|young|strong|weak|great|earli|lat"
    r"|long|short|soon|wid|steep|cheap)er)\b"
)
"""What is more than something, which the question must name where the claim does."""
TOPMOST = re.compile(rf"\b(?:{SUPERLATIVE.pattern}|sharpest|worst|\w+est)\b", re.IGNORECASE)
AUXILIARIES = frozenset("did do does is are was were will would has have had can could should must".split())


def roughness(text: str, claim: Claim) -> float:
    """How badly a question reads, from its words and from how the report says it: too short or
    long, words that name nothing, a headline's capitals, a claim that is only supposed."""
    words = text.split()
    rough = 0.12 * max(0, len(words) - 11) + 0.5 * (len(words) < 4)
    own = (
        re.sub("“[^”]*”", "", " ".join(words[1:]))
        if text.startswith(("Who said", "Whose words", "Did "))
        else " ".join(words[1:])
    )
    rough += 2.0 * len(VAGUE.findall(own))
    rough += 1.0 * (len(words) > 18) + 0.8 * len(LOOSE.findall(own)) + 0.8 * bool(THIN.search(text))
    rough += 1.2 * (words[0] in ("What", "When", "Where") and words[1] not in AUXILIARIES) * len(OWNING.findall(own))
    rough += 0.5 * (claim.status in ("possible", "asked")) + 1.0 * (claim.status == "hypothetical")
    rough += 0.2 * (claim.polarity == "denied")
    rough += 1.8 * bool(re.match(r"\w+ an? \w+ \w+$", text))
    rough += 1.2 * (len(words) < 7 and words[1] == "there")
    rough += 0.6 * bool(SHAPELESS.match(text))
    rough += 1.2 * (" than " in claim.text and " than " not in text and bool(COMPARED.search(text)))
    rough += 2.0 * (" since " in text and not TOPMOST.search(text) and bool(TOPMOST.search(claim.text)))
    rough += 0.8 * bool(re.match(r"(?:Was|Were|Is|Are) an? \w+ \w+ \w+$", text))
    return rough + 1.0 * (claim.predicate in table()["words"]["weak"] and " say “" not in text)
