"""Who says what in an article: cues, their contents, and the chain of sources, by rules over
syntax and quotation marks."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from crosswire.annotate.attribution_bearers import PERSONAL
from crosswire.annotate.attribution_bounds import bounded
from crosswire.annotate.attribution_chains import cited, outlets_told
from crosswire.annotate.attribution_continued import blocks, continued, lead_ins, owned, spoken_before
from crosswire.annotate.attribution_cues import Cue, verb_cue
from crosswire.annotate.attribution_learned import marked_cues
from crosswire.annotate.attribution_people import People
from crosswire.annotate.attribution_phrases import other_cues
from crosswire.annotate.attribution_quotes import Quote, quote_at
from crosswire.annotate.attribution_renamed import with_names
from crosswire.annotate.attribution_sources import Namer
from crosswire.annotate.attribution_speech import Draft, Span, Speech, Spoken
from crosswire.annotate.attribution_turns import turns
from crosswire.annotate.attribution_words import words
from crosswire.annotate.citation_media import is_own, outlet_in
from crosswire.annotate.person_words import is_person
from crosswire.records import Article, Attribution, Entity, Mention, Parse, Source, Utterance
from crosswire.text.syntax import Tree

OPEN = frozenset({"he", "she", "his", "her", "their", "its"})
LEAD = 15  # tokens that may lead into a quotation
SHORT = 9  # tokens of a sentence that is nothing but a cue


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
            if _asks_first(cue, speech) and before in (",", ":"):
                gap = -1
        else:
            continue
        if best is None or gap < best[0]:
            best = (gap, cue)
    return best[1] if best else None


def _is_in_run(cue: Cue, quote: Quote, speech: Speech) -> bool:
    """Whether a cue stands in a quotation, or in another line of it."""
    held = quote_at(speech.quotes, speech.tokens[cue.verb].start)
    return held is not None and held.run == quote.run


def _is_told_before(quote: Quote, found: Cue, cues: Sequence[Cue], speech: Speech) -> bool:
    """Whether a quotation before a cue is what another, before it in the sentence, tells: "Lee called it “dear,” and
    Orr said"."""
    first, last = speech.token_range(quote.start, quote.end)
    if first >= last or min(found.core) < last:
        return False
    sentence = speech.parse.sentences[speech.tokens[found.verb].sentence]
    joined = any(speech.tokens[k].pos == "CCONJ" for k in range(last, min(found.core)))
    end = max(found.core) + 1
    if not joined and (end + 1 >= sentence.last or speech.tokens[end].text == ","):
        return False  # "Lee called it “dear,” the Herald reported.": of both
    before = [c for c in cues if c.verb < first and speech.tokens[c.verb].sentence == speech.tokens[first].sentence]
    return any(a <= first and last <= b + 1 for c in before if c is not found for a, b in c.contents)


def _cue_between(quote: Quote, cues: Sequence[Cue], beside: dict[int, list[Quote]], speech: Speech) -> Cue | None:
    """The cue in the midst of a quotation that goes on in small letters behind a comma, however long its clause:
    "“…,” Lee wrote in a letter that told why she left, “but …”"."""
    if speech.text[: quote.start].rstrip()[-1:] != "," or not speech.text[quote.inner_start].islower():
        return None
    for cue in reversed(cues):
        pieces = [q for q in beside.get(cue.verb, []) if q.end <= speech.tokens[cue.verb].start]
        same = speech.tokens[cue.verb].sentence == speech.sentence_of(quote.start)
        if same and pieces and cue.verb < speech.token_range(quote.start, quote.end)[0]:
            between = speech.quoted_within(pieces[-1].end, quote.start)
            return cue if speech.text[pieces[-1].inner_end - 1] == "," and not between else None
    return None


def _asks_first(cue: Cue, speech: Speech) -> bool:
    """Whether a participle that opens a sentence asks what is quoted behind it: 'Asked by Lee, "Why?" Orr said'."""
    verb = speech.tokens[cue.verb]
    opens = cue.verb == speech.parse.sentences[verb.sentence].first
    return opens and verb.lemma == "ask" and verb.tag == "VBN"


