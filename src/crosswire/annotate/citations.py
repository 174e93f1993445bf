"""Where an article has its information from: the outlets, agencies, documents, posts and press
voices that it names, and its credit lines."""

import re
from collections.abc import Sequence
from dataclasses import replace

from crosswire.annotate.attribution_sources import Namer
from crosswire.annotate.citation_issued import issued
from crosswire.annotate.citation_lines import lines
from crosswire.annotate.citation_lone import lone_surnames, says_its
from crosswire.annotate.citation_media import is_own, is_unlike, outlet_in, outlet_named, parted, posted_on
from crosswire.annotate.citation_outlets import OWN_VOICE, learners, named_outlets
from crosswire.annotate.citation_papers import accorded, interviews, programmes, said_by, saying, shown, tweets, voices
from crosswire.annotate.citation_scan import citing_chains, documents, is_denied, is_hoped, is_to_come, posts, span
from crosswire.annotate.citation_shows import shows
from crosswire.annotate.citation_voices import with_media
from crosswire.annotate.citation_writers import told, writers
from crosswire.records import Article, Attribution, Citation, Entity, Mention, Parse, Source
from crosswire.text.origins import is_agency, outlet_key
from crosswire.text.syntax import Tree

OFFICE = re.compile(
    r"(?i)\b(?:police|spokes(?:man|woman|person|people)|ministry|office|department|agency|bureau|committee|council|"
    r"authorit(?:y|ies)|survey|cent(?:er|re)|board|commission|embassy|court|navy|army|coast ?guard|service|"
    r"press secretary|representatives? for|publicist|watchdog|white house|downing street|pentagon|kremlin)\b"
)
SPOKEN_FOR = re.compile(
    r"(?i)(?:\b(?:spokes(?:man|woman|person)|press (?:secretary|officer)|(?:public relations|information) officer|"
    r"publicist|(?-i:\brep\b(?!\.))|"
    r"communications director|director of communications)\b|"
    r"(?-i:\b(?!(?:The|An?|Her|His|Its|Their) )[A-Z]\w+ representative\b))"
)
STANDS_FOR = re.compile(r"^(?:An? |The )?(?!(?:The|An?|Her|His|Its|Their) )[A-Z]\w+ representative$")
PERSONS = re.compile(
    r"(?i)\b(?:chief|officers?|leader|head|minister|captain|commander|members?|chairm[ae]n|director|justice|judge|boss|senators?|"
    r"congress(?:wo)?man|democrats?|republicans?|mayor|sheriff|president|writer|author|reporter)$"
)
LEADERS = re.compile(
    r"(?i)^(?:[\w.-]+ ){0,2}(?:supporters|critics|opponents|fans|residents|relatives|survivors|voters|"
    r"chair(?:m[ae]n|wom[ae]n)?|heads?|directors?|leaders?|members?|chiefs?|presidents?|"
    r"lawyers?|attorneys?|mayors?|professors?|judges?) (?:of|for)\b"
)
# "A senior administration official" is how an office speaks without a name.
BACKGROUND = re.compile(
    r"(?i)^(?:(?:two|three|four|five|several|multiple) )?senior (?:[\w.-]+ ){0,4}?(?:officials?|aides?|advis[eo]rs?)"
    r"(?=$| who | speaking | with | familiar )"
)
# Bodies without a name of their own are ordinary speakers, and so are those that take sides. Of 29 unnamed
# ones in the gold clusters 20 are not listed as sources.
GENERIC = re.compile(
    r"(?i)(?:the )?(?:local |state )?(?:police|authorities|officials|prosecutors|democrats|republicans|dems|lawmakers|"
    r"court|jury|board|panel)"
    r"(?: and [\w ]+)?"
)
# Bare, they say things as any speaker does; behind "according to" they are named as the source. Of seven so named in
# seen reports six are listed.
ACCORDED = re.compile(
    r"(?i)(?:[\w.'’-]+ ){0,2}(?:police|authorities|investigators|prosecutors|detectives|deputies|"
    r"officials|firefighters)"
)
# "An office worker in Delta", "the Iranians": people, whatever body is named with them.
STAFF = re.compile(
    r"(?i)\b(?:office|police|court|navy|army|service|agency|department|board|center|centre) "
    r"(?:workers?|employees?|staff(?:ers?)?|clerks?|guards?|cleaners?|veterans?|wives|wife|widow|families|family)\b"
)
PEOPLE = re.compile(
    r"(?:the )?(?:(?:[A-Z]\w+|[Mm]any|[Mm]ost|[Ss]ome|[Yy]oung) )?"
    r"(?:[A-Z]\w+(?:i|e)ans|[A-Z]\w+[gnlpt]ese|Greeks|Turks|Arabs|Serbs|Croats|Kurds|Poles|Israelis|Iraqis|"
    r"Pakistanis|Saudis|Afghans|Germans|Americans|Russians|British|French|Dutch|Irish|Swiss)$"
)
PARTISAN = re.compile(
    r"(?i)\b(?:party|coalition|alliance|congress|parliament|opposition|legislature)\b|"
    r"^(?:us |u\.s\. |state )?(?:senate|house|gop)$"
)
DOCUMENT = (
    r"statements?|press releases?|releases?|reports?|letters?|memos?|memorandum|studies|study|surveys?|polls?|"
    r"court (?:records?|papers?|documents?|filings?)|complaints?|indictments?|affidavits?|filings?|"
    r"lawsuits?|tweets?|analysis|papers?|articles?|e-?mails?|transcripts?|dispatch(?:es)?|"
    r"leaflets?|books?|memoirs?|blog|website|web site|bulletin|videos?|ads?|advertisements?|op-eds?|essays?|"
    r"proclamations?"
)
IN_DOCUMENT = re.compile(
    rf"(?i)(?<!interview )\b(?:in|via|through|with)\s+"
    rf"(?:an?|the|his|her|its|their|one|another)\s+((?:[\w'’-]+\s+){{0,2}}?(?:{DOCUMENT}))\b"
)
# "said through a spokesman"
THROUGH = re.compile(r"(?i)\b(?:through|via) (?:an?|his|her|its|their) (spokes(?:man|woman|person)|representative)\b")
# "the coalition fighting fires in Delta": what a long name has behind its first words
FIRST_WORDS = re.compile(r" (?:\w+ing|who|which|that|of which|called|named|based) .*$")
# "said Ann Lee, who is seen in the video": what shows her tells nothing
SEEN_IN = re.compile(r"(?i)\b(?:seen|visible|shown|pictured|featured|appear\w*|heard) (?:\w+ )?$")
# "A spokesman for the Office of Roads, Ports and Bridges": the commas are of the office's name
VOICE_OF = re.compile(r"(?i)(?:[\w-]+ )*(?:spokes(?:man|woman|person)|representative) (?:for|of) ")
SAID_OF = re.compile(r",\s+(?:an?|the|which|who|whose)\s.*$")  # "a spokesman for Orvane, the shipping company"
PAPERS = re.compile(r"(?i)\w (?:documents|papers|records|filings|transcripts|emails|data)$")
PEOPLE_TOO = re.compile(r"(?i)\bfigures\b")
OPINING = ("blam", "accus", "call", "argu", "urg", "warn", "critic", "oppos", "claim", "contend")
RULING = ("rul", "held", "hold", "order", "decid", "find", "found", "declar", "affirm")
INFINITIVE = re.compile(r"(?i)\bto $")
DEEDS = ("agree", "offer", "respond")  # words of nobody without "that"
TWEETED = ("tweeted", "tweets", "tweet", "tweeting", "retweeted")
VOICED = ("said", "reported", "denied", "warned")
# What an outlet printed of one who told it something is the outlet's.
TITLE_ENDS = re.compile(r",? ?(?:[\"”]|''|’’)")  # behind a name that ends a title: "“The Art of the Boat,” said"
PRINTED = re.compile(r"(?i)\b(?:articles?|reports?|papers?|dispatch(?:es)?)$")
BARE_MEDIA = frozenset(
    ["wire service", "news agency", "news service", "radio station", "television station", "television network"]
)
# Documents of which the text may tell elsewhere whose they are; bare, they name no source.
UNOWNED = frozenset(
    "article story piece tweet tweets statement letter review memo email e-mail message post book note video cable "
    "blog".split()
)
OWNED = re.compile(r"^(?:his|her|its|their) (?=[a-z])")
# "tweet of one who wrote it", "complaint of multiple people": nobody
NOBODY = re.compile(
    r" of (?:(?:[\w'’-]+ )*?(?:who|which|that) .*|(?:multiple|several|some|many|other|two) (?:people|men|women))$"
)
# "editorial of Wednesday", "statistic of last month", "statement of ,": when it was, or nothing
NO_OWNER = re.compile(
    r" of (?:(?:(?:last|this|next) )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|"
    r"June|July|August|September|October|November|December|week|month|year|night)|\W+)$"
)
CLAUSE = re.compile(rf"^((?:[\w'’-]+ ){{0,3}}(?:{DOCUMENT})) (?:that|which|who) .*$")
HOST = re.compile(rf"(?i)\b(?:{'|'.join(sorted(OWN_VOICE))})s?$")  # "the CNN host" speaks for himself
NOT_ITS = re.compile(rf"^(?:(?:your|my|our) |(?:his|her|its|their) (?:{DOCUMENT})$)")
ACCOUNT = ("account", "page", "feed")
# One who is meant by "he" or "she" speaks for himself, whatever the name looks like; "Mendez, 34, said".
PERSONAL = re.compile(r"(?i)\b(?:he|she|his|her|him|himself|herself)\b|, \d{2},")
# What is signed, and what is no more than a remark, tells nothing.
SIGNED_FOR = re.compile(r"(?i)^petitions?\b")
# What names no medium, and no office that speaks, where the text does not tell which.
BARE = frozenset(
    "newspaper magazine paper tabloid broadcaster network website site channel station outlet broadcast program show "
    "spokesman spokeswoman spokesperson spokesmen".split()
)
# Bodies by what they are, where the text does not tell which.
BODIES = frozenset(
    "agency department office ministry bureau commission committee council board panel company firm service union "
    "group".split()
)
COURTS = re.compile(r"(?i)\bcourts?\b")  # what they rule is no report
LONGEST_SOURCE = 12  # words of a named source; longer ones are pieces of a sentence
JOINING = frozenset("of and for the in on to & de".split())
LONGEST_NAME = 6  # words of a speaker that is no person; longer ones are pieces of a sentence
# "The gossip site": an outlet that was named before, by what it is
AGAIN = re.compile(r"(?:[a-z-]+ ){0,2}(?:site|website|newspaper|magazine|tabloid|network|channel|station)$")
TAKEN_UP = re.compile(r"(?i)\w+ the ")
PAPER_OF = re.compile(r"(?:post|blog|statement|website|message|video|tweet|page|account|letter|memo) of (?P<who>.+)")
BESIDE = 40  # characters between two namings of one source in a sentence that are one
REACH = 100  # characters beside a cue in which its document or platform stands


