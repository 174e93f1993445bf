"""The dossier as Markdown: for a wiki, a ticket, a mail."""

import re
from collections.abc import Mapping, Sequence

from crosswire.present import view
from crosswire.present.agreed import Worded, worded, worded_doubtful
from crosswire.present.matters import Matter, matters
from crosswire.present.spoken import spoken
from crosswire.present.view import Item

SPECIAL = re.compile(r"([\\`*_\[\]<>|#~$])")
"""Characters that Markdown (GitHub's included) could read as markup inside of a line."""


def render(document: Item) -> str:
    """Return the whole dossier as Markdown: disagreements first, then tables, lineage and silences."""
    articles = view.by_id(document)
    lines: list[str] = []
    for story in document["stories"]:
        lines += _story(story, articles)
    notes = [
        f"- {safe(article['source'])}: {safe(note)}"
        for article in document["articles"]
        for note in article.get("notes", ())
    ]
    if notes:
        lines += ["## Notes", "", *notes, ""]
    if document["unreadable"]:
        lines += ["## Not read", ""]
        lines += [f"- {safe(item['source'])}: {safe(item['error'])}" for item in document["unreadable"]]
        lines.append("")
    return "\n".join(lines)


def safe(text: str) -> str:
    """Return text on one line with nothing in it that Markdown would read as markup."""
    return SPECIAL.sub(r"\\\1", view.clean(text))


def safe_within(text: str) -> str:
    """Return a stretch of a line, its spaces kept, with nothing in it that Markdown would read as markup."""
    return SPECIAL.sub(r"\\\1", text)


def _story(story: Item, articles: Mapping[str, Item]) -> list[str]:
    names = {key: safe(name) for key, name in view.labels(story, articles).items()}
    told = matters(story["points"])
    tally = view.tally(matter.head for matter in told)
    lines = [
        f"# {safe(story['title'] or 'Untitled story')}",
        "",
        " · ".join(view.headline(story, articles)),
        "",
        "  ".join(f"{view.MARKS[verdict]} **{number}** {verdict}" for verdict, number in tally.items()),
        "",
    ]
    for place in view.STANDINGS:
        chosen = [matter for matter in told if view.standing(matter.head) == place]
        if chosen:
            lines += [f"## {view.MARKS[place]} {place.capitalize()} ({len(chosen)})", ""]
        if chosen and place in ("agree", "single"):
            lines += [*_table(chosen, names), ""]
        else:
            lines += [line for matter in chosen for line in _full(matter, names)]
    return [*lines, *_spoken(story, articles, names), *_lineage(story, articles, names)]


def _full(matter: Matter, names: Mapping[str, str]) -> list[str]:
    point = view.told(matter.head)
    between = f", between {point['between']}" if point.get("between") else ""
    kind = f"*{view.kind_of(point['kind'])}{between}, {view.behind(point)}*"
    lines = [f"### {safe(point['question'])}", "", kind, ""]
    for account in point["accounts"]:
        first, *others = worded(account, point["kind"], names)
        told_by = len({claim["article"] for claim in account["claims"]})
        lines.append(f"- {_words(first, True)}: {_voices(first)} ({view.support(told_by, account['origins'])})")
        lines += [f"  - {_words(one)}: {_voices(one)}" for one in others]
    lines += [f"- {_part(part, names)}" for part in matter.parts]
    lines += [f"- {view.MARKS[view.PERHAPS]} {told}" for told in _doubtful(matter.head, names)]
    if point["reason"]:
        lines += ["", f"Why: {safe(point['reason'])}"]
    lines.append("")
    if point["silent"]:
        told = ", ".join(f"{names[item['article']]} ({view.could_have_known(item)})" for item in point["silent"])
        lines += [f"Silent: {told}", ""]
    return [*lines, f"<sub>{point['id']}</sub>", ""]


def _doubtful(point: Item, names: Mapping[str, str]) -> list[str]:
    """What only perhaps belongs to a point, and who tells it."""
    return [f"perhaps: {_words(one)}: {_voices(one)}" for one in worded_doubtful(point, names)]


def _words(one: Worded, bold: bool = False) -> str:
    """A wording, with the claims' own words in bold where others lead to them or go on; all of it if ``bold``."""
    bold = bold or len(one.parts) > 1
    return "".join(_marked(part) if own and bold else safe_within(part) for part, own in one.parts)


def _voices(one: Worded) -> str:
    return "; ".join(", ".join(where) + (f", from {safe(said_by)}" if said_by else "") for said_by, where in one.told)


def _part(part: Item, names: Mapping[str, str]) -> str:
    """A point within another: its sign, what it asks, its answers and who gives them."""
    part, mark = view.sure(part), view.MARKS[part["verdict"]]
    answers = f" {mark} ".join(safe(account["answer"]) for account in part["accounts"])
    told = ", ".join(names[key] for key in view.tellers(part))
    return f"{mark} *{safe(part['question'])}* {answers} ({told})"


def _table(told: Sequence[Matter], names: Mapping[str, str]) -> list[str]:
    rows = ["| point | answer | told by | origins |", "|---|---|---|---:|"]
    for matter in told:
        point = view.told(matter.head)
        origins = point.get("origins") or max(account["origins"] for account in point["accounts"])
        wordings = worded(point["accounts"][0], point["kind"], names)
        within = [_part(part, names) for part in matter.parts]
        within += [f"{view.MARKS[view.PERHAPS]} {told}" for told in _doubtful(matter.head, names)]
        answers = "<br>".join([*map(_words, wordings), *within])
        by = "<br>".join(_voices(one) for one in wordings)
        rows.append(f"| {safe(point['question'])} | {answers} | {by} | {origins} |")
    return rows


def _spoken(story: Item, articles: Mapping[str, Item], names: Mapping[str, str]) -> list[str]:
    said = spoken(story, articles, names)
    lines = ["## In their words", "", "What not every report has is in bold.", ""] if said else []
    for speaker, utterances in said:
        lines += [f"### {safe(speaker)}", ""]
        for one in utterances:
            for version in one.versions:
                words = "".join(_marked(part) if differs else safe_within(part) for part, differs in version.parts)
                by = f", from {safe(version.said_by)}" if version.said_by else ""
                how = "" if version.quoted else " *(reported speech)*"
                lines.append(f"- {', '.join(version.told)}{by}: {words.strip()}{how}")
            lines += [f"  ({one.support})", ""]
    return lines


def _marked(part: str) -> str:
    return f"**{safe_within(part)}**"


def _lineage(story: Item, articles: Mapping[str, Item], names: Mapping[str, str]) -> list[str]:
    groups = story["lineage"].get("origin_groups", ())
    lines = ["## Who has it from whom", ""] if groups else []
    for number, group in enumerate(groups):
        lines.append(f"- origin {view.letter(number)}: {safe(view.because(group))}")
        for key in group["articles"]:
            stated = view.when(articles[key]) if key in articles else ""
            lines.append(f"  - {names.get(key, key)}{', ' + stated if stated else ''}")
            lines += [f"    - {safe(line)}" for line in view.debts(key, story["lineage"], articles, names)]
    return [*lines, ""] if lines else []
