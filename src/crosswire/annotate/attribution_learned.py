"""What a learned tagger marked, joined with the cues that the rules found: its spans correct
theirs, and what they miss becomes a cue of its own."""

from collections.abc import Sequence
from dataclasses import replace

from crosswire.annotate.attribution_acts import is_act
from crosswire.annotate.attribution_cues import Cue, Runs, is_shown_to, object_before, speaks
from crosswire.annotate.attribution_subjects import joiner, letter_from, shows_by_deeds
from crosswire.annotate.attribution_tagged import (
    FEW,
    FINITE,
    QUOTES,
    Span,
    head_of,
    is_calling,
    is_quoted,
    is_short_of_verb,
    is_told,
    stance_of,
    states,
    token_range,
)
from crosswire.annotate.attribution_things import is_thing
from crosswire.annotate.attribution_unsaid import is_asked, is_unsaid, sender, stance_of_withheld, withheld
from crosswire.annotate.attribution_words import words
from crosswire.annotate.person_words import is_person
from crosswire.records import Utterance
from crosswire.text.clauses import agent, is_passive, subject
from crosswire.text.syntax import Tree

SPOKEN = frozenset({"said", "reported", "denied", "warned"})
SIGNS = frozenset({"demonstrate", "prove", "illustrate", "underscore", "highlight", "reflect"})
MAKING = frozenset({"write", "publish", "release", "issue", "post", "air", "broadcast"})
LINKS = frozenset("in on at with for of into".split())
BESIDE = 5  # tokens between a noun of telling and whose it is ("warnings from the Delta ministry that")
CONDITIONS = frozenset({"unless", "until", "if", "because"})
WHEN = frozenset("on late early monday tuesday wednesday thursday friday saturday sunday night morning evening".split())
TAIL = 4  # words of when it was said or to whom, behind a tag


def marked_cues(tree: Tree, utterances: Sequence[Utterance], taken: Sequence[Cue]) -> list[Cue]:
    """The cues of the tagger's utterances: a rule's cue with the tagger's content where both found
    it, else a new cue with the source and stance that its words give. Rules' cues that the tagger
    does not know come back unchanged."""
    by_token = {cue.verb: n for n, cue in enumerate(taken)}
    found = list(taken)
    for utterance in utterances:
        cue = token_range(tree, utterance.cue)
        contents = tuple(token_range(tree, span) for span in utterance.content)
        contents = tuple(_as_called(tree, cue, span) for span in contents if not _is_next_sentences(tree, cue, span))
        own = next((by_token[i] for i in (*range(*cue), *_as_saying(tree, cue)) if i in by_token), None)
        if own is not None:
            contents = tuple((a, b) for a, b in contents if not a <= taken[own].verb < b)  # "him as saying"
            turned = _turned(tree, found[own], utterance)
            found[own] = turned or _sourced(tree, found[own], utterance)
            if contents and turned is None:
                found[own] = _corrected(tree, found[own], contents, sorted(by_token))
            if turned is None and not (contents and found[own].contents):
                found[own] = _confirmed(tree, found[own], cue, utterance)
        elif not _is_citing(tree, cue) and not _is_label(tree, cue, utterance):
            told = any(is_told(tree, cue, c, bool(utterance.source)) for c in contents)
            new = _new(tree, cue, utterance, contents) if told else None
            if new and (new.stance != "other" or _is_word_that(tree, new) or is_calling(tree, new, cue)):
                found.append(new)
            elif (tag := _tag_at_end(tree, cue, utterance)) is not None:
                found.append(tag)
    return _joined(tree, _agreed(tree, found, utterances)) if utterances else found


def _joined(tree: Tree, cues: Sequence[Cue]) -> list[Cue]:
    """The cues, a participle joined to another with its speaker: "Lee left, saying that it leaks and vowing to go"."""
    spoken: dict[int, Cue] = {}  # by sentence, the last participle that leads
    found: list[Cue] = []
    for cue in sorted(cues, key=lambda c: c.verb):
        token = tree.tokens[cue.verb]
        first = spoken.get(token.sentence)
        participle = token.tag == "VBG" and token.dep in ("advcl", "conj") and bool(cue.speakers)
        if participle and first and first.speakers and tree.tokens[cue.verb - 1].text.lower() == "and":
            cue = replace(cue, speakers=first.speakers)
        elif participle and tree.tokens[cue.verb - 1].text in (",", "--", "—"):
            spoken[token.sentence] = cue
        found.append(cue)
    return found