def find_citations(
    article: Article,
    parse: Parse,
    tree: Tree,
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    attributions: Sequence[Attribution],
) -> tuple[Citation, ...]:
    """Return the places where the article names a medium, document, post or press voice as where
    its information came from, in text order; ``on`` runs from the nearest source to the farthest.
    Ordinary speakers are none, nor is the article's own outlet."""
    persons = {e.id for e in entities if e.kind == "person"}
    people = [(m.start, m.end, m.form) for m in mentions if m.entity in persons]
    places = frozenset(e.canonical for e in entities if e.kind == "place")
    namer = Namer(article, parse, tree, mentions, entities, lambda _: False)
    lone = lone_surnames(article.text, parse, tree, mentions, attributions)
    said = [a for a in with_media(attributions, article.text) if not _is_future(a, tree)]
    meant = _meant(mentions, entities)
    text, none = article.text, places | lone
    found: list[Citation] = []
    for a in said:
        cited = _of_attribution(text, _named(a, meant), none, _holding(a, said, len(text)), found)
        found += [cited] if cited else []
    found += [
        c
        for part in (documents, accorded, said_by, saying, programmes, voices, shown, interviews, writers, told)
        for c in part(article, tree, namer)
    ]
    found += [c for c in posts(article, tree, namer) if not _is_posted_by_another(c, found)]
    found += [c for c in tweets(article, tree, namer) if not _is_anothers(c, found)]
    found += issued(article.text, tree, namer)
    found += citing_chains(article, tree, namer)
    found += named_outlets(article, tree, people, namer)
    found += learners(article, tree, people, namer)
    found += shows(article)
    found += lines(article)
    return _settled(found, article.text, article.outlet)


