"""One speaker's words as every report gives them: which quotations are versions of one utterance, and
where they differ word by word."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from crosswire.records import Annotations, Article, Attribution, Lineage, Name, Version, Wording, content_id
from crosswire.text.origins import Origins

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
EDGES = " \t\n,;:—–-"
QUOTES = frozenset('"“”„«»「」')
LIGHT = frozenset(
    "a an and are as at be been but by for from had has have he her his i if in is it its me my not of on or our "
    "she so that the their them there they this to us was we were what which who will with would you your".split()
)
LEAST = 3  # telling words that two versions share; two short remarks of one speaker on one thing often share two
# Part of the shorter version's telling words that the other has too. Of 142 pairs of remarks with at least .25 in the
# example stories and six gold clusters, every one at .6 with three words shared is one utterance; at .4 to .6 half are.
ALIKE = 0.6
# For different speakers: only words that are nearly the same can be one utterance under two names.
ALIKE_OTHERS = 0.85
LEAST_OTHERS = 5
COMMON = 60  # passages of a story that hold a word from which it tells nothing of two that share it


@dataclass(frozen=True, slots=True)
class Remark:
    """A stretch of what somebody is said to have said, within one sentence."""

    article: str
    start: int
    end: int
    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    telling: frozenset[str]
    speaker: str
    said_by: tuple[str, ...]
    quoted: bool


def wordings(
    articles: Sequence[Article],
    annotations: Mapping[str, Annotations],
    names: Sequence[Name],
    lineage: Lineage,
) -> tuple[Wording, ...]:
    """Return the utterances that two or more of a story's articles give, at least one of them in
    quotation marks, in reading order; ``names`` are the story's. Two remarks of one speaker are one
    utterance when they share most of their telling words; two of different speakers only when both
    are quotations and nearly the same."""
    origins = Origins(lineage, {article.id: article.outlet for article in articles if article.outlet})
    known = {(v.article, v.text.casefold()): n.canonical for n in names for v in n.variants}
    remarks = [r for a in articles if a.id in annotations for r in remarks_of(a, annotations[a.id], known)]
    groups = [[remarks[k] for k in group] for group in _groups(remarks)]
    return tuple(_wording(group, origins) for group in groups if any(remark.quoted for remark in group))


def remarks_of(article: Article, notes: Annotations, known: Mapping[tuple[str, str], str]) -> Iterator[Remark]:
    """The remarks of named speakers in text order, each once: of two attributions of the same words
    the innermost."""
    taken: set[int] = set()
    sized = sorted((sum(e - s for s, e in a.contents), n) for n, a in enumerate(notes.attributions) if a.contents)
    made = []
    for _, number in sized:
        said = notes.attributions[number]
        if not said.chain or said.stance == "reportedly":
            continue
        for start, end in _pieces(said, notes):
            start, end = _trimmed(article.text, start, end)
            spots = list(WORD.finditer(article.text, start, end))
            words, places = tuple(w.group().casefold().replace("’", "'") for w in spots), tuple(w.span() for w in spots)
            telling = frozenset(words) - LIGHT
            if len(telling) >= LEAST and not taken.intersection(range(start, end)):
                taken.update(range(start, end))
                speaker = known.get((article.id, said.chain[0].name.casefold()), said.chain[0].name)
                chain = tuple(source.name for source in said.chain)
                marked = said.mode == "direct" or bool(QUOTES.intersection(article.text[start - 1 : end + 1]))
                made.append(Remark(article.id, start, end, words, places, telling, _key(speaker), chain, marked))
    yield from sorted(made, key=lambda r: r.start)


def _pieces(said: Attribution, notes: Annotations) -> Iterator[tuple[int, int]]:
    """The contents cut at the ends of sentences."""
    for start, end in said.contents:
        for sentence in notes.parse.sentences:
            low, high = max(start, sentence.start), min(end, sentence.end)
            if low < high:
                yield low, high


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without commas and spaces at its edges, and without the "that" before it; marks of
    quotation stay."""
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES:
        end -= 1
    if text[start : start + 5].casefold() == "that ":
        return _trimmed(text, start + 5, end)
    return start, end


def _key(name: str) -> str:
    """The form under which the names of one speaker meet: a person's surname, a body without article."""
    return name.casefold().removeprefix("the ").split()[-1] if name.strip() else ""


def _groups(remarks: Sequence[Remark]) -> list[list[int]]:
    """Remarks that are versions of one utterance, by number: the likest pairs first, no more than one
    of an article in a group."""
    group = {k: [k] for k in range(len(remarks))}
    for _, left, right in sorted((-score, a, b) for a, b, score in _pairs(remarks)):
        ours, theirs = group[left], group[right]
        articles = [remarks[k].article for k in ours + theirs]
        if ours is not theirs and len(set(articles)) == len(articles):
            ours.extend(theirs)
            group.update(dict.fromkeys(theirs, ours))
    return [sorted(members) for k, members in sorted(group.items()) if len(members) > 1 and min(members) == k]


def _pairs(remarks: Sequence[Remark]) -> Iterator[tuple[int, int, float]]:
    """Pairs of different articles that are alike enough, with how alike, found through the words that
    they share, without comparing all."""
    holders: dict[str, list[int]] = defaultdict(list)
    for k, remark in enumerate(remarks):
        for word in sorted(remark.telling):
            holders[word].append(k)
    shared: Counter[tuple[int, int]] = Counter()
    for held in holders.values():
        if len(held) <= COMMON:
            shared.update((a, b) for n, a in enumerate(held) for b in held[n + 1 :])
    for (a, b), count in shared.items():
        left, right = remarks[a], remarks[b]
        if count < LEAST or left.article == right.article:
            continue
        score = len(left.telling & right.telling) / min(len(left.telling), len(right.telling))
        same = left.speaker == right.speaker
        others = left.quoted and right.quoted and count >= LEAST_OTHERS and score >= ALIKE_OTHERS
        if (same and score >= ALIKE) or others:
            yield a, b, score


def _wording(group: Sequence[Remark], origins: Origins) -> Wording:
    spoken = Counter(remark.said_by[0] for remark in group)
    speaker = max(spoken, key=lambda name: (len(name.split()), spoken[name], name))
    versions = tuple(
        Version(r.article, r.start, r.end, r.said_by, r.quoted, _differing(r, [o for o in group if o is not r]))
        for r in group
    )
    roots = origins.of([(r.article, r.start, r.end, r.said_by) for r in group])
    return Wording(content_id("wording", *[[v.article, v.start, v.end] for v in versions]), speaker, roots, versions)


def _differing(remark: Remark, others: Sequence[Remark]) -> tuple[tuple[int, int], ...]:
    """The stretches of a remark, as offsets of its article, whose words not every other version has. Where
    another only begins later or ends sooner nothing differs: it was cut."""
    differs: set[int] = set()
    for other in others:
        matcher = SequenceMatcher(None, remark.words, other.words, autojunk=False)
        for what, a, b, c, d in matcher.get_opcodes():
            cut = c == d and (a == 0 or b == len(remark.words))
            if what in ("replace", "delete") and not cut:
                differs.update(range(a, b))
    found: list[tuple[int, int]] = []
    for number in sorted(differs):
        start, end = remark.places[number]
        if number - 1 in differs and found:
            start = found.pop()[0]
        found.append((start, end))
    return tuple(found)