def _is_word_that(tree: Tree, cue: Cue) -> bool:
    """Whether a noun of telling leads in what is told: "warnings from the yard that it leaks"."""
    noun = tree.tokens[cue.verb].lemma in words().lists["content_nouns"] and tree.tokens[cue.verb].pos == "NOUN"
    beside = bool(cue.speakers) and abs(cue.speakers[0] - cue.verb) <= BESIDE
    return noun and beside and bool(cue.contents) and tree.tokens[cue.contents[0][0]].text.lower() == "that"


def _tag_at_end(tree: Tree, cue: Span, utterance: Utterance) -> Cue | None:
    """The cue of a tag behind a sentence or headline, whose content a tagger did not give, or the parser hung on a word
    of it: "…, clerk Ann Lee revealed Wednesday.", "…, a clerk told the Herald", "Crossings on pace for a record, Yard
    Says"."""
    spans = [token_range(tree, s) for s in utterance.source]
    verb, stance = head_of(tree, cue), stance_of(tree, cue)
    sentence = tree.parse.sentences[tree.tokens[verb].sentence]
    headline = tree.tokens[sentence.last - 1].text not in (".", "?", "!", *QUOTES)
    finite = tree.tokens[verb].tag in FINITE or (headline and tree.tokens[verb].tag == "NNS")  # "…, court rules"
    if len(spans) != 1 or spans[0][1] != cue[0] or stance not in SPOKEN or not finite:
        return None
    begin = spans[0][0]
    ends = sentence.first < begin - 3 and tree.tokens[begin - 1].text == "," and _only_ends(tree, cue, sentence.last)
    told = (sentence.first, begin - 1)
    marked = [(a, b) for a, b in (token_range(tree, s) for s in utterance.content) if a < told[1]]
    short = headline and marked[:1] == [told]
    quoted = any(t.text in QUOTES for t in tree.tokens[sentence.first : sentence.last])
    if not ends or not (states(tree, told) or short) or (quoted and (not marked or is_quoted(tree, told))):
        return None
    core = frozenset(range(begin, cue[1]))
    return Cue(verb, verb, verb + 1, (_bearer(tree, spans[0]),), (told,), core, stance, False, True)


def _only_ends(tree: Tree, cue: Span, last: int) -> bool:
    """Whether nothing stands behind a tag but when it was said, or whom it told."""
    behind = [t for t in tree.tokens[cue[1] : last] if t.pos not in ("PUNCT", "SPACE")]
    when = all(t.text.lower() in WHEN for t in behind)
    told = tree.tokens[cue[1] - 1].lemma == "tell" and all(
        t.pos in ("PROPN", "PART", "DET", "NOUN") or t.text.lower() in WHEN for t in behind
    )
    return len(behind) <= 1 or (len(behind) <= TAIL and (when or told))


def _confirmed(tree: Tree, cue: Cue, at: Span, utterance: Utterance) -> Cue:
    """A rule's cue of which a tagger gave who speaks, and no content: it needs no marks where the rules have a clause
    for it; with none, it may be a tag behind a sentence that the parser joined to it: "The yard sank, Lee said"."""
    spans = [token_range(tree, s) for s in utterance.source]
    known = any(a <= cue.speakers[0] < b for a, b in spans) if cue.speakers else False
    plain = cue.stance in ("said", "reported", "warned") and tree.tokens[cue.verb].dep != "relcl"
    plain = plain and bool(spans) and tree.tokens[spans[0][0] - 1].text == ","
    if known and plain and cue.needs_quote and any(states(tree, span) for span in cue.contents):
        return replace(cue, needs_quote=False)
    tag = None if cue.contents else _tag_at_end(tree, at, utterance)
    return tag if tag is not None and tag.verb == cue.verb else cue


def _is_next_sentences(tree: Tree, cue: Span, span: Span) -> bool:
    """Whether a stretch that a tagger gave a cue at the end of a line or sentence is the next one, without marks: "The
    yard must close, court rules" above "The yard must close by May"."""
    sentence = tree.parse.sentences[tree.tokens[cue[0]].sentence]
    ends = cue[1] >= sentence.last - 1 and tree.tokens[sentence.last - 1].text != ":"
    return ends and span[0] >= sentence.last and not is_quoted(tree, span)


def _as_called(tree: Tree, cue: Span, span: Span) -> Span:
    """A stretch that a tagger gave a cue, no longer than what is called or asked there in marks: "When the driver
    yelled, |“Stop!”| it was clear that …"."""
    first, last = span
    if first != cue[1] + 1 or tree.tokens[cue[1]].text not in (",", ":") or tree.tokens[first].text not in ("“", "``"):
        return span
    closing = next((k for k in range(first, last - 1) if tree.tokens[k].text in ("”", "''")), last)
    called = tree.tokens[closing - 1].text in ("!", "?")
    return (first, closing + 1) if called and closing + 1 < last and tree.tokens[closing + 1].text.islower() else span


