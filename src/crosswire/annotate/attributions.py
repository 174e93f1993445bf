"""Who says what in an article: cues, their contents, and the chain of sources, by rules over
syntax and quotation marks."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from crosswire.annotate.attribution_cues import Cue, cited, outlets_told, verb_cue
from crosswire.annotate.attribution_learned import marked_cues
from crosswire.annotate.attribution_people import PERSONAL
from crosswire.annotate.attribution_phrases import other_cues
from crosswire.annotate.attribution_quotes import Quote, find_quotes, quote_at
from crosswire.annotate.attribution_sources import Namer
from crosswire.annotate.citation_media import outlet_in
from crosswire.records import Article, Attribution, Entity, Mention, Parse, Source, Utterance
from crosswire.text.syntax import Tree

Span = tuple[int, int]
LABEL = re.compile(r"(?P<who>[A-Z][A-Z.'’-]*(?: [A-Z][A-Z.'’-]+){0,3}) ?: ")
QUOTING = frozenset({'"', "“", "”", ":"})
LEAD = 15  # tokens that may lead into a quotation
SHORT = 9  # tokens of a sentence that is nothing but a cue
GAP = frozenset(
    {",", '"', "“", "”", "''", "``", ":", ".", "?", "!", "—", "–", "-", "--", "", "’", "‘", "'", "and", "but"}
)


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution before its chain is drawn: spans are of characters, speakers are token heads."""

    cue: Cue
    contents: tuple[Span, ...]
    quoted: tuple[Quote, ...]


class Speech:
    """What the rules share over one article: its tokens by place and its quotations."""

    def __init__(self, article: Article, parse: Parse, tree: Tree) -> None:
        self.text, self.parse, self.tree, self.tokens = article.text, parse, tree, parse.tokens
        self.starts = [t.start for t in parse.tokens]
        self.quotes = find_quotes(article)
        self.lines = article.lines
        self._quotes = [q.start for q in self.quotes]
        self._lines = [line.start for line in article.lines]

    def token_range(self, start: int, end: int) -> Span:
        """The tokens that begin within a character span."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end)

    def chars(self, first: int, last: int) -> Span:
        return self.tokens[first].start, self.tokens[last - 1].end

    def line_of(self, position: int) -> int:
        return bisect_right(self._lines, position) - 1

    def sentence_of(self, position: int) -> int:
        return self.tokens[max(0, bisect_right(self.starts, position) - 1)].sentence

    def quoted_within(self, start: int, end: int) -> int:
        """How many characters of a span stand in quotations."""
        first = max(0, bisect_right(self._quotes, start) - 1)
        last = bisect_left(self._quotes, end)
        return sum(max(0, min(end, q.end) - max(start, q.start)) for q in self.quotes[first:last])

    def is_gap(self, first: int, last: int) -> bool:
        """Whether only marks and joining words stand in a token range."""
        return all(self.tokens[k].text.strip() in GAP for k in range(first, last))

    def is_full(self, quote: Quote) -> bool:
        """Whether a quotation holds more than a phrase: it begins a sentence or ends like one."""
        first, last = self.token_range(quote.inner_start, quote.inner_end)
        return last - first >= 2 and any(self.tokens[k].pos in ("VERB", "AUX") for k in range(first, last))


def _cue_of(quote: Quote, cues: Sequence[Cue], speech: Speech) -> Cue | None:
    """The cue beside a quotation: right after it (", he said"), or right before (", " or ":")."""
    first, last = speech.token_range(quote.start, quote.end)
    if first >= last:
        return None
    ends = speech.text[quote.inner_end - 1] in ",?!;—-…" or speech.text[quote.end : quote.end + 2].lstrip()[:1] == ","
    ends = ends or speech.text[quote.end : quote.end + 2].strip()[:1].islower()
    line = speech.line_of(quote.start)
    best: tuple[int, Cue] | None = None
    for cue in cues:
        if speech.line_of(speech.tokens[cue.verb].start) != line:
            continue
        low, _high = min(cue.core), max(cue.core) + 1
        if low >= last and low - last <= 4 and speech.is_gap(last, low) and ends:
            gap = low - last
        elif cue.verb < first:
            tail = max((k for k in cue.core if k < first), default=cue.verb) + 1
            near = min(tail, first)
            between = [speech.tokens[k].text for k in range(near, first)]
            if not (speech.is_gap(near, first) and len(between) <= 4):
                continue
            before = speech.tokens[first - 1].text
            if before not in (",", ":") and near != cue.verb + 1 and tail != first:
                continue
            gap = 5 + first - near
        else:
            continue
        if best is None or gap < best[0]:
            best = (gap, cue)
    return best[1] if best else None


def _bare_cue(quote: Quote, cues: Sequence[Cue], speech: Speech) -> Cue | None:
    """The cue that is the whole of the sentence after a quotation that ends one ("Lee wrote.")."""
    if not _stands_alone(quote, speech):
        return None
    _, last = speech.token_range(quote.start, quote.end)
    for cue in cues:
        sentence = speech.parse.sentences[speech.tokens[cue.verb].sentence]
        if 0 <= sentence.first - last <= 1 and sentence.last - sentence.first <= SHORT and not cue.contents:
            return cue
    return None


def _merge(spans: list[Span]) -> tuple[Span, ...]:
    """Sorted spans, with those that touch or overlap joined."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _widen(spans: list[Span], cue: Cue, speech: Speech) -> list[Span]:
    """Contents that cut a quotation take in all of it, unless the cue stands in it."""
    verb = speech.tokens[cue.verb].start
    wide: list[Span] = []
    for start, end in spans:
        for at in (start, end - 1):
            quote = quote_at(speech.quotes, at)
            if quote and not quote.start <= verb < quote.end:
                start, end = min(start, quote.start), max(end, quote.end)
        wide.append((start, end))
    return wide


