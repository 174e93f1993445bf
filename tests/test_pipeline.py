"""The stages in order: what is gathered, encoded, told on the way, and kept when it can't be read."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from crosswire import pipeline
from crosswire.engines.spacy_parser import SpacyParser
from crosswire.errors import NothingReadable
from crosswire.ports import Vectors
from crosswire.settings import Settings

DAILY = "Nine people were hurt when a tram left its rails in Ordell on Monday, police said.\n"
WIRE = "A tram left its rails in Ordell on Monday evening and hurt 14 people, the mayor said.\n"


class Stub:
    """An encoder that tells nothing apart, and counts its calls."""

    def __init__(self) -> None:
        self.calls: list[int] = []

    def encode(self, texts: Sequence[str], spans: Sequence[Sequence[tuple[int, int]]]) -> list[Vectors]:
        self.calls.append(len(texts))
        return [np.full((1 + len(inside), 4), 0.5, dtype=np.float32) for inside in spans]


def write(folder: Path, **texts: str) -> list[str]:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return [str(folder / f"{name}.txt") for name in texts]


def test_identical_files_are_one_article_and_the_twin_is_named(tmp_path: Path) -> None:
    articles, unreadable = pipeline.gather(write(tmp_path, a=DAILY, b=DAILY), Settings())
    assert [a.source for a in articles] == [str(tmp_path / "a.txt")]
    assert [u.source for u in unreadable] == [str(tmp_path / "b.txt")]
    assert str(tmp_path / "a.txt") in unreadable[0].error


def test_what_can_not_be_read_never_stops_the_rest(tmp_path: Path) -> None:
    given = [*write(tmp_path, z=" \n", a=DAILY), str(tmp_path / "nowhere.txt")]
    articles, unreadable = pipeline.gather(given, Settings())
    assert [a.text for a in articles] == [DAILY]
    assert [Path(u.source).name for u in unreadable] == ["nowhere.txt", "z.txt"]
    assert all(u.error and "\n" not in u.error for u in unreadable)


def test_nothing_readable_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(NothingReadable):
        pipeline.compare([str(tmp_path / "nowhere.txt")])
    with pytest.raises(NothingReadable):
        pipeline.compare([])


@pytest.mark.models
def test_a_story_is_encoded_an_article_a_call_and_a_lone_one_not_at_all(tmp_path: Path) -> None:
    articles, _ = pipeline.gather(write(tmp_path, a=DAILY, b=WIRE), Settings())
    encoder = Stub()
    alone = pipeline.compare_articles(articles[:1], (), SpacyParser(), encoder, Settings())
    assert encoder.calls == []
    assert {p.verdict for s in alone.stories for p in s.points} == {"single"}
    pipeline.compare_articles(articles, (), SpacyParser(), encoder, Settings())
    assert encoder.calls == [1, 1]


@pytest.mark.models
def test_progress_counts_up_to_its_total_in_the_order_of_the_stages(tmp_path: Path) -> None:
    articles, _ = pipeline.gather(write(tmp_path, a=DAILY, b=WIRE), Settings())
    seen: list[tuple[str, int, int]] = []
    pipeline.compare_articles(
        articles, (), SpacyParser(), Stub(), Settings(), lambda stage, done, total: seen.append((stage, done, total))
    )
    stages = list(dict.fromkeys(stage for stage, _, _ in seen))
    assert stages == ["reading", "encoding", "comparing"]
    for stage in stages:
        counts = [(done, total) for name, done, total in seen if name == stage]
        assert [done for done, _ in counts] == sorted(done for done, _ in counts)
        assert counts[-1][0] == counts[-1][1]


@pytest.mark.models
def test_unreadable_sources_stand_in_the_dossier(tmp_path: Path) -> None:
    given = [*write(tmp_path, a=DAILY), str(tmp_path / "nowhere.txt")]
    dossier = pipeline.compare(given)
    assert [u.source for u in dossier.unreadable] == [str(tmp_path / "nowhere.txt")]
    assert len(dossier.articles) == 1
