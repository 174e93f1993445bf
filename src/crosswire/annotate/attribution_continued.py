"""Quotations without a cue of their own: whose they are."""

from crosswire.annotate.attribution_cues import Cue, speaks
from crosswire.annotate.attribution_people import People
from crosswire.annotate.attribution_quotes import Quote, quote_at
from crosswire.annotate.attribution_speech import Draft, Span, Speech, Spoken
from crosswire.annotate.attribution_words import words
from crosswire.records import Source
from crosswire.text.clauses import objects, subject

FIRST = frozenset({"i", "we", "me", "us", "my", "our"})
LONG, TAIL = 8, 4  # tokens of a quotation that is nearly all of its sentence, and of what may stand behind it
LED_TAIL = 6  # of what a preposition leads in
BESIDE = 8  # tokens between a cue and a quotation that it opens
OTHERS = frozenset({"he", "she"})
TAG = 7  # tokens before a colon that only tell who speaks
TOLD_FIRST = frozenset(
    "Added Said Wrote Replied Tweeted Answered Countered Continued Concluded Explained Quipped".split()
)
ISSUING = frozenset("issue release publish post send make give write offer tweet share read".split())
ISSUED = frozenset("update comment remark reply response apology explanation answer".split())
SPEAKING_OF = frozenset("write speak talk laud praise reflect reminisce vent rave respond react".split())
BLOCK = 4  # lines of such words at most
REPLIES = frozenset("response reply answer retort message verdict advice explanation reaction comment".split())


def lead_ins(speech: Speech, drafts: list[Draft]) -> list[Draft]:
    """Drafts of the quotations behind a sentence with a colon that tells of somebody, on its line or the
    next: "The captain described the night to reporters:"."""
    taken = [span for d in drafts for span in d.contents]
    found: list[Draft] = []
    for quote in speech.quotes:
        first, _ = speech.token_range(quote.start, quote.end)
        colon = first - 1
        while colon > 0 and not speech.tokens[colon].text.strip():
            colon -= 1
        if colon < 1 or speech.tokens[colon].text != ":" or not speech.is_full(quote):
            continue
        lines = speech.line_of(quote.start) - speech.line_of(speech.tokens[colon].start)
        if lines > 1 or any(s < quote.end and quote.start < e for s, e in taken):
            continue
        sentence = speech.parse.sentences[speech.tokens[colon].sentence]
        verb, who = _told_of(speech, sentence.first, colon)
        who = _author(speech, verb, colon) if who is None else who
        if (named := _tag_before(speech, sentence.first, colon)) is not None:
            verb, who = named
        if (
            who is None
            or _is_mine(speech, verb, colon)
            or _quotes_before(speech, sentence.start, speech.tokens[colon].start)
        ):
            continue
        stance = words().stance.get(speech.tokens[verb].lemma, "said")
        core = frozenset(range(sentence.first, colon + 1))
        cue = Cue(verb, verb, verb + 1, (who,), (), core, stance, False)
        found.append(Draft(cue, ((quote.start, quote.end),), (quote,)))
    return found


def blocks(speech: Speech, drafts: list[Draft]) -> list[Draft]:
    """Drafts of lines without marks that say "I" or "we", behind a line that ends with a colon and tells of somebody's
    words: "Inspector Lee commented at a briefing: / We are glad of it."."""
    taken = [span for d in drafts if d.cue.speakers for span in d.contents]  # "apparently" takes nobody's words
    found: list[Draft] = []
    for n, line in enumerate(speech.lines[:-1]):
        last = n + 1
        while last < len(speech.lines) and last - n <= BLOCK and _is_mine_alone(speech, last):
            last += 1
        if line.kind != "body" or last == n + 1 or not speech.text[: line.end].rstrip().endswith(":"):
            continue
        begin, end = speech.lines[n + 1].start, speech.lines[last - 1].end
        first, colon = speech.token_range(line.start, line.end)
        sentence = speech.parse.sentences[speech.tokens[colon - 1].sentence] if first < colon else None
        if sentence is None or any(s < end and begin < e for s, e in taken):
            continue
        verb, who = _tag_before(speech, sentence.first, colon - 1) or _told_of(speech, sentence.first, colon - 1)
        stance = words().stance.get(speech.tokens[verb].lemma)
        if who is not None and stance is not None and not _is_mine(speech, verb, colon):
            cue = Cue(verb, verb, verb + 1, (who,), (), frozenset(range(sentence.first, colon)), stance, False)
            found.append(Draft(cue, ((begin, end),), ()))
    return found