def _is_anothers(tweet: Citation, found: Sequence[Citation]) -> bool:
    """Whether words of a tweet are told to be somebody else's already."""
    near = [c for c in found if c.start < tweet.end and tweet.start < c.end]
    return any(n.startswith("tweet of ") and n not in tweet.on for c in near for n in c.on)


def _is_posted_by_another(post: Citation, found: Sequence[Citation]) -> bool:
    """Whether what stands on a platform, a few words away, is told to be somebody else's already."""
    site = post.on[0].rpartition(" on ")[2]
    near = [c for c in found if c.start - BESIDE < post.end and post.start < c.end + BESIDE]
    return any(n.endswith(f" on {site}") and n not in post.on for c in near for n in c.on)


def _is_future(a: Attribution, tree: Tree) -> bool:
    """Whether what a document or body tells is still to come, or an outlet tells that it has it from nobody."""
    paper = bool(a.chain) and a.chain[0].kind == "document" and is_to_come(tree, a.cue_start)
    if a.chain and a.chain[0].kind == "media" and is_denied(tree, a.cue_start):
        return True  # "Reuters could not confirm it"
    return paper or (bool(a.chain) and a.chain[0].kind != "person" and is_hoped(tree, a.cue_start))


def _holding(a: Attribution, told: Sequence[Attribution], end: int) -> tuple[int, int]:
    """The least of what others say in which somebody is said to say something; all of the text where none is."""
    held = [(s, e) for b in told if b is not a for s, e in b.contents if s <= a.cue_start and a.cue_end <= e]
    return min(held, key=lambda span: span[1] - span[0], default=(0, end))


