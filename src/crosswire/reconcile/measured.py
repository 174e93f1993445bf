"""Questions of a figure set right: by which score, for how long, within what time, at what share."""

import re
from collections.abc import Iterator

from crosswire.reconcile.asking import Asked, is_happening
from crosswire.reconcile.clause import Clause, sentence
from crosswire.reconcile.phrases import Phrases, table
from crosswire.records import Claim, Quantity, Token

ASKING = frozenset(("Did", "Do", "Does", "Was", "Were", "Is", "Are", "Has", "Have", "Had", "Will"))
UNFIT_MEASURE = re.compile(
    r"-foot$|^How \w+ (?:was|were) (?:his|her|their|its)\b|^What share (?:is|was|are|were)\b|^How far d\w+ .* have\b"
    r"|^How far (?:was|were|is|are) .*\d|^How far did .* spend$"
    r"|^How high was High|^(?:To how|By how).*(?:\d%| to (?:\w+ than )?\d)"
    r"|^How long was (?:the \w+est\b|(?!\w+[A-Z])(?:[A-Z][^’']+)$)"
)
"""What asks for the measure of what has none, or for a change of which the question tells half."""
MOMENT = re.compile(
    r"How long w(?:as|ere) .*\b(?:arrest|murder|killing|death|shooting|explosion|blast|crash|resignation|firing|birth"
    r"|offer|announcement|hiring)s?\b(?! (?:sentence|leave|term|ban|trial|contract|deal|spree))"
)
"""What is over at once has no length."""
BARE_COUNT = re.compile(r"How many .*are reported$")
HOW_LONG = re.compile(r"How long (?:do|does|did|will|would|can|could|should) ")
TO_SOME_DEGREE = ("effective", "accurate", "complete", "full", "certain", "sure", "vaccinated", "contained")
NEXT = ("the", "next", "coming", "following")
LISTING = ("and", "or", "but", ",", ":", "–", "—", "-")
SPENDING = ("spend", "take", "serve", "last", "wait", "get", "receive", "add", "need", "have", "give")
PARTIAL = ("first", "last", "next", "final", "past", "latest")
AFAR = ("abroad", "overseas", "worldwide", "nationwide")
NEARLY = ("a", "an", "the", "some", "about", "another", "additional", "at", "least", "nearly", "other")


def by_score(text: str, cost: float, claim: Claim, score: Quantity, phrases: Phrases) -> Iterator[tuple[str, float]]:
    """From whether something was voted or won ("Did Ardel beat Brik 3-1"), by which score ("By what score did Ardel
    beat Brik")."""
    if claim.predicate not in table()["by_score"]:
        return
    if score.start < phrases.tokens[claim.token].start and not claim.text[score.end - claim.start :].startswith(
        " vote"
    ):
        return  # "The Osprey (11-4) won": what they have won so far
    if claim.text[: score.start - claim.start].rstrip().endswith("("):
        return
    figures = r"[\s–-]+".join(map(re.escape, re.split(r"\s*[-–]\s*", score.text)))
    told = re.sub(rf"(?:\s+by\s+an?)?\s*\(?{figures}\)?(?:\s+vote)?(?!\w)", "", text)
    told = re.sub(r"\ba (?=[aeiou])", "an ", told)
    first, _, rest = told.partition(" ")
    if first in ASKING and rest:
        yield f"By what {table()['by_score'][claim.predicate]} {first.lower()} {rest}", cost


def for_how_long(text: str, cost: float, claim: Claim, time: Quantity) -> Iterator[tuple[str, float]]:
    """From whether something was so ("Were they in the hall"), for how long it was ("How long were they in the hall"),
    where the claim says so, wherever the parse hangs the time."""
    spent = rf"\s+for\s+{re.escape(time.text)}(?!\w)"
    first, _, rest = re.sub(spent, "", text).partition(" ")
    if claim.predicate == "be" and re.search(spent, claim.text) and first in ASKING and rest:
        yield f"How long {first.lower()} {rest}", cost + 0.5