def _as_saying(tree: Tree, cue: Span) -> list[int]:
    """The verb of "quoted him as saying", which is the rules' cue."""
    verbs = [i for i in range(*cue) if tree.tokens[i].lemma in ("quote", "cite")]
    links = [k for i in verbs for k in tree.children(i, "prep") if tree.tokens[k].text.lower() == "as"]
    return [k for link in links for k in tree.children(link, "pcomp")]


def _agreed(tree: Tree, cues: Sequence[Cue], utterances: Sequence[Utterance]) -> list[Cue]:
    """The cues without those that the rules guessed (no clause hangs on them) or gave to a thing, and that the tagger
    does not know: "could not confirm the figure", "he showed restraint", "the queue threatens to last"."""
    known = {i for u in utterances for i in range(*token_range(tree, u.cue))}
    inner = {i for u in utterances for span in u.content for i in range(*token_range(tree, span))}  # none nests
    plain = words().lists["plain"]
    named = {i for u in utterances if u.source for i in range(*token_range(tree, u.cue))}

    def stands(cue: Cue) -> bool:
        if cue.verb not in named and cue.speakers and is_thing(tree, cue.speakers[0]):
            return False  # "the queue threatens to last", "a wreck believed to be hers"
        if tree.tokens[cue.verb].lemma == "threaten" and cue.verb not in known | inner:
            return False  # "a strike that has spread and threatens to last"
        if not cue.loose or cue.learned or cue.verb in known or cue.stance == "declined":
            return True
        return cue.verb in inner and tree.tokens[cue.verb].lemma in plain and tree.tokens[cue.verb].tag in FINITE

    return [c for c in cues if stands(c)]


def _sourced(tree: Tree, cue: Cue, utterance: Utterance) -> Cue:
    """A rule's cue with the tagger's source, where the one speaker that the rules gave does not stand in it."""
    spans = [token_range(tree, s) for s in utterance.source]
    if not spans or len(cue.speakers) != 1:
        return cue
    who = _bearer(tree, spans[0])
    inside = any(a <= cue.speakers[0] < b for a, b in spans)
    thing = is_thing(tree, cue.speakers[0]) and _is_somebody(tree, who)
    late = inside and thing and who < cue.speakers[0]  # "Clerks who were there after the attacks relayed"
    if late or _is_next_to(tree, cue, who, utterance):
        return replace(cue, speakers=(who,), core=cue.core | frozenset(range(*spans[0])))
    mine = tree.tokens[cue.speakers[0]].text == "I" and not _quoted_at(tree, cue.speakers[0])  # the writer's own words
    according = tree.tokens[cue.verb].text.lower() == "according" and speaks(tree, cue.speakers[0])
    over = cue.speakers[0]
    before = tree.tokens[who].dep == "appos" and tree.tokens[who].head == over and who < over < cue.verb
    before = before and not tree.children(over, "conj", "appos")[1:]  # "A son of clerks, Lee left, saying that"
    if inside or mine or according or before or cue.speakers[0] == joiner(tree, cue.verb):
        return cue
    if cue.speakers[0] in tree.children(cue.verb, "nsubj", "nsubjpass") and _is_somebody(tree, cue.speakers[0]):
        return cue
    apart = tree.tokens[who].sentence != tree.tokens[cue.verb].sentence
    if _shares_subject(tree, cue) and (apart or tree.tokens[who].dep in ("pobj", "dobj", "attr")):
        return cue  # "Lee dismissed a report claiming that … and acknowledged": Lee did, not the report
    by, document = sender(tree, who), tree.tokens[cue.speakers[0]].lemma in words().sources["documents"]
    posted = cue.speakers[0] == letter_from(tree, cue.verb) or _as_reported(tree, cue, who)
    if posted or _is_of_paper(tree, cue) or (by is not None and (by == cue.speakers[0] or document)):
        return cue  # "sent a letter to officials warning": not the readers warn
    over = tree.tokens[cue.speakers[0]].head
    over_who = tree.tokens[who].head
    sent = tree.tokens[who].dep == "dobj" and cue.speakers[0] in tree.children(over_who, "nsubj")
    known = cue.speakers[0] == agent(tree, cue.verb)
    hung = tree.tokens[cue.verb].head == cue.speakers[0] and is_passive(tree, over)
    if known or (sent and over_who < cue.verb) or not tree.tokens[who].text[:1].isalnum():
        return cue  # "Lee emailed the clerks saying": Lee says it; "the man described by Delta News"
    if not (thing or speaks(tree, who)) or tree.tokens[who].tag in ("WP", "WDT") or (document and hung):
        return cue  # "were sent a memo stating": the memo states it
    own, lists = tree.tokens[cue.speakers[0]], words().sources
    if tree.tokens[who].sentence != tree.tokens[cue.verb].sentence and (
        own.pos == "PROPN" or own.lemma in lists["documents"] | lists["outlet_words"]
    ):
        return cue  # a link over sentences is less certain than a name in this one
    quoting = tree.tokens[cue.verb].dep == "pcomp" and tree.tokens[tree.tokens[cue.verb].head].text.lower() == "as"
    speakers = (who, *cue.speakers) if quoting else (who,)  # "was quoted by Y as saying"
    return replace(cue, speakers=speakers, core=cue.core | frozenset(range(*spans[0])))


