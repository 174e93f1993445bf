"""Addresses of pages within a text, whose figures and dates tell of nothing."""

import re

# As they are written, and as a tokeniser leaves them: "co. uk / 2013 / 06 / 10 / man - charged - with - murder".
ADDRESS = re.compile(
    r"https?://\S+|www\.\S+|\S+@\S+|@\w+"
    r"|\b(?:https?: / / |www\. )(?:www\. )?(?:[\w-]+\. )+\w+(?: [-/_=?&+] [\w%]+)*(?:\. (?:html?|php|aspx?|shtml)\b)?"
    r"|\b(?:com|org|net|gov|edu|info|uk|ie|au|ca|us|eu|de|fr|in|tv)(?: / \w+(?: - \w+)*){2,}(?:\. html?\b)?"
)


def addresses(text: str) -> list[tuple[int, int]]:
    """The spans of the addresses in a text, mail addresses and handles among them."""
    return [match.span() for match in ADDRESS.finditer(text)]
