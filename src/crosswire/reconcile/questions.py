"""The question of a point, as a newsroom would ask it."""

import re
from collections.abc import Iterator, Sequence

from crosswire.reconcile.amounts import how_much, of_score
from crosswire.reconcile.asking import how_long_after, personal, when, where, who
from crosswire.reconcile.callers import asks_caller
from crosswire.reconcile.clause import Clause, sentence
from crosswire.reconcile.gaps import Gaps
from crosswire.reconcile.measured import by_score, echoed, fitted, for_how_long
from crosswire.reconcile.misquotes import asked_of_words
from crosswire.reconcile.offices import is_office
from crosswire.reconcile.persons import asked_of_person
from crosswire.reconcile.phrases import Phrases, personal_noun, poorness, table, tidy
from crosswire.reconcile.readable import (
    AUXILIARIES,
    OPENS_WHOLE,
    OWN_WORDS,
    VAGUE,
    broken,
    misleads,
    roughness,
    unquoted,
)
from crosswire.reconcile.reasons import WHOLE
from crosswire.reconcile.sharing import mostly_done, stems_of, unshared, untold
from crosswire.reconcile.topics import TRAILING, shortened
from crosswire.records import Argument, Claim, Filler, Quantity, Slot, TimeExpression

ENOUGH, ENOUGH_WHOLE = 5.1, 6.8
"""A question that reads worse than this gives way to the bare topic; one of a whole claim, than that."""
UNDONE = 1.2
"""What it costs to ask whether what most reports tell as done will be."""
CUT = 6.5
"""What it costs to end at a verb that says nothing without what follows it, where the report goes on."""
PASSED_OVER = 4.0
"""What it costs to ask what was done where the report tells by whom, in words that make no question."""
BEGINNING = ("begin", "start", "end", "stop", "arrive")
"""Verbs that say a little alone."""
SHORTER = 0.35
"""What it costs to leave out of a question what the report has."""
PRESENT = frozenset(("now", "right now", "currently", "at present", "presently", "at the moment", "at this moment"))
"""Times of which one asks whether it is so, not when."""
TIMED = re.compile(r"(?:Since |By |As of |From )?[Ww]hen |How long ")
QUOTATION = re.compile(r"“([^”\[]+[^”\[.!?])”")
MISLEADING = 6.0
"""What it costs that a question lost what its last words need."""
UNDATED = 6.0
"""What it costs to ask when or how long of what did not happen."""
SAID_WHAT = re.compile(r"What did (.+?) (?:say|announce|add|tell(?: .+)?|write|declare|report|state|comment|explain)")
OCCASION = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Dd]uring) (?:(?!which)[\w'’-]+ ){1,4}?(?:conference|briefing|interview|speech|address|statement"
    r"|hearing|rally|meeting|event|letter|appearance|call|debate|announcement|message|post|session|news release)\b"
)
NAME = re.compile(r"(?:the )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*")
"""A topic of which a question "What did X say about it" tells little."""
WITHIN = re.compile(r"[“\"]([^“”\"]{8,})[”\"]")
ASKED_TO_DO = re.compile(r"(?:(?:[Tt]he|[A-Z]\S+) )(?:\S+ ){0,4}to [a-z]+ ")
DEMANDING = ("call", "urg", "ask", "press", "push", "demand", "want", "tell", "told", "beg", "plead")


class Asker(Gaps):
    """Asks the questions of one story: reads each article's parse, and the joined names."""

    def question(self, slot: Slot, among: Sequence[Filler] = ()) -> str:
        """Ask what a slot answers: the best of the questions that its claims allow; only those of
        ``among`` where one of them gives a question (the claims that clash)."""
        if asked := asked_of_person(slot) or asked_of_words(slot):
            return asked + "?"
        return QUOTATION.sub(lambda found: self._open(slot, found[1]), self._question(slot, among))

    def _open(self, slot: Slot, words: str) -> str:
        """Words in quotation marks, with dots behind them where every report that has them goes on."""
        telling = [f.claim for f in slot.fillers if words.lower() in unquoted(tidy(f.claim.text)).lower()]
        return f"“{words} …”" if telling and all(self._continues(claim, words) for claim in telling) else f"“{words}”"

    def _continues(self, claim: Claim, words: str) -> bool:
        """Whether a report goes on behind some words of a claim: within it, or in the same clause behind it."""
        whole = unquoted(tidy(claim.text))
        return not whole.lower().endswith(words.lower()) or self._goes_on_behind(claim, far=True)

    def _question(self, slot: Slot, among: Sequence[Filler]) -> str:
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
        if not re.search(r"[A-Z]", said[1]) or re.match(r"(?:an?|one|two|some|several|many)\b", said[1]):
            return None
        if 2 * sum(map(self._described, claims)) < len(claims):
            return None
        many = any(clause.is_verb and clause.plural() for clause in map(self._spoken_by, claims))
        return f"How {'are' if many else 'is'} {said[1]} introduced"

    def _described(self, claim: Claim) -> bool:
        """Whether a claim says more of who spoke than his name: "Holm, the mayor of Ordell, said"."""
        clause = self._spoken_by(claim)
        if not clause.is_verb or clause.subject_head is None:
            return True
        below = clause.tree.subtree(clause.subject_head)
        return any(clause.tokens[i].pos in ("NOUN", "PROPN") and not clause.phrases.is_person(i) for i in below)

    def _spoken_by(self, claim: Claim) -> Clause:
        return Clause(claim, self._phrases[claim.article])

    def _only_said(self, claim: Claim) -> bool:
        """Whether a claim tells only that somebody spoke, and who, when or where."""
        phrases = self._read(claim.article)
        if phrases is None:
            return False
        token = phrases.tokens[claim.token]
        if token.pos not in ("VERB", "AUX"):
            return bool(OCCASION.match(claim.text))
        inside = set(phrases.at(claim.start, claim.end))
        below = phrases.tree.children(claim.token, "ccomp", "xcomp")
        return token.lemma in table()["words"]["speech"] and not inside & set(below)

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
            far += UNDONE * (planned and mostly_done(slot, filler.claim.predicate))
            phrases = self._read(filler.claim.article)
            if phrases is None:
                continue
            heard = _told_on(filler.claim, phrases)
            for text, cost in self._ask(slot, filler, phrases):
                cost += UNDATED * (TIMED.match(text) is not None and _never(filler.claim, text))
                if self._cut.get(text, set()) & others:
                    continue  # what it leaves out is shared
                text = re.sub(
                    r"^([A-Z]\w+) (The(?= (?:[a-z]|U\.|US |Commission|House|Senate|White House|Post))|An?(?= [a-z])) ",
                    lambda m: f"{m[1]} {m[2].lower()} ",
                    phrases.unrepeated(text),
                )
                text = re.sub(r" as (?:soon|well|long|far)$", "", text)
                if not broken(text) and (asks_caller(slot) or not _answered(text, filler)):
                    alone = whole * untold(text, others, filler.claim) if others else 0.0
                    alone += whole * unshared(text, each, filler.claim) if len(each) > 1 else 0.0
                    alone += MISLEADING * misleads(text, heard)
                    yield round(cost + far + alone + roughness(text, filler.claim), 4), text

    def _ask(self, slot: Slot, filler: Filler, phrases: Phrases) -> Iterator[tuple[str, float]]:
        """Yield the questions that one claim allows, each with what it costs in readability."""
        claim, filling = filler.claim, filler.filling
        if isinstance(filling, Quantity) and filling.kind == "score":
            yield from of_score(claim, filling, phrases)
            for text, cost in self._whether(slot, claim, phrases):
                yield from by_score(text, cost, claim, filling, phrases)
        elif isinstance(filling, Quantity):
            yield from fitted(how_much(claim, filling, phrases, slot.about), filling, phrases)
            if slot.kind == "duration":
                yield from how_long_after(claim, (filling.start, filling.end), phrases)
                for text, cost in self._whether(slot, claim, phrases):
                    yield from for_how_long(text, cost, claim, filling)
            if slot.kind == "count":
                yield from echoed(claim, filling, phrases)
        elif isinstance(filling, TimeExpression):
            yield from self._asked_of_time(slot, claim, filling, phrases)
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

    def _asked_of_time(
        self, slot: Slot, claim: Claim, time: TimeExpression, phrases: Phrases
    ) -> Iterator[tuple[str, float]]:
        """When it was; whether it is so now, where that is all that is told."""
        if time.text.lower() not in PRESENT:
            yield from when(claim, time, phrases)
            return
        for text, cost in self._whether(slot, claim, phrases):
            if text.split()[0].lower() in AUXILIARIES:
                yield f"{text} {time.text.lower()}", cost

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
        clause = self._governing(claim, phrases)
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
            self._cut |= {asked: stems_of(found[0][0]) - stems_of(asked) for asked, *_ in found[1:]}
        hung = len(slot.fillers) == 1 and clause.hung()
        for asked, cost, opinion in self._whole[claim.id]:
            whether = asked.split()[0].lower() in AUXILIARIES
            yield asked, cost + opinion * (speaker is not None) + CUT * (hung and whether)

    def _governing(self, claim: Claim, phrases: Phrases) -> Clause:
        """The clause to ask whether of."""
        if claim.id not in self._clauses:
            clause = Clause(claim, phrases).governing()
            if not clause.is_verb:  # "Three men arrested in Vellin", read as a noun and what narrows it down
                inner = phrases.tree.children(claim.token, "acl", "relcl")
                clause = Clause(claim, phrases, inner[0]) if inner else clause
            self._clauses[claim.id] = clause
        return self._clauses[claim.id]

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


def _whole(clause: Clause, claim: Claim) -> Iterator[tuple[str, float, float]]:
    """Whether a clause is so, or was done to somebody: the questions, what each costs, and what more where one speaker
    gives the answer. Where the clause has details that it can do without, it is asked without the last ones too."""
    if supposed := clause.supposed():
        yield supposed, clause.rough, 0.0
        return
    if (claim.status != "planned" or clause.went_on()) and (aim := clause.aim()):
        yield aim, clause.rough + 0.4, 0.0
    if embedded := clause.embedded():
        yield embedded, clause.rough + 0.4, 0.0
        return
    if whether := clause.asked(""):
        bare = not clause.passive and not clause.copular and not clause.rest()
        if bare and clause.timed() and (when_it_was := clause.asked("when")):
            yield when_it_was, clause.rough + 0.8, 0.0
        cost = clause.rough + 0.2 + 0.2 * bool(claim.said_by) + 1.0 * clause.misread()
        yield whether, cost + max(_cut(clause) * clause.cut_short(), 1.8 * clause.lacks()), 1.2 * clause.copular
        without: set[int] = set()
        for part in reversed(clause.details()):
            without.update(clause.tree.subtree(part))
            if shorter := clause.asked("", without):
                short = _cut(clause) * clause.cut_short(without) + SHORTER + 1.5 * (not clause.rest(without))
                yield shorter, clause.rough + 0.2 + 0.2 * bool(claim.said_by) + short, 1.2 * clause.copular
    elif clause.subject_head is None and (done := clause.undergone()):
        yield done, clause.rough + 0.4, 0.0
    elif who := clause.unnamed():
        yield who, clause.rough + 1.6 + 1.5 * (len(who.split()) < 4), 0.0
    elif done := clause.undergone():
        named = clause.subject_head is not None and clause.tokens[clause.subject_head].pos != "PRON"
        yield done, clause.rough + (PASSED_OVER if named else 0.4), 0.0


def _told_on(claim: Claim, phrases: Phrases) -> str:
    """A claim and the next few words of its sentence."""
    inside = phrases.at(claim.start, claim.end)
    behind = phrases.tokens[inside[-1] + 1 : inside[-1] + 5] if inside else ()
    return " ".join([claim.text, *(t.text for t in behind if t.sentence == claim.sentence)])


def _cut(clause: Clause) -> float:
    """What it costs to end at a clause's verb where the report goes on."""
    return CUT / 2 if clause.lemma in BEGINNING else CUT


def _never(claim: Claim, text: str) -> bool:
    """Whether a question leaves out that a claim denies what it asks of: "had not come as of May", not "until May"."""
    denied = claim.polarity == "denied" and not re.search(r"\buntil\b|\btill\b", claim.text)
    return denied and not re.search(r"\b(?:no|not|none)\b", text)


def _answered(text: str, filler: Filler) -> bool:
    """Whether a question of a place or an actor has its own answer in it."""
    answer = filler.filling
    if not isinstance(answer, Argument) or len(answer.text) < 4 or not text.startswith("Wh"):
        return False
    named = text.startswith("Where") and re.search(rf"\b{re.escape(answer.text)}\b", text)
    return bool(named) or text.endswith(f" {answer.text}")


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
