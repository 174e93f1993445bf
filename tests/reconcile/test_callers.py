"""Who asked for a talk: invented reports of one talk, compared from end to end."""

from pathlib import Path

import pytest

from crosswire import pipeline

pytestmark = pytest.mark.models

NAMED = "Ostland President Jon Park and Prime Minister Ann Lee of Westmark spoke by telephone on Tuesday."
MET = "Ostland President Jon Park and Prime Minister Ann Lee of Westmark held a meeting on Tuesday."
# Two reports, the verdict on who asked for it (None: nothing is asked), and the answers.
TOLD = [
    (f"{NAMED} Park initiated the call.", f"{NAMED} Park placed the call.", "agree", ["Park"]),
    (f"{NAMED} Park initiated the call.", f"{NAMED} Lee initiated the call.", "conflict", ["Park", "Lee"]),
    # A state stands for its head, and a passive for its active.
    (f"{NAMED} Park initiated the call.", f"{NAMED} The call was initiated by the Ostland side.", "agree", ["Park"]),
    (f"{NAMED} Park made it.", f"{NAMED} The call was initiated by the Ostland side.", None, []),
    (
        f"{NAMED} It was Park who telephoned Lee.",
        f"{NAMED} The call was requested by the Westmark government.",
        "conflict",
        ["Park", "the Westmark government"],
    ),
    # Other verbs, the one who is rung, whose wish it was.
    (
        "Prime Minister Ann Lee put through a telephone call to Ostland's President Jon Park.",
        "Ostland President Jon Park received a telephone call from Prime Minister Ann Lee.",
        "agree",
        ["Prime Minister Ann Lee"],
    ),
    (
        f"{NAMED} Lee called Park. The phone call lasted an hour.",
        "Prime Minister Ann Lee and President Jon Park spoke by telephone at Park's request.",
        "conflict",
        ["Lee", "Park"],
    ),
    (
        f"{NAMED} Westmark's prime minister rang the Ostland president.",
        f"{NAMED} Park initiated the call.",
        "conflict",
        ["Westmark's prime minister", "Park"],
    ),
    (f"{MET} Lee had asked for the meeting.", f"{MET} Park requested the meeting.", "conflict", ["Lee", "Park"]),
    # No call, or not so: what somebody is called, what is denied or only planned, another pair, one report alone.
    (
        f"{NAMED} Park called Lee a friend.",
        f"{NAMED} Lee initiated the call.",
        None,
        [],
    ),
    (f"{NAMED} Park did not initiate the call.", f"{NAMED} Lee initiated the call.", None, []),
    (f"{NAMED} Park plans to request a meeting.", f"{NAMED} Lee requested a meeting.", None, []),
    (
        "President Jon Park telephoned Prime Minister Ann Lee on Tuesday.",
        "Senator Ada Quist telephoned Prime Minister Ann Lee on Tuesday.",
        None,
        [],
    ),
]


@pytest.mark.parametrize(("one", "other", "verdict", "answers"), TOLD)
def test_who_asked_for_a_talk(tmp_path: Path, one: str, other: str, verdict: str | None, answers: list[str]) -> None:
    for name, text in (("one", one), ("other", other)):
        (tmp_path / f"{name}.txt").write_text(f"The leaders\n\n{text}\n", "utf-8")
    story = pipeline.compare([str(tmp_path)]).stories[0]
    asked = [p for p in story.points if p.question.startswith("Who asked for the ")]
    assert [(p.kind, p.verdict) for p in asked] == ([] if verdict is None else [("actor", verdict)])
    for point in asked:
        assert [account.answer for account in point.accounts] == answers