def _is_mine_alone(speech: Speech, n: int) -> bool:
    """Whether a line of the body says "I" or "we", and nothing of it is quoted."""
    line = speech.lines[n]
    said = {speech.tokens[k].text.lower() for k in range(*speech.token_range(line.start, line.end))}
    return line.kind == "body" and bool(FIRST & said) and not speech.quoted_within(line.start, line.end)


def owned(speech: Speech, drafts: list[Draft]) -> list[Draft]:
    """Drafts of the phrases quoted in a sentence that tells of somebody's words and has no cue: "Lee's speech was grim,
    of towns where “lamps go out”"."""
    told = {speech.tokens[d.cue.verb].sentence for d in drafts}
    taken = [span for d in drafts for span in d.contents]
    found: dict[int, tuple[int, list[Quote]]] = {}
    for quote in speech.quotes:
        number = speech.sentence_of(quote.inner_start)
        if number in told or any(s < quote.end and quote.start < e for s, e in taken):
            continue
        first, last = speech.token_range(quote.inner_start, quote.inner_end)
        who = _owner_of_words(speech, number, first)
        if who is not None and last - first > 1 and not speech.is_title(quote):
            found.setdefault(number, (who, []))[1].append(quote)
    made: list[Draft] = []
    for who, quotes in found.values():
        noun = speech.tokens[who].head
        core = frozenset({who, noun})
        cue = Cue(noun, noun, noun + 1, (who,), (), core, "said", False)
        made.append(Draft(cue, tuple((q.start, q.end) for q in quotes), tuple(quotes)))
    return made


def _owner_of_words(speech: Speech, number: int, end: int) -> int | None:
    """Whose words the subject of a sentence names, before a place in it: "Lee's speech", "her vision of the town"."""
    tokens, tree = speech.tokens, speech.tree
    for k in range(speech.parse.sentences[number].first, end):
        if tokens[k].dep in ("nsubj", "nsubjpass") and tokens[tokens[k].head].dep == "ROOT":
            if tokens[k].lemma not in words().sources["spoken_words"]:
                return None
            return next((o for o in tree.children(k, "poss") if tokens[o].pos in ("PROPN", "PRON")), None)
    return None


def _quotes_before(speech: Speech, start: int, end: int) -> bool:
    """Whether more than phrases is quoted in a stretch."""
    return any(start <= q.start < end and speech.is_full(q) for q in speech.quotes)


def _tag_before(speech: Speech, first: int, colon: int) -> tuple[int, int] | None:
    """What tells, and who, in the few words before a colon that are no sentence: "His response: “…”", "Added Orr:"."""
    tokens, tree = speech.tokens, speech.tree
    if colon - first > TAG:
        return None
    inverted = tokens[first].text in TOLD_FIRST and first + 1 < colon
    if inverted:
        who = next(
            (k for k in range(colon - 1, first, -1) if tokens[k].pos == "PROPN" and tokens[k].dep != "pobj"), None
        )
        return None if who is None else (first, who)
    replies = [k for k in range(first, colon) if tokens[k].lemma.lower() in REPLIES]
    if len(replies) != 1 or any(tokens[k].pos in ("VERB", "AUX") for k in range(first, colon)):
        return None
    owners = tree.children(replies[0], "poss") + objects(tree, replies[0], "of", "from", "by")
    return (replies[0], owners[0]) if owners and first <= owners[0] < colon else None


def _author(speech: Speech, verb: int, colon: int) -> int | None:
    """Whose a document is that the sentence before a colon tells of: "Below is a statement by Lee:"."""
    papers = [k for k in speech.tree.children(verb, "nsubj", "attr", "dobj") if k < colon]
    papers = [k for k in papers if speech.tokens[k].lemma in words().sources["documents"]]
    return next((o for k in papers for o in objects(speech.tree, k, "by", "from") if speaks(speech.tree, o)), None)


