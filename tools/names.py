"""Score the matcher of names: on our own list of pairs and, where it is present, on the corpus of pairs.

`python tools/names.py` writes the section of docs/quality.md, `--check` fails below a floor of tests/names/floors.toml.
Each list is split by a hash of its pairs: one half was looked at while the rules were made, the other only scored.
The second list was written later, of the world's legal forms, titles, scripts and near misses; all of it was looked at.
The third to the sixth were each written before the rules of a later round, and split like the others.
"""

import argparse
import csv
import hashlib
import sys
import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import corpora
from crosswire.text.name_match import SAME_NAME, match_names
from page import PAGE, put

ROOT = Path(__file__).resolve().parent.parent
OURS = ROOT / "tests" / "names" / "pairs.tsv"
SECOND = ROOT / "tests" / "names" / "second.tsv"
THIRD = ROOT / "tests" / "names" / "third.tsv"
FOURTH = ROOT / "tests" / "names" / "fourth.tsv"
FIFTH = ROOT / "tests" / "names" / "fifth.tsv"
SIXTH = ROOT / "tests" / "names" / "sixth.tsv"
LISTS = {"own list": OURS, "third list": THIRD, "fourth list": FOURTH, "fifth list": FIFTH, "sixth list": SIXTH}
FLOORS = ROOT / "tests" / "names" / "floors.toml"
BEGIN, END = "<!-- names: begin (tools/names.py) -->", "<!-- names: end -->"
HALVES = ("looked at", "held back")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names, whether they are one, and what kind of pair it is."""

    a: str
    b: str
    same: bool
    kind: str

    @property
    def half(self) -> str:
        """The half of its list that a pair is in, by a hash of its two names."""
        digest = hashlib.sha256("\t".join(sorted((self.a, self.b))).encode()).digest()
        return HALVES[digest[0] % 2]


@dataclass(frozen=True, slots=True)
class Score:
    """How many pairs were taken for one name, rightly and wrongly, and how many were missed."""

    pairs: int
    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """The share of the pairs taken for one name that are."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of the pairs of one name that were taken for one."""
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)


def our_pairs(path: Path = OURS) -> list[Pair]:
    """The list of rival romanisations, garbles and false friends in tests/names."""
    rows = csv.DictReader(path.read_text("utf-8").splitlines(), delimiter="\t")
    return [Pair(row["a"], row["b"], row["same"] == "1", row["kind"]) for row in rows]


def corpus_pairs() -> list[Pair]:
    """The corpus of pairs in $CROSSWIRE_CORPORA or ../shared/corpora, or nothing where there is none."""
    folder = corpora.folder()
    path = folder / "names" / "cases.csv"
    if not path.is_file():
        return []
    rows = csv.DictReader(path.read_text("utf-8").splitlines())
    return [Pair(row["name1"], row["name2"], row["is_match"] == "true", row["schema"]) for row in rows]


def taken(pair: Pair) -> bool:
    """Whether the matcher takes a pair for one name."""
    return match_names(pair.a, pair.b).score >= SAME_NAME


def score(pairs: Sequence[Pair]) -> Score:
    """Score the matcher on pairs."""
    counts = Counter((taken(pair), pair.same) for pair in pairs)
    return Score(len(pairs), counts[True, True], counts[True, False], counts[False, True])


def scores() -> dict[str, Score]:
    """The score of every list and half that is present, by "list, half"."""
    lists = {name: our_pairs(path) for name, path in LISTS.items()} | {"corpus": corpus_pairs()}
    found = {}
    for name, pairs in lists.items():
        for half in HALVES if pairs else ():
            found[f"{name}, {half}"] = score([pair for pair in pairs if pair.half == half])
    found[f"second list, {HALVES[0]}"] = score(our_pairs(SECOND))
    return found


def load_floors() -> dict[str, float]:
    """The floors of F1 by "list, half"."""
    return {key: float(value) for key, value in tomllib.loads(FLOORS.read_text("utf-8"))["f1"].items()}


def below(found: dict[str, Score]) -> list[str]:
    """A line for each list that falls below its floor."""
    floors = load_floors()
    return [f"{key}: F1 {s.f1:.3f} is below {floors[key]:.3f}" for key, s in found.items() if s.f1 < floors[key]]


def table(found: dict[str, Score]) -> str:
    """The measured part of the page in Markdown."""
    floors = load_floors()
    lines = [
        "| pairs of names | pairs | precision | recall | F1 | floor |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    lines += [
        f"| {key} | {s.pairs} | {s.precision:.3f} | {s.recall:.3f} | {s.f1:.3f} | {floors[key]:.3f} |"
        for key, s in found.items()
    ]
    return "\n".join([*lines, "", *kinds()])


def kinds() -> list[str]:
    """How many pairs of each kind of our lists were judged rightly."""
    right, every = Counter[str](), Counter[str]()
    for pair in (*our_pairs(SECOND), *(pair for path in LISTS.values() for pair in our_pairs(path))):
        kind = pair.kind.split()[0] if pair.same else "false friends: " + pair.kind.split()[-1]
        every[kind] += 1
        right[kind] += taken(pair) == pair.same
    lines = ["| kind of pair, own lists | pairs | judged rightly |", "| --- | ---: | ---: |"]
    return [*lines, *(f"| {kind} | {every[kind]} | {right[kind]} |" for kind in sorted(every))]


def show_mistakes() -> None:
    """Print what was judged wrongly in the halves that may be looked at."""
    split = (*(pair for path in LISTS.values() for pair in our_pairs(path)), *corpus_pairs())
    seen = [pair for pair in split if pair.half == HALVES[0]]
    for pair in (*seen, *our_pairs(SECOND)):
        if taken(pair) != pair.same:
            found = match_names(pair.a, pair.b)
            print(f"  {'missed' if pair.same else 'wrong '} {found.score:.2f} {pair.a} | {pair.b}: {found.reason}")


def main() -> int:
    """Measure; then write the page, or check the floors."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing; fail below a floor")
    parser.add_argument("--mistakes", action="store_true", help="print what was judged wrongly in the halves looked at")
    args = parser.parse_args()
    found = scores()
    for key, s in found.items():
        print(f"{key:22} {s.pairs:4} pairs  P {s.precision:.3f}  R {s.recall:.3f}  F1 {s.f1:.3f}")
    if args.mistakes:
        show_mistakes()
    failures = below(found)
    for line in failures:
        print(f"names: {line}", file=sys.stderr)
    if "corpus, held back" not in found:
        print("names: the corpus of pairs is absent: set CROSSWIRE_CORPORA; own list alone scored", file=sys.stderr)
    elif not args.check:
        put(BEGIN, END, table(found))
        print(f"wrote {PAGE.relative_to(ROOT)}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