def _as_reported(tree: Tree, cue: Cue, who: int) -> bool:
    """Whether a tagger gave a participle to the subject of "as the Herald reported" before its clause: "As the Herald
    reported, several clerks left, noting that"."""
    token, verb = tree.tokens[cue.verb], tree.tokens[who].head
    aside = tree.tokens[verb].dep == "advcl" and tree.tokens[verb].head == token.head and verb < cue.speakers[0]
    marked = any(tree.tokens[m].text.lower() == "as" for m in tree.children(verb, "mark"))
    own = cue.speakers[0] in tree.children(token.head, "nsubj") and tree.tokens[cue.speakers[0]].tag in ("NNS", "NNPS")
    return token.tag == "VBG" and aside and marked and own


def _is_of_paper(tree: Tree, cue: Cue) -> bool:
    """Whether a relative clause, or a verb that goes on with it, tells what the paper that it hangs on says:
    "released a plan that calls for a quay and says"."""
    verb = cue.verb
    while tree.tokens[verb].dep == "conj" and not tree.children(verb, "nsubj"):
        verb = tree.tokens[verb].head
    paper = tree.tokens[cue.speakers[0]].lemma in words().sources["documents"]
    link = [tree.tokens[k].text.lower() for k in tree.children(verb, "nsubj")]
    return (
        paper
        and tree.tokens[verb].dep == "relcl"
        and tree.tokens[verb].head == cue.speakers[0]
        and link in (["that"], ["which"])
    )


def _is_next_to(tree: Tree, cue: Cue, who: int, utterance: Utterance) -> bool:
    """Whether a tagger's source stands right before the cue, and the rules' is the end of what it gave as told: "shut
    near Orsk, its clerk has said"."""
    first, last = token_range(tree, utterance.source[0])
    told = [token_range(tree, s) for s in utterance.content]
    ends = any(a <= cue.speakers[0] < b for a, b in told) and all(b <= first for _, b in told)
    noun = tree.tokens[who].pos in ("NOUN", "PROPN") and not is_thing(tree, who)
    return ends and noun and last == token_range(tree, utterance.cue)[0]


def _at_end(tree: Tree, span: Span) -> int | None:
    """The last token of a person's name that ends a source, with no mark or other name joined before it."""
    first, last = span
    plain = all(
        tree.tokens[k].pos != "PUNCT" and tree.tokens[k].text not in ("and", "of", "for") for k in range(first, last)
    )
    end = tree.tokens[last - 1].end
    return last - 1 if plain and any(e.label == "PERSON" and e.end == end for e in tree.parse.entities) else None


def _turned(tree: Tree, cue: Cue, utterance: Utterance) -> Cue | None:
    """A cue of the one before the verb, where a subject behind it is that of what is said: "The board, which met in
    Maren, said Lee, 40, a clerk, will sing"; None where it is not so."""
    spans = [token_range(tree, s) for s in utterance.source]
    if not spans or len(cue.speakers) != 1 or cue.speakers[0] not in tree.children(cue.verb, "nsubj"):
        return None
    sentence = tree.parse.sentences[tree.tokens[cue.verb].sentence]
    first, last = spans[0]
    ahead = sentence.first <= first <= sentence.first + 1 and last <= cue.verb < cue.speakers[0]
    quoted = any(t.text in QUOTES for t in tree.tokens[sentence.first : cue.verb])
    if not ahead or quoted or not states(tree, (cue.speakers[0], sentence.last)):
        return None
    core = frozenset({*range(first, last), cue.verb})
    said = ((cue.verb + 1, sentence.last - 1),)
    return replace(cue, speakers=(_bearer(tree, spans[0]),), contents=said, core=core, needs_quote=False)


