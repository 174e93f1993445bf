"""What must hold of a dossier, fact by fact: each function returns None, or in words why it does not.

A fact names places as pairs of a report (its file's stem) and words that stand in it. A claim covers
the words when the two overlap by at least half of the shorter, as in the scoring of the gold clusters.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import Any

from crosswire.records import Account, Answer, Article, Dossier, Point, StoryFindings

Place = tuple[str, int, int]
Fact = Mapping[str, Any]


class Reports:
    """A dossier with its articles by the stems of their files."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.articles: dict[str, Article] = {PurePath(a.source).stem: a for a in dossier.articles}
        self.stem = {article.id: stem for stem, article in self.articles.items()}

    @property
    def story(self) -> StoryFindings:
        return self.dossier.stories[0]

    def place(self, stem: str, words: str) -> Place:
        article = self.articles[stem]
        start = article.text.index(words)
        return article.id, start, start + len(words)

    def places(self, fact: Fact) -> list[Place]:
        return [self.place(*pair) for pair in fact["at"]]


def covers(answer: Answer, place: Place) -> bool:
    """Whether an answer's span covers a place."""
    article, start, end = place
    shared = min(answer.end, end) - max(answer.start, start)
    return answer.article == article and 2 * shared >= min(answer.end - answer.start, end - start) > 0


def answers(point: Point) -> list[Answer]:
    """All of a point's answers."""
    return [answer for account in point.accounts for answer in account.claims]


def points_at(reports: Reports, places: Sequence[Place]) -> list[Point]:
    """The points that cover every one of the places."""
    return [p for p in reports.story.points if all(any(covers(a, place) for a in answers(p)) for place in places)]


def claims_at(reports: Reports, place: Place) -> list[Answer]:
    """The answers of any point that cover a place."""
    return [a for p in reports.story.points for a in answers(p) if covers(a, place)]


def shown(points: Iterable[Point]) -> str:
    """Points in one line each, for a failure's message."""
    return "; ".join(f"{p.verdict}/{p.kind} {p.question!r} ({p.reason})" for p in points) or "no point"


def verdict(reports: Reports, fact: Fact) -> str | None:
    """One point covers all places, with this verdict (one of several) and, where given, this kind,
    and ``between``; on a conflict, update or compatible the places stand in different accounts."""
    places = reports.places(fact)
    found = points_at(reports, places)
    wanted = [fact["is"]] if isinstance(fact["is"], str) else fact["is"]
    kinds = fact.get("of")
    for point in found:
        fits_kind = kinds is None or point.kind in ([kinds] if isinstance(kinds, str) else kinds)
        if point.verdict in wanted and fits_kind and fact.get("between", point.between) == point.between:
            return None
    return f"wanted {wanted} of kind {kinds}: {shown(found)}"


def never(reports: Reports, fact: Fact) -> str | None:
    """No point with this verdict sets these places in different accounts; where ``words`` are
    given, only a point whose reason names all of them counts."""
    places = reports.places(fact)
    named = fact.get("words", [])
    bad = [
        p
        for p in points_at(reports, places)
        if p.verdict == fact["verdict"] and _split(p, places) and all(word in p.reason for word in named)
    ]
    return f"not wanted: {shown(bad)}" if bad else None


def one_account(reports: Reports, fact: Fact) -> str | None:
    """An account covers all places: they give one answer."""
    places = reports.places(fact)
    accounts = [a for p in points_at(reports, places) for a in p.accounts]
    if any(all(_holds(account, place) for place in places) for account in accounts):
        return None
    return f"accounts: {[account.answer for account in accounts]}"


def _split(point: Point, places: Sequence[Place]) -> bool:
    holders = [{i for i, account in enumerate(point.accounts) if _holds(account, place)} for place in places]
    return not set.intersection(*holders)


def _holds(account: Account, place: Place) -> bool:
    return any(covers(answer, place) for answer in account.claims)


def account_origins(reports: Reports, fact: Fact) -> str | None:
    """An account that covers all places has this many origins."""
    places = reports.places(fact)
    seen = [a for p in reports.story.points for a in p.accounts if all(_holds(a, place) for place in places)]
    if any(account.origins == fact["count"] for account in seen):
        return None
    return f"wanted {fact['count']} origins: {[(a.answer, a.origins) for a in seen]}"