def _meant(mentions: Sequence[Mention], entities: Sequence[Entity]) -> dict[int, str]:
    """By where a pronoun stands the name of whom it means."""
    names = {e.id: e.canonical for e in entities}
    return {m.start: names[m.entity] for m in mentions if m.form == "pronoun" and m.entity in names}


def _named(a: Attribution, meant: dict[int, str]) -> Attribution:
    """An attribution in which "her book" is the book of whom "her" means."""
    chain = tuple(
        replace(s, name=f"{OWNED.sub('', s.name)} of {meant[s.start]}")
        if s.kind == "document" and OWNED.match(s.name) and s.start in meant
        else s
        for s in a.chain
    )
    return replace(a, chain=chain)


def _settled(found: list[Citation], text: str, own: str | None) -> tuple[Citation, ...]:
    """In text order, every name in the form that it has first, without the article's own outlet;
    of those that stand in one another or side by side in one sentence and give the same names, one: that
    with the longest chain, then the longest."""
    forms: dict[str, str] = {}
    found = [one for c in found for one in _parted(replace(c, on=tuple(_cut(n) for n in c.on)))]
    for c in sorted(found, key=lambda c: (c.start, c.end, c.on)):
        for name in c.on:
            forms.setdefault(_plain(name), _bare(name))
    kept: list[Citation] = []
    for c in sorted(found, key=lambda c: (-len(c.on), c.start - c.end, c.start, c.on)):
        owned = [n for n in c.on if not _is_unowned(n, c.text) and not _is_again(n, c, text)]
        named = [n for n in owned if not is_own(n, own) and _plain(n) not in BARE and len(n.split()) <= LONGEST_SOURCE]
        named = [n for n in named if n not in BODIES]
        named = [n for n in named if not any(_plain(m).endswith(f" {_plain(n)}") and n.islower() for m in named)]
        named = [n for n in named if not (" and " in n and any(_plain(m) in _plain(n) for m in named if m != n))]
        on = tuple(dict.fromkeys(forms[_plain(n)] for n in named))
        if not on or any(_covers(k, c, on) for k in kept):
            continue
        twice = next((n for n, k in enumerate(kept) if _beside(k, c, on, text)), None)
        if twice is None:
            kept.append(replace(c, on=on))
        else:
            kept[twice] = span(text, min(kept[twice].start, c.start), max(kept[twice].end, c.end), kept[twice].on)
    return _once(sorted(kept, key=lambda c: (c.start, c.end, c.on)), text)