def _bare_cue(quote: Quote, cues: Sequence[Cue], speech: Speech) -> Cue | None:
    """The cue that is the whole of the sentence after a quotation that ends one ("Lee wrote.")."""
    if not speech.stands_alone(quote):
        return None
    cues = [c for c in cues if not _leads_on(c, speech) and _only_says(c, speech)]
    _, last = speech.token_range(quote.start, quote.end)
    for cue in cues:
        sentence = speech.parse.sentences[speech.tokens[cue.verb].sentence]
        if 0 <= sentence.first - last <= 1 and sentence.last - sentence.first <= SHORT and not cue.contents:
            return cue
    return None


def _only_says(cue: Cue, speech: Speech) -> bool:
    """Whether a cue tells of nothing but speech ("Lee wrote."), no act ("Lee sees a double standard.")."""
    verb = speech.tokens[cue.verb]
    says = verb.lemma in words().stance and verb.lemma not in ("agree", "disagree", "concur")
    return says and not speech.tree.children(cue.verb, "dobj", "xcomp", "conj")


def _leads_on(cue: Cue, speech: Speech) -> bool:
    """Whether a cue's sentence ends with a colon: what it tells of comes behind it."""
    sentence = speech.parse.sentences[speech.tokens[cue.verb].sentence]
    return speech.text[: sentence.end].rstrip().endswith(":")


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


def _to_closing(spans: list[Span], cue: Cue, speech: Speech) -> list[Span]:
    """What a tagger gave a cue that leads on with a colon, to the closing mark of the quotation that it begins with."""
    wide: list[Span] = []
    for start, end in spans:
        quote = quote_at(speech.quotes, start) if _leads_on(cue, speech) else None
        opens = quote is not None and quote.start == start and start >= speech.tokens[cue.verb].end
        wide.append((start, max(end, quote.end) if quote is not None and opens else end))
    return wide


def _led(quote: Quote, cue: Cue, speech: Speech) -> Span:
    """A quotation with the words of its sentence that lead into it, where its cue comes after it:
    'With two exits shut, "nobody could leave," Lee said'."""
    first, last = speech.token_range(quote.start, quote.end)
    begin = speech.parse.sentences[speech.tokens[first].sentence].first
    led = any(speech.tokens[k].pos not in ("PUNCT", "SPACE", "CCONJ") for k in range(begin, first))
    before = [q for q in speech.quotes if speech.tokens[begin].start <= q.start < quote.start]
    phrases = all(not speech.is_full(q) or speech.text[q.inner_end - 1] not in ",.?!" for q in before)
    free = phrases and all(speech.tokens[k].text != ":" for k in range(begin, first))
    if led and free and min(cue.core) >= last and first - begin <= LEAD:
        return speech.tokens[begin].start, quote.end
    return quote.start, quote.end


def _in_paragraph(spans: list[Span], cue: Cue, speech: Speech) -> list[Span]:
    """What a tagger gave a cue, cut to the cue's paragraph where it is no quotation: a headline above is
    nobody's words."""
    line = speech.lines[speech.line_of(speech.tokens[cue.verb].start)]
    cut: list[Span] = []
    for start, end in spans:
        begin = start if speech.quoted_within(start, min(end, line.start)) else max(start, line.start)
        cut.append((begin, end if speech.quoted_within(max(start, line.end), end) else min(end, line.end)))
    return [(s, e) for s, e in cut if s < e]


def _is_anothers(span: Span, cue: Cue, tagged: dict[int, int], speech: Speech) -> bool:
    """Whether a stretch that a tagger gave a cue is a quotation of the next sentence with a cue of its own there: "Her
    sister did not relent. “It sank,” Ann Lee wrote."."""
    number = tagged.get(span[0])
    return number is not None and number > speech.tokens[cue.verb].sentence