def _is_somebody(tree: Tree, i: int) -> bool:
    return speaks(tree, i) or (tree.tokens[i].tag == "NN" and is_person(tree.tokens[i].lemma))


def _shares_subject(tree: Tree, cue: Cue) -> bool:
    """Whether a cue goes on with the verb before it, whose subject is such as speaks."""
    over, own = cue.verb, list[int]()
    while tree.tokens[over].dep == "conj" and not own:
        over = tree.tokens[over].head
        own = tree.children(over, "nsubj")
    return cue.speakers[0] in own and speaks(tree, cue.speakers[0])


def _is_citing(tree: Tree, cue: Span) -> bool:
    """Whether a cue only names whom the speaker has it from: "citing a newspaper"."""
    return tree.tokens[cue[0]].lemma in ("cite", "quote") and tree.tokens[cue[0]].tag == "VBG"


def _corrected(tree: Tree, cue: Cue, contents: Runs, verbs: Sequence[int]) -> Cue:
    """A rule's cue with the tagger's content: what meets what the rules found and, where they found
    nothing, what is quoted. Other stretches cost speakers on the gold more than they brought (.832, not
    .847): links over commas and sentences are the least certain."""
    kept = tuple(
        (a, b)
        for a, b in contents
        if any(a < d and c < b for c, d in cue.contents)
        or (b - a >= FEW and not cue.contents and (is_quoted(tree, (a, b)) or _beside(tree, cue, (a, b))))
        or (not cue.contents and is_short_of_verb(tree, (cue.verb, cue.verb + 1), (a, b)))
    )
    if not kept or _holds_cue(tree, cue, kept, verbs) or _is_sorry(tree, cue, kept):
        return cue
    if not any(states(tree, s) or is_quoted(tree, s) for s in kept) and _cuts_clause(tree, cue, kept):
        return cue
    according = tree.tokens[cue.verb].text.lower() == "according"
    if according and not any(states(tree, s) for s in kept) and any(states(tree, s) for s in cue.contents):
        return cue  # "[Lee], according to the clerk, told him that it sank"
    kept = tuple(c for s in kept if (c := _cut_past(tree, cue.verb, _before_others(tree, cue, s))) is not None)
    kept = _filled(tree, cue, tuple(_with_next(tree, cue, s) for s in kept), verbs)
    kept += _conditions(tree, cue, kept)
    if not kept:
        return cue
    inside = {k for a, b in kept for k in range(a, b)}
    return replace(cue, contents=kept, core=frozenset(cue.core - inside), needs_quote=False, learned=True)


def _filled(tree: Tree, cue: Cue, kept: Runs, verbs: Sequence[int]) -> Runs:
    """What a tagger gave a cue, two stretches made one where nothing but what the rules gave it too stands between
    them, no other cue, nothing set apart, and no verb that the report goes on with: "said [it sank at noon] as a storm
    drove it onto [the quay]", but "said [it was sound] and sold [the yard]"."""
    found: list[Span] = []
    for a, b in sorted(kept):
        gap = range(found[-1][1], a) if found else range(0)
        whole = bool(found) and any(c <= found[-1][0] and b <= d for c, d in cue.contents)
        goes_on = any(tree.tokens[k].pos == "PUNCT" or _is_next_verb(tree, k) for k in gap)
        if whole and not goes_on and not cue.core.intersection(gap) and not set(verbs).intersection(gap):
            found[-1] = (found[-1][0], b)
        else:
            found.append((a, b))
    return tuple(found)


def _is_next_verb(tree: Tree, k: int) -> bool:
    """Whether a token is a finite verb joined to another."""
    helps = (tree.tokens[c].tag for c in tree.children(k, "aux", "auxpass"))
    return tree.tokens[k].dep == "conj" and (tree.tokens[k].tag in FINITE or bool(FINITE.intersection(helps)))


