"""One story that many reports tell: `python tools/bench.py --story`.

Reports are made by program. A story has facts that every third report or so tells, facts that few tell, and each
report some of its own; a fact is told in one of several wordings, now and then with another figure or another person,
so that claims align, agree, differ and clash as in real coverage. Only what is done with the story as a whole is timed
(lineage, names, aligning, reconciling), in seconds of one processor, each size in a process of its own; and beside the
seconds stands how much of what was planted is found.
"""

import math
import random
import re
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import wraps
from statistics import mode
from typing import Any

from bench_copies import DAYS, SYLLABLES
from crosswire import align, pipeline, read, reconcile, stories
from crosswire.records import Article, Capture, Story, StoryFindings
from crosswire.settings import Settings
from workers import measured, serve

SIZES = (10, 25, 50, 100, 200)
WIDELY, FEW, OWN = 14, 5, 2  # facts of a report: widely told, told by few, its own
WIDE = 42  # how many facts of the story are widely told; each is in a third of the reports
TOLD_BY = 4  # how many reports tell a fact of few
OTHERWISE = 0.1  # share of tellings with another figure or another person
FIGURES = frozenset(("count", "quantity", "money", "duration"))  # kinds of points that set figures side by side
EXPONENT = 1.05  # the aim: seconds grow as (n log n) to this power at most, n the claims

# What may be told: ways to word one fact, with words to choose from in brackets, so that two reports hardly ever have a
# sentence in common. {p}, {q} are people, {l} a place, {o} an office, {n} a figure, {d} a day.
FACTS: tuple[tuple[str, ...], ...] = (
    (
        "{p} [met|sat down with|held talks with] {q} in {l} on {d}[, aides said|, it was said| for once].",
        "On {d}, {q} [received|welcomed|greeted] {p} at the {o} in [the town of |]{l}.",
        "A [meeting|long meeting|talk] between {p} and {q} took place in {l} on {d}, the {o} [said|reported].",
    ),
    (
        "At least {n} people were [injured|hurt|wounded] when the [old |stone |]bridge at {l} collapsed[ on {d}|].",
        "The collapse of the {l} bridge [injured|wounded|hurt] {n} people, [according to|said] the {o}.",
        "{n} people [were hurt|suffered injuries|were injured] as the bridge in {l} gave way, {p} [said|added].",
    ),
    (
        "{p} [promised|vowed] to spend {n} million dollars on [new|higher|better] dikes around {l}[ this year|].",
        "[New|Stronger] dikes near {l} will cost {n} million dollars, {p} [announced|told the council|said] on {d}.",
        "The {o} [set aside|earmarked|found] ${n} million for [the dikes|dikes|flood walls] at {l}.",
    ),
    (
        "“We will not leave {l} before the last house is safe,” {p} [told reporters|said on {d}|told the {o}].",
        "{p} [said|insisted|repeated] that the crews would not leave {l} until the last [house|home] was safe.",
        "The [crews|teams|workers] stay in {l} until every [house|home] is safe, {p} [vowed|promised|said].",
    ),
    (
        "The {o} [evacuated|moved out|brought out] {n} families from {l} on {d}[ as the river rose|].",
        "{n} families [had to leave|were told to leave|left] their homes in {l}[ overnight|], {q} said.",
        "By {d}, {n} families from {l} had been [brought to safety|evacuated|taken to shelters] by the {o}.",
    ),
    (
        "{p} did not [warn|alert|tell] {q} of the danger in {l}[, records show|, a letter shows|].",
        "{q} was never [warned|told] about {l} by {p}, [officials|two officials|people] at the {o} said.",
        "{p} [insists|maintains|is certain] that {q} was [warned|told] about {l}[ in time| twice|].",
    ),
    (
        "{p} [resigned|stepped down] as head of the {o} on {d}[ after the protests|, citing the floods|].",
        "The head of the {o}, {p}, [stepped down|quit|resigned] on {d}[ without a word| to general surprise|].",
        "After {n} days of protests in {l}, {p} [gave up|handed over|left] the leadership of the {o}.",
    ),
    (
        "The power was out in [most of |parts of |]{l} for {n} hours[ on {d}|].",
        "[Households|Homes|Shops] in {l} had no electricity for about {n} hours, the {o} [said|reported|admitted].",
        "It took {n} hours until the lights [came back|went on again] in {l}, {q} [recalled|said|told reporters].",
    ),
    (
        "A court in {l} fined the {o} {n} million dollars[ on {d}| over the dikes|].",
        "The {o} [must|has to|was told to] pay a fine of {n} million dollars, [judges|a court] in {l} ruled on {d}.",
        "Judge {q} [ordered|told|sentenced] the {o} to pay {n} million dollars[ within a month|].",
    ),
    (
        "{p} [accused|openly accused] {q} of [hiding|keeping back|burying] the report on {l}[ for months|].",
        "{q} kept the {l} report [secret|to himself|in a drawer], {p} [claimed|said|charged] on {d}.",
        "The report about {l} was [hidden|held back|kept secret] by {q}, [according to|says] {p}.",
    ),
)
CHOICE = re.compile(r"\[([^\]]*)\]")
OFFICES = ("water board", "interior ministry", "rescue service", "port authority", "city council", "roads agency")