def _told_beside(speech: Speech, cues: list[Cue]) -> tuple[dict[int, list[Quote]], set[int]]:
    """The quotations beside each cue, by its verb; and the verbs that stand behind one that is another's."""
    beside: dict[int, list[Quote]] = {}
    passed: set[int] = set()
    by_line: dict[int, list[Cue]] = {}
    for cue in cues:
        by_line.setdefault(speech.line_of(speech.tokens[cue.verb].start), []).append(cue)
    for quote in speech.quotes:
        if speech.is_title(quote):
            continue
        line = speech.line_of(quote.start)
        near = by_line.get(line, []) + by_line.get(line + 1, [])
        candidates = [c for c in near if not _is_in_run(c, quote, speech)]
        found = _cue_of(quote, candidates, speech) or _bare_cue(quote, candidates, speech)
        found = found or _cue_between(quote, candidates, beside, speech)
        if found is not None and _is_told_before(quote, found, candidates, speech):
            passed.add(found.verb)
        elif found is not None:
            beside.setdefault(found.verb, []).append(quote)
    return beside, passed


def _drafts(speech: Speech, cues: list[Cue]) -> list[Draft]:
    beside, passed = _told_beside(speech, cues)
    asked = [(q.start, q.end) for c in cues for q in beside.get(c.verb, []) if _asks_first(c, speech)]
    drafts: list[Draft] = []
    tagged = {q.start: speech.tokens[v].sentence for v, found in beside.items() for q in found}
    for cue in cues:
        quotes = beside.get(cue.verb, [])
        direct = [q for q in quotes if speech.is_full(q)]
        syntactic = [speech.chars(a, b) for a, b in cue.contents]
        if cue.verb in passed:
            syntactic = [s for s in syntactic if s[0] > speech.tokens[cue.verb].start]
        if not _asks_first(cue, speech):
            syntactic = [s for s in syntactic if not any(s[0] < b and a < s[1] for a, b in asked)]
        if cue.learned:
            syntactic = _in_paragraph(_to_closing(syntactic, cue, speech), cue, speech)
            syntactic = [s for s in syntactic if not _is_anothers(s, cue, tagged, speech)]
            if _leads_on(cue, speech):
                begin = speech.parse.sentences[speech.tokens[cue.verb].sentence].start
                syntactic = [s for s in syntactic if s[1] > begin]
            if any(speech.quoted_within(*s) for s in syntactic):  # "ended with a promise that he made long ago: “…”"
                syntactic = [s for s in syntactic if not speech.text[: s[1]].endswith(":")]
            spans = syntactic + [(q.start, q.end) for q in direct]
        elif direct:
            spans = [_led(q, cue, speech) for q in direct]
        elif syntactic:
            spans = _widen(syntactic, cue, speech)
        else:
            spans = [(q.start, q.end) for q in quotes if cue.stance != "declined"]  # "did not state whether"
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


def _of_themselves(cues: Sequence[Cue], speech: Speech) -> dict[int, int]:
    """By a verb of belief that somebody in an office tells of "he" or "she", who tells it: "the chief said he believed
    it was an accident"."""
    by_verb, found = {c.verb: c for c in cues}, dict[int, int]()
    for cue in cues:
        token, over = speech.tokens[cue.verb], by_verb.get(speech.tokens[cue.verb].head)
        own = speech.tree.children(cue.verb, "nsubj")
        if over is None or cue.stance != "believed" or over.stance != "said" or token.dep != "ccomp" or not own:
            continue
        between = [speech.tokens[k].text.lower() for k in range(over.verb + 1, own[0])]
        himself = speech.tokens[own[0]].text.lower() in ("he", "she") and between in ([], ["that"])
        if himself and cue.speakers == (own[0],) and len(over.speakers) == 1:
            teller = speech.tokens[over.speakers[0]]
            if teller.tag == "NN" and is_person(teller.lemma):
                found[cue.verb] = over.speakers[0]
    return found


def _is_own_voice(cue: Cue, speech: Speech) -> bool:
    """ "I think" within a quotation is the speaker's own way of speaking, not another's words."""
    if not cue.speakers:
        return False
    head = speech.tokens[cue.speakers[0]]
    own = head.text.lower() in ("i", "we", "you", "us", "me", "'s", "’s")  # "let's say"
    if head.text == "I" and speech.tokens[cue.verb].tag == "VBD" and quote_at(speech.quotes, head.start) is None:
        own = not any(quote_at(speech.quotes, speech.tokens[a].start) for a, _ in cue.contents)  # 'I said, "Go"'
    pointing = head.text.lower() in ("that", "this") and head.tag == "DT"  # "that is not to say"
    return own or pointing or head.tag in ("WP", "WDT", "EX")