def _conditions(tree: Tree, cue: Cue, kept: Runs) -> Runs:
    """On what condition what a tagger gave a cue holds, as the rules gave it too, where an aside parted them: "said
    [they would block the bill], which Orr wants, [unless the crew is paid]"."""
    found: list[Span] = []
    if not kept or kept[-1][1] <= cue.verb:
        return ()
    last = kept[-1][1]
    end_of = tree.parse.sentences[tree.tokens[cue.verb].sentence].last
    for k in (k for k in range(last, end_of) if tree.tokens[k].dep == "advcl"):
        begin, end = tree.token_range(k)
        marks = {tree.tokens[m].text.lower() for m in tree.children(k, "mark")}
        given = any(a <= begin and end <= b for a, b in cue.contents)
        told = any(a <= tree.tokens[k].head < b for a, b in kept)
        dashed = {tree.tokens[last].text, tree.tokens[begin - 1].text} <= {"—", "–", "--"}
        again = "that" in marks and tree.tokens[begin - 1].text == ","  # "insisted that it sank, that nobody knew"
        if begin >= last and given and (told or dashed) and (marks & CONDITIONS or again):
            found.append((begin, end))
    return tuple(found)


def _with_next(tree: Tree, cue: Cue, span: Span) -> Span:
    """A stretch with the verb that goes on with its own, where that one was marked as a cue by itself: "said [he met
    Orr] and praised her"."""
    first, last = span
    link = last < len(tree.tokens) and first > cue.verb and tree.tokens[last].text.lower() == "and"
    verb = next(
        (k for k in range(last + 1, last + 3) if link and k < len(tree.tokens) and tree.tokens[k].dep == "conj"), None
    )
    if verb is None or tree.children(verb, "nsubj", "nsubjpass") or not first <= tree.tokens[verb].head < last:
        return span
    end = tree.token_range(verb)[1]
    told = tree.tokens[verb].tag == tree.tokens[tree.tokens[verb].head].tag == "VBD"
    return (first, end) if told and any(a <= verb < b for a, b in cue.contents) else span


def _is_sorry(tree: Tree, cue: Cue, kept: Runs) -> bool:
    """Whether what a tagger gave a cue is but what somebody is sorry for: "apologized for [a letter that she sent]"."""
    led = tree.tokens[kept[0][0] - 1].text.lower() == "for" or tree.tokens[kept[0][0]].text.lower() == "for"
    return tree.tokens[cue.verb].lemma == "apologize" and led and not any(is_quoted(tree, s) for s in kept)


def _cuts_clause(tree: Tree, cue: Cue, kept: Runs) -> bool:
    """Whether what a tagger gave a cue is but the subject of the clause that is said, cut at an aside: "said the yard's
    stand, which the Herald reported, should be seen"."""
    clauses = [c for c in tree.children(cue.verb, "ccomp") if c > cue.verb and not any(a <= c < b for a, b in kept)]
    finite = [c for c in clauses if any(tree.tokens[k].tag in FINITE for k in (c, *tree.children(c, "aux", "auxpass")))]
    subjects = [k for c in finite for k in tree.children(c, "nsubj", "nsubjpass")]
    return any(a <= k < b for who in subjects for k in tree.subtree(who) for a, b in kept)


def _before_others(tree: Tree, cue: Cue, span: Span) -> Span:
    """A stretch without the words for who tells it, or a participle of his behind a quotation, that it runs on into:
    "[“…,” sailor Ann Lee], once the best, said", "promised [“a storm,” pushing Orr to flee]"."""
    who = [k for k in tree.children(cue.verb, "nsubj") if span[0] < k < span[1] <= cue.verb]
    then = [k for k in tree.children(cue.verb, "advcl") if tree.tokens[k].tag == "VBG" and k > cue.verb]
    starts = [*(tree.token_range(k)[0] for k in who), *then]
    behind = [
        k for k in starts if k > span[0] + 1 and tree.tokens[k - 1].text in QUOTES and tree.tokens[k - 2].text == ","
    ]
    return span[0], min([*behind, span[1]])


def _cut_past(tree: Tree, verb: int, span: Span) -> Span | None:
    """A stretch that begins with the thing that a verb made or shows and runs on into the next clause, of another
    subject, without that clause: "Polls showed [Lee ahead], and Orr left"; None where only what was made is left ("Lee
    wrote [that story, but it would not have been read]")."""
    makes = tree.tokens[verb].lemma in words().lists["evidence"] | MAKING
    things = [k for k in tree.children(verb, "dobj") if makes and span[0] <= k < span[1]]
    if not things or tree.children(verb, "ccomp") or tree.token_range(things[0])[0] > span[0]:
        return span
    behind = [k for k in tree.children(verb, "conj") if things[0] < k < span[1]]
    starts = [tree.token_range(k)[0] for k in behind if tree.children(k, "nsubj", "nsubjpass")]
    if not starts or states(tree, (span[0], starts[0])):
        return span
    shown = tree.tokens[verb].lemma in words().lists["evidence"]
    end = next((k for k in range(starts[0] - 1, span[0], -1) if tree.tokens[k].pos not in ("PUNCT", "CCONJ")), span[0])
    return (span[0], end + 1) if shown else None


