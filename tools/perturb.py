"""Perturbation test: `python tools/perturb.py` changes one fact at a time in real news and counts what is noticed.

From each article of MEANTIME (Wikinews; not part of this repository, see meantime.py) a second outlet's report is
made by program: other words, clauses in another order, an opening and an ending of its own. In some sentences a
fact is changed (another figure, unit, date, speaker; denied instead of affirmed): there the comparison must show a
conflict. In as many others the same fact is only told otherwise (rounded, converted, written differently, turned):
there it must show none. Rules were looked at on the even articles; the odd ones are the measure.
"""

import argparse
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import corpora
import meantime
from crosswire.pipeline import compare_articles, default_reader
from crosswire.ports import Parser, Reader
from crosswire.read import read
from crosswire.records import Article, Capture, Dossier, Point
from crosswire.settings import Settings
from page import put
from perturb_edits import Edit, clause_edits, number_edits, syntax_edits, time_edits, unit_edits, words

BEGIN, END = "<!-- perturbation: begin (tools/perturb.py) -->", "<!-- perturbation: end -->"
# Changes in one pair of reports: more of them would leave too little that stays the same.
A_PAIR = 4
ROUNDS = 2


@dataclass(frozen=True, slots=True)
class Trial:
    """One change in one pair: where it stands in both reports (spans), and its sentences' spans."""

    story: str
    edit: Edit
    before: str
    after: str
    places: tuple[tuple[tuple[int, int], ...], tuple[tuple[int, int], ...]]
    sentences: tuple[tuple[int, int], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A trial and whether the comparison was right; ``points`` are the conflicts met there."""

    trial: Trial
    right: bool
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports made of one story, what was changed, and the sentences touched by a change."""

    story: str
    left: Article
    right: Article
    trials: tuple[Trial, ...]
    touched: frozenset[int]
    spans: tuple[tuple[tuple[int, int], ...], tuple[tuple[int, int], ...]]


@dataclass(frozen=True, slots=True)
class Measured:
    """What came of the changes, the conflicts shown where nothing was changed, and how many pairs were compared."""

    outcomes: tuple[Outcome, ...]
    elsewhere: tuple[tuple[Pair, Point], ...]
    pairs: int


def candidates(story: meantime.Story, parser: Parser) -> list[Edit]:
    """Every change that the rules allow in a story's body, one for each rule and place."""
    article, spans = _article(story, story.sentences, "original")
    parse = parser.parse(article)
    found: list[Edit] = []
    for n, (text, marks) in enumerate(zip(story.sentences, story.spans, strict=True)):
        if n == 0 or len(text.split()) < 6:
            continue
        for mark in marks:
            found += number_edits(n, text, mark) if mark.kind in ("QUANTITY", "MONEY", "PERCENT") else ()
            found += time_edits(n, text, mark, story.day)
        found += unit_edits(n, text)
        found += syntax_edits(n, spans[n][0], text, parse)
        found += clause_edits(n, text)
    return list(dict.fromkeys(e for e in found if _safe(e, story)))


def _safe(edit: Edit, story: meantime.Story) -> bool:
    """Whether the change is one: the words differ, and no other sentence tells the new or the old too."""
    text = story.sentences[edit.sentence]
    before = text[edit.start : edit.end]
    if edit.new == before or _in_brackets(text, edit):
        return False
    rest = [s for n, s in enumerate(story.sentences) if n != edit.sentence]
    if edit.clash and not edit.kind.startswith(("another speaker", "affirmed")):
        if any(_told(edit.new, s) for s in (*rest, text)):
            return False
        if edit.again is None and any(_told(before, s) for s in rest):
            return False
    return edit.again is None or len(re.findall(_whole(edit.again), text)) == 1


def _in_brackets(text: str, edit: Edit) -> bool:
    """Whether a figure stands in brackets: a conversion of one before, no statement of its own."""
    return text.rfind("(", 0, edit.start) > text.rfind(")", 0, edit.start) and ")" in text[edit.end :]


def _told(what: str, text: str) -> bool:
    return re.search(_whole(what), text) is not None


def _whole(what: str) -> str:
    return rf"(?<![\w.,$]){re.escape(what)}(?![\w%]|[.,]\d)"


def rounds(edits: Sequence[Edit], story: meantime.Story, count: int, seen: Counter[str]) -> Iterator[list[Edit]]:
    """Yield groups of changes that do not meet, half of them clashes, each change used once: the
    kinds that were had seldom so far (``seen``, kept from story to story) first."""
    left = list(edits)
    for _ in range(count):
        chosen: list[Edit] = []
        touched: set[int] = set()
        for turn in range(A_PAIR):
            fit = [e for e in left if e.clash == (turn % 2 == 0) and not (_touches(e, story) & touched)]
            best = min(fit, key=lambda e: (seen[e.kind], e.sentence, e.start, e.kind, e.new), default=None)
            if best:
                chosen.append(best)
                left.remove(best)
                seen[best.kind] += 1
                touched |= _touches(best, story)
        if chosen:
            yield chosen


def _touches(edit: Edit, story: meantime.Story) -> set[int]:
    again = edit.again
    others = {n for n, s in enumerate(story.sentences) if again and _told(again, s)}
    return {edit.sentence} | others


def make_pair(story: meantime.Story, edits: Sequence[Edit]) -> Pair:
    """Make the original and the second outlet's report with the changes."""
    texts = list(story.sentences)
    own = {e.sentence: (k, e) for k, e in enumerate(edits)}
    left = [_mark(t, n, edits, own, False) for n, t in enumerate(texts)]
    right = [_retell(_mark(t, n, edits, own, True), n, n in own) for n, t in enumerate(texts)]
    right[1] = words()["openings"][len(story.name) % 3] + right[1]
    right.append(words()["endings"][len(story.name) % 3])
    left_text, left_places = _unmark(left)
    right_text, right_places = _unmark(right)
    a, spans_a = _article(story, left_text, "Morning Ledger")
    b, spans_b = _article(story, right_text, "Northgate Wire")
    trials = []
    for k, edit in enumerate(edits):
        places = tuple(
            tuple((spans[n][0] + s, spans[n][0] + e) for n, s, e in found.get(k, ()))
            for found, spans in ((left_places, spans_a), (right_places, spans_b))
        )
        trials.append(
            Trial(
                story.name,
                edit,
                left_text[edit.sentence],
                right_text[edit.sentence],
                (places[0], places[1]),
                (spans_a[edit.sentence], spans_b[edit.sentence]),
            )
        )
    touched = frozenset().union(*(_touches(e, story) for e in edits))
    return Pair(story.name, a, b, tuple(trials), touched, (spans_a, spans_b))


# Private-use characters that mark a change's place until the text is whole: "<mark k> words <mark end>".
FIRST, LAST = 0xE000, "\uf8ff"


def _mark(text: str, n: int, edits: Sequence[Edit], own: dict[int, tuple[int, Edit]], changed: bool) -> str:
    """A sentence with the changed places marked, and changed where asked."""
    if n in own:
        k, e = own[n]
        words_of = e.new if changed else text[e.start : e.end]
        return f"{text[: e.start]}{chr(FIRST + k)}{words_of}{LAST}{text[e.end :]}"
    for k, e in enumerate(edits):
        if e.again:
            marked = f"{chr(FIRST + k)}{e.new if changed else e.again}{LAST}"
            text = marked.join(re.split(_whole(e.again), text))
    return text


def _retell(text: str, n: int, changed: bool) -> str:
    """The sentence as another outlet has it: other words; every other one also in another order."""
    if n % 2 and not changed and chr(FIRST) > max(text):
        text = next((e.new for e in clause_edits(n, text)), text)
    parts = re.split(f"([{chr(FIRST)}-{chr(FIRST + 9)}][^{LAST}]*{LAST}|“[^”]*”)", text)
    return "".join(p if k % 2 else _synonyms(p) for k, p in enumerate(parts))


def _synonyms(text: str) -> str:
    table = dict(words()["synonyms"])
    pattern = rf"\b(?:{'|'.join(sorted(map(re.escape, table), key=len, reverse=True))})\b"
    return re.sub(pattern, lambda m: table[m.group()], text)


def _unmark(texts: Sequence[str]) -> tuple[list[str], dict[int, list[tuple[int, int, int]]]]:
    """The sentences without marks, and each change's places: (sentence, start, end)."""
    clean, places = [], defaultdict(list)
    for n, text in enumerate(texts):
        out = ""
        for m in re.finditer(f"([{chr(FIRST)}-{chr(FIRST + 9)}])([^{LAST}]*){LAST}|(.)", text, re.DOTALL):
            if m[1]:
                places[ord(m[1]) - FIRST].append((n, len(out), len(out) + len(m[2])))
            out += m[3] or m[2] or ""
        clean.append(out)
    return clean, places


def _article(
    story: meantime.Story, sentences: Sequence[str], outlet: str
) -> tuple[Article, tuple[tuple[int, int], ...]]:
    """The sentences as an article, two a paragraph, and where each stands in it."""
    text = f"{sentences[0]}\n{outlet}\n{meantime.spelled(story.day)}\n"
    spans = [(0, len(sentences[0]))]
    for n, sentence in enumerate(sentences[1:], start=1):
        text += "\n\n" if n % 2 else " "
        spans.append((len(text), len(text) + len(sentence)))
        text += sentence
    article = read(Capture(f"{outlet}.txt", text.encode(), "text/plain"), Settings())
    assert isinstance(article, Article), article
    assert article.text == text
    return article, tuple(spans)


def outcomes(pair: Pair, dossier: Dossier) -> tuple[list[Outcome], list[Point]]:
    """Judge each change of a pair, and list the conflicts where nothing was changed."""
    sides = (pair.left.id, pair.right.id)
    points = [p for s in dossier.stories for p in s.points if p.verdict == "conflict"]
    judged, met = [], set()
    for trial in pair.trials:
        wide = trial.edit.kind.startswith(("another speaker", "affirmed"))
        spans = [(trial.sentences[k],) if wide else trial.places[k] for k in (0, 1)]
        both = [p for p in points if all(_touch(p, sides[k], spans[k]) for k in (0, 1))]
        near = [p for p in points if any(_touch(p, sides[k], (trial.sentences[k], *trial.places[k])) for k in (0, 1))]
        met |= {p.id for p in near}
        judged.append(Outcome(trial, bool(both) if trial.edit.clash else not near, tuple(both or near)))
    given = {t.edit.new for t in pair.trials if t.edit.kind.startswith("another speaker")}
    return judged, [p for p in points if p.id not in met and not _given(p, given)]


def _given(point: Point, names: set[str]) -> bool:
    """Whether the words of a further sentence went to the other speaker with those that were given to it."""
    said = {name for a in point.accounts for c in a.claims for name in (*c.said_by, c.value)}
    return point.kind == "speaker" and any(name.lower() in new.lower() for name in said for new in names)


def _touch(point: Point, article: str, spans: Sequence[tuple[int, int]]) -> bool:
    answers = [c for a in point.accounts for c in a.claims if c.article == article]
    return any(c.start < end and start < c.end for c in answers for start, end in spans)


def run(stories: Sequence[meantime.Story], parser: Parser, reader: Reader, count: int) -> Measured:
    """Make ``count`` pairs of every story at most, compare each, and judge its changes."""
    found: list[Outcome] = []
    elsewhere: list[tuple[Pair, Point]] = []
    pairs = 0
    seen: Counter[str] = Counter()
    for story in stories:
        for chosen in rounds(candidates(story, parser), story, count, seen):
            pair = make_pair(story, chosen)
            dossier = compare_articles([pair.left, pair.right], (), parser, reader, Settings())
            judged, rest = outcomes(pair, dossier)
            found += judged
            elsewhere += [(pair, p) for p in rest]
            pairs += 1
    return Measured(tuple(found), tuple(elsewhere), pairs)


def balanced(found: Sequence[Outcome]) -> float:
    """The mean of the share right among the clashes and among the rest."""
    shares = [[o.right for o in found if o.trial.edit.clash == clash] for clash in (True, False)]
    return sum(sum(s) / len(s) if s else 0.0 for s in shares) / 2


def table(kept: Sequence[Outcome], seen: Sequence[Outcome]) -> list[str]:
    """Rows of Markdown, kind by kind: how many changes were judged rightly among those kept for the measure and
    among those looked at."""

    def share(found: Sequence[Outcome], kind: str) -> str:
        own = [o.right for o in found if o.trial.edit.kind == kind]
        return f"{sum(own)} of {len(own)}" if own else "–"

    kinds = sorted({(not o.trial.edit.clash, o.trial.edit.kind) for o in (*kept, *seen)})
    return [
        f"| {kind} | {'none' if quiet else 'conflict'} | {share(kept, kind)} | {share(seen, kind)} |"
        for quiet, kind in kinds
    ]


def shown(kept: Measured, seen: Measured) -> str:
    """The page's part: the sums, then the table."""

    def line(name: str, one: Measured) -> str:
        clash, quiet = ([o.right for o in one.outcomes if o.trial.edit.clash == c] for c in (True, False))
        rate = [sum(side) / len(side) if side else 0.0 for side in (clash, quiet)]
        return (
            f"| {name} | {len(one.outcomes)} in {one.pairs} | {rate[0]:.3f} | {rate[1]:.3f} "
            f"| {balanced(one.outcomes):.3f} | {len(one.elsewhere)} |"
        )

    return "\n".join(
        (
            "| articles | changes in pairs | conflicts shown | rightly none | mean of both | conflicts elsewhere |",
            "| --- | ---: | ---: | ---: | ---: | ---: |",
            line("odd, kept for the measure", kept),
            line("even, looked at", seen),
            "",
            "| change | must show | odd: right | even: right |",
            "| --- | --- | ---: | ---: |",
            *table(kept.outcomes, seen.outcomes),
        )
    )


def halves() -> dict[str, list[meantime.Story]]:
    """The corpus's stories: those looked at while rules were written, and those kept for the measure."""
    stories = list(meantime.stories(corpora.folder()))
    return {"even": stories[0::2], "odd": stories[1::2]}


def main() -> int:
    """Measure; with --write put the table on the page."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--stories", type=int, default=None, help="only so many stories of each half")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--write", action="store_true", help="put the table into docs/quality.md")
    args = parser.parse_args()
    sets = halves()
    if not sets["even"]:
        print("perturb: SKIPPED, no MEANTIME: set CROSSWIRE_CORPORA or put it into ../shared/corpora", file=sys.stderr)
        return 0
    from crosswire.engines.spacy_parser import SpacyParser

    engines = SpacyParser(), default_reader(Settings())
    found = {name: run(own[: args.stories], *engines, args.rounds) for name, own in sets.items()}
    measured = shown(found["odd"], found["even"])
    print(measured)
    if args.write:
        put(BEGIN, END, measured)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