def _is_sign(cue: Cue, speech: Speech) -> bool:
    """Whether a quotation speaks of what something shows: '"It shows that they knew," Lee said'"""
    if not cue.speakers:
        return False
    head = speech.tokens[cue.speakers[0]]
    return head.text.lower() in ("it", "this", "that", "which") and quote_at(speech.quotes, head.start) is not None


def _is_anybody(cue: Cue, speech: Speech) -> bool:
    """Whether nobody in particular would speak: "one could only assume that", "any sailor would say that"."""
    if not cue.speakers or not any(speech.tokens[k].tag == "MD" for k in speech.tree.children(cue.verb, "aux")):
        return False
    who = cue.speakers[0]
    alone = speech.tokens[who].text.lower() == "one" and not speech.tree.children(who, "prep", "relcl", "acl")
    return alone or any(speech.tokens[k].text.lower() == "any" for k in speech.tree.children(who, "det"))


def _is_occasion(cue: Cue, cues: Sequence[Cue], speech: Speech) -> bool:
    """Whether a noun tells when or in what something was said, and not by whom: "said in the Harbor announcement
    that"."""
    prep = speech.tokens[cue.verb].head
    if speech.tokens[cue.verb].pos != "NOUN" or speech.tokens[cue.verb].dep != "pobj" or not cue.contents:
        return False
    over = speech.tokens[prep].head
    return any(c.verb == over and c.contents[:1] == cue.contents[:1] and c.speakers for c in cues)


def _is_one_body(source: Source) -> bool:
    """Whether "it" can take up a source: a body or paper, no officials and no witness."""
    head = source.name.split(" of ")[0].split()[-1].lower()
    people = words().sources["persons"] | words().sources["anonymous"]
    return source.kind != "anonymous" or not (head.endswith("s") or head in people)


def _is_several(source: Source) -> bool:
    """Whether "they" can take up a source: no one person without a name ("a resident who lives near by")."""
    return source.kind != "anonymous" or not is_person(source.name.split(" who ")[0].split()[-1].lower())


def _is_open_it(source: Source) -> bool:
    """Whether a source is an "it" of which nothing tells what it means."""
    return source.kind == "unknown" and source.name.lower() == "it"


def _is_open(source: Source) -> bool:
    """Whether a source is a pronoun of which nothing tells whom it means: no link of a chain that has others."""
    return _is_open_it(source) or (source.kind == "unknown" and source.name.lower() in OPEN)


def _resolve(source: Source, history: list[tuple[int, Source]], cue: Cue, speech: Speech, people: People) -> Source:
    """A pronoun that the names stage left open takes the last speaker, if one spoke in the two
    sentences before and is of the pronoun's sort and sex; a statement takes who issued it."""
    sentence = speech.tokens[cue.verb].sentence
    word = source.name.lower()
    shown = word in ("they", "it") and speech.tokens[cue.verb].lemma in ("show", "reveal", "indicate")
    if source.kind != "unknown" or word not in PERSONAL | {"they", "it"} or shown:
        return source
    for number, earlier in reversed(history):
        if sentence - number > 2 or number > sentence:
            break
        personal = earlier.kind == "person" and (word != "they" or " and " not in earlier.name)
        if word in PERSONAL and (" and " in earlier.name or not people.may_be(cue.speakers[0], earlier.name)):
            continue  # two people
        fits = _is_one_body(earlier) if word == "it" else word != "they" or _is_several(earlier)
        if (word in PERSONAL) == personal and earlier.kind != "unknown" and fits:
            return replace(source, name=earlier.name, kind=earlier.kind)
    return source


def _is_the_body(cue: Cue, speech: Speech, source: Source) -> bool:
    """Whether a source is but "the agency", "the company", of which nothing else tells which."""
    head = speech.tokens[cue.speakers[0]]
    bodies = words().sources["offices"] | words().sources["firms"]
    bare = source.text.lower() == f"the {head.text.lower()}"
    return source.kind == "anonymous" and bare and head.tag == "NN" and head.lemma in bodies


