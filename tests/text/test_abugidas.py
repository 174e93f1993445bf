"""Scripts whose signs are syllables or wear their vowels as marks, in Latin letters."""

import pytest

from crosswire.text.scripts import latin

ROWS = [
    ("হাসিনা", "hasina"),
    ("রাজেশ", "rajesh"),
    ("ਸਿੰਘ", "singha"),
    ("મહેશ", "mahesh"),
    ("రెడ్డి", "reddi"),
    ("ರಾಘವ", "raghav"),
    ("നായർ", "nayar"),
    ("ଓଡ଼ିଶା", "odisha"),
    ("කුමාර", "kumar"),
    ("कृष्ण", "krishna"),
    ("কৃষ্ণ", "krishna"),
    ("เทพ", "theph"),
    ("จันทร์", "chanth"),
    ("ສີສຸລິດ", "sisulid"),
    ("ហុន", "hun"),
    ("ተስፋዬ", "tesfaye"),
    ("አህመድ", "ahmed"),
    ("Қанат", "Kanat"),
    ("Қасым-Жомарт", "Kasym-Zhomart"),
]


@pytest.mark.parametrize(("name", "letters"), ROWS)
def test_letters(name: str, letters: str) -> None:
    assert latin(name) == letters
