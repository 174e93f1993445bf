"""Time and memory of Crosswire: `make bench`.

Beside bare parsing: the whole of `compare` over the gold clusters (or the shipped examples where there is no
gold) next to nothing but spaCy over the same texts. Growth: 5, 50 and 500 articles in one dossier. `--copies`:
copies and stories among 1,000, 3,000 and 10,000 made reports instead. `--story`: one made story of 10 to 200 reports,
and how what is done with it as a whole grows with its claims. Every row is a process of its own, so that
its peak memory is its own; times are wall time, models loaded within them.
"""

import argparse
import json
import platform
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import bench_copies
import bench_story
from quality import clusters, gold_folder

SIZES = (5, 50, 500)
WORDS = 250  # a grown article's length: an agency report's
RATIO, MEMORY_MB = 2.5, 1000.0  # the aims: at most so many times bare parsing, under so much memory
VOWELS, CONSONANTS = "aeiou", "bdfgklmnprstvz"
NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]{3,}\b")
NUMBER = re.compile(r"\b\d{1,3}\b")
FIRST_WORDS = re.compile(rf"(?:\s*\S+){{0,{WORDS}}}")


# --- the work, each kind in a process of its own ----------------------------------------------------------------


def groups_of_reports() -> list[list[Path]]:
    """Return the reports to compare, story by story: the gold clusters, else the shipped examples."""
    gold = gold_folder()
    if gold is not None:
        return [sorted(cluster.glob("*.txt")) for cluster in clusters(gold)]
    from crosswire.present.examples import FOLDER, inputs

    reports = [FOLDER.parent / name for name in inputs()]
    return [[path for path in reports if path.parent == story] for story in sorted({path.parent for path in reports})]


def compare_all(groups: Sequence[Sequence[Path]]) -> int:
    """Make a dossier of every group; return how many points they hold."""
    from crosswire.pipeline import compare

    dossiers = (compare([str(path) for path in group]) for group in groups)
    return sum(len(story.points) for dossier in dossiers for story in dossier.stories)


def parse_all(groups: Sequence[Sequence[Path]]) -> int:
    """Run the bare spaCy pipeline over the reports' texts; return how many tokens they hold."""
    from crosswire.engines.spacy_parser import load_pipeline

    texts = [path.read_text("utf-8", errors="replace") for group in groups for path in group]
    return sum(len(doc) for doc in load_pipeline().pipe(texts))


WORK: dict[str, Callable[[Sequence[Sequence[Path]]], int]] = {"compare": compare_all, "parse": parse_all}


def worker(kind: str) -> None:
    """Do one kind of work on the groups of paths given as JSON on standard input; print what it took."""
    import resource

    groups = [[Path(path) for path in group] for group in json.load(sys.stdin)]
    start = time.perf_counter()
    made = WORK[kind](groups)
    seconds, cpu = time.perf_counter() - start, time.process_time()
    per_mb = 1024 * 1024 if sys.platform == "darwin" else 1024  # bytes there, kilobytes elsewhere
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / per_mb
    print(json.dumps({"seconds": seconds, "cpu": cpu, "peak_mb": peak, "made": made}))