def _parted(c: Citation) -> list[Citation]:
    """A citation once for each of two outlets that it names as one: "according to NBC and the AP"."""
    joined = next((n for n in c.on if len(parted(n)) > 1), None)
    if joined is None:
        return [c]
    return [replace(c, on=tuple(part if n == joined else n for n in c.on)) for part in parted(joined)]


def _cut(name: str) -> str:
    """A name without an owner who is nobody, and without a clause on what a document holds."""
    return CLAUSE.sub(r"\1", NO_OWNER.sub("", NOBODY.sub("", name)))


def _is_unowned(name: str, near: str) -> bool:
    """Whether a name is a document's without its owner, of which an article tells as known: "the tweet"."""
    plain = _plain(name)
    # a headline's "Report:", and what a paper's report is called when it is named again; "the report concluded" is one
    again = re.fullmatch(r"(?i)\W*report\W*|the report(?: sa(?:id|ys))?", near)
    if again or plain in BARE_MEDIA or NOT_ITS.match(plain):
        return True
    common = plain in UNOWNED and _bare(name).removeprefix("the ")[:1].islower()  # not so "the Post"
    known = rf"(?i)\b(?:the|this|that|his|her|its|their|it) (?:{re.escape(plain)}|said|says)\b"
    return common and re.search(known, near) is not None


def _is_again(name: str, near: Citation, text: str) -> bool:
    """Whether a name stands for an outlet that was named before it: "the gossip site"."""
    again = AGAIN.match(name) and f"the {name}" in near.text.lower()
    meant = near.text.lower().endswith(("the site", "gossip site", "news site")) and name in text[: near.start]
    return bool(again or meant) and outlet_named(text[: near.start])


def _once(found: Sequence[Citation], text: str) -> tuple[Citation, ...]:
    """The citations without a document's second name beside its first."""
    kept: list[Citation] = []
    for c in found:
        first = [m for k in kept if _is_near(k, c, text) for m in k.on]
        near = first + [m for k in found if _is_near(k, c, text) for m in k.on if not PAPER_OF.match(m)]
        if on := tuple(n for n in c.on if not any(m != n and _is_same_paper(n, m) for m in near)):
            kept.append(replace(c, on=on))
    return tuple(kept)


def _is_near(kept: Citation, other: Citation, text: str) -> bool:
    """Whether two citations overlap or stand in one sentence, a few words apart."""
    first, second = sorted([(kept.start, kept.end), (other.start, other.end)])
    between = text[first[1] : second[0]]
    return len(between) <= BESIDE and not re.search(r"[.!?]\s|\n", between)


def _is_same_paper(name: str, other: str) -> bool:
    """Whether a document goes by another name as well: "post of Nora Quist" beside "Nora Quist on Twitter", "website of
    Delta Herald" beside "Delta Herald"."""
    paper = PAPER_OF.match(name)
    if paper is None:
        return False
    owners, words = (set(re.findall(r"\w+", n.lower())) - {"and", "the"} for n in (paper["who"], other))
    return owners < words or (owners == words and outlet_in(other) is not None)


def _covers(kept: Citation, other: Citation, on: tuple[str, ...]) -> bool:
    """Whether one citation overlaps another and has its names, or holds it and has them within its own."""
    if not (kept.start < other.end and other.start < kept.end):
        return False
    within = kept.start <= other.start and other.end <= kept.end
    return set(on) <= set(kept.on) or (within and all(any(name in known for known in kept.on) for name in on))


def _beside(kept: Citation, other: Citation, on: tuple[str, ...], text: str) -> bool:
    """Whether the same names are given twice in one sentence, a few words apart."""
    return set(on) <= set(kept.on) and _is_near(kept, other, text)