def _of_itself(source: Source, cue: Cue, speech: Speech, namer: Namer) -> Source:
    """An open "it" behind what is said takes the body or state that this tells of: "Delta will close its ports, it
    said"; so does "the agency" a body: "The Harbor Patrol will close the ports, the agency said"."""
    if not (_is_open_it(source) or _is_the_body(cue, speech, source)):
        return source
    before = [c for c in speech.tree.children(cue.verb, "ccomp") if c < cue.verb]
    own = next((k for c in before for k in speech.tree.children(c, "nsubj", "nsubjpass")), None)
    if own is None or quote_at(speech.quotes, speech.tokens[own].start) is not None:
        return source
    if speech.tokens[own].pos != "PROPN":
        return source
    named = namer.source(own)
    return replace(source, name=named.name, kind=named.kind) if named.kind in ("organization", "media") else source


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
    parse = with_names(parse, mentions, entities)
    tree = tree if parse is tree.parse else Tree(parse)
    speech = Speech(article, parse, tree)
    namer = Namer(article, parse, tree, mentions, entities, lambda at: quote_at(speech.quotes, at) is not None)
    cues = [c for i in range(len(parse.tokens)) if (c := verb_cue(tree, i))]
    cues += other_cues(tree, {c.verb for c in cues})
    cues = bounded(tree, marked_cues(tree, utterances, cues)) + turns(speech, mentions, entities)
    cues.sort(key=lambda c: c.verb)
    cues = [c for c in cues if not any(test(c, speech) for test in (_is_own_voice, _is_sign, _is_anybody))]
    cues = [c for c in cues if not _is_occasion(c, cues, speech)]
    themselves = {verb: namer.source(who) for verb, who in _of_themselves(cues, speech).items()}
    history: list[tuple[int, Source]] = []
    drafts: Spoken = []
    plain = _drafts(speech, cues)
    more = lead_ins(speech, plain) + owned(speech, plain) + blocks(speech, plain)
    for draft in sorted(plain + more, key=lambda d: d.cue.verb):
        chain = _chain_of(draft.cue, speech, namer, history, article.outlet, bool(draft.quoted))
        if chain and (told := themselves.get(draft.cue.verb)) is not None:
            chain = (replace(chain[0], name=told.name, kind=told.kind), *chain[1:])
        drafts.append((draft, chain))
    drafts += [
        (draft, _chain_of(draft.cue, speech, namer, [], article.outlet))
        for draft in spoken_before(speech, drafts, namer.people)
    ]
    return _chained(continued(speech, sorted(drafts, key=lambda d: d[0].cue.verb)), speech)


def _chain_of(
    cue: Cue, speech: Speech, namer: Namer, history: list[tuple[int, Source]], outlet: str | None, quoted: bool = False
) -> tuple[Source, ...]:
    """The sources that a cue itself names, from whom it cites over its speaker to the medium told, where that is not
    the article's own ``outlet``; ``history`` gets the speaker."""
    apart = {j for a, b in cue.contents for j in range(a, b)} if cue.verb in cue.speakers else {cue.verb}
    own = [s for h in cue.speakers for s in namer.sources(h, frozenset(apart))]  # "reports that …": but the noun
    if not namer.people.either.intersection(cue.speakers):
        own = [_resolve(s, history, cue, speech, namer.people) for s in own]
    own = [_of_itself(s, cue, speech, namer) for s in own if any(c.isalpha() for c in s.name)]
    within = {j for who in cue.speakers for j in speech.tree.subtree(who)}
    if len(own) == 1 and _is_open_it(own[0]) and _shows_only(cue, speech):
        return ()
    over = _told_with(cue, speech)
    told_by = outlets_told(speech.tree, speech.text, cue.verb)
    told_by = told_by or (outlets_told(speech.tree, speech.text, over) if over is not None else [])
    tellers = [h for h in told_by if h not in within]
    heard = [_outlet(namer.source(h)) for h in tellers]
    told = [s for s in heard if not is_own(s.name, outlet)]
    told = [s for s in told if not any(_plain(o).startswith(f"{_plain(s)} ") for o in told)]  # "Fox", of Fox News
    himself = quoted and all(s.kind == "person" for s in own)  # "“…,” Lee said, citing clerks": his own words
    links = [] if himself else cited(speech.tree, cue.verb, cue.speakers)
    inner = [s for h in reversed(links) for s in namer.sources(h)]
    own = [s for s in inner if _plain(s) not in {_plain(o) for o in own}] + own
    history.extend((speech.tokens[cue.verb].sentence, s) for s in own[len(inner) :][:1])
    return tuple(own + [s for s in told if _plain(s) not in {_plain(o) for o in own}])


