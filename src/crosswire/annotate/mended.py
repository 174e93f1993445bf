"""Sentences that were cut inside a figure ("22. 4bn", "at 4. 30am") and words cut at a hyphen ("re - open"), put
together again."""

import re
from dataclasses import replace

from crosswire.records import Article, Parse, Sentence, Token
from crosswire.text.numerals import find_numbers
from crosswire.text.syntax import Tree

_OPEN = re.compile(r"\d\s?\.\s*$")
_CLOCK = re.compile(r"[0-5]\d\s?(?:[ap]\.?m\b)", re.IGNORECASE)
REACH = 20  # characters on both sides that show whether a figure goes on


def mended(article: Article, parse: Parse) -> Parse:
    """The parse with every sentence joined to the next where the cut between them falls inside one
    figure; the later part hangs on the last word before the cut. The same parse where none does."""
    parse = _bills_to_open(whole_words(parse))
    cut = [k for k in range(len(parse.sentences) - 1) if _within_figure(article.text, parse, k)]
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
    return Parse(tuple(tokens), tuple(sentences), parse.entities)


PREFIXES = frozenset("re pre co non anti un de mis over under out inter counter sub".split())
APART = frozenset({"re", "pre", "co", "non", "anti"})  # never words of their own, even with spaces round the hyphen


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
    if not _OPEN.search(before) or "\n" in before or not text[right.start : right.start + 1].isdigit():
        return False
    after = text[right.start : right.start + REACH]
    at = len(before)
    return _CLOCK.match(after) is not None or any(n.start < at < n.end for n in find_numbers(before + after))
