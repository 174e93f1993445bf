"""What every view shows of one speaker's words: each utterance with its versions, and what differs in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crosswire.present import view
from crosswire.present.view import Item, Part


@dataclass(frozen=True, slots=True)
class Spoken:
    """A version as it is shown: the reports that give it word for word, whom they give it to when that
    is somebody else than the utterance's speaker, whether it is in quotation marks, and its words, of which those are
    set off that not every version has."""

    told: tuple[str, ...]
    said_by: str
    quoted: bool
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Utterance:
    """One utterance: its versions, "3 reports, 2 origins", whether its words differ and whether its speakers do."""

    support: str
    differs: bool
    disputed: bool
    versions: tuple[Spoken, ...]


def spoken(story: Item, articles: Mapping[str, Item], names: Mapping[str, str]) -> list[tuple[str, list[Utterance]]]:
    """Return (speaker, utterances) in reading order; of one speaker those whose words differ first."""
    found: dict[str, list[Utterance]] = {}
    for wording in story.get("wordings", ()):
        one = _utterance(wording, articles, names)
        givers = dict.fromkeys(version["said_by"][0] for version in wording["versions"])
        speaker = view.clean(" or ".join(givers) if one.disputed else wording["speaker"])
        found.setdefault(speaker, []).append(one)
    return [
        (speaker, sorted(mine, key=lambda one: not (one.disputed or one.differs))) for speaker, mine in found.items()
    ]


def _utterance(wording: Item, articles: Mapping[str, Item], names: Mapping[str, str]) -> Utterance:
    disputed = len({_last(version["said_by"][0]) for version in wording["versions"]}) > 1
    rows: dict[tuple[str, bool, tuple[str, ...]], list[Item]] = {}
    for version in wording["versions"]:
        text = articles[version["article"]]["text"][version["start"] : version["end"]]
        said_by = view.chain(version["said_by"]) if disputed else _other(version["said_by"], wording["speaker"])
        rows.setdefault((said_by, version["quoted"], tuple(_words(text))), []).append(version)
    versions = tuple(
        Spoken(tuple(names[v["article"]] for v in same), said_by, quoted, _parts(same[0], articles))
        for (said_by, quoted, _), same in rows.items()
    )
    reports = len({version["article"] for version in wording["versions"]})
    differs = any(version["differs"] for version in wording["versions"])
    return Utterance(view.support(reports, wording["origins"]), differs, disputed, versions)


def _parts(version: Item, articles: Mapping[str, Item]) -> tuple[Part, ...]:
    text, at = articles[version["article"]]["text"], version["start"]
    parts: list[Part] = []
    for start, end in version["differs"]:
        parts += [(text[at:start], False), (text[start:end], True)]
        at = end
    parts.append((text[at : version["end"]], False))
    return tuple((view.CONTROLS.sub(" ", words), marked) for words, marked in parts if words)


def _words(text: str) -> list[str]:
    return "".join(sign if sign.isalnum() else " " for sign in text.casefold()).split()


def _other(said_by: Sequence[str], speaker: str) -> str:
    """The chain in words where it tells more than the speaker: another one, or through whom."""
    return "" if len(said_by) == 1 and _last(said_by[0]) == _last(speaker) else view.chain(said_by)


def _last(name: str) -> str:
    return name.casefold().split()[-1] if name.split() else ""
