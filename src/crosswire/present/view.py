"""What every view shares: the order of points, the names of columns, the counts, plain words for things."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from pathlib import PurePosixPath
from typing import Any

from crosswire.errors import BadDossier
from crosswire.text.denials import denial
from crosswire.text.origins import outlet_key

Item = Mapping[str, Any]
Part = tuple[str, bool]
"""A stretch of some words, and whether it is set off from the rest."""
VERDICTS = ("conflict", "update", "compatible", "agree", "single")
"""The order in which an editor needs them."""
PERHAPS = "perhaps"
STANDINGS = ("conflict", "update", "compatible", "agree", PERHAPS, "single")
"""Verdicts, and where points stand whose claims are not sure to tell of one thing."""
MARKS = {"conflict": "≠", "update": "→", "compatible": "≈", "agree": "=", PERHAPS: "?", "single": "·"}
"""A sign for each verdict, so that none is told by colour alone."""
MEANINGS = {
    "conflict": "cannot both hold",
    "update": "a later account supersedes",
    "compatible": "differ, but fit together",
    "agree": "the same in every report that tells it",
    PERHAPS: "not sure to tell of one thing",
    "single": "told by one report",
}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
ONLY_SPOKE = "only who spoke"
"""The signal of a point whose claims tell no more than that somebody spoke."""
WHOLE = ("event", "polarity", "status")
"""Kinds of points that whole claims answer."""
FITTING = ("agree", "compatible")
"""Verdicts of what fits together; a conflict and an update stand for themselves."""
STEM = 5
"""First letters by which forms of a word are one."""
LONG = 3
"""Letters of a word that tells."""
LACKING = 0.4
"""The part of a wording's telling words that a longer one of the same report in one point may lack and still tell the
same. Of 1,800 wordings of 120 stories 29 are left out at .2, 50 at .4: of the 21 more 18 are told in the other; of
the 7 more at .5 three are."""
DENIED = "denied: "
"""What stands before words that do not tell their denial."""
DENIALS = frozenset(("not", "no", "never", "nor", "denie", "deny"))
REASONS = 2
"""Reasons of an origin that are told before the rest is counted."""
CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+|\s+")


def clean(text: str) -> str:
    """Return the text on one line, without control characters that could steer a screen."""
    return CONTROLS.sub(" ", text).strip()


def by_id(document: Item) -> dict[str, Item]:
    """Return the articles by id. Raises BadDossier where a story leads to an article that it does not
    have, or holds a verdict that is none: a view would otherwise have to drop it silently."""
    articles = {article["id"]: article for article in document["articles"]}
    for story in document["stories"]:
        where = f"story {story['id']}"
        for key in story["articles"]:
            if key not in articles:
                raise BadDossier(f"{where} has the article {key!r}, which the dossier does not hold")
        own = set(story["articles"])
        for key in _referred(story):
            if key not in own:
                raise BadDossier(f"{where} leads to the article {key!r}, which is not its own")
        for point in story["points"]:
            if point["verdict"] not in VERDICTS or not point["accounts"]:
                raise BadDossier(f"{where}: the point {point['id']!r} has no verdict or no account")
    return articles


def _referred(story: Item) -> Iterable[str]:
    """Every article that the findings of a story lead to."""
    yield from (claim["article"] for _, claim in claims(story["points"]))
    yield from (silence["article"] for point in story["points"] for silence in point["silent"])
    lineage = story["lineage"]
    yield from (key for group in lineage.get("origin_groups", ()) for key in group["articles"])
    yield from (key for copy in lineage["copies"] for key in (copy["from"], copy["to"]))
    yield from (item["article"] for item in lineage["reliance"])
    yield from (version["article"] for wording in story.get("wordings", ()) for version in wording["versions"])


def claims(points: Iterable[Item]) -> Iterable[tuple[Item, Item]]:
    """Yield every (point, claim)."""
    for point in points:
        for account in point["accounts"]:
            for claim in account["claims"]:
                yield point, claim


def ordered(points: Sequence[Item]) -> list[Item]:
    """Return points in an editor's order: by where they stand, conflicts between reports first, figures and
    names before whole happenings, what only tells that somebody spoke last, then those told by most articles, then, of
    happenings that fit together, those that are surest to be one; otherwise as the document has them."""

    def rank(point: Item) -> tuple[int, bool, bool, bool, int, float]:
        speakers, whole = point.get("between") == "speakers", point["kind"] in ("event", "wording")
        surely = _sureness(point) if whole and point["verdict"] == "compatible" else 0.0
        spoke = any(signal["name"] == ONLY_SPOKE for signal in point.get("signals", ()))
        return STANDINGS.index(standing(point)), speakers, whole, spoke, -len(tellers(sure(point))), -surely

    return sorted(points, key=rank)


def _sureness(point: Item) -> float:
    """How probable it is that a point's claims tell of the same, mean over its links. Of the gold's compatible points
    of three reports the claims of the surest quarter meet one question in .81 of their pairs, those of the last
    in .65."""
    scores = [link["score"] or 0.0 for link in point.get("links", ())]
    return sum(scores) / max(1, len(scores))


def standing(point: Item) -> str:
    """Return where a point stands: by its verdict; among those that agree where whatever surely belongs to it is told
    in the same words, and only what perhaps does differs; apart where no claim surely belongs."""
    told = [claim for _, claim in claims([point])]
    firm = [claim for claim in told if not claim.get(PERHAPS)]
    if not firm:
        return PERHAPS
    verdict: str = point["verdict"]
    if len(firm) == len(told) or (point["kind"], verdict) != ("event", "compatible"):
        return verdict
    return "agree" if len({tuple(re.findall(r"[^\W_]+", wording(claim))) for claim in firm}) == 1 else verdict


def sure(point: Item) -> Item:
    """Return a point with the claims alone that surely belong to it, those that agree in one account; as it is where
    all or none do."""
    kept = _with(point, lambda claim: not claim.get(PERHAPS))
    if not kept["accounts"]:
        return point
    first, *others = kept["accounts"]
    if others and standing(point) == "agree":
        told = [claim for account in kept["accounts"] for claim in account["claims"]]
        one = {**first, "claims": told, "origins": point.get("origins", first["origins"])}
        return {**kept, "accounts": [one]}
    return kept


def told(point: Item) -> Item:
    """Return a point as it is listed: with the claims that surely belong to it, and nothing that one report tells
    twice: words that another of its wordings holds, in the same account or, where nothing clashes, in any."""
    point = sure(point)
    if point["kind"] not in WHOLE:
        return point
    fits = point["verdict"] in FITTING
    alone = [len({claim["article"] for claim in account["claims"]}) == 1 for account in point["accounts"]]
    placed = [(number, claim) for number, a in enumerate(point["accounts"]) for claim in a["claims"]]

    def again(claim: Item, number: int) -> bool:
        return any(
            (place == number or (fits and alone[number])) and _holds(wording(other), wording(claim))
            for place, other in placed
            if other["article"] == claim["article"]
        )

    gone = {id(claim) for number, claim in placed if again(claim, number)}
    return _with(point, lambda claim: id(claim) not in gone)


def doubtful(point: Item) -> Item:
    """Return a point with the claims alone that only perhaps belong to it, beside others that surely do; without those
    whose report tells the same for one of those as well, or in other words here."""
    placed = [claim for _, claim in claims([point])]
    firm = any(not claim.get(PERHAPS) for claim in placed)

    def apart(claim: Item) -> bool:
        words = wording(claim)
        mine = [(wording(other), bool(other.get(PERHAPS))) for other in placed if other["article"] == claim["article"]]
        return not any(_holds(o, words) or (not perhaps and (o in words or words in o)) for o, perhaps in mine)

    return _with(point, lambda claim: firm and bool(claim.get(PERHAPS)) and apart(claim))


def _with(point: Item, wanted: Callable[[Item], bool]) -> Item:
    """A point with some of its claims, and the accounts that have any of them."""
    kept = [{**a, "claims": told} for a in point["accounts"] if (told := [c for c in a["claims"] if wanted(c)])]
    return {**point, "accounts": kept}


def _holds(words: str, others: str) -> bool:
    """Whether longer words tell what others do: they hold them, or nearly all of their words, each figure and no
    denial that those lack."""
    many, few = (Counter(word[:STEM] for word in re.findall(r"[^\W_]+", told)) for told in (words, others))
    lacking = few - many
    if few.total() >= many.total() or any(word[0].isdigit() for word in lacking) or DENIALS & (many - few).keys():
        return False
    return others in words or sum(len(word) >= LONG for word in lacking) <= LACKING * sum(len(w) >= LONG for w in few)


def parts(words: str, own: Iterable[str]) -> tuple[Part, ...]:
    """Return words cut where claims' own words begin and end in them, each part with whether it is theirs; whole where
    nothing leads to those: what goes on then belongs to them ("the mayor said | that the port is closed")."""
    places = [(at, at + len(claim)) for claim in own if (at := words.find(claim)) >= 0]
    lead = len(DENIED) if words.startswith(DENIED) else 0
    if min(places, default=(0, 0))[0] <= lead:
        return ((words, True),)
    marked = {*range(lead), *(n for place in places for n in range(*place))}
    runs = groupby(range(len(words)), lambda n: n in marked)
    return tuple(("".join(words[n] for n in run), theirs) for theirs, run in runs)


def wording(claim: Item) -> str:
    """Return the words by which a claim is shown, in small letters."""
    return clean(claim.get("value") or claim["text"]).casefold()


def kind_of(kind: str) -> str:
    """Return what a kind of point is called in a view, where the document's word is a linguist's."""
    return {"event": "what happened", "polarity": "yes or no", "status": "planned or done"}.get(kind, kind)


def tellers(point: Item) -> list[str]:
    """Return the ids of the articles that answer a point, each once, in order."""
    return list(dict.fromkeys(claim["article"] for _, claim in claims([point])))


def tally(points: Iterable[Item]) -> dict[str, int]:
    """Return how many points stand where, in an editor's order."""
    counts = Counter(map(standing, points))
    return {place: counts[place] for place in STANDINGS}


