"""What is asked where syntax gives no question: a claim in its own words, or the topic."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from crosswire.reconcile.asking import is_happening
from crosswire.reconcile.clause import Clause, sentence
from crosswire.reconcile.inflection import plural
from crosswire.reconcile.phrases import FIRST_PERSON, INDEFINITE, Phrases, poorness, table, tidy
from crosswire.reconcile.readable import OPENS_WHOLE, OWN_WORDS, VAGUE, unquoted
from crosswire.reconcile.reasons import WHOLE
from crosswire.reconcile.telling import TRIED, Telling
from crosswire.reconcile.topics import PREPOSITIONS, TRAILING, Topics, shortened
from crosswire.records import Claim, Quantity, Slot

OPENS_VERB = re.compile(
    r"(?:is|are|was|were|has|have|had|will|would|can|could|should|must|may|might|can ?not|will not)"
    r" (?!(?:he|she|they|we|it|I|you)\b)(?=.* )"
)
CUT_OUT = 1.5
"""A claim that costs this as a quotation is no whole clause."""
OPENS_PART = re.compile(
    r"(?:since|because|as|when|while|if|after|before|until|though|although|is|are|was|were|has|had|have|to|and|or|that|which|who|as|(?!\w+thing\b)[a-z]+ing|[a-z]+ed)\b"
)
PLAIN = re.compile(r"the |[A-Z]|[^ ]+['’]s? ")
"""How a topic begins that is plain where it stands alone: a name, or one that the reader knows."""
HOLE = "[?]"  # where a claim that is asked in its own words has its answer
GAP = 9
"""Words that are shown on each side of a gap."""
SHORT, FEW = 16, 6
"""A claim of so many words is shown whole around its gap; a phrase of no more than so few tells too little."""
OPENING = frozenset("and or but that which who of with".split())
"""Words with which shared words do not begin."""
SUBJECTS = ("NOUN", "PROPN", "PRON")
LEAST, MOST = 4, 34
"""Words of a passage that is asked of as it stands."""
FINITE = ("VBD", "VBZ", "VBP", "MD")
OPENS_VAGUE = re.compile(rf"(?:that|all|both) (?=[a-z’'])|{VAGUE.pattern}", re.IGNORECASE)
DOUBTFUL = frozenset(("as", "whether", "if", "than", "unless", "lest"))
ENDLESS = frozenset("a an the and or of to is are was were be that which who".split())
"""Words that no whole sentence ends on."""
EDGE = 4
"""Characters by which a claim may be shorter than its passage and be all of it."""


class Gaps(Telling):
    """Asks with a gap where a claim has its answer, with a whole claim, or of the topic alone."""

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
        aside = topic if topics.is_far(topic) and self._speaker(slot) else None
        if topic is None or aside or (poor >= 0.5 and slot.kind in WHOLE):
            told = sorted(
                (round(far + poorness(words) + 1.5 * self._goes_on(filler.claim), 4), words)
                for filler, far in self._weighed(slot.fillers)
                if len((words := unquoted(shortened(tidy(filler.claim.text)))).split()) > 1
            )
            speaker = self._speaker(slot) or (self._quoted_by(slot) if topic is None else None)
            own = speaker[0] if speaker else ""
            kept = None if aside else topics.best(without=own)[0] if own else topic
            topic = kept or topics.best(without=own, answers=True)[0]
        if speaker and told and slot.kind in WHOLE:
            return self._bare_said(slot, speaker, told, topic, aside)
        plain = topic is not None and PLAIN.match(topic) is not None
        if full := self._in_full(slot, nameless=not plain):
            if (speaker := self._speaker(slot)) and slot.kind in WHOLE and not _names(full, speaker[0]):
                return f"{sentence('did', speaker[0], 'say', self._said(slot, full))}?"
            return f"Is it reported that “{full}”?"
        if passage := self._whole_passage(slot):
            return self._reported(slot, self._speaker(slot), *passage)
        if shared := self._shared(slot):
            return f"Is it reported: “{shared}”?"
        said = told[0][1] if told else unquoted(shortened(tidy(slot.fillers[0].claim.text)))
        poor_words = said.partition(" ")[0].lower() in PREPOSITIONS or OPENS_PART.match(said)
        plain = plain or (topic is not None and bool(poor_words) and " " in topic)
        return f"What is reported of {topic if plain else f'“{said}”'}?"

    def _bare_said(
        self, slot: Slot, speaker: tuple[str, str], told: list[tuple[float, str]], topic: str | None, aside: str | None
    ) -> str:
        """As ``_bare``, for what somebody says: whether he said the words, else what he said of the topic; ``aside`` is
        one that stands only beside what he told of."""
        if found := OPENS_VERB.match(told[0][1]):
            return f"{sentence('what did', speaker[0], 'say', found[0] + f'“{told[0][1][found.end() :]}”')}?"
        whole = [(cost, said) for cost, said in told if OPENS_WHOLE.match(said) and said.split()[-1] not in TRAILING]
        if told[0] in whole and told[0][0] < CUT_OUT:
            return f"{sentence('did', speaker[0], 'say', self._said(slot, told[0][1]))}?"
        if len(slot.fillers) == 1 and (topic is None or aside) and (passage := self._whole_passage(slot)):
            return self._reported(slot, speaker, *passage)
        used = next((said for _, said in whole if len(said.split()) > 2), None)
        if topic is None and used and 2 * sum(f.claim.quoted for f in slot.fillers) > len(slot.fillers):
            return f"{sentence('did', speaker[0], 'use the words', f'“{used}”')}?"
        topic = topic or (aside if aside and speaker[0].split()[-1] not in aside else None)
        return f"{sentence('what did', speaker[0], 'say', f'about {topic}' if topic else None)}?"

    def _reported(self, slot: Slot, speaker: tuple[str, str] | None, words: str, spoken: bool) -> str:
        """Whether the words of a passage are reported, or were said where all of them are what somebody says."""
        if speaker and slot.kind in WHOLE and spoken and not _names(words, speaker[0]):
            return f"{sentence('did', speaker[0], 'say', f'“{words}”')}?"
        return f"Is it reported that “{words}”?"

    def _whole_passage(self, slot: Slot) -> tuple[str, bool] | None:
        """The passage that shows a claim, where that is a whole sentence which is not too long, with names in brackets
        for its pronouns: of several that which the other reports tell most of; and whether all of it is what somebody
        says."""
        if self._passages is None:
            return None
        found: list[tuple[float, str, bool]] = []
        for filler, far in self._weighed(slot.fillers):
            phrases, claim = self._read(filler.claim.article), filler.claim
            if phrases is None:
                continue
            start, end = self._passages.of(claim)
            inside = phrases.at(start, end)
            words = tidy(unquoted(self._in_brackets(phrases, start, end, once=True))) if inside else ""
            if not LEAST <= len(words.split()) <= MOST or not _is_sentence(phrases, inside):
                continue
            first = phrases.tokens[inside[0]]
            words = re.sub(r"^that (?=\[)", "", words)
            vague = words[0] != "[" and OPENS_VAGUE.match(words) is not None and first.dep != "expl"
            vague = vague or words.split()[-1].lower() in ENDLESS
            if not vague and first.dep not in ("mark", "cc") and first.tag not in ("WDT", "WP", "WRB"):
                spoken = bool(claim.said_by) and claim.start - start < EDGE and end - claim.end < EDGE
                found.append((round(far + 0.05 * len(words.split()), 4), _begun_small(phrases, inside, words), spoken))
        best = min(found, default=None)
        return best[1:] if best else None

    def _shared(self, slot: Slot) -> str | None:
        """The words that two reports' claims have alike, where these are most of the shorter one: of several the
        longest."""
        told = [(f.claim.article, unquoted(tidy(f.claim.text)).split()) for f in slot.fillers[:TRIED]]
        best: list[str] = []
        for n, (article, words) in enumerate(told):
            for other, rest in told[n + 1 :]:
                if article != other and len(words) > len(best) < len(rest):
                    alike = SequenceMatcher(None, [w.lower() for w in words], [w.lower() for w in rest], autojunk=False)
                    start, _, size = alike.find_longest_match()
                    best = max(best, words[start : start + size], key=len) if 5 * size > 3 * len(words) else best
        while best and best[-1].lower().strip(",;") in TRAILING:
            best.pop()
        while best and best[0].lower() in OPENING:
            best.pop(0)
        found = unquoted(" ".join(best[:SHORT]))
        return found if len(best) > 3 and not VAGUE.match(found) else None

    def _said(self, slot: Slot, words: str) -> str:
        """A claim's words as what somebody said: in quotation marks where they are his own, else with "that"."""
        known = words.partition("] ")[2] or words  # behind a name in brackets
        own = [
            f.claim.quoted or self._orders(f.claim)
            for f in slot.fillers
            if known.lower() in unquoted(tidy(f.claim.text)).lower()
        ]
        cut = not any(unquoted(tidy(f.claim.text)).lower().endswith(known.lower()) for f in slot.fillers)
        if cut or not own or any(own) or OWN_WORDS.search(words):
            return f"“{words}”"
        return "that " + re.sub(r"^(?:It|The|An?|This|There|They|He|She|In|On)\b", lambda m: m[0].lower(), words)

    def _orders(self, claim: Claim) -> bool:
        """Whether a claim is an order: "Act now"."""
        phrases = self._read(claim.article)
        if phrases is None or phrases.tokens[claim.token].tag != "VB":
            return False
        return not phrases.tree.children(claim.token, "nsubj", "nsubjpass", "expl", "aux")

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
            first, last = self._around(phrases, claim, gap.start, gap.end)
            parts = (self._in_brackets(phrases, first, gap.start), self._in_brackets(phrases, gap.end, last))
            before, after = (tidy(part).split() for part in parts)
            comma = "," if claim.text[gap.end - claim.start :].lstrip()[:1] == "," and after else ""
            kept = [*before[-GAP:], f"{HOLE}{comma}", *after[:GAP]]
            while len(kept) > 3 and kept[-1].lower() in TRAILING:
                kept.pop()
            cut = first > claim.start or len(before) > GAP
            if cut and len(kept) > FEW and kept[0].lower() in ("of", "for", "with", "as", "by") and kept[1] != HOLE:
                kept.pop(0)
            words = unquoted(re.sub(rf"{re.escape(HOLE)} (?=['’])", HOLE, " ".join(kept)))
            if len(before) + len(after) > 2:
                vague = len(VAGUE.findall(re.sub(r"\[[^]]*\]", "", words)))
                loose = 0.6 * (len(before) + len(after) < 5) + 0.5 * words.startswith(("s ", "re ", "ve "))
                loose += 0.5 * (words.split()[0].lower() in PREPOSITIONS) + 0.5 * poorness(words)
                loose += 0.5 * (bool(before) and before[-1].lower() in ("somewhere", "between", "another"))
                loose += 0.2 * (isinstance(gap, Quantity) and gap.hedge is not None)
                found.append((round(0.5 * far + 0.5 * vague + loose, 4), words))
        return min(found, default=(0.0, None))[1]

    def _around(self, phrases: Phrases, claim: Claim, start: int, end: int) -> tuple[int, int]:
        """What is shown of a claim around a gap: all of it where it is short, else the longest phrase or clause around
        the gap that is."""
        inside = phrases.at(claim.start, claim.end)
        node = phrases.top(phrases.at(start, end))
        if len(inside) <= SHORT or node is None:
            return claim.start, claim.end
        best: tuple[int, int] | None = None
        while True:
            below = [i for i in phrases.tree.subtree(node) if inside[0] <= i <= inside[-1]]
            whole = phrases.at(phrases.tokens[min(below)].start, phrases.tokens[max(below)].end) if below else inside
            if len(whole) > SHORT:
                break
            if len(whole) > FEW:
                best = phrases.tokens[whole[0]].start, phrases.tokens[whole[-1]].end
            if phrases.tokens[node].head == node or node not in inside:
                break
            node = phrases.tokens[node].head
        return best if best and best[0] <= start and end <= best[1] else (claim.start, claim.end)

    def _in_brackets(self, phrases: Phrases, start: int, end: int, once: bool = False) -> str:
        """A stretch of a report with the names that its pronouns stand for, in brackets; ``once`` leaves a
        pronoun whose name has been told."""
        text, last = "", start
        whole = phrases.at(start, end)
        for i in whole:
            token = phrases.tokens[i]
            himself = token.text.lower().endswith(("self", "selves"))
            name = phrases.stands_for(i) if token.pos == "PRON" and not himself else None
            if name and i + 1 < len(phrases.tokens) and phrases.tokens[i + 1].text[:1] in "'’":
                name = None  # "I'm", "he’d"
            if once and name and (name.split()[-1] in text or token.text.lower() in FIRST_PERSON):
                name = None
            text += " " * (token.start > last and bool(text)) + (
                f"[{name}]" if name and token.tag == "PRP" else token.text
            )
            last = token.end
        return text

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
            if clause.supposed() or clause.verbs.conditional():
                continue
            let = clause.verb.tag == "VB" and not clause.verbs.before  # "let the owners sue"
            unsure = {clause.tokens[k].text.lower() for k in clause.tree.children(clause.i, "mark")} & DOUBTFUL
            if (
                not own
                or own[0] > clause.i
                or let
                or unsure
                or clause.verb.dep in ("relcl", "acl")
                or clause.lemma in table()["words"]["speech"]
            ):
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
            own_capital = (
                head.pos == "PROPN" or head.text == "I" or phrases.has_capital(min(clause.tree.subtree(own[0])))
            )
            if not name and not own_capital and not words[1:2].isupper():
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