def _is_mine(speech: Speech, first: int, last: int) -> bool:
    """Whether the writer is who tells right before a colon: "She wept so that I had to answer:"."""
    return any(speech.tokens[k].text == "I" and speech.tokens[k].dep == "nsubj" for k in range(first, last))


def _told_of(speech: Speech, first: int, last: int) -> tuple[int, int | None]:
    """The main verb of a sentence and its subject, where that is such as speaks and no document."""
    outer = [i for i in range(first, last) if not first <= speech.tokens[i].head < last or speech.tokens[i].head == i]
    verb = next((i for i in outer if speech.tokens[i].pos in ("VERB", "AUX")), first)
    who = subject(speech.tree, verb)
    fits = who is not None and first <= who < last and speaks(speech.tree, who)
    return verb, who if fits and speech.tokens[who or 0].lemma not in words().sources["documents"] else None


def spoken_before(speech: Speech, drafts: Spoken, people: People) -> list[Draft]:
    """Drafts of the quotations that nobody is said to speak, where the sentence before them in the
    paragraph tells of one person: "Lee shook his head. “They never called us.”" The quotation mark
    itself is their cue."""
    taken = [span for d, _ in drafts for span in d.contents]
    taken += [span for _, contents in continuations(speech, drafts) for span in contents]
    found: list[Draft] = []
    for quote in speech.quotes:
        line = speech.lines[speech.line_of(quote.start)]
        if line.kind != "body" or not speech.stands_alone(quote):
            continue
        if any(s < quote.end and quote.start < e for s, e in taken):
            continue
        first, last = speech.token_range(quote.start, quote.end)
        number = speech.tokens[first].sentence
        before = speech.parse.sentences[number - 1] if number else None
        if before is None or speech.quoted_within(before.start, before.end):
            continue
        issuer = _issuer(speech, before.first, before.last)
        verb, who = _told_of(speech, before.first, before.last)
        speaks_of = speech.tokens[verb].lemma in SPEAKING_OF
        if issuer is None and before.start < line.start and not speaks_of:
            continue
        one = who is not None and _is_one(speech, who, people) and _is_own(speech, quote, first, last)
        who = who if issuer is None and one else issuer
        if who is not None and _names_itself(speech, who, first, last):
            continue
        if who is not None:
            cue = Cue(first, first, first + 1, (who,), (), frozenset({first}), "said", False)
            found.append(Draft(cue, ((quote.start, quote.end),), (quote,)))
            taken.append((quote.start, quote.end))
    return found


def _names_itself(speech: Speech, who: int, first: int, last: int) -> bool:
    """Whether a quotation speaks by name of the one whom the sentence before tells of: not his words."""
    name = speech.tokens[who]
    parts = [speech.tokens[k].text for k in sorted(speech.tree.subtree(who)) if speech.tokens[k].pos == "PROPN"]
    short = "".join(part[0] for part in parts if part.istitle())  # "FAA"
    called = {name.text, *([short] if len(short) > 2 else [])}
    return name.pos == "PROPN" and any(t.text in called and t.pos == "PROPN" for t in speech.tokens[first:last])


def _issuer(speech: Speech, first: int, last: int) -> int | None:
    """Who gave out words, by the last clause of a sentence that tells it: "Lee released a statement", "The yard has
    posted an update"."""
    tokens, tree = speech.tokens, speech.tree
    for verb in range(last - 1, first - 1, -1):
        if tokens[verb].lemma not in ISSUING or tokens[verb].pos != "VERB":
            continue
        given = {tokens[k].lemma for k in tree.children(verb, "dobj")}
        who = next(iter(tree.children(verb, "nsubj")), None)
        if who is None or tree.children(verb, "neg") or not given & (words().sources["documents"] | ISSUED):
            continue
        named = any(tokens[k].pos == "PROPN" for k in (who, *tree.children(who, "compound", "poss")))
        if named or speaks(tree, who):
            return who
    return None


def _is_one(speech: Speech, who: int, people: People) -> bool:
    """Whether a subject is one person."""
    token = speech.tokens[who]
    if speech.tree.children(who, "conj"):
        return False
    roles = words().sources["persons"] | words().sources["titles"]
    if token.pos == "PROPN":
        return people.person(who) is not None or people.may_speak(who)
    return (token.tag == "NN" and token.lemma in roles) or token.text.lower() in OTHERS


