"""A dossier made by hand: six invented reports of an invented fire, for every test of what people see."""

import tomllib
from hashlib import sha256
from pathlib import Path
from typing import Any

from crosswire.records import (
    Account,
    Answer,
    Article,
    Copy,
    Dossier,
    Line,
    Lineage,
    Link,
    Name,
    NameVariant,
    Origin,
    Passage,
    Point,
    Reliance,
    Signal,
    Silence,
    Story,
    StoryFindings,
    TimelineEntry,
    Unreadable,
    Version,
    Wording,
    content_id,
)

FOUND = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
REPORTS = {report["file"]: report for report in FOUND["reports"]}
GROUPS = (
    (("wire.txt", "daily.txt"), "Daily Ledger prints Northwire's text."),
    (("courier.txt", "evening.txt"), "Evening Post has the warnings from the Courier."),
    (("translated.txt",), "No report of the story is named as its source."),
    (("statement.txt",), "A statement by a party to the event."),
)
SHARED = (
    REPORTS["wire.txt"]["text"].splitlines()[1].partition(" - ")[2],
    REPORTS["wire.txt"]["text"].splitlines()[2].rstrip("."),
    REPORTS["wire.txt"]["text"].splitlines()[3],
)
BYLINES = {"By Tomas Reyle": "byline", "Source: Northwire": "credit"}


def article(name: str) -> Article:
    """Return the article of that file name."""
    text = REPORTS[name]["text"]
    lines, at = [], 0
    for number, line in enumerate(text.splitlines(keepends=True)):
        words = line.rstrip("\n")
        kind = "title" if number == 0 else BYLINES.get(words, "body")
        lines.append(Line(at, at + len(words), kind))  # type: ignore[arg-type]
        at += len(line)
    outlet, published = REPORTS[name].get("outlet"), REPORTS[name].get("published")
    return Article(
        id=content_id("article", name, text), source=f"port-maren/{name}", text=text, outlet=outlet,
        title=text.splitlines()[0], author="Tomas Reyle" if name == "courier.txt" else None, published=published,
        modified=None, language="en", address=None, lines=tuple(lines), digest=sha256(text.encode()).hexdigest(),
        notes=("no date is stated",) if published is None else (),
    )  # fmt: skip


def span(name: str, words: str) -> tuple[int, int]:
    """Return where the words stand in that file's text."""
    start = REPORTS[name]["text"].index(words)
    return start, start + len(words)


