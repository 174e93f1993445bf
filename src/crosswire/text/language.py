"""Which language a text is in, by py3langid's character n-grams (docs/decisions says why that one)."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier


@cache
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def language_of(text: str) -> tuple[str, float]:
    """Give the likeliest language (ISO 639-1) of a text and its probability, 0 to 1."""
    code, probability = _identifier().classify(text)
    return str(code), float(probability)