def _led(quote: Quote, cue: Cue, speech: Speech) -> Span:
    """A quotation with the words of its sentence that lead into it, where its cue comes after it:
    'With two exits shut, "nobody could leave," Lee said'."""
    first, last = speech.token_range(quote.start, quote.end)
    begin = speech.parse.sentences[speech.tokens[first].sentence].first
    led = any(speech.tokens[k].pos not in ("PUNCT", "SPACE", "CCONJ") for k in range(begin, first))
    free = all(speech.tokens[k].text not in QUOTING for k in range(begin, first))
    if led and free and min(cue.core) >= last and first - begin <= LEAD:
        return speech.tokens[begin].start, quote.end
    return quote.start, quote.end


def _drafts(speech: Speech, cues: list[Cue]) -> list[Draft]:
    beside: dict[int, list[Quote]] = {}
    by_line: dict[int, list[Cue]] = {}
    for cue in cues:
        by_line.setdefault(speech.line_of(speech.tokens[cue.verb].start), []).append(cue)
    for quote in speech.quotes:
        line = speech.line_of(quote.start)
        near = by_line.get(line, []) + by_line.get(line + 1, [])
        candidates = [c for c in near if not quote.start <= speech.tokens[c.verb].start < quote.end]
        found = _cue_of(quote, candidates, speech) or _bare_cue(quote, candidates, speech)
        if found is not None:
            beside.setdefault(found.verb, []).append(quote)
    drafts: list[Draft] = []
    for cue in cues:
        quotes = beside.get(cue.verb, [])
        direct = [q for q in quotes if speech.is_full(q)]
        syntactic = [speech.chars(a, b) for a, b in cue.contents]
        if cue.learned:
            spans = syntactic + [(q.start, q.end) for q in direct]
        elif direct:
            spans = [_led(q, cue, speech) for q in direct]
        elif syntactic:
            spans = _widen(syntactic, cue, speech)
        else:
            spans = [(q.start, q.end) for q in quotes]
        if not spans and cue.stance != "declined":
            continue
        if cue.needs_quote and not direct and not quotes:
            continue
        contents = _merge(spans)
        drafts.append(Draft(cue, contents, tuple(direct or quotes)))
    return drafts


def _mode(contents: tuple[Span, ...], speech: Speech) -> Literal["direct", "indirect", "mixed"]:
    total = sum(e - s for s, e in contents)
    quoted = sum(speech.quoted_within(s, e) for s, e in contents)
    if not quoted:
        return "indirect"
    return "direct" if quoted >= 0.9 * total else "mixed"


