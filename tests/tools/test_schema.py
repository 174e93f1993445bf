"""The dossier's schema: takes what the program writes, and refuses what would mislead a reader."""

import copy
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from crosswire.present import to_document

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = json.loads((ROOT / "src" / "crosswire" / "present" / "dossier.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
sys.path.insert(0, str(ROOT / "tests" / "present"))


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    """The hand-made dossier of an invented fire."""
    import port_maren

    return to_document(port_maren.dossier())


def faults(value: Any) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(value)]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_a_hand_made_dossier_is_valid(document: dict[str, Any]) -> None:
    assert faults(document) == []


def test_new_keys_may_be_added_everywhere(document: dict[str, Any]) -> None:
    def add(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: add(inner) for key, inner in value.items()} | {"a_later_key": [1]}
        return [add(inner) for inner in value] if isinstance(value, list) else value

    assert faults(add(document)) == []


def a_point(document: dict[str, Any]) -> dict[str, Any]:
    return next(p for s in document["stories"] for p in s["points"] if p["verdict"] != "conflict")


WRONG: list[tuple[str, Callable[[dict[str, Any]], Any]]] = [
    ("another format", lambda d: d.update(format="crosswire.dossier/2")),
    ("an assumed time", lambda d: d["articles"][0].update(published="last Monday")),
    ("a title that is empty, not absent", lambda d: d["articles"][0].update(title="")),
    ("a line of no known kind", lambda d: d["articles"][0]["lines"][0].update(kind="advert")),
    ("a digest that is cut", lambda d: d["articles"][0].update(digest="abc")),
    ("a verdict of no known name", lambda d: a_point(d).update(verdict="true")),
    ("an agreement between parties", lambda d: a_point(d).update(between="reports")),
    ("a conflict between nobody", lambda d: a_point(d).update(verdict="conflict")),
    ("a verdict without a reason", lambda d: a_point(d).update(reason="")),
    ("a point without accounts", lambda d: a_point(d).update(accounts=[])),
    ("an account without claims", lambda d: a_point(d)["accounts"][0].update(claims=[])),
    ("an offset before the text", lambda d: a_point(d)["accounts"][0]["claims"][0].update(start=-1)),
    ("a claim without its chain", lambda d: a_point(d)["accounts"][0]["claims"][0].pop("said_by")),
    ("a story of no article", lambda d: d["stories"][0].update(articles=[])),
    ("a share above one", lambda d: d["stories"][0]["lineage"]["copies"][0].update(share=1.2)),
    ("a passage with one end", lambda d: d["stories"][0]["lineage"]["copies"][0]["passages"][0].update({"from": [3]})),
    ("a reliance on nobody", lambda d: d["stories"][0]["lineage"]["reliance"][0].update(on=[])),
]


@pytest.mark.parametrize(("what", "spoil"), WRONG, ids=[what for what, _ in WRONG])
def test_what_would_mislead_is_refused(
    document: dict[str, Any], what: str, spoil: Callable[[dict[str, Any]], Any]
) -> None:
    spoiled = copy.deepcopy(document)
    spoil(spoiled)
    assert faults(spoiled)
