"""Copies and stories among thousands of reports: `python tools/bench.py --copies`.

Reports are made by program: every story has its own invented people, places and words; its reports are written
apart, some are edited reprints of another report, some take sentences from one. What was planted is known, so
that time, memory, recall and false pairs are measured in one run, each size in a process of its own. Seconds are
of one processor.
"""

import itertools
import random
import resource
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import copies
from crosswire.stories import group
from crosswire.stories.copies import copies as find_copies
from workers import measured, serve

SIZES = (1_000, 3_000, 10_000)
LONGEST = 12.0  # the aim: ten times the reports take at most so many times as long
REPORTS, SENTENCES = 5, (8, 16)  # reports of a story on average; sentences of a report, from and to
REPRINTS, LIFTED = 0.10, 0.10  # share of reports that reprint another, or take two sentences from one
CHANGED = 0.08  # share of a reprint's words that are changed
SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "or", "il")]
TEMPLATES = (
    "{P} of the {w} {w} in {L} said that {a} {w} had {w} {n} {w} before the {w} {w}.",
    "The {w} of {L} {w} about {n} {w} after {P} {w} the {w} near {L}, {a} {w} said.",
    "Some {n} {w} were {w} when the {w} {w} {L} late on {D}, according to {P} and {a} {w} {w}.",
    "“The {w} {w} will not {w} until every {w} is {w},” {P} told {w} at the {w} in {L}.",
    "It was not clear whether the {w} {w} or the {w} had {w} the {w}, but {P} {w} it to {w}.",
    "In {L}, {n} {w} {w} for the {w} while {a} {w} {w} what {P} called {a} {w} {w}.",
    "By {D} the {w} had {w} to {n}, and {P} {w} that {w} {w} would {w} the {w} of {L}.",
    "{P} and {P} {w} over the {w} for {n} hours before the {w} {w} {a} {w} to {L}.",
    "A {w} for the {w} {w} in {L} {w} that {n} of its {w} had been {w} since {D}.",
    "Neither {P} nor the {w} of {w} {w} the {w} that {w} {L} with {n} {w} {w}.",
)
STOCK = "The figures could not be checked at once."
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Made:
    """A report as made: its text, its story, and the numbers of its sentences (a copied one keeps its number)."""

    text: str
    story: int
    sentences: frozenset[int]
    reprint: bool


def made(size: int, seed: int = 1) -> list[Made]:
    """Return ``size`` reports, the same for a size and a seed, in no order of stories."""
    die, words, number = random.Random(seed), _words(), itertools.count()
    reports: list[Made] = []
    for story in itertools.count():
        world = _World(die, words)
        earlier: list[list[tuple[int, str]]] = []
        for _ in range(die.randint(1, 2 * REPORTS - 1)):
            kind = die.random() if earlier else 1.0
            if kind < REPRINTS:
                lines = [(key, _edited(line, die, words)) for key, line in die.choice(earlier)]
                lines = lines[: max(4, len(lines) - die.randint(0, 3))]
            else:
                lines = [(next(number), world.sentence()) for _ in range(die.randint(*SENTENCES))]
                if kind < REPRINTS + LIFTED:
                    source = die.choice(earlier)
                    at = die.randrange(len(source) - 1)
                    lines[2:2] = source[at : at + 2]
                if die.random() < 0.2:
                    lines.append((-1, STOCK))
                earlier.append(lines)
            told = [line for _, line in lines]
            text = "\n".join(" ".join(told[at : at + 3]) for at in range(0, len(told), 3))
            reports.append(Made(text, story, frozenset(key for key, _ in lines) - {-1}, kind < REPRINTS))
            if len(reports) == size:
                die.shuffle(reports)
                return reports
    raise AssertionError


class _World:
    """One story's people, places and words, and the sentences that are made of them."""

    def __init__(self, die: random.Random, words: Sequence[str]) -> None:
        self.die, self.words = die, words
        self.own = [_common(die, words) for _ in range(60)]
        self.names = {
            "P": [f"{_name(die)} {_name(die)}" for _ in range(4)],
            "L": [_name(die) for _ in range(3)],
            "D": die.sample(DAYS, 2),
        }

    def sentence(self) -> str:
        """One sentence: a template filled with the story's names, its own words and words of any story."""
        template = self.die.choice(TEMPLATES)
        for slot in "PLD":
            while f"{{{slot}}}" in template:
                template = template.replace(f"{{{slot}}}", self.die.choice(self.names[slot]), 1)
        for slot, fill in (("w", self._word), ("a", self._article), ("n", self._figure)):
            while f"{{{slot}}}" in template:
                template = template.replace(f"{{{slot}}}", fill(), 1)
        return template

    def _word(self) -> str:
        return self.die.choice(self.own) if self.die.random() < 0.4 else _common(self.die, self.words)

    def _article(self) -> str:
        return self.die.choice(("a", "one", "the", "another", "some"))

    def _figure(self) -> str:
        return str(self.die.randint(2, 90) * self.die.choice((1, 10, 100)))