def _bare(name: str) -> str:
    return re.sub(r"^(?:with|by|to|from|in|on) (?:the )?", "", name)


def _plain(name: str) -> str:
    """A name as far as it is compared: an agency by what all its names have in common."""
    plain = re.sub(r"^(?:the|a|an) ", "", " ".join(_bare(name).casefold().split()))
    return outlet_key(plain) if is_agency(plain) else plain


def _is_voice(source: Source, a: Attribution, none: frozenset[str], near: str) -> bool:
    """Whether a source is a press voice: an office, a company, a spokesperson, not a person who
    speaks in his own name; of ``none``, places and lone surnames, no one is. Of eight
    spokespeople of the gold who are named first and told of after ("Nora Quist, a spokeswoman for the port") one is
    listed as a source, of fifteen with the title before the name eleven."""
    if source.kind == "person":
        return bool(SPOKEN_FOR.search(source.text))
    if source.kind == "anonymous" and (BACKGROUND.search(source.name) or STANDS_FOR.search(source.text)):
        return True
    if a.cue.lower().startswith("according") and ACCORDED.fullmatch(source.name):
        return True
    if STAFF.search(source.name) or PEOPLE.match(source.name):
        return False
    ruling = COURTS.search(source.name) and a.cue.lower().startswith(RULING)
    called = INFINITIVE.search(near[: near.rfind(a.cue)])  # "she called the office to complain"
    if ruling or called or GENERIC.fullmatch(source.name) or PARTISAN.search(source.name):
        return False
    deed = a.cue.lower().startswith(DEEDS) and not near.lower().endswith("that")
    if ("," in source.name and not VOICE_OF.match(source.name)) or deed:
        return False
    if a.stance not in VOICED or set(source.name.split(" and ")) <= none or PERSONS.search(source.name):
        return False
    if _is_head(source) or LEADERS.search(source.name) or (source.kind != "anonymous" and is_unlike(source.name)):
        return False
    if bool(OFFICE.search(source.name)):
        return True
    return source.kind == "organization" and not PERSONAL.search(near)


def _of_attribution(
    text: str, a: Attribution, none: frozenset[str], within: tuple[int, int], before: Sequence[Citation]
) -> Citation | None:
    """The citation that an attribution makes: through a medium, document or post, or by a press voice. ``within``
    is what somebody else says, where the attribution stands in it: his document is not the inner speaker's; ``before``
    are the citations that attributions before it make."""
    if not a.chain or a.stance == "declined":
        return None
    own = a.chain[0]
    if own.kind != "person" and own.end <= a.cue_start and TITLE_ENDS.match(text[own.end : own.end + 3]):
        return None
    if PEOPLE_TOO.search(own.name) and a.cue.lower().startswith(OPINING):
        return None  # "conservative figures blamed the mayor"
    own = replace(own, kind="organization") if own.kind == "person" and says_its(own.name, text) else own
    own = replace(own, name=_first_body(own))
    start, end = min(a.cue_start, own.start), max(a.cue_end, own.end)
    if end - start > 300:
        start, end = a.cue_start, a.cue_end
    around = _around(text, a, start, end, within)
    named = [s for s in reversed(a.chain) if s.kind in ("media", "document") and not HOST.search(s.text)]
    on = [s.name for s in named if not SIGNED_FOR.search(s.name)]
    if own.kind in ("media", "document") or (own.kind == "unknown" and not SPOKEN_FOR.search(own.text)):
        return span(text, start, end, on) if on else None
    long = _length(own.name) > LONGEST_NAME and not (OFFICE.search(own.name) or BACKGROUND.match(own.name))
    if own.kind != "person" and long:
        own = replace(own, name=FIRST_WORDS.sub("", own.name))
        if _length(own.name) > LONGEST_NAME or own.kind not in ("anonymous", "organization"):
            return span(text, start, end, on) if on else None
    if own.kind == "anonymous" and PAPERS.search(own.name):
        return span(text, start, end, [*on, own.name])  # "according to charging documents"
    known = BACKGROUND.match(own.name)
    voice = replace(own, name=known.group() if known else SAID_OF.sub("", own.name))
    platform = posted_on(around)
    through = IN_DOCUMENT.search(around)
    no_document = through and (through.group(1).lower() == "polls" or through.group(1).endswith(" Studies"))
    shown = through and SEEN_IN.search(around, 0, through.start())
    through = None if no_document or shown else through  # "down in the polls", "a chair in Asian Studies"
    through = None if through and PRINTED.search(through.group(1)) and any(map(outlet_in, on)) else through
    if a.cue.lower() in TWEETED:
        on = [name for name in on if not name.startswith(ACCOUNT)]
        on.append(f"tweet of {own.name}")
    elif platform and platform not in own.text:  # "Former Facebook employees" post nothing there
        on.append(f"{own.name} on {platform}")
    elif through:
        on.append(f"{through.group(1).removeprefix('own ')} of {_issuer(through, own.name, before)}")
    elif speaks := THROUGH.search(around):
        on.append(f"{speaks.group(1)} of {own.name}")
    elif not long and not _is_told_of(a) and _is_voice(voice, a, none, _near(text, a, start, end)):
        spoken = own.kind == "person" and len(own.text) < 80
        on.append(_spokesman(own) if spoken else voice.name)
    return span(text, start, end, on) if on else None