def measure(kind: str, groups: Sequence[Sequence[Path]]) -> dict[str, Any]:
    """Run a worker and return its figures: seconds, cpu, peak_mb, made."""
    done = subprocess.run(
        [sys.executable, str(Path(__file__).resolve()), "--worker", kind],
        input=json.dumps([[str(path) for path in group] for group in groups]),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{kind} failed:\n{done.stderr[-2000:]}")
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return figures


# --- more articles than there are -------------------------------------------------------------------------------


def syllables(key: str) -> str:
    """Return an invented name that is always the same for a key."""
    die = random.Random(key)
    return "".join(die.choice(CONSONANTS) + die.choice(VOWELS) for _ in range(3)).capitalize()


def vary(text: str, world: int) -> str:
    """Return the text's first WORDS words as another world's story (world 0: as they are): other names, other
    numbers, the same in every report of that world, so that its reports still tell of one event."""
    start = FIRST_WORDS.match(text)
    kept = start[0] if start else text
    if not world:
        return kept
    renamed = NAME.sub(lambda m: syllables(f"{world} {m[0]}"), kept)
    return NUMBER.sub(lambda m: str((int(m[0]) + 7 * world) % 900 + 1), renamed)


def grown(groups: Sequence[Sequence[Path]], size: int, folder: Path) -> list[Path]:
    """Write ``size`` articles into the folder: whole stories, then the same stories in other worlds."""
    written: list[Path] = []
    for name, text in worlds(groups):
        if len(written) == size:
            break
        path = folder / name
        path.write_text(text, "utf-8")
        written.append(path)
    return written


def worlds(groups: Sequence[Sequence[Path]]) -> Iterator[tuple[str, str]]:
    """Yield (file name, text) without end."""
    world = 0
    while True:
        for number, group in enumerate(groups):
            for path in group:
                yield f"{world:03}-{number:03}-{path.name}", vary(path.read_text("utf-8", errors="replace"), world)
        world += 1


# --- the page ---------------------------------------------------------------------------------------------------


def beside_parsing(groups: Sequence[Sequence[Path]]) -> bool:
    """Print compare beside bare parsing; return whether both aims hold."""
    reports = [path for group in groups for path in group]
    words = sum(len(path.read_text("utf-8", errors="replace").split()) for path in reports)
    machine = f"{platform.machine()}, Python {platform.python_version()}"
    print(f"{len(groups)} stories, {len(reports)} reports, {words} words; {machine}")
    print(f"{'':16}{'seconds':>10}{'of CPU':>10}{'peak MB':>10}")
    rows = {kind: measure(kind, groups) for kind in ("parse", "compare")}
    for kind, label in (("parse", "bare spaCy"), ("compare", "compare")):
        print(
            f"{label:16}{rows[kind]['seconds']:10.1f}{rows[kind]['cpu']:10.1f}{rows[kind]['peak_mb']:10.0f}", flush=True
        )
    ratio, peak = rows["compare"]["seconds"] / rows["parse"]["seconds"], rows["compare"]["peak_mb"]
    print(f"compare takes {ratio:.2f} times bare parsing (aim: at most {RATIO})")
    print(f"compare takes {peak:.0f} MB (aim: under {MEMORY_MB:.0f})")
    return bool(ratio <= RATIO and peak < MEMORY_MB)


def growth(groups: Sequence[Sequence[Path]], sizes: Sequence[int]) -> None:
    """Print how time and memory grow with the number of articles in one dossier."""
    print(f"\n{'articles':>8}{'seconds':>10}{'a piece':>10}{'peak MB':>10}{'points':>10}")
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            row = measure("compare", [grown(groups, size, Path(folder))])
        print(
            f"{size:8}{row['seconds']:10.1f}{row['seconds'] / size:10.3f}{row['peak_mb']:10.0f}{row['made']:10}",
            flush=True,
        )


def main() -> int:
    """Run the benchmark, or one worker of it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--worker", choices=sorted(WORK), help=argparse.SUPPRESS)
    parser.add_argument(
        "--sizes", type=int, nargs="*", default=list(SIZES), help="numbers of articles for the growth table"
    )
    parser.add_argument("--copies", action="store_true", help="copies and stories among made reports instead")
    parser.add_argument("--story", action="store_true", help="one made story of many reports instead")
    args = parser.parse_args()
    if args.worker:
        worker(args.worker)
        return 0
    if args.copies:
        return 0 if bench_copies.growth(bench_copies.SIZES) else 1
    if args.story:
        if not bench_story.growth(bench_story.SIZES):
            print("bench: an aim is missed", file=sys.stderr)
        return 0
    groups = groups_of_reports()
    if not groups:
        print("bench: no gold clusters and no examples to compare", file=sys.stderr)
        return 1
    good = beside_parsing(groups)
    growth(groups, args.sizes)
    if not good:
        print("bench: an aim is missed", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
