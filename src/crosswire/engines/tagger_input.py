"""What the tagger reads: an article's words as word pieces in windows, each with what an uncased
encoder cannot see (case, syntax, names, quotation marks, where sentences and lines begin)."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from crosswire.annotate.attribution_quotes import find_quotes
from crosswire.records import Article, Parse, Token

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Integers = NDArray[np.int64]

POS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SPACE SYM VERB X".split()
TAG = (
    "$ '' , -LRB- -RRB- . : ADD AFX CC CD DT EX FW HYPH IN JJ JJR JJS LS MD NFP NN NNP NNPS NNS PDT POS PRP PRP$ RB "
    "RBR RBS RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB XX _SP ``"
).split()
DEP = (
    "ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj csubjpass dative "
    "dep det dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass nummod oprd parataxis pcomp pobj poss preconj "
    "predet prep prt punct quantmod relcl xcomp"
).split()
NAME = (
    "CARDINAL DATE EVENT FAC GPE LANGUAGE LAW LOC MONEY NORP ORDINAL ORG PERCENT PERSON PRODUCT QUANTITY TIME "
    "WORK_OF_ART"
).split()
# Each feature's number of values; 0 is "none of these", as at the pieces that frame a window.
SIZES = (len(POS) + 1, len(TAG) + 1, len(DEP) + 1, 2 * len(NAME) + 1, 7, 5, 5, 10)
HEAD_STEPS = (1, 2, 5)  # a head's distance falls into 1, 2, 3 to 5, or more


@dataclass(frozen=True, slots=True)
class Pieces:
    """An article as word pieces. ``ids`` in the tokenizer's vocabulary, ``features`` a row each;
    ``word`` the piece that stands for each token of the parse; ``starts`` the pieces at which
    sentences begin, and the number of pieces last."""

    ids: Integers
    features: Integers
    word: Integers
    starts: tuple[int, ...]
    places: Integers


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of pieces [first, last) that is read at once; its answers count for the tokens
    whose piece stands in [begin, end). The rest is context."""

    first: int
    last: int
    begin: int
    end: int


def pieces(article: Article, parse: Parse, tokenizer: "Tokenizer") -> Pieces:
    """Cut every sentence of an article into word pieces, and give each its token's features."""
    rows = features(article, parse)
    texts = [article.text[s.start : s.end] for s in parse.sentences]
    ids: list[int] = []
    owner: list[int] = []
    places: list[tuple[int, int]] = []
    starts = [0]
    word = np.zeros(len(parse.tokens), dtype=np.int64)
    for sentence, encoding in zip(
        parse.sentences, tokenizer.encode_batch(texts, add_special_tokens=False), strict=True
    ):
        ends = [sentence.start + end for _, end in encoding.offsets]
        begins = [parse.tokens[i].start for i in range(sentence.first, sentence.last)]
        for i in range(sentence.first, sentence.last):
            at = bisect_right(ends, parse.tokens[i].start)  # the first piece that ends behind the token's start
            word[i] = len(ids) + max(0, min(at, len(ends) - 1))
        for start, end in encoding.offsets:
            places.append((sentence.start + start, sentence.start + end))
            owner.append(sentence.first + max(0, bisect_right(begins, sentence.start + start) - 1))
        ids.extend(encoding.ids)
        starts.append(len(ids))
    word = np.minimum(word, max(0, len(ids) - 1))
    spans = np.array(places, dtype=np.int64).reshape(-1, 2)
    return Pieces(np.array(ids, dtype=np.int64), rows[owner], word, tuple(starts), spans)


def features(article: Article, parse: Parse) -> Integers:
    """A row of feature numbers for each token of the parse; SIZES bounds each column."""
    tokens = parse.tokens
    found = np.zeros((len(tokens), len(SIZES)), dtype=np.int64)
    tables = [{name: n for n, name in enumerate(names, start=1)} for names in (POS, TAG, DEP)]
    lines = {line.start for line in article.lines}
    titles = {line.start for line in article.lines if line.kind == "title"}
    title = False
    for i, t in enumerate(tokens):
        first = i == 0 or tokens[i - 1].sentence != t.sentence
        title = t.start in titles or (title and t.start not in lines)
        place = 1 if title else 2 if t.start in lines else 3 if first else 4
        syntax = [table.get(v, 0) for table, v in zip(tables, (t.pos, t.tag, t.dep), strict=True)]
        found[i] = (*syntax, 0, shape(t), 0, place, head_step(i, t))
    starts = [t.start for t in tokens]
    for span in parse.entities:
        if span.label in NAME:
            for i in range(bisect_right(starts, span.start - 1), bisect_right(starts, span.end - 1)):
                found[i, 3] = 1 + 2 * NAME.index(span.label) + (tokens[i].start != span.start)
    for quote in find_quotes(article):
        inside = range(bisect_right(starts, quote.start - 1), bisect_right(starts, quote.end - 1))
        for i in inside:
            mark = tokens[i].pos == "PUNCT" and not any(c.isalnum() for c in tokens[i].text)
            opening, closing = i == inside[0] and mark, i == inside[-1] and mark
            found[i, 5] = 1 if opening else 3 if closing else 4 if quote.open else 2
    return found


def shape(token: Token) -> int:
    """How a token is written: 1 small letters, 2 capital first, 3 all capitals, 4 mixed, 5 figures, 6 marks."""
    text = token.text
    if not any(c.isalpha() for c in text):
        return 5 if any(c.isdigit() for c in text) else 6
    if text.islower():
        return 1
    if text.isupper():
        return 3 if len(text) > 1 else 2
    return 2 if text[:1].isupper() and text[1:].islower() else 4


def head_step(i: int, token: Token) -> int:
    """Where a token's head stands: 1 at itself, 2 to 5 before it, 6 to 9 behind it, by distance."""
    if token.head == i:
        return 1
    far = sum(abs(token.head - i) > step for step in HEAD_STEPS)
    return (2 if token.head < i else 6) + far


def windows(starts: tuple[int, ...], core: int, context: int) -> list[Window]:
    """Cut an article into windows: cores that end with a sentence where one does within ``core``
    pieces, each with the sentences round it that fit into ``context`` pieces on either side."""
    total, found, begin = starts[-1], list[Window](), 0
    while begin < total:
        whole = starts[bisect_right(starts, begin + core) - 1]
        end = whole if whole > begin else min(total, begin + core)
        left = begin - context
        first = max(0, left) if left <= 0 else next((s for s in starts if left <= s <= begin), begin)
        right = end + context
        last = total if right >= total else max(end, starts[bisect_right(starts, right) - 1])
        if first == begin and begin:
            first = max(0, left)
        if last == end and end < total:
            last = min(total, right)
        found.append(Window(first, last, begin, end))
        begin = end
    return found