def _is_own(speech: Speech, quote: Quote, first: int, last: int) -> bool:
    """Whether a quotation can be the words of whom the sentence before tells: it says "I" or "we", or
    does not speak of him or her."""
    said = [speech.tokens[k].text.lower() for k in range(first, last)]
    return bool(FIRST.intersection(said)) or not OTHERS.intersection(said)


def continuations(speech: Speech, drafts: Spoken) -> list[tuple[int, tuple[Span, ...]]]:
    """Quotations with no cue of their own, with the draft whose speaker goes on in them: a piece of
    the same quotation; else, for one that stands as whole sentences, the direct quotation before
    it in this or the last paragraph, or where none is there the one after it in the same line."""
    at = [(speech.tokens[d.cue.verb].start, speech.tokens[min(d.cue.core)].start) for d, _ in drafts]
    taken = [(s, e, *at[k]) for k, (d, _) in enumerate(drafts) for s, e in d.contents]
    told = [(k, d) for k, (d, chain) in enumerate(drafts) if d.contents and chain and not _is_quoted(speech, d)]
    spoken = [(d.contents[-1][1], k) for k, d in told]
    direct = [(d.contents[0][0], d.contents[-1][1], k) for k, (d, _) in enumerate(drafts) if d.quoted and d.contents]
    runs = {q.run: k for k, (d, _) in enumerate(drafts) for q in d.quoted if not _is_within(speech, d, q.run)}
    found: list[tuple[int, tuple[Span, ...]]] = []
    for quote in speech.quotes:
        held = [(begin, cue) for s, e, cue, begin in taken if s < quote.end and quote.start < e]
        if any(begin == quote.start or not quote.start <= cue < quote.end for begin, cue in held):
            continue  # it is told already, by a cue outside it or as a transcript's turn
        if _is_led_in(speech, quote):
            continue
        line = speech.line_of(quote.start)
        whole = speech.stands_alone(quote) or _is_nearly_all(speech, quote)
        if quote.run not in runs and not whole and not _goes_on(speech, quote, direct, line):
            continue
        before = [k for s, e, k in direct if e <= quote.start and line - speech.line_of(e - 1) <= 1]
        after = [k for s, e, k in direct if s >= quote.end and speech.line_of(s) == line]
        last = [
            k
            for e, k in spoken
            if 0 <= speech.sentence_of(quote.start) - speech.sentence_of(e - 1) <= 1 and e <= quote.start
        ]
        number = speech.sentence_of(quote.start) - 1
        said_last = [k for k in last if speech.tokens[drafts[k][0].cue.verb].sentence == number]
        if before and said_last and speech.sentence_of(_ends(drafts[before[-1]]) - 1) < number:
            before = [max(said_last, key=lambda k: _ends(drafts[k]) - drafts[k][0].contents[0][0])]
        here = [k for k in before if speech.line_of(drafts[k][0].contents[-1][0]) == line]
        if whole:  # a phrase that somebody quotes in passing is not what goes on: "a claim that clerks call “false.”"
            spoke = [k for k in before if drafts[k][0].cue.stance != "other"]
            before = [k for k in before if k in spoke or any(speech.is_full(q) for q in drafts[k][0].quoted)] or before
        opened = [k for k in range(len(drafts)) if _is_opened_by(speech, drafts[k], quote, number + 1)]
        before = opened[-1:] or before
        own = runs.get(quote.run)  # a paragraph that lost its closing mark stays with the speaker in it
        lost = own is not None and bool(here) and speech.line_of(speech.tokens[drafts[own][0].cue.verb].start) > line
        others = (k for k in (*before[-1:], *after[:1], *last[-1:]) if not _speaks_of(speech, quote, drafts[k][1]))
        choice = own if own is not None and not lost else next(others, None)
        if choice is not None:
            found.append((choice, ((quote.start, quote.end),)))
            direct.append((quote.start, quote.end, choice))
            direct.sort()
            runs.setdefault(quote.run, choice)
    return found