def _name(die: random.Random) -> str:
    return "".join(die.choice(SYLLABLES) for _ in range(die.randint(2, 3))).capitalize()


class _World:
    """The people and places of the story; ``tell`` words one of its facts."""

    def __init__(self, size: int) -> None:
        die = random.Random(size)
        self.people = [f"{_name(die)} {_name(die)}" for _ in range(16 + size // 4)]
        self.places = [_name(die) for _ in range(12 + size // 8)]

    def tell(self, fact: str, die: random.Random) -> tuple[str, int | None]:
        """The fact of this key in a wording of the die's choice, and the figure that it gives if it gives one."""
        own = random.Random(fact)
        ways, p, q = own.choice(FACTS), *own.sample(self.people, 2)
        place, office, day, figure = own.choice(self.places), own.choice(OFFICES), own.choice(DAYS), own.randint(3, 90)
        if die.random() < OTHERWISE:
            figure, q = die.randint(3, 90), die.choice(self.people)
        way = die.choice(ways)
        worded = CHOICE.sub(lambda m: die.choice(m[1].split("|")), way)
        return worded.format(p=p, q=q, l=place, o=office, d=day, n=figure), figure if "{n}" in way else None


@dataclass(frozen=True, slots=True)
class Telling:
    """One sentence of a report: where it stands, the fact that it tells and the figure in it."""

    start: int
    end: int
    fact: str
    figure: int | None


def reports(size: int) -> list[tuple[str, tuple[Telling, ...]]]:
    """The texts of one story's reports with what each sentence tells, the same for a size."""
    world, die = _World(size), random.Random(-size)
    few = [f"few {n}" for n in range(max(FEW, size * FEW // TOLD_BY))]
    texts = []
    for number in range(size):
        facts = [f"wide {n}" for n in die.sample(range(WIDE), WIDELY)] + die.sample(few, FEW)
        facts += [f"own {number} {n}" for n in range(OWN)]
        die.shuffle(facts)
        text, told = "", []
        for at, fact in enumerate(facts):
            text += "" if not at else " " if at % 3 else "\n\n"
            sentence, figure = world.tell(fact, die)
            told.append(Telling(len(text), len(text) + len(sentence), fact, figure))
            text += sentence
        texts.append((text, tuple(told)))
    return texts


def story(size: int) -> tuple[Story, dict[str, pipeline.Marked], dict[str, Any]]:
    """The reports as one story, read and marked, with the vectors of their claims."""
    from crosswire.engines.spacy_parser import SpacyParser

    articles = []
    for number, (text, _) in enumerate(reports(size)):
        article = read.read(Capture(f"{number:03}.txt", text.encode(), "text/plain"), Settings())
        assert isinstance(article, Article), article
        articles.append(article)
    reader = pipeline.default_reader(Settings())
    marked, vectors = pipeline.read_all(articles, SpacyParser(), reader, Settings(), lambda *_: None)
    return Story("story-made", "", tuple(a.id for a in articles)), marked, vectors


# --- what is found of what was planted ---------------------------------------------------------------------------


def _teller(told: Sequence[Telling], start: int) -> Telling:
    """The sentence that an offset stands in."""
    return next(t for t in reversed(told) if t.start <= start)


def quality(found: StoryFindings, told: Mapping[str, Sequence[Telling]]) -> dict[str, float]:
    """How much of what was planted is found, given what the sentences of each article (by id) tell: ``grouped``, the
    B-cubed F1 (Bagga and Baldwin, 1998) of the claims in their happenings against the facts that their sentences tell;
    ``shown``, the share of the sentences with another figure than most give for their fact that stand in a conflict
    with one that gives another; ``right``, the share of the conflicts over figures that set two of one fact against
    each other."""
    events = [
        [_teller(told[c.article], c.start).fact for a in p.accounts for c in a.claims]
        for p in found.points
        if p.kind == "event"
    ]
    conflicts = [
        [[(c.article, _teller(told[c.article], c.start)) for c in a.claims] for a in p.accounts]
        for p in found.points
        if p.verdict == "conflict" and p.kind in FIGURES
    ]
    met = [
        {one for n, side in enumerate(sides) for one in side if any(_clashing(one, other) for other in _but(sides, n))}
        for sides in conflicts
    ]
    usual = {fact: mode(figures) for fact, figures in _figures(told).items()}
    odd = {(a, t) for a, ts in told.items() for t in ts if t.figure is not None and t.figure != usual[t.fact]}
    return {
        "grouped": _b_cubed(events),
        "shown": len(odd & set().union(*met)) / len(odd) if odd else 1.0,
        "right": sum(map(bool, met)) / len(met) if met else 1.0,
    }


def _but(sides: Sequence[Sequence[tuple[str, Telling]]], number: int) -> list[tuple[str, Telling]]:
    return [one for n, side in enumerate(sides) if n != number for one in side]


def _clashing(one: tuple[str, Telling], other: tuple[str, Telling]) -> bool:
    """Whether two articles' sentences tell one fact with two figures."""
    left, right = one[1], other[1]
    return left.fact == right.fact and None not in (left.figure, right.figure) and left.figure != right.figure


def _figures(told: Mapping[str, Sequence[Telling]]) -> dict[str, list[int]]:
    """The figures given for each fact, in order."""
    given: dict[str, list[int]] = {}
    for tellings in told.values():
        for telling in tellings:
            if telling.figure is not None:
                given.setdefault(telling.fact, []).append(telling.figure)
    return given


def _b_cubed(groups: Sequence[Sequence[str]]) -> float:
    """The F1 of precision and recall, each the mean over the items, of groups of items that bear labels."""
    counts = [Counter(group) for group in groups]
    everywhere = sum(counts, Counter())
    items = everywhere.total()
    precision = sum(n * n / own.total() for own in counts for n in own.values()) / items
    recall = sum(n * n / everywhere[label] for own in counts for label, n in own.items()) / items
    return 2 * precision * recall / (precision + recall)


# --- the seconds -------------------------------------------------------------------------------------------------

STAGES = {
    "lineage": (stories, "trace"),
    "names": (align, "join_names"),
    "align": (align, "align"),
    "reconcile": (reconcile, "reconcile"),
    "wordings": (reconcile, "wordings"),
}


def run(size: int) -> dict[str, Any]:
    """Find all there is in one story; return claims, points, seconds in all and a stage, and the peak memory."""
    pipeline.find(*story(3))  # reads every table once
    one, marked, vectors = story(size)
    took: dict[str, float] = {}
    for label, (module, name) in STAGES.items():
        setattr(module, name, _timed(getattr(module, name), label, took))
    start = time.process_time()
    found = pipeline.find(one, marked, vectors)
    seconds = time.process_time() - start
    per_mb = 1024 * 1024 if sys.platform == "darwin" else 1024
    return {
        "claims": sum(len(m.claims) for m in marked.values()),
        **quality(found, dict(zip(one.articles, (told for _, told in reports(size)), strict=True))),
        "seconds": seconds,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / per_mb,
        **took,
    }


def _timed(stage: Callable[..., Any], label: str, took: dict[str, float]) -> Callable[..., Any]:
    @wraps(stage)
    def call(*args: Any, **kwargs: Any) -> Any:
        start = time.process_time()
        try:
            return stage(*args, **kwargs)
        finally:
            took[label] = took.get(label, 0.0) + time.process_time() - start

    return call


def exponent(rows: Sequence[tuple[int, float]]) -> float:
    """The power of n log n that seconds grow with: the slope of the least squares through (claims, seconds), both on
    logarithmic scales. 1 is n log n itself."""
    xs = [math.log(n * math.log(n)) for n, _ in rows]
    ys = [math.log(seconds) for _, seconds in rows]
    mx, my = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((x - mx) * (y - my) for x, y in zip(xs, ys, strict=True)) / sum((x - mx) ** 2 for x in xs)


def growth(sizes: Sequence[int]) -> bool:
    """Print a row for each size; return whether seconds grow as n log n of the claims."""
    print(f"{'reports':>8}{'claims':>8}{'grouped':>9}{'shown':>7}{'right':>7}{'seconds':>9}", end="")
    print("".join(f"{label:>10}" for label in STAGES) + f"{'µs/n ln n':>11}{'peak MB':>9}")
    rows = []
    for size, row in zip(sizes, measured(__file__, sizes), strict=True):
        n, seconds = row["claims"], row["seconds"]
        rows.append((n, seconds))
        print(f"{size:8}{n:8}{row['grouped']:9.3f}{row['shown']:7.3f}{row['right']:7.3f}{seconds:9.2f}", end="")
        print("".join(f"{row.get(label, 0.0):10.2f}" for label in STAGES), end="")
        print(f"{seconds / (n * math.log(n)) * 1e6:11.1f}{row['peak_mb']:9.0f}", flush=True)
    power = exponent(rows)
    print(f"seconds grow as (n log n)^{power:.2f} in the claims (aim: at most {EXPONENT})")
    return round(power, 2) <= EXPONENT


if __name__ == "__main__":
    sys.exit(serve(run, __doc__))
