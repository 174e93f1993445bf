"""The turns of a transcript: who speaks in each line."""

import re
from collections.abc import Sequence
from dataclasses import replace

from crosswire.annotate.attribution_cues import Cue
from crosswire.annotate.attribution_speech import Speech
from crosswire.annotate.attribution_words import Stance, words
from crosswire.records import Entity, Line, Mention
from crosswire.text.clauses import subject

LABEL = re.compile(r"[\"“]?(?P<who>[A-Z][A-Z.'’-]*(?: [A-Z][A-Z.'’-]+){0,3}) ?: ")
TURN = re.compile(r"[\"“]?(?:(?P<asks>Q|QUESTION|Question)|A|ANSWER|Answer)(?: ?[.:]| ?[—–-])\s+(?=\S)")
TITLED = re.compile(r"(?:[A-Z][a-z]+\.? ){1,2}")  # "President Lee: "
FEWEST = 3  # labels of a transcript whose paragraphs between them belong to the turn before


def turns(speech: Speech, mentions: Sequence[Mention], entities: Sequence[Entity]) -> list[Cue]:
    """The speakers of a transcript: "LEE: …" at a line's start gives the rest of the line. Where questions
    and answers alternate ("Q: … / A: …"), who answers is the one whom the article names before as
    interviewed, and stays open where it names none or several; who asks always does."""
    found: list[Cue] = []
    lines = [line for line in speech.lines if line.kind == "body"]
    asked = [line for line in lines if (m := TURN.match(speech.text, line.start, line.end)) and m.group("asks")]
    names = _labels(speech, mentions, entities)
    who = _interviewed(speech, mentions, entities, asked[0].start) if asked else None
    for line in lines:
        turn = TURN.match(speech.text, line.start, line.end) if asked else None
        label = LABEL.match(speech.text, line.start, line.end)
        if turn:
            speakers = () if turn.group("asks") or who is None else (who,)
            found += _turn(speech, line, turn.end(), speakers, "asked" if turn.group("asks") else "said")
        elif label and not _is_notice(speech, label):
            colon, _ = speech.token_range(label.end("who"), line.end)
            found += _turn(speech, line, label.end(), (colon - 1,), "said")
        elif line.start in names:
            colon, _ = speech.token_range(names[line.start], line.end)
            found += _turn(speech, line, names[line.start] + 1, (colon - 1,), "said")
    return _run_on(speech, found, lines)


def _labels(speech: Speech, mentions: Sequence[Mention], entities: Sequence[Entity]) -> dict[int, int]:
    """Where a person's name stands with a colon before whole words ("Lee: I never saw it.", "Mayor Ann Lee: I never
    saw it."): the colon's place by that of the name, or of the line that it opens with a title."""
    people = {e.id for e in entities if e.kind == "person"}
    named = [m for m in mentions if m.entity in people and m.form in ("name", "part")]
    found: dict[int, int] = {}
    for m in named:
        if re.match(r": [A-Z\"“`]", speech.text[m.end : m.end + 3]):
            begin = speech.lines[speech.line_of(m.start)].start
            titled = TITLED.fullmatch(speech.text, begin, m.start)
            found[begin if titled else m.start] = m.end
    return found


def _is_notice(speech: Speech, label: re.Match[str]) -> bool:
    """Whether words in capitals before a colon name nobody: "UPDATE:", "CHARGED WITH MURDER:"."""
    first, last = speech.token_range(label.start("who"), label.end("who"))
    said = {t.text.lower() for t in speech.tokens[first:last]}
    return bool(said & words().lists["notices"]) or any(
        t.pos in ("ADP", "DET", "AUX") for t in speech.tokens[first:last]
    )


def _run_on(speech: Speech, cues: list[Cue], lines: Sequence[Line]) -> list[Cue]:
    """The turns of a transcript, each with the paragraphs up to the next label; the last has its own alone."""
    if len(cues) < FEWEST:
        return cues
    spans = [speech.token_range(line.start, line.end) for line in lines]
    whole: list[Cue] = []
    for cue, after in zip(cues, [*cues[1:], None], strict=True):
        more = [s for s in spans if after and cue.verb < s[0] and s[1] <= min(after.core) and s[0] < s[1]]
        whole.append(replace(cue, contents=(*cue.contents, *more)))
    return whole


def _turn(speech: Speech, line: Line, start: int, speakers: tuple[int, ...], stance: Stance) -> list[Cue]:
    """The cue of one turn, whose words begin at an offset."""
    first, last = speech.token_range(line.start, line.end)
    begin, _ = speech.token_range(start, line.end)
    if not first < begin < last:
        return []
    core = frozenset(range(first, begin))
    return [Cue(begin - 1, first, begin, speakers, ((begin, last),), core, stance, False)]


def _interviewed(speech: Speech, mentions: Sequence[Mention], entities: Sequence[Entity], before: int) -> int | None:
    """The token that names the one who is interviewed: the only person named before an offset, or of
    several the only one with whom there was a talk or who spoke."""
    people = {e.id for e in entities if e.kind == "person"}
    named = [m for m in mentions if m.entity in people and m.end <= before and m.form != "pronoun"]
    for chosen in (named, [m for m in named if _talks(speech, m)]):
        if len({m.entity for m in chosen}) == 1:
            return speech.token_range(chosen[0].start, chosen[0].end)[1] - 1
    return None


def _talks(speech: Speech, mention: Mention) -> bool:
    """Whether a name is that of someone who speaks, or with whom a conversation was held."""
    tree, tokens, lists = speech.tree, speech.tokens, words().lists
    k = speech.token_range(mention.start, mention.end)[1] - 1
    while tokens[k].dep in ("appos", "compound", "conj") and tokens[k].head != k:
        k = tokens[k].head
    over = tokens[k].head
    if tokens[k].dep == "pobj":
        talk = tokens[over].head
        return tokens[over].text.lower() in ("with", "to", "of") and tokens[talk].lemma in lists["talks"]
    return tokens[over].lemma in lists["talks"] and subject(tree, over) == k
