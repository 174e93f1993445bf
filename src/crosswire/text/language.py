"""Which language a text is in: English by its commonest words, any other by character n-grams.

The n-grams are py3langid's (Lui and Baldwin 2012, "langid.py"). It is loaded only for a text that
is not plainly English: loading takes most of a second and 100 MB.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

# Of 460 English news articles the one with the fewest has 8 % common words, and 95 % have 20 % or
# more; of 167 articles in 25 other languages the one with the most has 3 %. Under 40 words the
# share says little: a Polish sentence reached 20 %.
COMMON_SHARE = 0.12
ENOUGH_WORDS = 40


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("language.toml").read_text(encoding="utf-8"))


@cache
def _common() -> frozenset[str]:
    return frozenset(_tables()["common"])


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def is_plainly_english(text: str) -> bool:
    """Whether a text of 40 words or more is English beyond doubt, by its commonest words alone."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    return len(words) >= ENOUGH_WORDS and sum(word in _common() for word in words) >= COMMON_SHARE * len(words)


def language_of(text: str) -> tuple[str, float]:
    """Give the likeliest language of a text (ISO 639-1, else 639-3) and its probability, 0 to 1."""
    if is_plainly_english(text):
        return "en", 1.0
    code, probability = _identifier().classify(text)
    return str(code), round(float(probability), 4)


def language_name(code: str) -> str:
    """A language's English name, or its code where the table has none."""
    return str(_tables()["names"].get(code, code))