def _spokesman(own: Source) -> str:
    """A spokesperson as the text calls him, with his name: "Her spokesman, Nora Quist" is "spokesman Nora Quist"."""
    called = re.sub(r"^(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) ", "", " ".join(own.text.split()))
    if own.name in called or len(own.name.split()) > LONGEST_NAME:
        return called
    return f"{own.name}, {called}" if " for " in called else f"{called} {own.name}"


def _is_head(source: Source) -> bool:
    """Whether words that were read as two bodies are one and who leads it: "Port Board Director Nora Quist"."""
    *others, last = source.name.split(" and ")
    words = " ".join(source.text.split())
    return bool(others) and last in words and not re.search(rf"(?i)\band (?:the )?{re.escape(last)}", words)


def _length(name: str) -> int:
    """How many words a name has, without those that only join others."""
    return sum(word.lower() not in JOINING for word in name.split())


def _first_body(own: Source) -> str:
    """The first of two bodies whose names are too long together: "the Board of Roads and the Board of Ports"."""
    first, *others = re.split(r",? and the ", " ".join(own.text.split()))
    several = own.kind == "organization" and others and _length(own.name) > LONGEST_NAME and "," not in first
    return re.sub(r"^[Tt]he ", "", first) if several else own.name


def _is_told_of(a: Attribution) -> bool:
    """Whether a speaker is heard through a document, or in what another person says."""
    return any(s.kind == "document" for s in a.chain) or any(s.kind == "person" for s in a.chain[1:])


def _issuer(through: re.Match[str], speaker: str, before: Sequence[Citation]) -> str:
    """Whose the document is through which somebody speaks: his own, or, of "the statement", who spoke in one before."""
    kind = through.group(1)
    known = [n for c in before for n in c.on if n.startswith(f"{kind} of ")] if TAKEN_UP.match(through.group()) else []
    return known[-1].removeprefix(f"{kind} of ") if known else speaker


def _near(text: str, a: Attribution, start: int, end: int) -> str:
    """What shows who speaks: the words of the speaker and the cue, and how the content begins."""
    first = text[a.contents[0][0] : a.contents[0][1]].split(maxsplit=1)[:1] if a.contents else []
    return " ".join([a.chain[0].text, text[start:end], *first])


def _around(text: str, a: Attribution, start: int, end: int, within: tuple[int, int]) -> str:
    """The words beside a cue and its speaker that are no content, within REACH and the sentence."""
    low, high = min(start, max(within[0], start - REACH)), max(end, min(within[1], end + REACH))
    cut = [(s, e) for s, e in a.contents if s < high and low < e]
    kept = text[low:high]
    for s, e in cut:
        first, last = max(s, low) - low, min(e, high) - low
        kept = kept[:first] + "|" * (last - first) + kept[last:]
    before, after = kept[: start - low], kept[end - low :]
    head = re.split(r"[.!?|\n]", before)[-1]
    tail = re.split(r"[.!?|\n]", after)[0]
    return head + kept[start - low : end - low] + tail
