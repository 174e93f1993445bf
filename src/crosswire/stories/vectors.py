"""An article as a weighted bag of words, with weights that no other article can change.

Inverse document frequencies counted over the input would let one story's articles move another's
weights, so they come from a fixed table (word_weights.toml).
"""

import math
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from crosswire.records import Article
from crosswire.stories.words import WORD, stem

# Chosen on the odd topics of ECB+, BASIL and NewsWCL50 with the clustering threshold in
# grouping.py (pairwise F1 in brackets, ECB+/BASIL): names once (.80/.82) or twice (.81/.86); the
# title once (.81/.84) or twice (.81/.86); words beyond the first 150 in full (.80/.84) or at half
# weight (.81/.86): long reports end in background that other events share.
NAME_WEIGHT = 2.0
TITLE_WEIGHT = 2.0
LEAD_WORDS = 150
TAIL_WEIGHT = 0.5


Vector = Mapping[str, float]


@cache
def weights() -> tuple[Mapping[str, float], float]:
    """The table: a word's weight (0 for the very common ones), and the weight of words not in it."""
    data = tomllib.loads(files("crosswire.stories").joinpath("word_weights.toml").read_text("utf-8"))
    table = {word: float(band["weight"]) for band in data["band"] for word in band["words"].split()}
    return table, float(data["unlisted"])


def weight(word: str) -> float:
    """How much a word tells: natural logarithm of the inverse share of passages that hold it."""
    table, unlisted = weights()
    return table.get(word, unlisted)


def vector(article: Article) -> Vector:
    """The article's words with their weights, as a unit vector; words in sorted order.
    Empty when the article has no word that tells."""
    counts: dict[str, float] = {}
    for form, amount in _counted(article):
        counts[form] = counts.get(form, 0.0) + amount
    table, unlisted = weights()
    raw = {
        form: (1 + math.log(amount) if amount >= 1 else amount) * told
        for form, amount in sorted(counts.items())
        if len(form) > 1 and (told := table.get(form, unlisted))
    }
    norm = math.sqrt(sum(value * value for value in raw.values()))
    return {form: value / norm for form, value in raw.items()} if norm else {}


@lru_cache(1 << 16)
def _form(word: str) -> tuple[str, bool]:
    """The form under which a word counts, and whether it was capitalised."""
    return stem(word.casefold()), word[0].isupper()


def _counted(article: Article) -> list[tuple[str, float]]:
    """Each title and body word's form and how much it counts for."""
    found = [
        (*_form(word), line.kind == "title")
        for line in article.lines
        if line.kind in ("title", "body")
        for word in WORD.findall(article.text, line.start, line.end)
    ]
    in_lower_case = {form for form, upper, _ in found if not upper}
    counted = []
    for place, (form, upper, in_title) in enumerate(found):
        amount = NAME_WEIGHT if upper and form not in in_lower_case else 1.0
        amount *= TITLE_WEIGHT if in_title else 1.0 if place < LEAD_WORDS else TAIL_WEIGHT
        counted.append((form, amount))
    return counted
