"""Sentences that were cut inside a figure ("22. 4bn", "at 4. 30am") or a name ("Lt . Ann Lee"), and words cut at a
hyphen ("re - open"), put together again."""

import re
from dataclasses import replace

from crosswire.annotate.attribution_words import words
from crosswire.records import Article, Parse, Sentence, Token
from crosswire.text.numerals import find_numbers
from crosswire.text.syntax import Tree

_OPEN = re.compile(r"\d\s?\.\s*$")
_CLOCK = re.compile(r"[0-5]\d\s?(?:[ap]\.?m\b)", re.IGNORECASE)
# What ends with a full stop that ends no sentence: a rank or title before a name, an initial, a letter of "U . S .".
_SHORT = re.compile(
    r"(?<![\w.’'])(?:[A-Z]|Lt|Sgt|Const|Capt|Col|Gen|Maj|Adm|Cpl|Pvt|Cmdr|Det|Insp|Supt|Sen|Rep|Gov|Pres|Rev|Hon|Prof|Dr|Mr|Mrs|Ms|St)"
    r"\s?\.\s*$"
)
_RANK = re.compile(r"\b(?:Const|Insp|Supt|Cmdr)\.\s*$")  # no end of a sentence in any text
_HALF_DAY = re.compile(r"\d\s?[ap]\s?\.\s*$")
# "level of 0 . | 07 percent", "at 3 p . m . | in the park", "on Feb . | 1", "the U . S . | office": cut by a tokeniser.
_SMALL = re.compile(r"(?:^|[^\w.,])(?:0|[$€£]\s?\d{1,3}) \. *$")
_FEW = re.compile(r"(?:^|[^\w.,])\d{1,3} \. *$")
_UNIT = re.compile(
    r"\d{1,2} ?(?:%|percent|per ?cent|million|billion|trillion|[mb]n\b|points?\b|degrees?\b|miles?\b|kilomet|met"
    r"(?:re|er)|feet|inch)"
)
_STOPPED = re.compile(r"(?:\b[ap] \. m|\b[A-Z] \. [A-Z]) \. *$")
_MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec) \. *$")
REACH = 20  # characters on both sides that show whether a figure goes on


def mended(article: Article, parse: Parse) -> Parse:
    """The parse with every sentence joined to the next where the cut between them falls inside one
    figure or name; the later part hangs on the last word before the cut, or the earlier under the later's
    verb where that says it ("… left , police Lt . Ann Lee said"). The same parse where none does."""
    parse = _bills_to_open(whole_words(parse))
    names = frozenset(k for k in range(len(parse.sentences) - 1) if _within_name(article.text, parse, k))
    cut = [k for k in range(len(parse.sentences) - 1) if k in names or _within_figure(article.text, parse, k)]
    if not cut:
        return parse
    sentences: list[Sentence] = []
    number_of: list[int] = []
    for k, sentence in enumerate(parse.sentences):
        if k - 1 in cut:
            sentences[-1] = replace(sentences[-1], end=sentence.end, last=sentence.last)
        else:
            sentences.append(sentence)
        number_of.append(len(sentences) - 1)
    tokens: list[Token] = []
    for i, token in enumerate(parse.tokens):
        head = token.head
        if head == i and token.sentence - 1 in cut:
            head = max(0, parse.sentences[token.sentence].first - 2)
            token = replace(token, head=head, dep="dep")
        tokens.append(replace(token, sentence=number_of[token.sentence]))
    for k in cut:
        if k in names:
            _join_name(tokens, parse, k)
        else:
            _join_clause(tokens, parse, k)
    return Parse(tuple(tokens), tuple(sentences), parse.entities)


PREFIXES = frozenset("e ex re pre co non anti un de mis over under out inter counter sub".split())
APART = frozenset(
    {"e", "re", "pre", "co", "non", "anti"}
)  # never words of their own, even with spaces round the hyphen


def whole_words(parse: Parse) -> Parse:
    """The parse with a prefix and its hyphen hung on the word that they open ("re-open", "co - owns"), which takes the
    prefix's place in the sentence; otherwise a clause ends at "re" and its sense turns round."""
    tokens = list(parse.tokens)
    for i in range(len(tokens) - 2):
        prefix, hyphen, word = tokens[i : i + 3]
        if hyphen.text != "-" or prefix.text.lower() not in PREFIXES or not word.text[:1].isalpha():
            continue
        close = prefix.end == hyphen.start and hyphen.end == word.start
        if not (close or prefix.text.lower() in APART) or prefix.sentence != word.sentence:
            continue
        inside = (i, i + 1, i + 2)
        top = k = i + 2
        while tokens[k].head != k:  # the last of the three on the way to the root: above it none of them stands
            k = tokens[k].head
            top = k if k in inside else top
        root = tokens[top].head == top
        head, dep = (i + 2 if root else tokens[top].head), tokens[top].dep
        verb = word.pos == "VERB" or (prefix.tag in ("VB", "VBD", "VBN", "VBP", "VBZ") and top == i)
        for k, token in enumerate(tokens):
            if token.head in (i, i + 1) and k not in inside:
                tokens[k] = replace(token, head=i + 2)
        tokens[i] = replace(prefix, head=i + 2, dep="compound", pos="X")
        tokens[i + 1] = replace(hyphen, head=i + 2, dep="punct", pos="PUNCT")
        tokens[i + 2] = replace(word, head=head, dep=dep, pos="VERB" if verb else word.pos)
    return parse if tokens == list(parse.tokens) else replace(parse, tokens=tuple(tokens))


