"""Verify: a sound dossier has no fault, and each kind of damage is named where it is."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from crosswire.provenance import verify

Story = dict[str, Any]
Damage = Callable[[dict[str, Any], Story], None]


def test_a_sound_dossier_has_no_fault(document: dict[str, Any]) -> None:
    assert verify(document) == ()


def test_what_only_perhaps_belongs_adds_no_support(document: dict[str, Any]) -> None:
    """Of a point of three origins only the two that surely tell it are counted; where nobody surely does, all."""
    point = next(p for p in document["stories"][0]["points"] if p["verdict"] == "agree" and p["origins"] == 3)
    told = [c for account in point["accounts"] for c in account["claims"]]
    for each in told:
        each["perhaps"] = True
    assert verify(document) == ()
    for each in told[1:]:
        each["perhaps"] = False
    assert any("says 3 origins; its claims have 2" in str(fault) for fault in verify(document))


def claim(story: Story, point: int = 0) -> dict[str, Any]:
    return story["points"][point]["accounts"][0]["claims"][0]


def put(holder: dict[str, Any], **values: Any) -> None:
    holder.update(values)


def passage(story: Story) -> dict[str, Any]:
    return story["lineage"]["copies"][0]["passages"][0]


CONFLICT, SINGLE, AGREE = 2, 14, 8
DAMAGE: list[tuple[str, Damage, str]] = [
    ("a span moved by one", lambda d, s: put(claim(s), start=claim(s)["start"] + 1), "and not"),
    ("a span past the end", lambda d, s: put(claim(s), end=99999), "outside of the text"),
    ("an empty span", lambda d, s: put(claim(s), end=claim(s)["start"]), "outside of the text"),
    ("other words", lambda d, s: put(claim(s), text="killing nine workers"), "and not 'killing nine workers'"),
    ("a text changed", lambda d, s: put(d["articles"][0], text=d["articles"][0]["text"].upper()), "is 'KILLING"),
    ("a foreign article", lambda d, s: put(claim(s), article="article-none"), "which is not of the story"),
    ("an invented speaker", lambda d, s: put(claim(s), said_by=["Zebulon Quark"]), "does not speak"),
    ("an empty speaker", lambda d, s: put(claim(s), said_by=[" "]), "said by nobody"),
    ("an invented cue", lambda d, s: put(claim(s), cue="thundered"), "does not stand in"),
    ("too many origins", lambda d, s: put(s["points"][0]["accounts"][0], origins=3), "says 3 origins"),
    ("an origin more", lambda d, s: put(s["lineage"], origins=5), "says 5 origins and lists 4"),
    ("an article without origin", lambda d, s: s["lineage"]["origin_groups"].pop(), "has no origin"),
    ("no such verdict", lambda d, s: put(s["points"][0], verdict="true"), "is none"),
    ("agreement of two accounts alone", lambda d, s: put(s["points"][SINGLE], verdict="agree"), "takes two articles"),
    ("single with two articles", lambda d, s: put(s["points"][AGREE], verdict="single"), "accounts in 3 articles"),
    ("a conflict of one account", lambda d, s: s["points"][CONFLICT]["accounts"].pop(), "takes two accounts"),
    ("a conflict between nobody", lambda d, s: put(s["points"][CONFLICT], between=None), "between nobody"),
    ("agreement between reports", lambda d, s: put(s["points"][AGREE], between="reports"), "between reports"),
    ("no reason", lambda d, s: put(s["points"][0], reason=" "), "without a reason"),
    ("an account without claims", lambda d, s: put(s["points"][0]["accounts"][0], claims=[]), "without a claim"),
    ("a silence that tells", lambda d, s: s["points"][0]["silent"].append(dict(claim(s))), "it tells"),
    ("reliance past the end", lambda d, s: put(s["lineage"]["reliance"][0], end=99999), "outside of the text"),
    ("reliance on nobody", lambda d, s: put(s["lineage"]["reliance"][0], on=[]), "relies on nobody"),
    ("passages that share nothing", lambda d, s: put(passage(s), to=[170, 320]), "not share"),
    ("a share above one", lambda d, s: put(s["lineage"]["copies"][0], share=1.5), "a share of 1.5"),
    ("a copy of itself", lambda d, s: put(s["lineage"]["copies"][0], to=s["lineage"]["copies"][0]["from"]), "not two"),
    ("a name that stands nowhere", lambda d, s: put(s["names"][0]["variants"][0], text="Xyzzy"), "does not stand in"),
    ("a timeline to nowhere", lambda d, s: put(s["timeline"][0], point="point-none"), "leads to the point"),
    ("time turned round", lambda d, s: put(s["timeline"][0], end="1999"), "ends before it starts"),
    ("a link to nowhere", lambda d, s: put(s["points"][0]["links"][0], left="claim-none"), "a link leads"),
    ("a point twice", lambda d, s: s["points"].append(s["points"][0]), "the id stands twice"),
    ("an article twice", lambda d, s: d["articles"].append(d["articles"][0]), "the id stands twice"),
    ("an unknown article", lambda d, s: s["articles"].append("article-none"), "does not hold"),
    ("a line past the end", lambda d, s: put(d["articles"][0]["lines"][-1], end=99999), "a line runs"),
    ("a claim in a byline", lambda d, s: [put(line, kind="byline") for line in d["articles"][0]["lines"]], "no line"),
]  # fmt: skip


@pytest.mark.parametrize(("damage", "says"), [row[1:] for row in DAMAGE], ids=[row[0] for row in DAMAGE])
def test_damage_is_found(document: dict[str, Any], damage: Damage, says: str) -> None:
    damage(document, document["stories"][0])
    found = [str(fault) for fault in verify(document)]
    assert any(says in fault for fault in found), found
    assert not any("\n" in fault for fault in found)


def test_a_source_that_changed_is_found(document: dict[str, Any]) -> None:
    import port_maren

    now = {f"port-maren/{name}": port_maren.article(name) for name in port_maren.REPORTS}
    assert verify(document, now.get) == ()
    now["port-maren/wire.txt"] = replace(now["port-maren/wire.txt"], digest="0" * 64)
    now["port-maren/daily.txt"] = replace(now["port-maren/daily.txt"], text="Something else.")
    found = [str(fault) for fault in verify(document, now.get)]
    assert len(found) == 2
    assert "another digest" in found[0]
    assert "gives another" in found[1]


def test_a_source_that_is_gone_is_no_fault(document: dict[str, Any]) -> None:
    assert verify(document, lambda source: None) == ()
