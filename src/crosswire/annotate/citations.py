"""Where an article has its information from: the outlets, agencies, documents, posts and press
voices that it names, and its credit lines."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from crosswire.annotate.citation_media import media, outlet_in, outlet_name
from crosswire.records import Article, Attribution, Citation, Entity, Mention, Parse, Source
from crosswire.text.syntax import Tree

OFFICE = re.compile(
    r"(?i)\b(?:police|spokes(?:man|woman|person|people)|ministry|office|department|agency|bureau|committee|council|"
    r"administration|authorit(?:y|ies)|survey|cent(?:er|re)|board|commission|embassy|court|navy|army|coast ?guard|"
    r"service|press secretary|watchdog|association|institute|union|university|command)\b"
)
DOCUMENT = (
    r"statements?|press releases?|releases?|reports?|letters?|memos?|memorandum|studies|study|surveys?|polls?|"
    r"court (?:records?|papers?|documents?|filings?)|records?|complaints?|indictments?|affidavits?|filings?|"
    r"lawsuits?|documents?|tweets?|posts?|analysis|papers?|articles?|e-?mails?|transcripts?|dispatch(?:es)?|"
    r"leaflets?|books?|blog|website|web site|video|message|bulletin"
)
IN_DOCUMENT = re.compile(
    rf"(?i)\b(?:in|via|through|on|by|with|from)\s+(?:an?|the|his|her|its|their|one|this|that|another)?\s*((?:[\w'’-]+\s+){{0,3}}?(?:{DOCUMENT}))\b"
)
FIRST = re.compile(
    r"(?i)\bfirst\s+(?:reported|published|broadcast|obtained|revealed|disclosed|aired)\s+"
    r"(?:\w+\s+){0,3}?(?:by|in|on)\s+"
)
CREDIT = re.compile(
    r"(?i)^\W*(?:sources?|with (?:additional )?reporting (?:by|from)|with (?:files|inputs|material|agency inputs) from|"
    r"additional reporting by|inspired by|based on|originally published (?:by|in|on)|"
    r"first (?:published|reported|appeared) (?:by|in|on)|via|courtesy(?: of)?|reporting by|from)\b"
    r"\W*(?P<who>[^\n]{2,80})"
)
DATELINE = re.compile(
    r"^\W{0,2}(?:[A-Z][A-Z'’.\- ]+(?:,\s+[\w. ]+){0,3}\s*)?\((?P<who>[A-Z][\w .&'’/-]{1,40})\)\s*(?:[-–—:]|--)"
)
REPORTS = re.compile(
    r"(?:^|[.\n]\s*)(?P<who>[A-Z][\w.&'’-]*(?:\s+[A-Z][\w.&'’-]*){0,4})\s+(?:reports?|writes?|has this report)\s*:"
)


def _span(text: str, start: int, end: int, on: Sequence[str]) -> Citation:
    return Citation(start, end, text[start:end], tuple(dict.fromkeys(on)))


def find_citations(
    article: Article,
    parse: Parse,
    tree: Tree,
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    attributions: Sequence[Attribution],
) -> tuple[Citation, ...]:
    """Return the places where the article names a medium, document, post or press voice as where
    its information came from, in text order, no place twice. Ordinary speakers are none."""
    text = article.text
    found = [c for a in attributions if (c := _of_attribution(text, a))]
    found += _named_outlets(article, parse, tree, _people(mentions, entities))
    found += _lines(article)
    return _settled(found)


def _settled(found: list[Citation]) -> tuple[Citation, ...]:
    """In text order; of those that overlap and share a name, the one with the longest chain."""
    kept: list[Citation] = []
    for c in sorted(found, key=lambda c: (-len(c.on), c.start, c.end)):
        if not any(k.start < c.end and c.start < k.end and set(c.on) <= set(k.on) for k in kept):
            kept.append(c)
    return tuple(sorted(kept, key=lambda c: (c.start, c.end, c.on)))


def _is_voice(source: Source) -> bool:
    """Whether a source is a press voice: an office or a spokesperson, not a person in his own name."""
    return source.kind in ("media", "document", "organization") or bool(OFFICE.search(source.name))


def _of_attribution(text: str, a: Attribution) -> Citation | None:
    """The citation that an attribution makes: through a medium or document, or by a press voice."""
    if not a.chain:
        return None
    start = min(a.cue_start, a.chain[0].start)
    end = max(a.cue_end, a.chain[0].end)
    if end - start > 300:
        start, end = a.cue_start, a.cue_end
    own = a.chain[0]
    on = [s.name for s in reversed(a.chain) if s.kind == "media" or (s is own and _is_voice(s))]
    through = IN_DOCUMENT.search(text, a.cue_end, min(len(text), a.cue_end + 60))
    platform = media().platforms.search(text, a.cue_end, min(len(text), a.cue_end + 40))
    if own.kind != "media" and own.kind != "unknown":
        if a.cue.lower() in ("tweeted", "tweets", "tweet", "tweeting", "retweeted"):
            on = [f"tweet of {own.name}"]
        elif platform:
            on = [f"{own.name} on {platform.group()}"]
        elif through and own.kind != "document" and through.start() - a.cue_end < 25:
            on = [f"{through.group(1)} of {own.name}"]
    return _span(text, start, end, on) if on else None


def _people(mentions: Sequence[Mention], entities: Sequence[Entity]) -> list[tuple[int, int]]:
    """The spans that name people: "Emily Post" is no newspaper."""
    persons = {e.id for e in entities if e.kind == "person"}
    return [(m.start, m.end) for m in mentions if m.entity in persons]


def _named_outlets(article: Article, parse: Parse, tree: Tree, people: Sequence[tuple[int, int]]) -> list[Citation]:
    """Outlets as the subject or agent of reporting, with or without a clause of content."""
    found = []
    starts = [t.start for t in tree.tokens]
    tables = media()
    for sentence in parse.sentences:
        text = article.text
        for pattern in (tables.listed, tables.shaped, tables.common):
            for match in pattern.finditer(text, sentence.start, sentence.end):
                k = bisect_left(starts, match.end()) - 1
                if any(a < match.end() and match.start() < b for a, b in people):
                    continue
                if k >= 0 and _is_source(tree, k):
                    found.append(_span(text, match.start(), match.end(), [outlet_name(match.group())]))
    return found


def _is_source(tree: Tree, k: int) -> bool:
    """Whether the name that ends at token k reports, is reported by, or stands under "according to"."""
    tokens = tree.tokens
    for i in [k, *tree.ancestors(k)][:4]:
        dep, head = tokens[i].dep, tokens[tokens[i].head]
        if dep == "nsubj" and head.lemma in (
            "report",
            "publish",
            "cite",
            "quote",
            "say",
            "write",
            "reveal",
            "broadcast",
            "be",
        ):
            return head.lemma != "be" or any(tokens[c].lemma == "report" for c in tree.subtree(tokens[i].head))
        if (
            dep == "pobj"
            and head.text.lower() in ("by", "to")
            and tokens[head.head].lemma in ("report", "publish", "accord", "obtain", "according", "quote", "cite")
        ):
            return True
    return False


def _lines(article: Article) -> list[Citation]:
    """Credit lines, datelines with an agency, "first reported by", "PTI reports:"."""
    found: list[Citation] = []
    text = article.text
    for line in article.lines:
        if line.kind == "furniture":
            continue
        part = text[line.start : line.end]
        dateline = DATELINE.match(part[:120])
        if dateline:
            who = dateline.group("who")
            found.append(
                _span(text, line.start + dateline.start("who"), line.start + dateline.end("who"), [outlet_name(who)])
            )
        if line.kind != "body" or len(part) < 100:
            credit = CREDIT.match(part)
            if credit and (line.kind in ("credit", "byline") or outlet_in(credit.group("who"))):
                who = re.split(r"[.;|(]| at ", credit.group("who"))[0].strip()
                name = outlet_in(who) or who
                found.append(_span(text, line.start + credit.start(), line.start + credit.end(), [name]))
        for match in FIRST.finditer(part):
            outlet = outlet_in(part[match.end() : match.end() + 50])
            if outlet:
                found.append(_span(text, line.start + match.start(), line.start + match.end(), [outlet]))
        for match in REPORTS.finditer(part):
            outlet = outlet_in(match.group("who"))
            if outlet:
                found.append(_span(text, line.start + match.start("who"), line.start + match.end(), [outlet]))
    return found
