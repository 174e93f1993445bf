"""The public face: ``crosswire.compare``, and that what it gives is a valid dossier."""

import json
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import crosswire
from crosswire.errors import NothingReadable
from crosswire.present import dump, to_document
from crosswire.present.examples import FOLDER

SCHEMA = json.loads(files("crosswire.present").joinpath("dossier.schema.json").read_text("utf-8"))

FIRST = """Fire destroys paper mill in Vellin

A fire destroyed a paper mill in Vellin on Monday night, the fire service said. Nine workers were injured.
"The roof fell within 20 minutes," said Arne Holm, who leads the fire service.
"""
SECOND = """Vellin paper mill burns down

Fourteen workers were injured when a fire destroyed a paper mill in Vellin on Monday night.
The roof fell within 20 minutes, said Arne Holm, the chief of the fire service.
"""


@pytest.fixture
def reports(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / "daily.txt", tmp_path / "wire.txt"]
    for path, text in zip(paths, (FIRST, SECOND), strict=True):
        path.write_text(text, "utf-8")
    return paths


@pytest.mark.models
def test_two_reports_give_one_story_of_frozen_records(reports: list[Path]) -> None:
    seen: list[str] = []
    dossier = crosswire.compare(reports, progress=lambda stage, done, total: seen.append(stage))
    assert isinstance(dossier, crosswire.Dossier)
    assert [a.text for a in dossier.articles] == [FIRST, SECOND]
    (story,) = dossier.stories
    assert any(len({c.article for a in p.accounts for c in a.claims}) == 2 for p in story.points)
    assert seen
    with pytest.raises(AttributeError):
        dossier.articles = ()  # type: ignore[misc]


@pytest.mark.models
def test_neither_order_nor_repetition_changes_a_byte(reports: list[Path]) -> None:
    once = dump(to_document(crosswire.compare(reports)))
    assert dump(to_document(crosswire.compare(reports[::-1]))) == once
    assert dump(to_document(crosswire.compare([str(path) for path in reports]))) == once


@pytest.mark.models
def test_standard_input_is_a_source_as_well(reports: list[Path]) -> None:
    dossier = crosswire.compare([reports[0], "-"], stdin=SECOND.encode())
    assert {a.text for a in dossier.articles} == {FIRST, SECOND}


@pytest.mark.models
@pytest.mark.parametrize("story", sorted(path.name for path in FOLDER.iterdir() if path.is_dir()))
def test_the_dossier_of_an_example_is_valid(story: str) -> None:
    document = to_document(crosswire.compare([FOLDER / story]))
    again = json.loads(dump(document))
    assert [f"{e.json_path}: {e.message}" for e in Draft202012Validator(SCHEMA).iter_errors(again)] == []
    assert again == document


def test_nothing_readable_is_an_error_that_names_every_source(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    absent = tmp_path / "absent.txt"
    with pytest.raises(NothingReadable) as caught:
        crosswire.compare([tmp_path / "empty.txt", absent])
    assert isinstance(caught.value, crosswire.CrosswireError)
    assert "empty.txt" in str(caught.value)
    assert "absent.txt" in str(caught.value)