def _words() -> list[str]:
    """Words of the news, the commonest first."""
    data = tomllib.loads(files("crosswire.stories").joinpath("word_weights.toml").read_text("utf-8"))
    return [word for band in data["band"] for word in band["words"].split()]


def _common(die: random.Random, words: Sequence[str]) -> str:
    """A word, a common one more often than a rare one."""
    return words[int(len(words) * die.random() ** 2)]


def _name(die: random.Random) -> str:
    return "".join(die.choice(SYLLABLES) for _ in range(die.randint(2, 3))).capitalize()


def _edited(line: str, die: random.Random, words: Sequence[str]) -> str:
    return " ".join(_common(die, words) if die.random() < CHANGED else word for word in line.split(" "))


# --- the run ----------------------------------------------------------------------------------------------------


def run(size: int) -> dict[str, Any]:
    """Find copies and stories among so many reports; return seconds, memory, recall and false pairs."""
    reports = made(size)
    articles = [copies.article(f"{number:05}.txt", one.text.split("\n")) for number, one in enumerate(reports)]
    place = {article.id: number for number, article in enumerate(articles)}
    start = time.process_time()
    found = find_copies(articles, {})
    copying = time.process_time() - start
    stories = group(articles, {})
    grouping = time.process_time() - start - copying
    pairs = {(min(a, b), max(a, b)): c.kind for c in found for a, b in [(place[c.giver], place[c.taker])]}
    planted = dict(_planted(reports))
    near = [pair for pair, kind in planted.items() if kind]
    lifted = [pair for pair, kind in planted.items() if not kind]
    per_mb = 1024 * 1024 if sys.platform == "darwin" else 1024
    return {
        "copies": copying,
        "group": grouping,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / per_mb,
        "planted": len(planted),
        "near": sum(pairs.get(pair) == "near-copy" for pair in near) / max(1, len(near)),
        "lifted": sum(pair in pairs for pair in lifted) / max(1, len(lifted)),
        "false": sum(pair not in planted for pair in pairs),
        "b_cubed": b_cubed([[reports[place[key]].story for key in story.articles] for story in stories], reports),
    }


def _planted(reports: Sequence[Made]) -> Iterator[tuple[tuple[int, int], bool]]:
    """Yield the pairs of reports that have sentences in common, with whether one is a reprint with most of the
    other in it."""
    holders: dict[int, list[int]] = {}
    for number, report in enumerate(reports):
        for key in report.sentences:
            holders.setdefault(key, []).append(number)
    common = Counter(pair for held in holders.values() for pair in itertools.combinations(sorted(held), 2))
    for (a, b), count in sorted(common.items()):
        shorter = min(len(reports[a].sentences), len(reports[b].sentences))
        yield (a, b), count > 0.9 * shorter


def b_cubed(found: Sequence[Sequence[int]], reports: Sequence[Made]) -> float:
    """F1 of B-cubed: ``found`` are the stories as lists of the true story of each report."""
    true = Counter(report.story for report in reports)
    precision = recall = 0.0
    for members in found:
        for story, count in Counter(members).items():
            precision += count * count / len(members)
            recall += count * count / true[story]
    precision, recall = precision / len(reports), recall / len(reports)
    return 2 * precision * recall / (precision + recall)


def growth(sizes: Sequence[int]) -> bool:
    """Print a row for each size; return whether growth is close to linear."""
    print(f"{'reports':>8}{'copies s':>10}{'group s':>10}{'peak MB':>10}", end="")
    print(f"{'planted':>10}{'reprints':>10}{'lifted':>10}{'false':>8}{'stories':>10}")
    seconds = []
    for size, row in zip(sizes, measured(__file__, sizes), strict=True):
        seconds.append(row["copies"] + row["group"])
        print(f"{size:8}{row['copies']:10.1f}{row['group']:10.1f}{row['peak_mb']:10.0f}", end="")
        print(f"{row['planted']:10}{row['near']:10.3f}{row['lifted']:10.3f}{row['false']:8}{row['b_cubed']:10.3f}")
    ratio = seconds[-1] / seconds[0]
    allowed = LONGEST * sizes[-1] / sizes[0] / 10
    print(f"{sizes[-1]} reports take {ratio:.1f} times as long as {sizes[0]} (aim: at most {allowed:.1f})")
    return bool(ratio <= allowed)


if __name__ == "__main__":
    sys.exit(serve(run, __doc__))