def dossier() -> Dossier:
    """Return the whole dossier."""
    articles = tuple(article(name) for name in REPORTS)
    ids = dict(zip(REPORTS, (item.id for item in articles), strict=True))
    root = {name: number for number, (names, _) in enumerate(GROUPS) for name in names}
    points = tuple(_point(row, ids, root) for row in FOUND["points"])
    passages = tuple(Passage(span("wire.txt", words), span("daily.txt", words)) for words in SHARED)
    lineage = Lineage(
        copies=(Copy(ids["wire.txt"], ids["daily.txt"], 0.9231, "near-copy", "time", passages),),
        reliance=(
            Reliance(ids["daily.txt"], ("Northwire",), *span("daily.txt", "Northwire reported")),
            Reliance(ids["evening.txt"], ("the Courier", "Marek Dahl"),
                     *span("evening.txt", "the Courier reported, citing union official Marek Dahl")),
            Reliance(ids["courier.txt"], ("a log",), *span("courier.txt", "according to a log seen by the Courier")),
        ),
        origins=tuple(
            Origin(f"origin-{number}", tuple(ids[name] for name in names), reason)
            for number, (names, reason) in enumerate(GROUPS)
        ),
    )  # fmt: skip
    names = (
        Name("Piet Lankvelt", "person", (
            NameVariant("Piet Lankvelt", ids["evening.txt"], "the fullest form"),
            NameVariant("Peter Lankfeld", ids["translated.txt"], "the same office, and sounds alike"),
            NameVariant("Lankfeld", ids["translated.txt"], "surname alone"))),
        Name("Ilse Brandvold", "person", (
            NameVariant("Ilse Brandvold", ids["wire.txt"], "the fullest form"),
            NameVariant("Brandvold", ids["wire.txt"], "surname alone"),
            NameVariant("Ilse Brandwold", ids["translated.txt"], "one letter apart, the same office"))),
    )  # fmt: skip
    timeline = (
        TimelineEntry("2027-03-01T00:00", "2027-04-01T00:00", "in March",
                      "All conveyor bearings were inspected in March", points[17].id),
        TimelineEntry("2027-05-04T03:40", "2027-05-04T03:41", "at about 3:40 a.m.",
                      "The fire broke out at about 3:40 a.m.", points[6].id),
        TimelineEntry("2027-05-04T18:00", "2027-05-05T00:00", "on Tuesday evening",
                      "The death toll from the Port Maren silo fire rose to four", points[0].id),
    )  # fmt: skip
    wordings = (_wording(ids, "Ilse Brandvold", 2, {
        "wire.txt": ('"We have no sign that this was deliberate', ("We have", "this")),
        "courier.txt": ("there was no sign that the blaze was deliberate", ("there was", "the blaze")),
    }),)  # fmt: skip
    story = Story("story-sample", "Fire at Maren grain terminal kills three", tuple(ids.values()))
    return Dossier(
        articles=articles,
        unreadable=(Unreadable("port-maren/scan.bin", "not text: binary data"),),
        stories=(StoryFindings(story, points, lineage, names, timeline, wordings),),
    )


def _wording(ids: dict[str, str], speaker: str, origins: int, told: dict[str, tuple[str, tuple[str, ...]]]) -> Wording:
    versions = []
    for name, (words, only) in told.items():
        start, end = span(name, words)
        places = [start + words.index(part) for part in only]
        differs = tuple((at, at + len(part)) for at, part in zip(places, only, strict=True))
        versions.append(Version(ids[name], start, end, (speaker,), words.startswith('"'), differs))
    return Wording("wording-sample", speaker, origins, tuple(versions))


def _point(row: dict[str, Any], ids: dict[str, str], root: dict[str, int]) -> Point:
    question, verdict = row["question"], row["verdict"]
    made = tuple(
        Account(
            account["answer"],
            len({root[claim["file"]] for claim in account["claims"]}),
            tuple(
                Answer(content_id("claim", claim["file"], claim["text"]), ids[claim["file"]],
                       *span(claim["file"], claim["text"]), claim["text"], claim["value"], tuple(claim["said_by"]),
                       None, "said" if claim["said_by"] else None, "said" if claim["said_by"] else None)
                for claim in account["claims"]
            ),
        )
        for account in row["accounts"]
    )  # fmt: skip
    told = {claim["file"] for account in row["accounts"] for claim in account["claims"]}
    between = None if verdict != "conflict" else "speakers" if "Halden" in question else "reports"
    claims = [claim.claim for account in made for claim in account.claims]
    dated = {name: report["published"] for name, report in REPORTS.items() if "published" in report}
    late = {name: published > "2027-05-04T09" for name, published in dated.items()}
    return Point(
        id=content_id("point", question), occurrence=content_id("occurrence", question), question=question,
        kind=row["kind"],
        verdict=verdict, between=between, reason=row["reason"], accounts=made,
        silent=tuple(
            Silence(ids[name], late.get(name)) for name in REPORTS if name not in told
        ),
        signals=(Signal("same head", 1.0, 1.4, "both claims are headed by the same verb"),
                 Signal("meaning", 0.81, 2.1, "cosine of the two clauses in context")),
        links=tuple(Link(claims[0], other, 0.93, (Signal("meaning", 0.81, 2.1, "cosine of the two clauses"),))
                    for other in claims[1:]),
    )  # fmt: skip
