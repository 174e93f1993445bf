"""Names that reports spell differently: a slot for each, and how its spellings stand."""

import itertools
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from rapidfuzz.distance import OSA

from crosswire.reconcile.judgement import Judgement, argument_in, cut_to, group_fillers, told_by_article
from crosswire.records import Annotations, Argument, Article, Claim, Filler, Name, NameVariant, Signal, Slot

# Two words of one name are two spellings of one word when they are this many changes apart at most
# and this long at least: shorter ones are other words ("Jon", "Ron").
CHANGES = 2
LEAST = 5


def spelling_slots(
    slots: Sequence[Slot],
    names: Sequence[Name],
    articles: Sequence[Article] = (),
    annotations: Mapping[str, Annotations] = {},
) -> Iterator[Slot]:
    """Yield a "wording" slot for each person's name that two reports spell differently, answered in
    each report by the first claim that gives the differing word, or, where none does, where it stands
    (a name may stand only beside what is said). ``slots`` are the story's, whose event slots hold
    every claim; ``names`` its joined names."""
    claims = told_by_article(slots)
    read = {a.id: (a, annotations[a.id]) for a in articles if a.id in annotations}
    for name in (n for n in names if n.kind == "person"):
        for words in _rivals(name):
            fillers = [f for article in sorted(claims) for f in _told(name, words, article, claims[article], read)]
            if len({f.claim.article for f, _ in fillers}) > 1 < len({_text(f) for f, _ in fillers}):
                yield Slot(fillers[0][1], "wording", name.canonical, tuple(f for f, _ in fillers), ())


def judge_spelling(slot: Slot) -> Judgement:
    """Judge a slot of spellings: a name written in Latin letters by its bearer has one, so two
    are a conflict; a name from another script may be written in several ways."""
    groups = group_fillers(slot.fillers, lambda a, b: _text(a) == _text(b))
    accounts = tuple((_text(g[0]), g) for g in groups)
    shown = " and ".join(f"“{answer}”" for answer, _ in accounts[:2])
    if any(_is_given_name(word) for word in (*slot.about.split(), *(answer for answer, _ in accounts))):
        signal = Signal("one name spelled in two ways", 1.0, 0.0, shown)
        return Judgement("conflict", f"{accounts[0][0]} against {accounts[1][0]}.", accounts, (signal,), (0, 1))
    return Judgement("compatible", f"{shown}: two ways to write one name", accounts)


def _rivals(name: Name) -> Iterator[frozenset[str]]:
    """The sets of words of a name that are spellings of one word, each set in two articles or more
    and no two of them in one article: a report that has both forms means two things by them."""
    where: dict[str, set[str]] = {}
    bare = {(variant.article, variant.text) for variant in name.variants}
    for variant in name.variants:
        words = variant.text.split(" ")
        if any((variant.article, " ".join(words[first:])) in bare for first in range(1, len(words))):
            continue  # "former mayor Ilse Osk", beside "Ilse Osk"
        for word in _words(variant):
            where.setdefault(word, set()).add(variant.article)
    rivals = {w: {w} for w in where}
    for a, b in itertools.combinations(sorted(where), 2):
        if _one_word(a, b) and not where[a] & where[b]:
            joined = rivals[a] | rivals[b]
            for w in joined:
                rivals[w] = joined
    for word in sorted(where):
        if len(rivals[word]) > 1 and word == min(rivals[word]):
            yield frozenset(rivals[word])


def _words(variant: NameVariant) -> list[str]:
    words = re.findall(r"[^\W\d_]+", variant.text)
    return [w for w in words if len(w) >= LEAST and w[0].isupper() and not w.isupper()]


def _one_word(a: str, b: str) -> bool:
    left, right = _plain(a), _plain(b)
    same_start = left[0] == right[0] or OSA.distance(left[:2], right[:2]) <= 1
    inflected = left.startswith(right) or right.startswith(left)
    return left != right and same_start and not inflected and OSA.distance(left, right) <= CHANGES


def _plain(word: str) -> str:
    """A word without case and accents, which are no rival spelling."""
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c))


def _told(
    name: Name,
    words: frozenset[str],
    article: str,
    claims: Sequence[tuple[Claim, str]],
    read: Mapping[str, tuple[Article, Annotations]],
) -> list[tuple[Filler, str]]:
    """The first claim of an article for each of the words that stands in a form of the name."""
    forms = sorted(
        {v.text for v in name.variants if v.article == article and words & set(_words(v))}, key=lambda t: (-len(t), t)
    )
    found = []
    for word in sorted(words):
        patterns = [form for form in forms if word in _words(NameVariant(form, article, ""))]
        source = read.get(article)
        beside = (place for form in patterns if source for place in _beside(form, claims, *source))
        told = itertools.chain(claims, beside)
        for claim, occurrence in told:
            at = next((m for form in patterns if (m := re.search(rf"\b{re.escape(form)}\b", claim.text))), None)
            if at:
                start = claim.start + at.start() + at.group().index(word)
                said = Argument("other", start, start + len(word), word, word, None, name.canonical)
                found.append((Filler(claim, said), occurrence))
                break
    return found


def _beside(
    form: str, claims: Sequence[tuple[Claim, str]], article: Article, notes: Annotations
) -> Iterator[tuple[Claim, str]]:
    """The places of a name that no claim gives, each as a claim of its sentence cut to it."""
    homes = {claim.id: occurrence for claim, occurrence in claims}
    for m in re.finditer(rf"\b{re.escape(form)}\b", article.text):
        if own := cut_to(article, notes, m.start(), m.end(), (claim for claim, _ in claims)):
            yield own, homes[own.id]


def _text(filler: Filler) -> str:
    return argument_in(filler).text


@cache
def _given_names() -> frozenset[str]:
    lines = files("crosswire.reconcile").joinpath("given_names.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


def _is_given_name(word: str) -> bool:
    return word in _given_names()