def _names(words: str, speaker: str) -> bool:
    """Whether words open with the one who says them, so that a report says them of him: "Dorn answered on Friday"."""
    last = speaker.split()[-1]
    return last[:1].isupper() and last in words.split()[:4]


def _is_sentence(phrases: Phrases, inside: Sequence[int]) -> bool:
    """Whether some tokens side by side are one clause with its subject and verb, and what hangs on them: no question,
    no order, no condition."""
    held = set(inside)
    tops = [i for i in inside if (phrases.tokens[i].head not in held or phrases.tokens[i].head == i)]
    tops = [i for i in tops if phrases.tokens[i].dep not in ("punct", "cc", "mark", "advmod")]
    if len(tops) != 1:
        return False
    top = phrases.tokens[tops[0]]
    helped = phrases.tree.children(tops[0], "aux", "auxpass")
    finite = any(phrases.tokens[k].tag in FINITE for k in (tops[0], *helped) if k in held)
    subjects = [k for k in phrases.tree.children(tops[0], "nsubj", "nsubjpass", "expl", "csubj") if k in held]
    marks = [
        k for k in phrases.tree.children(tops[0], "mark") if k in held and phrases.tokens[k].text.lower() != "that"
    ]
    asks = phrases.tokens[phrases.tree.parse.sentences[top.sentence].last - 1].text == "?"
    told = subjects and phrases.tokens[subjects[0]].tag not in ("WP", "WDT") and subjects[0] < tops[0]
    return bool(finite and told and not marks and not asks)


def _begun_small(phrases: Phrases, inside: Sequence[int], words: str) -> str:
    """A sentence's words without the capital that its first word has by its place alone."""
    first = phrases.tokens[inside[0]]
    if len(inside) > 1 and first.dep == "advmod" and phrases.tokens[inside[1]].text == ",":
        return words.partition(", ")[2] or words  # "still, "
    named = first.pos == "PROPN" or first.text == "I" or phrases.has_capital(inside[0]) or words[1:2].isupper()
    return words if named or words.startswith("[") else words[:1].lower() + words[1:]