def _told_with(cue: Cue, speech: Speech) -> int | None:
    """The verb of telling that a participle goes on with, whose speaker tells both: "Lee told Delta News that it sank,
    noting that it was old"."""
    token = speech.tokens[cue.verb]
    joined = token.tag == "VBG" and token.dep == "advcl" and speech.tokens[cue.verb - 1].text == ","
    same = joined and cue.speakers and cue.speakers[0] in speech.tree.children(token.head, "nsubj")
    return token.head if same and speech.tokens[token.head].lemma == "tell" else None


def _shows_only(cue: Cue, speech: Speech) -> bool:
    """Whether what an "it" does that nothing explains is no telling: "It showed how old the pier was", "because it
    requests that"."""
    verb = speech.tokens[cue.verb]
    before = speech.parse.sentences[max(0, verb.sentence - 1)]
    papers = words().sources["documents"]
    shown = any(t.lemma in papers for t in speech.tokens[before.first : cue.verb])  # "a video. It shows a guard"
    done = any(
        speech.tokens[k].lemma == "have" for k in speech.tree.children(cue.verb, "aux")
    )  # "It has shown": a body
    return (verb.lemma in words().lists["evidence"] and not shown and not done) or cue.stance in ("urged", "asked")


def _plain(source: Source) -> str:
    """A source's name as far as two are one: without its article."""
    return source.name.casefold().removeprefix("the ")


def _outlet(source: Source) -> Source:
    """A source that is known to be a medium, under the outlet's name."""
    own = outlet_in(source.text) or source.name
    known = source.kind == "media" and own in ("wire service", "news agency", "newspaper", "magazine")  # named before
    return replace(source, name=source.name if known else own, kind="media")


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


def _is_over(draft: Draft, inner: tuple[Draft, tuple[Source, ...], tuple[Span, ...]], speech: Speech) -> bool:
    """Whether "according to" behind a comma tells who has it that somebody said something, though it was read as a part
    of what he said: "Lee confirmed that she left, according to the minutes"."""
    at = draft.cue.verb
    behind = speech.tokens[at].text.lower() == "according" and at > 0 and speech.tokens[at - 1].text == ","
    after = inner[0].cue.verb < at and bool(inner[1]) and all(s.kind != "media" for s in inner[1])
    last = speech.parse.sentences[speech.tokens[at].sentence].last
    return behind and after and max(draft.cue.core) + 2 >= last


def _without(contents: tuple[Span, ...], told: tuple[Span, ...], speech: Speech) -> tuple[Span, ...]:
    """What of some contents stands outside others, where that is more than marks."""
    begin, end = told[0][0] if told else 0, told[-1][1] if told else 0
    pieces = [(s, min(e, begin)) for s, e in contents] + [(max(s, end), e) for s, e in contents]
    kept = [(s, e) for s, e in pieces if s < e and any(c.isalpha() for c in speech.text[s:e])]
    return tuple(sorted(set(kept)))


def _before_tag(contents: tuple[Span, ...], over: Draft, speech: Speech) -> tuple[Span, ...]:
    """Contents up to the tag behind them of who has it that it was said."""
    at = speech.tokens[over.cue.verb].start
    cut = [(s, min(e, at)) for s, e in contents if s < at]
    return tuple((s, s + len(speech.text[s:e].rstrip(" ,"))) for s, e in cut)


def _tellers_of(
    holder: tuple[Draft, tuple[Source, ...], tuple[Span, ...]], own: tuple[Source, ...], speech: Speech
) -> tuple[Source, ...]:
    """Whom a medium has it from where they are named behind what it reports: "the Herald reported that the yard will
    shut, according to two clerks"."""
    draft, sources, _ = holder
    behind = speech.tokens[draft.cue.verb].text.lower() == "according" and bool(own)
    people = bool(sources) and all(s.kind != "media" for s in sources)
    return sources if behind and people and all(s.kind == "media" for s in own) else ()


