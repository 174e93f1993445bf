"""Headlines In Title Case as their article's text would have them: what the text writes small is small."""

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
SHARE = 0.6  # of a headline's longer words that begin large, from which it is in title case
LONGER = 4  # letters of a word that only title case writes large
FEWEST = 2  # longer words that tell the case of a headline
# A word that is large within a sentence is a name: "the White House", "in May".
_WITHIN = re.compile(r"[\w,]\s+((?:[A-Z][^\W\d_]+\s+)*[A-Z][^\W\d_]+)")
# Verbs of telling, and small words, that a text of few lines may not have.
ALWAYS = frozenset(
    "say says said tell tells claim claims warn warns find finds deny denies confirm confirms call calls admit admits "
    "reveal reveals report reports urge urges vow vows announce announces show shows is are was were be been has have "
    "had would can could might must should do does did not no to of in on at by for from with as after before "
    "over under and or but that it its his her their he she they who what why how when where if an the than".split()
)


def plain_case(headline: str, body: Iterable[str]) -> str:
    """The headline, letter for letter as long, with those words small that are small in the article's body; one that
    is not in title case as it is."""
    words = list(_WORD.finditer(headline))
    longer = [m.group() for m in words[1:] if len(m.group()) >= LONGER]
    if len(longer) < FEWEST or sum(w[0].isupper() for w in longer) < SHARE * len(longer):
        return headline
    wanted = {m.group().casefold() for m in words}
    lines = list(body)
    named = {w.casefold() for line in lines for run in _WITHIN.findall(line) for w in run.split()}
    small = {w for line in lines for w in _WORD.findall(line) if w.islower() and w in wanted} - named | ALWAYS
    letters = list(headline)
    for match in words:
        word = match.group()
        if word.casefold() in small and (word.istitle() or "’" in word or "'" in word):
            letters[match.start()] = word[0].lower()
    plain = "".join(letters)
    return plain if len(plain) == len(headline) else headline
