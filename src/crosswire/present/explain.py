"""The trail of a point in words: which claims, from which characters, by which signals, to which verdict."""

from collections.abc import Mapping

from crosswire.present.view import CONTROLS, MARKS, MEANINGS, chain, clean, count, letter
from crosswire.provenance import ClaimTrail, Trail

SignalRow = tuple[str, float | None, float | None, str]
AROUND = 80
"""Characters of context on either side of a claim."""


def explain(trail: Trail) -> str:
    """Return the whole trail as plain text, lines of any length, for people and for ``grep``."""
    between = f" between {trail.between}" if trail.between else ""
    roots = {source: letter(number) for number, (_, sources) in enumerate(trail.origins) for source in sources}
    lines = [
        clean(trail.question),
        f"{trail.point} · {trail.kind} · in the story “{clean(trail.story)}”",
        "",
        f"Verdict: {MARKS[trail.verdict]} {trail.verdict}{between} ({MEANINGS[trail.verdict]})",
        f"Reason: {clean(trail.reason)}",
    ]
    for number, account in enumerate(trail.accounts, start=1):
        lines += [
            "",
            f"Account {number}: “{clean(account.answer)}”, from {count(account.origins, 'independent origin')}",
        ]
        for claim in account.claims:
            lines += _claim(claim, roots)
    if trail.signals:
        lines += ["", "Why these claims answer one question"]
        lines += [f"  {_signal(signal)}" for signal in trail.signals]
    if trail.links:
        lines += ["", "Links between the claims"]
        for left, right, score, signals in trail.links:
            lines.append(f"  {left} and {right} tell of the same: {_score(score)}")
            lines += [f"    {_signal(signal)}" for signal in signals]
    if trail.silent:
        words = {True: "could have known", False: "could not have known yet", None: "whether it could is not known"}
        lines += ["", "Silent"]
        lines += [f"  {clean(source)}: {words[known]}" for source, known in trail.silent]
    lines += ["", "Origins in this story (a copy adds no support)"]
    lines += [
        f"  {letter(number)}  {', '.join(map(clean, sources))}: {clean(reason)}"
        for number, (reason, sources) in enumerate(trail.origins)
    ]
    return "\n".join(lines) + "\n"


def _claim(claim: ClaimTrail, roots: Mapping[str, str]) -> list[str]:
    outlet = f" ({clean(claim.outlet)})" if claim.outlet else ""
    origin = f", origin {roots[claim.source]}" if claim.source in roots else ""
    place = f"{clean(claim.source)}:{claim.line}:{claim.column}"
    lines = [
        f"  {place}{outlet}, characters {claim.start} to {claim.end}{origin}",
        f"    {_context(claim)}",
    ]
    if claim.value and clean(claim.value) != clean(claim.text):
        lines.append(f"    read as: {clean(claim.value)}")
    worded = claim.cue is not None and any(sign.isalnum() for sign in claim.cue)  # a transcript's cue is a colon
    voice = chain(claim.said_by) or ("nobody who is named" if worded else "the report's own voice")
    cue = f", cue “{clean(claim.cue or '')}”" if worded else ""
    stance = f", stance {claim.stance}" if claim.stance else ""
    lines.append(f"    said by: {voice}{cue}{stance}")
    if claim.hedge:
        lines.append(f"    hedge: {clean(claim.hedge)}")
    if claim.perhaps:
        lines.append("    perhaps: no claim of another report here is sure to tell of the same")
    if claim.claim:
        lines.append(f"    {claim.claim}, in bytes of SHA-256 {(claim.digest or 'not stated')[:16]}")
    return lines


def _context(claim: ClaimTrail) -> str:
    """The words in brackets, with as much of their line on either side as can be read at a glance."""
    before, after = (CONTROLS.sub(" ", part) for part in (claim.before, claim.after))
    left = before if len(before) <= AROUND else "…" + before[-AROUND:]
    right = after if len(after) <= AROUND else after[:AROUND] + "…"
    return f"{left}[{CONTROLS.sub(' ', claim.text)}]{right}".strip()


def _signal(signal: SignalRow) -> str:
    name, value, weight, detail = signal
    added = f", weight {weight:+.2f}" if weight else ""
    return f"{clean(name)}: {_score(value)}{added}" + (f": {clean(detail)}" if clean(detail) else "")


def _score(value: float | None) -> str:
    return "unbounded" if value is None else f"{value:.2f}"
