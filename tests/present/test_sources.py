"""Sources are read again from where they were: a file, a record inside a file; else they are not at hand."""

import json
from pathlib import Path

import port_maren
import pytest

from crosswire.present.sources import Sources

TEXT = str(port_maren.REPORTS["courier.txt"]["text"])


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_text_file_is_read_again(folder: Path) -> None:
    (folder / "courier.txt").write_text(TEXT, encoding="utf-8")
    sources = Sources()
    article = sources.read("courier.txt")
    assert article is not None
    assert article.text == TEXT
    assert list(sources.again) == ["courier.txt"]


def test_a_record_inside_a_file_is_read_again(folder: Path) -> None:
    from crosswire.acquire import captures
    from crosswire.settings import Settings

    records = [{"title": f"Report {n}", "text": f"{TEXT}\nIt was report number {n}."} for n in range(3)]
    (folder / "dump.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    names = [capture.source for capture in captures(["dump.jsonl"], Settings(), None)]
    sources = Sources()
    for number, name in enumerate(names):
        article = sources.read(name)
        assert article is not None
        assert f"report number {number}" in article.text
    assert len(names) == len(sources.again) == 3


@pytest.mark.parametrize(
    "source", ["-", "gone.txt", "https://paper.example/fire.html", "dump.jsonl:9", "../../etc/passwd:0"]
)
def test_what_is_not_at_hand_is_none(folder: Path, source: str) -> None:
    assert Sources().read(source) is None


def test_an_example_is_found_from_anywhere(folder: Path) -> None:
    from crosswire.present.examples import inputs

    for source in inputs()[:1]:
        article = Sources().read(source)
        assert article is not None
        assert article.source.endswith(source)