def _is_own_voice(cue: Cue, speech: Speech) -> bool:
    """ "I think" within a quotation is the speaker's own way of speaking, not another's words."""
    if not cue.speakers:
        return False
    head = speech.tokens[cue.speakers[0]]
    return head.text.lower() in ("i", "we", "you", "us", "me") or head.tag in ("WP", "WDT", "EX")


def _resolve(source: Source, history: list[tuple[int, Source]], cue: Cue, speech: Speech) -> Source:
    """A pronoun that the names stage left open takes the last speaker, if one spoke in the two
    sentences before and is of the pronoun's sort; a statement takes who issued it."""
    sentence = speech.tokens[cue.verb].sentence
    word = source.name.lower()
    if source.kind != "unknown" or word not in PERSONAL | {"they", "it"}:
        return source
    for number, earlier in reversed(history):
        if sentence - number > 2 or number > sentence:
            break
        personal = earlier.kind == "person"
        if (word in PERSONAL) == personal and earlier.kind != "unknown":
            return replace(source, name=earlier.name, kind=earlier.kind)
    return source


def _continuations(
    speech: Speech, drafts: list[tuple[Draft, tuple[Source, ...]]]
) -> list[tuple[int, tuple[Span, ...]]]:
    """Quotations with no cue of their own, with the draft whose speaker goes on in them: a piece of
    the same quotation; else, for one that stands as whole sentences, the direct quotation before
    it in this or the last paragraph, or where none is there the one after it in the same line."""
    taken = [(s, e, speech.tokens[d.cue.verb].start) for d, _ in drafts for s, e in d.contents]
    spoken = [(d.contents[-1][1], k) for k, (d, chain) in enumerate(drafts) if d.contents and chain]
    direct = [(d.contents[0][0], d.contents[-1][1], k) for k, (d, _) in enumerate(drafts) if d.quoted and d.contents]
    runs = {q.run: k for k, (d, _) in enumerate(drafts) for q in d.quoted}
    found: list[tuple[int, tuple[Span, ...]]] = []
    for quote in speech.quotes:
        if any(s < quote.end and quote.start < e and not quote.start <= cue < quote.end for s, e, cue in taken):
            continue
        if quote.run not in runs and not _stands_alone(quote, speech):
            continue
        line = speech.line_of(quote.start)
        before = [k for s, e, k in direct if e <= quote.start and line - speech.line_of(e - 1) <= 1]
        after = [k for s, e, k in direct if s >= quote.end and speech.line_of(s) == line]
        last = [
            k
            for e, k in spoken
            if 0 <= speech.sentence_of(quote.start) - speech.sentence_of(e - 1) <= 1 and e <= quote.start
        ]
        choice = runs.get(quote.run, before[-1] if before else after[0] if after else last[-1] if last else None)
        if choice is not None:
            found.append((choice, ((quote.start, quote.end),)))
            direct.append((quote.start, quote.end, choice))
            direct.sort()
            runs.setdefault(quote.run, choice)
    return found


def _continued(
    speech: Speech, drafts: list[tuple[Draft, tuple[Source, ...]]]
) -> list[tuple[Draft, tuple[Source, ...], tuple[Span, ...]]]:
    """Each draft with its contents and those of its continuations in the same paragraph; one of
    another paragraph stands for itself under the same cue."""
    whole: list[tuple[Span, ...]] = [d.contents for d, _ in drafts]
    apart: list[tuple[int, tuple[Span, ...]]] = []
    for k, contents in _continuations(speech, drafts):
        if speech.line_of(contents[0][0]) == speech.line_of(speech.tokens[drafts[k][0].cue.verb].start):
            whole[k] = tuple(sorted(whole[k] + contents))
        else:
            apart.append((k, contents))
    parts = [(d, chain, contents) for (d, chain), contents in zip(drafts, whole, strict=True)]
    return parts + [(drafts[k][0], drafts[k][1], contents) for k, contents in apart]


def _stands_alone(quote: Quote, speech: Speech) -> bool:
    """Whether a quotation is whole sentences: it begins one, and ends like one or is left open."""
    first, last = speech.token_range(quote.start, quote.end)
    if first >= last or not speech.is_full(quote):
        return False
    sentence = speech.parse.sentences[speech.tokens[first].sentence]
    whole = speech.is_gap(sentence.first, first) and speech.text[quote.inner_end - 1] in ".?!…,—-"
    return whole or quote.open


