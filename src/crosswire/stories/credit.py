"""Whole reports that name another as their source: credit lines, agency datelines, bylines."""

import re
from collections.abc import Sequence

from crosswire.records import Annotations, Article, Attribution
from crosswire.stories.quotes import Spans, inside
from crosswire.stories.words import words
from crosswire.text.origins import Families, is_agency, outlet_key, same_outlet

# "Source: ANI", "Credit: Harbor Wire", "Via AFP"
CREDIT_LINE = re.compile(r"^\W*(?:sources?|credits?|via|text)\b\s*[:–—-]\s*(?P<name>[^|/;]{2,50}?)\W*$", re.IGNORECASE)
# "PORT ELLEN, March 2 (Harbor Wire) -", "(Harbor Wire) -"
DATELINE = re.compile(r"^(?:[A-Z][\w .,'’/-]{1,60})?\((?P<name>[A-Z][\w .'’&-]{1,40})\)\s*[-–—:]")
# A name that only points back to an outlet named before.
POINTING = re.compile(
    r"(?:the |that |its )?(?:news )?"
    r"(?:agency|broadcaster|daily|magazine|newspaper|newswire|outlet|paper|report|site|wire)$"
)
# The one outlet that speaks for a state, whatever its name.
STATE = re.compile(r"(?i)(?:\w+ )?state(?:-run)? (?:media|tv|television|radio|news agency|broadcaster)$")
# Characters behind what somebody told an outlet in which the next that he says is heard through it too.
HEARD = 1000
ADDRESS = re.compile(r"\.\s?(?:com|org|net)$")
# Words that tell of no outlet which it is, and those that mean several.
UNTELLING = frozenset("state news agency local national public radio television tv newspaper broadcaster the".split())
SEVERAL = re.compile(r"(?i)\b(?:media|reports|newspapers|outlets|agencies|broadcasts|press)$")
# Share of the body's words that one named outlet is said to have reported, from which it is the
# source of the whole: a rewrite puts most of its sentences in its source's mouth. Of 60 reports of ECB+, BASIL
# and NewsWCL50 that name one, four come above: rewrites with .57, .70 and .75, and with .52 one that is the
# outlet's own; the next have .44, an interview, and .41.
WHOLE = 0.5


def names_outlet(name: str) -> bool:
    """Whether a source's name says which outlet it is: "the Harbor Wire" does, "a local newspaper" and
    "state media" do not."""
    telling = [word for word in re.findall(r"[^\W_]+", name) if word[0].isupper() and word.casefold() not in UNTELLING]
    return bool(telling) and not (SEVERAL.search(name) and len(telling) < 2) and not POINTING.match(name.casefold())


def credited(article: Article, families: Families = ()) -> tuple[str, ...]:
    """Names that the article's credit line, byline or dateline gives as the source of its text,
    in text order. The article's own outlet is not one."""
    names = []
    for line in article.lines:
        text = article.text[line.start : line.end]
        if line.kind in ("credit", "byline", "dateline") and (match := CREDIT_LINE.match(text)):
            names.append(match["name"])
        elif line.kind in ("credit", "byline") and is_agency(_bare(text), families):
            names.append(_bare(text))
        elif line.kind in ("body", "dateline") and (match := DATELINE.match(text)):
            names.append(match["name"])
    if article.author and is_agency(article.author, families):
        names.append(article.author)
    return tuple(
        name for name in dict.fromkeys(names) if not (article.outlet and same_outlet(name, article.outlet, families))
    )


def _bare(byline: str) -> str:
    return re.sub(r"(?i)^\W*by\s+|\W+$", "", byline)


def whole_source(
    article: Article, annotations: Annotations | None, outlets: Sequence[str] = (), families: Families = ()
) -> tuple[str, str] | None:
    """The one outlet that all of the article is from, and the reason in words; else None.
    ``outlets`` are those of the story's other articles, known as such whatever their names."""
    names = credited(article, families)
    if len(names) == 1:
        return names[0], f"credits {names[0]}"
    if annotations is None:
        return None
    body = words(article, "body")
    for name, spans in _reported(article, annotations, outlets, families):
        if not (names_outlet(name) or STATE.match(name)):
            continue  # "news outlets" are no one source
        share = sum(inside(spans, word.start, word.end) for word in body) / max(1, len(body))
        if share >= WHOLE:
            return name, f"puts {share:.0%} of its words in the mouth of {name}"
    return None


def _reported(
    article: Article, annotations: Annotations, outlets: Sequence[str], families: Families
) -> list[tuple[str, Spans]]:
    """The outlets that the article names as saying something, each with the spans of what it says and
    the sentences in which the article names it as a source. Of a chain the outermost counts: it is the one
    that the article has read. "The wire" and its like mean the outlet named last; who told an outlet
    something is heard through it in what he says next."""
    spans: dict[str, Spans] = {}
    forms: dict[str, str] = {}
    through: dict[str, tuple[str, int]] = {}
    last = None
    for said in sorted(annotations.attributions, key=lambda a: (_place(a), _end(a))):
        media = [
            source
            for source in said.chain
            if (
                source.kind == "media"
                or is_agency(source.name, families)
                or any(same_outlet(source.name, outlet, families) for outlet in outlets)
            )
            and not (article.outlet and same_outlet(source.name, article.outlet, families))
        ]
        named = [source.name for source in media if not POINTING.match(source.name.casefold())]
        speaker = said.chain[0].name if said.chain else ""
        if named or any(POINTING.match(source.name.casefold()) for source in said.chain):
            last = outlet = named[-1] if named else last
        else:
            known = through.get(speaker)
            near = known is not None and _place(said) - known[1] <= HEARD
            outlet = known[0] if known is not None and near else None
        if outlet is not None:
            outlet = forms.setdefault(outlet_key(outlet, families), outlet)
            if media or speaker not in through:
                through[speaker] = (outlet, _end(said))
            spans.setdefault(outlet, []).extend(said.contents)
    for citation in annotations.citations:
        for name in citation.on:
            key = outlet_key(name, families)
            if key in forms or ADDRESS.search(name) or is_agency(name, families):
                spans.setdefault(forms.setdefault(key, name), []).append(_sentence(annotations, citation.start))
    return sorted(spans.items())


def _place(said: Attribution) -> int:
    """Where what is said begins."""
    return said.contents[0][0] if said.contents else said.cue_start


def _end(said: Attribution) -> int:
    """Where what is said ends."""
    return max([said.cue_end, *(end for _, end in said.contents)])


def _sentence(annotations: Annotations, place: int) -> tuple[int, int]:
    """The sentence that holds an offset."""
    return next(((s.start, s.end) for s in annotations.parse.sentences if s.start <= place < s.end), (place, place))