def silent(reports: Reports, fact: Fact) -> str | None:
    """A point at these places shows these reports as silent (and, where given, whether each could
    have known)."""
    wanted = {stem: fact.get("could_have_known", "any") for stem in fact["reports"]}
    found = points_at(reports, reports.places(fact))
    for point in found:
        states = {reports.stem[s.article]: s.could_have_known for s in point.silent}
        if all(stem in states and known in ("any", states[stem]) for stem, known in wanted.items()):
            return None
    return (
        f"wanted {wanted} silent: {[[(reports.stem[s.article], s.could_have_known) for s in p.silent] for p in found]}"
    )


def one_name(reports: Reports, fact: Fact) -> str | None:
    """These forms are variants of one name, each with a reason."""
    forms = set(fact["forms"])
    groups = [{v.text for v in name.variants if v.reason} | {name.canonical} for name in reports.story.names]
    near = [group for group in groups if group & forms]
    return None if any(forms <= group for group in groups) else f"forms stand apart: {near}"


def reliance(reports: Reports, fact: Fact) -> str | None:
    """A report names these sources, nearest first, in one place."""
    have = [r.on for r in reports.story.lineage.reliance if reports.stem[r.article] == fact["report"]]
    wanted = tuple(fact["on"])
    return None if any(_same_chain(on, wanted) for on in have) else f"wanted {wanted}: {have}"


def _same_chain(on: Sequence[str], wanted: Sequence[str]) -> bool:
    return len(on) == len(wanted) and all(w.casefold() in o.casefold() for o, w in zip(on, wanted, strict=True))


def one_origin(reports: Reports, fact: Fact) -> str | None:
    """These reports, and no others, share an origin, for a stated reason."""
    groups = [({reports.stem[a] for a in o.articles}, o.reason) for o in reports.story.lineage.origins]
    return None if any(set(fact["reports"]) == g and reason for g, reason in groups) else f"origins: {groups}"


def copied(reports: Reports, fact: Fact) -> str | None:
    """The second report took from the first, by this kind and direction."""
    have = [(reports.stem[c.giver], reports.stem[c.taker], c.kind, c.direction) for c in reports.story.lineage.copies]
    return None if (fact["giver"], fact["taker"], fact["as"], fact["by"]) in have else f"copies: {have}"


def no_claim(reports: Reports, fact: Fact) -> str | None:
    """The words are in the report's text but in no claim; or, with ``absent``, not in its text."""
    stem, words = fact["at"][0]
    if fact.get("absent"):
        return f"{words!r} is in the text" if words in reports.articles[stem].text else None
    article, start, end = reports.place(stem, words)
    held = [
        a.text
        for p in reports.story.points
        for a in answers(p)
        if a.article == article and a.start < end and start < a.end
    ]
    return f"claims: {held}" if held else None


def said_by(reports: Reports, fact: Fact) -> str | None:
    """A claim at the place is attributed to this chain, innermost first."""
    chains = [a.said_by for a in claims_at(reports, reports.places(fact)[0])]
    return None if any(_same_chain(chain, fact["chain"]) for chain in chains) else f"chains: {chains}"


def hedged(reports: Reports, fact: Fact) -> str | None:
    """A claim at the place keeps its hedge, modality or condition."""
    hedges = [a.hedge for a in claims_at(reports, reports.places(fact)[0])]
    return None if any(h and fact["word"] in h for h in hedges) else f"hedges: {hedges}"


def one_story(reports: Reports, fact: Fact) -> str | None:
    """All of the reports stand in one story."""
    sizes = [len(s.story.articles) for s in reports.dossier.stories]
    return None if sizes == [fact["reports"]] else f"stories of {sizes}"


CHECKS: Mapping[str, Callable[[Reports, Fact], str | None]] = {
    check.__name__: check
    for check in (
        verdict, never, account_origins, silent, one_name, one_account, reliance, one_origin, copied, no_claim, said_by,
        hedged, one_story,
    )
}  # fmt: skip
