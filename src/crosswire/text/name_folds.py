"""A name's words as they are compared: Latin letters, titles and Arabic articles aside, servants' names in one form."""

import re
from functools import lru_cache

from crosswire.text.name_garbles import DIGITS, digits_as_letters, signs_as_letters
from crosswire.text.names import normalise, strip_honorifics, tidy
from crosswire.text.scripts import latin
from crosswire.text.syllables import Words

_ARABIC = (
    (r"\babd (?:[aeu]l|ur|ar|us|as) ?", "abd "),
    (r"\babd[aeu](?:l(?!lah)|r(?=r?[ae]h)|s(?=s)|n(?=n))(?=[a-z]{4})", "abd "),
    (r"\babd[aeu][lrsn] ", "abd "),
    (r"(?<=[a-z]{2}) (?:[ae][ld]|ud) ?d(?:i+|ee|ei|ie)ne?\b", "din"),
    (r"(?<=[a-z]{2})[aeiu](?:d?dine|dd(?:i+|ee|ei|ie)n)\b", "din"),
    (r"\b(?:al|el|ad|ar|as|ash|at|az|ez|ul) (?=[a-z]{2})", ""),
    (r"(?<=\w )an (?=n)", ""),
    (r"(?<=\w )ben\b|\bibn\b", "bin"),
    (r"(?<=\w{3}) [ei] (?=\w{3})", " "),
    (r"^st (?=\w{3})", "saint "),
    (r"^mt (?=\w{3})", "mount "),
    (r"^ft (?=\w{3})", "fort "),
)


@lru_cache(maxsize=16384)
def folded(name: str) -> Words:
    """A name's words for matching: Latin letters, apostrophes inside words closed ("Hsiao-p'ing", "Qa'ida"), a title
    behind a list's comma ("Putin, Mr Vladimir") and Arabic articles left out, servants' names in one form ("Abd ")."""
    name = re.sub(r"(?<=\w)['’‘ʻʼ`](?=\w)(?!s\b)", "", tidy(latin(signs_as_letters(name))))
    name = re.sub(r"^www\.|^[MS]/[STVY] (?=\w{3})|(?<=\w{3})\.(?:com|net|org)\b", "", name)  # addresses, ships
    name = re.sub(r"(?<![\w.])(?!(?i:m\.d)\.)(\w\.)(\w\.)(?!\w)", r"\1 \2", name)  # "V.V. Putin", no physician's "M.D."
    name = re.sub(r"(?<=\w), (?=\w+\.? \w)(.*)", lambda m: " " + strip_honorifics(m[1]), name)
    plain = digits_as_letters(normalise(name))
    plain = re.sub(r"\b(?=\w*[a-z]{2})(?=\w*\d)\w+", lambda m: m[0].translate(DIGITS), plain)
    if len(plain.split()) > 2 or " " in plain:
        for pattern, letters in _ARABIC:
            folded_once = re.sub(pattern, letters, plain)
            plain = folded_once if folded_once.strip() else plain
    return tuple(plain.split())