def _holds_cue(tree: Tree, cue: Cue, kept: Runs, verbs: Sequence[int]) -> bool:
    """Whether another cue stands between a cue and what the tagger gave it, or leads that in: "…, the mayor said, Kyodo
    reported", "Lee told Orr that …, the yard said". The outer cue keeps the inner one."""
    left = [(c, d) for c, d in cue.contents if d <= cue.verb]
    between = any(c <= v < d and all(b <= v for _, b in kept) for c, d in left for v in verbs)
    within = any(c <= v < a < d and len(kept) == 1 for c, d in left for v in verbs for a, _ in kept)
    return between or (within and any(tree.tokens[v].dep == "ccomp" and tree.tokens[v].head == cue.verb for v in verbs))


def _beside(tree: Tree, cue: Cue, span: Span) -> bool:
    """Whether a stretch that states something ends right before the words of a cue of speech, or begins
    right behind them."""
    if cue.stance not in SPOKEN or tree.tokens[span[0]].tag == "TO":
        return False
    gap = range(span[1], min(cue.core)) if span[1] <= cue.verb else range(max(cue.core) + 1, span[0])
    return len(gap) <= 2 and all(tree.tokens[k].pos in ("PUNCT", "SPACE") for k in gap) and states(tree, span)


def _quoted_at(tree: Tree, i: int) -> bool:
    """Whether marks are open at a token of its sentence."""
    first = tree.parse.sentences[tree.tokens[i].sentence].first
    return sum(tree.tokens[k].text in QUOTES for k in range(first, i)) % 2 == 1


def _new(tree: Tree, cue: Span, utterance: Utterance, contents: Runs) -> Cue | None:
    """A cue that the rules do not know. Its verb is the token that governs the others of its span."""
    verb = head_of(tree, cue)
    sources = [token_range(tree, s) for s in utterance.source]
    speakers = tuple(_bearer(tree, s) for s in sources[:1]) or _subject_of(tree, verb)
    evidence = tree.tokens[verb].lemma in words().lists["evidence"] | SIGNS
    if evidence and speakers and not (speaks(tree, speakers[0]) or _is_capital(tree, speakers[0])):
        return None  # "the wreck shows that"
    who = subject(tree, verb) if tree.tokens[verb].pos in ("VERB", "AUX") else None
    if who is not None and tree.tokens[who].text.lower() == "i" and not _quoted_at(tree, who):
        return None  # "when my mother spoke, I laughed and said": the writer's own words
    lemma, stance = tree.tokens[verb].lemma, stance_of(tree, cue)
    known = [(k, tree.tokens[k].lemma) for k in range(*cue)]
    shows = any(is_act(tree, k, word, stance) for k, word in known if word in ("show", "prove", "figure"))
    undone = (
        shows
        or is_shown_to(tree, verb)
        or _is_nobody(tree, verb, speakers)
        or shows_by_deeds(tree, lemma, speakers)
        or is_act(tree, verb, lemma, stance)
        or is_asked(tree, verb)
        or _is_thought(tree, verb, speakers)
    )
    if undone or any(is_unsaid(tree, k) for k, _ in known):
        return None  # "pleaded guilty"
    if tree.tokens[verb].dep == "relcl":  # "the cuts, which were reported by Y, should be seen"
        end = tree.token_range(verb)[1]
        contents = tuple(c for c in contents if is_quoted(tree, c) or (c[0] < end and states(tree, c)))
        if not contents:
            return None
    if lemma in ("report", "rumor", "rumour") and tree.tokens[verb].pos == "NOUN":
        against = words().stance.get(tree.tokens[tree.tokens[verb].head].lemma) == "denied"
        speakers, stance = ((verb,), "denied") if against else (speakers, stance)  # "contradicted reports that"
    if stance == "believed" and speakers and not _can_believe(tree, speakers[0]):
        return None  # "the fall has renewed fears that"
    if speakers and not tree.tokens[speakers[0]].text[:1].isalnum():
        return None
    speakers = _own_first(tree, verb, who, speakers)
    speakers = tuple(object_before(tree, verb, k) for k in speakers)
    by = agent(tree, verb) if tree.tokens[verb].tag == "VBN" else None
    if by is not None and speakers and speakers[0] != by and not tree.children(verb, "aux"):
        return None  # "The plan, announced by Lee, will"
    if any(withheld(tree, k) is not None for k in range(*cue) if tree.tokens[k].lemma in words().stance):
        stance = stance_of_withheld(stance)  # "refusing to concede that"
    if speakers and is_passive(tree, verb) and speakers[0] in tree.children(verb, "nsubjpass"):
        return None  # "the migrants were told that": by whom stays open
    hearsay = stance == "reportedly" or is_passive(tree, verb)
    if (speakers and tree.tokens[speakers[0]].pos == "DET") or not (speakers or hearsay):
        return None  # "the announced sale"
    inside = {k for a, b in contents for k in range(a, b)}
    core = frozenset({k for a, b in (cue, *sources) for k in range(a, b)} - inside) | {verb}
    return Cue(verb, verb, verb + 1, speakers, contents, core, stance, False, True)