def _reported_behind(parts: list[tuple[Draft, tuple[Source, ...], tuple[Span, ...]]], speech: Speech) -> dict[int, int]:
    """For the parts that somebody says in marks, the medium named behind them that has it: "Lee said: “It sank,” the
    Herald reported." It reports what Lee said."""
    found: dict[int, int] = {}
    for k, (draft, own, contents) in enumerate(parts):
        media = draft.cue.stance == "reported" and bool(own) and all(s.kind == "media" for s in own) and bool(contents)
        for h, (inner, sources, told) in enumerate(parts) if media else ():
            same = speech.tokens[inner.cue.verb].sentence == speech.tokens[draft.cue.verb].sentence
            people = bool(sources) and all(s.kind != "media" for s in sources) and inner.cue.stance == "said"
            people = people and speech.tokens[inner.cue.verb].dep in ("ROOT", "ccomp")
            between = bool(told) and speech.tokens[inner.cue.verb].start < told[0][0] <= contents[0][0]
            behind = (
                between and contents[-1][1] <= told[-1][1] + 2 and told[-1][1] <= speech.tokens[draft.cue.verb].start
            )
            if same and people and behind:
                found[h] = k
    return found


def _chained(
    parts: list[tuple[Draft, tuple[Source, ...], tuple[Span, ...]]], speech: Speech
) -> tuple[Attribution, ...]:
    """Draw each chain through the contents that hold its cue: the innermost speaker comes first."""
    full: list[Attribution] = []
    over = _holders(parts, speech)
    sizes = [sum(e - s for s, e in contents) for _, _, contents in parts]

    def _is_within(h: int, k: int) -> bool:
        """Whether two hold each other's cue and the first is the lesser: "According to Z, in May Lee told …"."""
        return k in over.get(parts[h][0].cue.verb, ()) and (sizes[h], h) < (sizes[k], k)

    outer: dict[int, int] = {}
    for k, (draft, _, _) in enumerate(parts):
        for h in over.get(draft.cue.verb, ()):
            if h != k and _is_over(draft, parts[h], speech):
                outer.setdefault(h, k)
    outer |= {h: k for h, k in _reported_behind(parts, speech).items() if h not in outer}
    inner = {k: h for h, k in outer.items()}
    for k, (draft, own, contents) in enumerate(parts):
        holders = sorted(
            (sum(e - s for s, e in parts[h][2]), parts[h][0].cue.verb, h)
            for h in over.get(draft.cue.verb, ())
            if parts[h][0] is not draft and h != k and not _is_within(h, k) and inner.get(k) != h
        )
        held = {h for _, _, h in holders}
        holders = [found for found in holders if inner.get(found[2]) not in held]
        if k in inner and (rest := _without(contents, parts[inner[k]][2], speech)):
            contents, chain = rest, list(own)  # the telling itself: "Lee confirmed"
        else:
            chain = [*parts[inner[k]][1], *own] if k in inner else list(own)
        if k in outer:
            contents = _before_tag(contents, parts[outer[k]][0], speech) or contents
        if holders and (told := _tellers_of(parts[holders[0][2]], own, speech)):
            chain = [*told, *own]
        chain.extend(s for s in (parts[outer[k]][1] if k in outer else ()) if _plain(s) not in map(_plain, own))
        for _, _, h in holders:
            links = (*parts[h][1], *(parts[outer[h]][1] if outer.get(h) in held else ()))
            chain.extend(s for s in links if _plain(s) not in {_plain(c) for c in chain})
        others = [s for s in chain if not _is_open(s)]
        chain = others if any(_is_open_it(s) or o.kind != "media" for s in chain for o in others) else chain
        a, b = speech.tokens[draft.cue.first].start, speech.tokens[draft.cue.last - 1].end
        unsaid = draft.cue.stance == "believed" and any(parts[h][0].cue.stance == "declined" for _, _, h in holders)
        stance = "declined" if unsaid else draft.cue.stance  # "did not say if they believed that"
        full.append(Attribution(a, b, speech.text[a:b], contents, tuple(chain), _mode(contents, speech), stance))
    return tuple(sorted(full, key=lambda f: (f.cue_start, f.contents)))