def labels(story: Item, articles: Mapping[str, Item]) -> dict[str, str]:
    """Return a short name for each article of a story: its outlet, or else its source's own name.
    Where two would be the same, each gets the time or its number in the story's order."""
    plain = {
        key: clean(articles[key].get("outlet") or "") or stem(articles[key]["source"]) for key in story["articles"]
    }
    same = Counter(plain.values())
    made: dict[str, str] = {}
    for key, name in plain.items():
        if same[name] > 1:
            place = sum(1 for other in made if plain[other] == name) + 1
            name = f"{name} ({place})"
        made[key] = name
    return made


def stem(source: str) -> str:
    """Return the last, telling part of a path or address: ``reports/wire.txt`` is ``wire``."""
    if source == "-":
        return "standard input"
    tail = re.split(r"[?#]", source)[0].rstrip("/\\").replace("\\", "/")
    name = PurePosixPath(tail).name
    return clean(re.sub(r"\.(txt|md|html?|jsonl?|warc|gz)(?=$|[.:])", "", name)) or clean(source) or "?"


def when(article: Item) -> str:
    """Return an article's stated time as it reads best: ``4 May 2027, 07:10 +02:00``; "" if none."""
    stated = article.get("published") or ""
    found = re.match(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$", stated)
    if not found:
        return clean(stated)
    year, month, day, clock, zone = found.groups()
    if not 1 <= int(month) <= len(MONTHS):
        return clean(stated)
    text = f"{int(day)} {MONTHS[int(month) - 1]} {year}"
    if clock:
        text += f", {clock}" + (f" {'UTC' if zone in ('Z', '+00:00') else zone}" if zone else "")
    return text


def period(start: str | None, end: str | None) -> tuple[str, str]:
    """Return an interval of ISO 8601 local times as (day, clock), no finer than it is: a month as
    ``Mar 2027``, a year as ``2027``; the clock only where the interval is an hour or less."""
    try:
        first, last = datetime.fromisoformat(start or ""), datetime.fromisoformat(end or start or "")
        days = (last - first).total_seconds() / 86400
    except (TypeError, ValueError):
        return clean(start or ""), ""
    if days > 1:
        month = "" if days > 31 else f"{MONTHS[first.month - 1]} "
        return (f"{month}{first.year}" if days >= 28 else f"from {when({'published': first.date().isoformat()})}"), ""
    clock = first.strftime("%H:%M") if "T" in (start or "") and days <= 1 / 24 else ""
    return when({"published": first.date().isoformat()}), clock


def headline(story: Item, articles: Mapping[str, Item]) -> list[str]:
    """Return the counts that stand under a story's title, each as words."""
    outlets = {articles[key]["outlet"] for key in story["articles"] if articles[key].get("outlet")}
    return [
        count(len(story["articles"]), "article"),
        count(len(outlets), "outlet") if outlets else "outlets not stated",
        origins(story["lineage"]),
    ]


def origins(lineage: Item) -> str:
    """Return how many origins a story has; where several of them have something from one outlet, which is to
    say that they are not independent of each other, how many and which."""
    known = {outlet_key(name) for name in lineage.get("outlets", ())}
    forms: dict[str, str] = {}
    citing: dict[str, set[str]] = {}
    for item in lineage["reliance"]:
        for name in item["on"]:
            if (key := outlet_key(name)) in known:
                forms.setdefault(key, clean(name))
                citing.setdefault(key, set()).update(
                    group["id"] for group in lineage.get("origin_groups", ()) if item["article"] in group["articles"]
                )
    most = max(sorted(citing), key=lambda key: len(citing[key]), default=None)
    if most is None or len(citing[most]) < 2:
        return count(lineage["origins"], "independent origin")
    return f"{count(lineage['origins'], 'origin')}, {len(citing[most])} with something from {forms[most]}"


def debts(key: str, lineage: Item, articles: Mapping[str, Item], names: Mapping[str, str]) -> list[str]:
    """Return in words what an article copies and whom it names as its source."""
    lines = []
    copies = sorted((copy for copy in lineage["copies"] if copy["to"] == key), key=lambda copy: -copy["share"])
    for copy in copies[:1]:
        share, passages = round(100 * copy["share"]), count(len(copy["passages"]), "passage")
        others = [names.get(other["from"], other["from"]) for other in copies[1:]]
        more = f"; also with {', '.join(others)}" if others else ""
        lines.append(f"shares {share}% of its words with {names.get(copy['from'], copy['from'])} ({passages}){more}")
    for item in lineage["reliance"]:
        if item["article"] == key:
            words = clean(articles[key]["text"][item["start"] : item["end"]])
            lines.append(f"relies on {chain(item['on'])}: “{words}”")
    return list(dict.fromkeys(lines))


def because(group: Item) -> str:
    """Return why the articles of an origin are one: the first reasons, and how many there are besides."""
    reasons = clean(group["reason"]).split("; ")
    more = len(reasons) - REASONS
    return "; ".join(reasons[:REASONS]) + (f"; and {count(more, 'reason')} more" if more > 0 else "")


def letter(number: int) -> str:
    """Return the letter of an origin by its place from 0: ``A``, ``B``, …, ``Z``, then ``27``, …"""
    return chr(ord("A") + number) if number < 26 else str(number + 1)


def count(number: int, noun: str) -> str:
    """Return ``1 article``, ``2 articles``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def support(reports: int, origins: int) -> str:
    """Return ``4 reports, 2 origins``; one report can have more origins than one by naming several outlets."""
    told = f"{count(reports, 'report')}, {count(origins, 'origin')}"
    return told if origins <= reports else f"{told} that {'it names' if reports == 1 else 'they name'}"


def behind(point: Item) -> str:
    """Return what stands behind a point: ``4 reports, 2 origins``; of dossiers that do not count the
    point's origins, the reports alone."""
    told = len(tellers(sure(point)))
    return support(told, point["origins"]) if "origins" in point else count(told, "report")


def chain(said_by: Sequence[str]) -> str:
    """Return a chain of speakers as words, the innermost first: ``Marek Dahl, via the Courier``."""
    return ", via ".join(clean(name) for name in said_by)


def voice(claim: Item) -> str:
    """Return who says a claim, as ``chain`` does; "denied by ..." where they are reported to deny it, "not said by ..."
    where they are reported not to say it ("did not state that", "would not confirm it")."""
    said = chain(claim["said_by"])
    declined = "not said" if claim.get("stance") == "declined" else None
    deny = denial(claim.get("stance"), claim.get("cue")) or declined
    return f"{deny} by {said}" if deny and said else said


def voices(account: Item, names: Mapping[str, str]) -> list[tuple[str, list[str]]]:
    """Return who gives an account: (the chain in words, "" for the reports' own voice; the labels)."""
    told: dict[str, list[str]] = {}
    for claim in account["claims"]:
        name = names[claim["article"]]
        shared = told.setdefault(voice(claim), [])
        if name not in shared:
            shared.append(name)
    return list(told.items())


def could_have_known(silence: Item) -> str:
    """Return in a few words whether a silent article could have known."""
    words = {True: "could have known", False: "could not have known yet", None: "not known whether it could"}
    return words[silence.get("could_have_known")]