def _bills_to_open(parse: Parse) -> Parse:
    """The parse where an infinitive was read as a sentence's verb and its object as the subject of the real one
    ("Bills to re-open the harbor failed": the bills failed, not the harbor), put right."""
    tree, tokens = Tree(parse), list(parse.tokens)
    for i, token in enumerate(parse.tokens):
        to = [k for k in tree.children(i, "aux") if tokens[k].text.lower() == "to"]
        subject, below = tree.children(i, "nsubj"), tree.children(i, "ccomp", "dep")
        if token.head != i or not to or not subject or not below or not subject[0] < to[0] < i < below[0]:
            continue
        verb = below[0]
        thing = tree.children(verb, "nsubj")
        if not thing or tree.token_range(thing[0])[0] != i + 1:
            continue
        for k in tree.children(i, "punct"):
            tokens[k] = replace(tokens[k], head=verb if k > verb else tokens[k].head)
        tokens[verb] = replace(tokens[verb], head=verb, dep="ROOT")
        tokens[subject[0]] = replace(tokens[subject[0]], head=verb)
        tokens[i] = replace(token, head=subject[0], dep="acl")
        tokens[thing[0]] = replace(tokens[thing[0]], head=i, dep="dobj")
    return parse if tokens == list(parse.tokens) else replace(parse, tokens=tuple(tokens))


def _within_figure(text: str, parse: Parse, k: int) -> bool:
    left, right = parse.sentences[k], parse.sentences[k + 1]
    before = text[max(left.start, left.end - REACH) : right.start]
    if _is_taken_apart(text[max(0, left.end - REACH) : right.start], text[right.start : right.start + REACH]):
        return True
    if not _OPEN.search(before) or "\n" in before or not text[right.start : right.start + 1].isdigit():
        return False
    after = text[right.start : right.start + REACH]
    at = len(before)
    return _CLOCK.match(after) is not None or any(n.start < at < n.end for n in find_numbers(before + after))


def _is_taken_apart(before: str, after: str) -> bool:
    """Whether a cut falls behind a full stop that a tokeniser set apart and that ends no sentence."""
    before = before.split("\n")[-1]
    if after[:1].isdigit():
        return bool(_SMALL.search(before) or _MONTH.search(before) or (_FEW.search(before) and _UNIT.match(after)))
    return after[:1].islower() and _STOPPED.search(before) is not None


def _join_clause(tokens: list[Token], parse: Parse, k: int) -> None:
    """Where the later part of a sentence that was cut tells who says it, hang the earlier on it ("… showed 0 . | 07
    percent , Officer Ann Lee said"); else hang what goes on in small letters on the earlier part's verb."""
    left, right = parse.sentences[k], parse.sentences[k + 1]
    root = next((i for i in range(right.first, right.last) if parse.tokens[i].head == i), right.first)
    top = left.last - 1
    while tokens[top].head != top:
        top = tokens[top].head
    who = [i for i in range(right.first, root) if parse.tokens[i].head == root and parse.tokens[i].dep == "nsubj"]
    says = parse.tokens[root].lemma in words().stance and parse.tokens[root].pos == "VERB" and bool(who)
    if (
        says
        and parse.tokens[who[0]].pos in ("PROPN", "NOUN")
        and any(t.text == "," for t in parse.tokens[right.first : who[0]])
    ):
        tokens[root] = replace(tokens[root], head=root, dep="ROOT")
        tokens[top] = replace(tokens[top], head=root, dep="ccomp")
    elif parse.tokens[right.first].text[:1].islower():
        tokens[root] = replace(tokens[root], head=top, dep="advcl" if parse.tokens[root].pos == "VERB" else "dep")


def _within_name(text: str, parse: Parse, k: int) -> bool:
    """Whether the cut behind sentence k falls behind a title or an initial ("George W . | Lee left") or in "a . m .";
    only in text that a tokeniser took apart, as elsewhere the parser knows them."""
    left, right = parse.sentences[k], parse.sentences[k + 1]
    before, after = text[max(left.start, left.end - REACH) : left.end], text[right.start : right.start + REACH]
    apart = before.rstrip().endswith(" .") or _RANK.search(before)
    if "\n" in text[left.end : right.start] or not apart:
        return False
    if _HALF_DAY.search(before) and re.match(r"m\s?\.", after):
        return True
    return _SHORT.search(before) is not None and re.match(r"[A-Z][\w’'-]* ?(?!:)", after) is not None


def _join_name(tokens: list[Token], parse: Parse, k: int) -> None:
    """Hang the word before a cut within a name on the name behind it, which takes its place; where a verb of saying
    stands behind the name, what comes before is what is said."""
    left, right = parse.sentences[k], parse.sentences[k + 1]
    stop, short, name = left.last - 1, left.last - 2, right.first
    if not left.first <= short or tokens[name].pos != "PROPN" or tokens[stop].text != ".":
        return
    while name + 1 < right.last and tokens[name + 1].pos == "PROPN" and tokens[name].head > name:
        name += 1
    root = next((i for i in range(right.first, right.last) if parse.tokens[i].head == i), name)
    top = next((i for i in range(left.first, left.last) if parse.tokens[i].head == i), short)
    tokens[stop] = replace(tokens[stop], head=short)
    speaks = (
        tokens[root].lemma in words().stance and parse.tokens[name].dep == "nsubj" and parse.tokens[name].head == root
    )
    if root == name:
        alone = tokens[short].head in (short, name)
        over, dep = (name, "ROOT") if alone else (tokens[short].head, tokens[short].dep)
        tokens[name] = replace(tokens[name], head=over, dep=dep)
        tokens[short] = replace(tokens[short], head=name, dep="compound")
    elif speaks and root <= name + 2 and top != short:
        tokens[short] = replace(tokens[short], head=name, dep="compound")
        tokens[top] = replace(tokens[top], head=root, dep="ccomp")
        tokens[root] = replace(tokens[root], head=root, dep="ROOT")