def _is_within(speech: Speech, draft: Draft, run: int) -> bool:
    """Whether a cue stands in the quotation whose run it would carry on: its speaker is spoken of there."""
    at = speech.tokens[draft.cue.verb].start
    return draft.cue.first != draft.cue.last and any(q.run == run and q.start < at < q.end for q in speech.quotes)


def _is_quoted(speech: Speech, draft: Draft) -> bool:
    """Whether a cue without a quotation of its own stands within one: whom somebody quotes does not go on behind it."""
    quote = quote_at(speech.quotes, speech.tokens[draft.cue.verb].start)
    inside = quote is not None and not quote.open
    return inside and draft.cue.first != draft.cue.last and not draft.quoted


def _speaks_of(speech: Speech, quote: Quote, chain: tuple[Source, ...]) -> bool:
    """Whether a quotation names the one person who would speak it, and says neither "I" nor "we"."""
    if not chain or chain[0].kind != "person" or " and " in chain[0].name:
        return False
    said = {speech.tokens[k].text for k in range(*speech.token_range(quote.start, quote.end))}
    return chain[0].name.split()[-1] in said and not FIRST.intersection(word.lower() for word in said)


def _is_opened_by(speech: Speech, spoken: tuple[Draft, tuple[Source, ...]], quote: Quote, number: int) -> bool:
    """Whether a cue that tells of words right before a quotation in its sentence has what it opens: "Lee said,
    describing him as “calm. Very calm.”"."""
    draft, chain = spoken
    verb = draft.cue.verb
    near = speech.token_range(quote.start, quote.end)[0] - verb
    return bool(chain) and speech.tokens[verb].sentence == number and 0 < near <= BESIDE


def _is_led_in(speech: Speech, quote: Quote) -> bool:
    """Whether words of the same line lead in a quotation with a colon: a sign, not the one who spoke before, has it."""
    begin = speech.lines[speech.line_of(quote.start)].start
    return speech.text[begin : quote.start].rstrip().endswith(":")


def _is_nearly_all(speech: Speech, quote: Quote) -> bool:
    """Whether a quotation opens a sentence and only a few words without a verb stand behind it, and no name but one
    that a preposition leads in: "“If it is as good as they say, they won't be able to vote” in person."."""
    first, last = speech.token_range(quote.inner_start, quote.end)
    if first >= last or not speech.is_full(quote) or last - first < LONG:
        return False
    sentence = speech.parse.sentences[speech.tokens[first].sentence]
    tail = speech.tokens[last : sentence.last]
    led = bool(tail) and tail[0].pos == "ADP"
    plain = all(t.pos not in ("VERB", "AUX", "PRON") and (led or t.pos != "PROPN") for t in tail)
    return speech.is_gap(sentence.first, first) and len(tail) <= (LED_TAIL if led else TAIL) and plain


def _goes_on(speech: Speech, quote: Quote, direct: list[tuple[int, int, int]], line: int) -> bool:
    """Whether a quotation without a verb that is a sentence of its own stands behind another of its paragraph, or of
    the line before: “…,” Lee said. “Business as usual.”"""
    if not speech.is_sentence(quote):
        return False
    return any(e <= quote.start and line - speech.line_of(e - 1) <= 1 for _, e, _ in direct)


def _ends(spoken: tuple[Draft, tuple[Source, ...]]) -> int:
    """Where what a draft holds ends."""
    return spoken[0].contents[-1][1]


def continued(speech: Speech, drafts: Spoken) -> list[tuple[Draft, tuple[Source, ...], tuple[Span, ...]]]:
    """Each draft with its contents and those of its continuations in the same paragraph; one of
    another paragraph stands for itself under the same cue."""
    whole: list[tuple[Span, ...]] = [d.contents for d, _ in drafts]
    apart: list[tuple[int, tuple[Span, ...]]] = []
    for k, contents in continuations(speech, drafts):
        if speech.line_of(contents[0][0]) == speech.line_of(speech.tokens[drafts[k][0].cue.verb].start):
            whole[k] = tuple(sorted(whole[k] + contents))
        else:
            apart.append((k, contents))
    parts = [(d, chain, contents) for (d, chain), contents in zip(drafts, whole, strict=True)]
    return parts + [(drafts[k][0], drafts[k][1], contents) for k, contents in apart]