def fitted(asked: Asked, quantity: Quantity, phrases: Phrases) -> Asked:
    """The questions of a quantity with the preposition that it needs: "leads at 21 percent" asks "At what share does",
    "in a day" asks "Within what time", "90 percent effective" asks "How effective"; none of "reached 100 days"."""
    asked = ((text, cost) for text, cost in asked if not BARE_COUNT.match(text))
    inside = phrases.at(quantity.start, quantity.end)
    tokens = phrases.tokens
    before = tokens[inside[0] - 1] if inside and inside[0] else None
    link = (
        next((t.text.lower() for t in reversed(tokens[: inside[0]]) if t.text.lower() not in NEXT), "")
        if inside
        else ""
    )
    behind = tokens[inside[-1] + 1] if inside and inside[-1] + 1 < len(tokens) else None
    top = phrases.top(inside)
    head = tokens[top] if top is not None else None
    done_to = head is not None and head.dep == "dobj"
    near = tokens[inside[-1] + 1 : inside[-1] + 5] if inside else ()
    afar = next((t.text.lower() for t in near if t.text.lower() in AFAR), None)
    spent = head is not None and tokens[head.head].lemma in SPENDING and not (behind and behind.text.lower() == "of")
    for text, cost in asked:
        text = _to_degree(text, behind)
        if _ill_measured(text, quantity):
            continue
        if text.startswith("How many"):
            if before and before.text.lower() in PARTIAL and before.text.lower() not in text.lower():
                continue  # "his first 17 passes" are not all
            if afar and afar not in text:
                text = f"{text} {afar}"
        if quantity.kind == "length" and re.fullmatch(r"How far (?:is|was) [A-Z][\w.’' -]+", text):
            text = text.replace("How far", "How tall", 1)
        if text.startswith("How long") and text.endswith(" sentenced to"):
            text = f"For h{text[1:-3]}"
        if done_to and not spent and text.startswith("How long"):
            continue  # "ended ten days of strikes" tells not how long somebody ended
        if HOW_LONG.match(text) and link in ("in", "within"):
            text = f"Within what time{text.removeprefix('How long')}"
        if not text.startswith("What share d"):
            yield text, cost
        elif before and before.pos == "ADP" and before.dep == "prep":
            yield f"{before.text.capitalize()} what share{text.removeprefix('What share')}", cost
        elif not behind or behind.pos != "ADJ":
            yield text, cost
        elif behind.text.islower():  # "remains 90 percent effective"
            yield f"How {behind.text}{text.removeprefix('What share')}", cost


def _to_degree(text: str, behind: Token | None) -> str:
    """ "Is 90 percent effective" asks how effective."""
    if behind is None or not text.startswith("What share") or behind.lemma.lower() not in TO_SOME_DEGREE:
        return text
    return f"How {behind.text.lower()}{text.removeprefix('What share')}"


def _ill_measured(text: str, quantity: Quantity) -> bool:
    """Whether a question takes a measure for that of a thing which has none: "How long was the result" ("after two
    months"), "How heavy was the 6-foot", "What share did they lead" ("at the half")."""
    if (
        UNFIT_MEASURE.search(text)
        or MOMENT.match(text)
        or (quantity.text.lower() == "half" and text.startswith("What share"))
    ):
        return True
    thing = re.match(r"How long (?:was|were) (.+)$", text)
    if not thing or re.search(r" an? ", thing[1]):
        return False
    noun = re.split(r" (?:of|in|on|to|for|at|from|with|between) ", thing[1])[0].split()[-1].lower()
    if quantity.kind == "duration":
        return not (is_happening(noun) or noun in table()["happenings"]["lasting"])
    return noun in table()["happenings"]["no_length"] or "foot" in quantity.text


def echoed(claim: Claim, quantity: Quantity, phrases: Phrases) -> Iterator[tuple[str, float]]:
    """A claim with "how many" in the place of its figure: "Dorn won with the votes of how many councillors"."""
    clause, inside = Clause(claim, phrases), phrases.at(quantity.start, quantity.end)
    if not clause.is_verb or not inside or clause.verbs.bare or clause.verbs.infinitive or clause.passive:
        return
    if clause.verb.tag not in ("VBD", "VBZ", "VBP") and not clause.verbs.before:
        return
    if clause.verbs.before[:1] and clause.verbs.before[0].tag == "VBG":
        return  # "having won three"
    if clause.verbs.words[:1] in (["do"], ["does"], ["did"]):
        return  # "Dorn does want three"
    tokens, who = phrases.tokens, clause.subject()
    first = min([clause.i, *phrases.tree.children(clause.i, "aux")])
    noun = tokens[inside[-1]].head
    if not who or inside[0] < clause.i or tokens[noun].tag not in ("NNS", "NNPS") or noun < inside[-1]:
        return
    kept = [i for i in phrases.at(tokens[first].start, claim.end) if i not in inside]
    before = [i for i in kept if i < inside[0] and not (i > inside[0] - 3 and tokens[i].text.lower() in NEARLY)]
    if before and tokens[before[-1]].text.lower() in LISTING and tokens[noun].lemma == "time":
        return
    after = phrases.text(i for i in kept if i > inside[0])
    listed = ", " in after or (before and tokens[before[-1]].tag in ("DT", "PRP$"))
    text = sentence(who, phrases.text(before), "how many", after)
    if len(text.split()) < 16 and not listed:
        yield text, 0.6