def _labels(speech: Speech) -> list[Cue]:
    """The speakers of a transcript: "LEE: …" at a line's start gives the rest of the line."""
    found: list[Cue] = []
    for line in speech.lines:
        label = LABEL.match(speech.text, line.start, line.end) if line.kind == "body" else None
        if label is None:
            continue
        first, last = speech.token_range(line.start, line.end)
        colon, _ = speech.token_range(label.end("who"), line.end)
        if first < colon < last - 1 and speech.tokens[colon].text == ":":
            core = frozenset(range(first, colon + 1))
            found.append(Cue(colon, colon, colon + 1, (colon - 1,), ((colon + 1, last),), core, "said", False))
    return found


def find_attributions(
    article: Article,
    parse: Parse,
    tree: Tree,
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    utterances: Sequence[Utterance] = (),
) -> tuple[Attribution, ...]:
    """Return every attribution of the article in order of its cue. ``contents`` keep their
    quotation marks; an utterance without content ("declined to comment") has none. A chain is
    empty where the article names nobody ("it is believed that"). Sources whose names the mentions
    do not give keep the words of the text. ``utterances`` are what a tagger marked; without them
    the rules stand alone."""
    speech = Speech(article, parse, tree)
    namer = Namer(article, parse, tree, mentions, entities, lambda at: quote_at(speech.quotes, at) is not None)
    cues = [c for i in range(len(parse.tokens)) if (c := verb_cue(tree, i))]
    cues += other_cues(tree, {c.verb for c in cues})
    cues = sorted(marked_cues(tree, utterances, cues + _labels(speech)), key=lambda c: c.verb)
    cues = [c for c in cues if not _is_own_voice(c, speech)]
    history: list[tuple[int, Source]] = []
    drafts: list[tuple[Draft, tuple[Source, ...]]] = []
    for draft in _drafts(speech, cues):
        cue = draft.cue
        without = frozenset({cue.verb})
        own = [_resolve(s, history, cue, speech) for h in cue.speakers for s in namer.sources(h, without)]
        told = [_outlet(namer.source(h)) for h in outlets_told(tree, article.text, cue.verb)]
        inner = [s for h in reversed(cited(tree, cue.verb)) for s in namer.sources(h)]
        own = [s for s in inner if s.name not in {o.name for o in own}] + own
        history.extend((parse.tokens[cue.verb].sentence, s) for s in own[len(inner) :][:1])
        drafts.append((draft, tuple(own + [s for s in told if s.name not in {o.name for o in own}])))
    return _chained(_continued(speech, drafts), speech)


def _outlet(source: Source) -> Source:
    """A source that is known to be a medium, under the outlet's name."""
    return replace(source, name=outlet_in(source.text) or source.name, kind="media")


def _holders(parts: list[tuple[Draft, tuple[Source, ...], tuple[Span, ...]]], speech: Speech) -> dict[int, list[int]]:
    """For every cue's token, the parts (by number) in whose contents it stands."""
    verbs = {draft.cue.verb for draft, _, _ in parts}
    over: dict[int, list[int]] = {}
    for h, (_, _, contents) in enumerate(parts):
        for start, end in contents:
            for i in range(*speech.token_range(start, end)):
                if i in verbs:
                    over.setdefault(i, []).append(h)
    return over


def _chained(
    parts: list[tuple[Draft, tuple[Source, ...], tuple[Span, ...]]], speech: Speech
) -> tuple[Attribution, ...]:
    """Draw each chain through the contents that hold its cue: the innermost speaker comes first."""
    full: list[Attribution] = []
    over = _holders(parts, speech)
    for k, (draft, own, contents) in enumerate(parts):
        holders = sorted(
            (sum(e - s for s, e in parts[h][2]), parts[h][0].cue.verb, h)
            for h in over.get(draft.cue.verb, ())
            if parts[h][0] is not draft and h != k
        )
        chain = list(own)
        for _, _, h in holders:
            chain.extend(s for s in parts[h][1] if s.name not in {c.name for c in chain})
        a, b = speech.tokens[draft.cue.first].start, speech.tokens[draft.cue.last - 1].end
        full.append(
            Attribution(a, b, speech.text[a:b], contents, tuple(chain), _mode(contents, speech), draft.cue.stance)
        )
    return tuple(sorted(full, key=lambda f: (f.cue_start, f.contents)))
