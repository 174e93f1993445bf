"""Measure how many claims stand in a point where they do not belong, among the sure ones and among the others.

    python tools/belongs.py         measures, and puts the table into docs/quality.md

On the gold and on the clusters marked afterwards (tools/fresh.py). Of the claims in points that agree or fit together,
those are asked that tell some point of the gold, in dossier points where another report's claim tells one too: one that
shares none of them with any of these may be a stranger there, or tells what the gold left out. A minute on two cores.
"""

import json
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

import corpora
from fresh import LABELS, write
from page import put
from quality import clusters, dossier_of, gold_folder, load_scorer

BEGIN, END = "<!-- belongs: begin (tools/belongs.py) -->", "<!-- belongs: end -->"
FITTING = ("agree", "compatible")


def strangers(cluster: Path, document: dict[str, Any], scorer: Any) -> Counter[tuple[str, bool, bool]]:
    """How many claims of a cluster's dossier there are, by the kind of their point (a happening, or what is asked of
    it), whether they only perhaps belong, and whether no other report's claim there shares a point of the gold."""
    stems = {article["id"]: Path(article["source"]).stem for article in document["articles"]}
    texts = {stems[article["id"]]: article["text"] for article in document["articles"]}
    places: dict[str, list[tuple[int, tuple[int, int]]]] = {}
    for number, point in enumerate(json.loads((cluster / "gold.json").read_text("utf-8"))["points"]):
        for mention in point["mentions"]:
            if span := scorer.find(texts[mention["doc"]], mention["quote"]):
                places.setdefault(mention["doc"], []).append((number, span))

    def told(claim: dict[str, Any]) -> frozenset[int]:
        span = claim["start"], claim["end"]
        return frozenset(n for n, place in places.get(stems[claim["article"]], ()) if scorer.covers(span, place))

    found: Counter[tuple[str, bool, bool]] = Counter()
    for point in (p for story in document["stories"] for p in story["points"] if p["verdict"] in FITTING):
        claims = [(claim, told(claim)) for account in point["accounts"] for claim in account["claims"]]
        for claim, own in claims:
            others = [theirs for other, theirs in claims if theirs and other["article"] != claim["article"]]
            if own and others:
                kind = "happenings" if point["kind"] == "event" else "what is asked of them"
                found[kind, claim["perhaps"], not any(own & theirs for theirs in others)] += 1
    return found


def main() -> int:
    """Measure, and write the table."""
    gold = gold_folder()
    if gold is None or not (corpora.folder() / "ecbplus").is_dir():
        sys.exit("no gold or no corpora: set CROSSWIRE_GOLD and CROSSWIRE_CORPORA")
    scorer = load_scorer(gold)
    sums = {name: Counter[tuple[str, bool, bool]]() for name in ("gold", "read while mending", "only scored")}
    for cluster in clusters(gold):
        sums["gold"].update(strangers(cluster, dossier_of(cluster), scorer))
    for marked in json.loads(LABELS.read_text("utf-8")):
        with tempfile.TemporaryDirectory() as made:
            folder = Path(made)
            write(marked, folder)
            name = "read while mending" if marked["read"] else "only scored"
            sums[name].update(strangers(folder, dossier_of(folder), scorer))
    lines = ["| claims in points that agree or fit together | sure | strangers | perhaps | strangers |"]
    lines.append("| --- | ---: | ---: | ---: | ---: |")
    for name, counts in sums.items():
        for kind in ("happenings", "what is asked of them"):
            cells = [f"{name}, {kind}"]
            for perhaps in (False, True):
                count = counts[kind, perhaps, False] + counts[kind, perhaps, True]
                cells += [str(count), f"{counts[kind, perhaps, True] / max(1, count):.3f}"]
            lines.append(f"| {' | '.join(cells)} |")
    measured = "\n".join(lines)
    print(measured)
    put(BEGIN, END, measured)
    return 0


if __name__ == "__main__":
    sys.exit(main())