def _subject_of(tree: Tree, i: int) -> tuple[int, ...]:
    """Who is the subject of a finite verb of which a tagger gave no source: "The indictment of the clerks referred to
    Lee as"."""
    tells = words().stance.keys() | words().lists["naming"] | words().lists["object"]
    plain = tree.tokens[i].tag in FINITE and tree.tokens[i].lemma in tells and not is_passive(tree, i)
    beside = [tree.tokens[i].head] if tree.tokens[i].dep == "acl" else tree.children(i, "nsubj")
    who = beside[0] if plain and beside else None
    known = who is not None and tree.tokens[who].pos in ("NOUN", "PROPN") and speaks(tree, who)
    return (who,) if who is not None and known else ()


def _is_capital(tree: Tree, i: int) -> bool:
    """Whether a noun within a sentence stands in capitals, as a name that the parser does not know: "Wikileaks"."""
    sentence = tree.parse.sentences[tree.tokens[i].sentence]
    full = tree.tokens[sentence.last - 1].text in (".", *QUOTES)
    return full and i > sentence.first and tree.tokens[i].text[:1].isupper()


def _is_label(tree: Tree, cue: Span, utterance: Utterance) -> bool:
    """Whether a cue only links or labels: "in talks to direct it", "Delta Rally 2010 VIDEO: We Need No Tent"."""
    verb = tree.tokens[head_of(tree, cue)].text.lower()
    source = [t.text.lower() for span in utterance.source for t in tree.tokens[slice(*token_range(tree, span))]]
    return verb in LINKS or (verb == ":" and not words().lists["notices"].isdisjoint(source))


def _is_thought(tree: Tree, i: int, speakers: tuple[int, ...]) -> bool:
    """Whether others think it of the one whom a tagger gives: "a figure believed to have helped"."""
    token = tree.tokens[i]
    open_to = token.lemma in words().lists["impersonal"] and token.tag == "VBN" and token.dep == "acl"
    return open_to and speakers[:1] == (token.head,) and tree.tokens[i + 1].text.lower() == "to"


def _is_nobody(tree: Tree, i: int, speakers: tuple[int, ...]) -> bool:
    """Whether those who only wonder are given for speakers: "Those wondering whether it would sail found out"."""
    those = bool(speakers) and tree.tokens[speakers[0]].text.lower() == "those"
    return those and tree.tokens[i].tag == "VBG" and tree.tokens[i].lemma in ("wonder", "ask", "hope")


def _own_first(tree: Tree, i: int, who: int | None, speakers: tuple[int, ...]) -> tuple[int, ...]:
    """The speakers of a cue; not those that a tagger found in another sentence, where the verb has a subject."""
    apart = bool(speakers) and tree.tokens[speakers[0]].sentence != tree.tokens[i].sentence
    own = who is not None and tree.tokens[who].pos in ("NOUN", "PROPN") and who in tree.children(i, "nsubj")
    return (who,) if apart and own and who is not None else speakers


def _can_believe(tree: Tree, i: int) -> bool:
    """Whether a source is such as can hold a belief: no single thing."""
    return tree.tokens[i].tag != "NN" or speaks(tree, i) or is_person(tree.tokens[i].lemma)


def _bearer(tree: Tree, span: Span) -> int:
    """Who a source's words name: their head; where a verb was taken for it, the person at their end ("Delta FC striker
    Ann Lee"), or its subject ("Lee, whose firm builds,")."""
    head = head_of(tree, span)
    if tree.tokens[head].pos not in ("VERB", "AUX"):
        return head
    if (named := _at_end(tree, span)) is not None:
        return named
    own = tree.children(head, "nsubj")
    names = (
        own and span[0] <= own[0] < span[1] and (tree.tokens[own[0]].pos == "PROPN" or tree.tokens[own[0]].tag == "WDT")
    )
    return own[0] if names else head
