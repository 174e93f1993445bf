"""Which names of a story to hold against which: an index, so that no name meets all others."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from crosswire.records import Entity, NameKind
from crosswire.text.gazetteer import readings
from crosswire.text.name_match import name_keys
from crosswire.text.names import normalise, surname, word_set
from crosswire.text.sounds import sound_key


@dataclass(frozen=True, slots=True)
class Group:
    """Entities of all articles under one plain name, and the articles that have them."""

    key: str
    kind: NameKind
    forms: tuple[str, ...]
    entities: tuple[tuple[str, Entity], ...]

    @property
    def words(self) -> list[str]:
        """The words of the plain name."""
        return self.key.split()

    @property
    def articles(self) -> set[str]:
        """The articles that have it."""
        return {article for article, _ in self.entities}


class Blocks:
    """A story's names by what two names that are one have in common. ``root`` gives for a name's key the key of those
    that it is joined with already."""

    def __init__(self, groups: Sequence[Group], root: Callable[[str], str] = str) -> None:
        self._groups = groups
        self._root = root
        self._rows: defaultdict[str, list[int]] = defaultdict(list)
        self.by_key = {group.key: group for group in groups}
        for number, group in enumerate(groups):
            keys = {
                *_words(group),
                *_initials(group),
                *_surname_sound(group),
                *name_keys(group.forms[0]),
                *_states(group),
            }
            for key in keys | {f"report {article}" for article in group.articles}:
                self._rows[key].append(number)

    def _of(self, keys: Iterable[str]) -> list[Group]:
        return [self._groups[n] for n in sorted({n for key in keys for n in self._rows.get(key, ())})]

    def apart(self, groups: Sequence[Group]) -> list[Group]:
        """One of each of the names that are joined already."""
        first = {self._root(group.key): group for group in reversed(groups)}
        return list(first.values())[::-1]

    def in_reports(self, articles: Iterable[str]) -> list[Group]:
        """The names that stand in one of the articles."""
        return self._of(f"report {article}" for article in articles)

    def sharing_words(self, group: Group) -> list[Group]:
        """The names that share a word with it."""
        return self._of(_words(group))

    def run_together(self, letters: str) -> list[Group]:
        """The names whose words, written as one, are these letters."""
        return self._of([f"all {letters}"])

    def with_initial(self, letter: str) -> list[Group]:
        """The names of several words that begin with a letter, small words aside."""
        return self._of([f"initial {letter.casefold()}"])

    def with_surnames_like(self, *words: str) -> list[Group]:
        """The names whose surname sounds like one of some words."""
        return self._of(f"surname {sound_key(word)}" for word in words)

    def alike(self, group: Group) -> list[Group]:
        """The names that could be another spelling or reading of it."""
        return self._of(name_keys(group.forms[0]))

    def of_state(self, group: Group) -> list[Group]:
        """The names that can be the same state's."""
        return self._of(_states(group))


def _words(group: Group) -> list[str]:
    return [f"word {word}" for word in group.words]


def _initials(group: Group) -> list[str]:
    words = normalise(group.forms[0]).split()
    main = [w for w in words if w not in word_set("acronym_gaps")]
    return sorted({f"initial {w[0]}" for w in (*words[:2], *main[:1])}) if len(words) > 1 else []


def _surname_sound(group: Group) -> list[str]:
    last = normalise(surname(group.forms[0])).replace(" ", "")
    return [f"surname {sound_key(last)}"] if len(group.words) > 1 and last else []


def _states(group: Group) -> list[str]:
    """The states that a name can mean."""
    states = {f"state {p.country} {p.state}" for p in readings(group.forms[0]) if p.state and not p.town}
    return sorted(states) if group.kind != "person" else []
