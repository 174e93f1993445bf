"""Syllables, characters, sounds and scripts of names."""

import pytest

from crosswire.text.numerals import table
from crosswire.text.readings import same_characters, same_whole, translated
from crosswire.text.scripts import latin
from crosswire.text.sounds import sound_alike
from crosswire.text.syllables import japanese, korean, mandarin, meet, pinyin, wade_giles

WADE_GILES = [
    ("chou", "zhou"),
    ("hsiao", "xiao"),
    ("tzu", "zi"),
    ("ching", "qing"),
    ("ching", "jing"),
    ("kuo", "guo"),
    ("jen", "ren"),
    ("yung", "yong"),
    ("tse", "ze"),
    ("chien", "jian"),
]


@pytest.mark.parametrize(("old", "new"), WADE_GILES)
def test_wade_giles(old: str, new: str) -> None:
    assert new in wade_giles(old)


def test_pinyin_spelling_is_no_wade_giles() -> None:
    assert not wade_giles("zhou")
    assert not wade_giles("xiao")


JAPANESE = [
    ("shinzo", "sinzo"),
    ("junichiro", "zyunitiro"),
    ("ohtani", "otani"),
    ("shimbashi", "sinbasi"),
    ("tsuji", "tuzi"),
    ("fujiwara", "huziwara"),
    ("merkel", None),
    ("smith", None),
]


@pytest.mark.parametrize(("word", "key"), JAPANESE)
def test_japanese(word: str, key: str | None) -> None:
    assert japanese(word) == key


def test_korean_names_meet_across_romanisations() -> None:
    assert meet(korean(("chung", "mi", "hwa")), korean(("jeong", "mihwa"))) == 3
    assert meet(korean(("kim", "jong", "un")), korean(("kim", "jong", "il"))) == 0


def test_a_western_name_is_of_no_eastern_tongue() -> None:
    assert mandarin(("bergman",)) == ()
    assert korean(("ilse", "bergman")) == ()
    assert same_characters(("ilse", "bergman"), ("shan", "chuan")) is None


def test_order_of_characters_counts() -> None:
    assert same_characters(("tanaka",), ("tian", "zhong")) is not None
    assert same_characters(("tanaka",), ("zhong", "tian")) is None


def test_words_read_as_a_whole() -> None:
    assert same_whole("kono", "kawano") == "河野"
    assert same_whole("kono", "kono") == "河野"
    assert same_whole("kono", "mori") is None
    assert ("black", "field") in translated("kuroda")


SOUNDS = [
    ("mohammed", "muhamad", True),
    ("qadhafi", "gaddafi", True),
    ("zelensky", "zelenskyy", True),
    ("lavrov", "lawrow", True),
    ("khamenei", "khomeini", False),
    ("hamad", "hamid", False),
    ("li", "lu", False),
]


@pytest.mark.parametrize(("a", "b", "alike"), SOUNDS)
def test_sounds(a: str, b: str, alike: bool) -> None:
    assert sound_alike(a, b) is alike
    assert sound_alike(b, a) is alike


SCRIPTS = [
    ("José", "José"),
    ("Жуков", "Zhukov"),
    ("김민수", "gim min su "),
    ("タナカ", "tanaka"),
    ("山川", "shan chuan "),
    ("Джонов", "Jonov"),
    ("Ντόρα Μπάκα", "Dora Baka"),
    ("გიორგი", "giorgi"),
    ("गीता कुमार", "gita kumar"),
]


@pytest.mark.parametrize(("name", "plain"), SCRIPTS)
def test_latin(name: str, plain: str) -> None:
    assert latin(name) == plain


def test_rows_of_readings_are_well_formed() -> None:
    rows = [[cell.strip() for cell in row.split("|")] for row in table("readings.toml")["rows"]]
    assert all(len(row[0]) == 1 and 5 <= len(row) <= 6 for row in rows)
    assert len({row[0] for row in rows}) == len(rows)
    assert all(pinyin(sound) for row in rows for sound in row[1].split())
    words = [[cell.strip() for cell in row.split("|")] for row in table("readings.toml")["words"]]
    assert all(len(row[0]) == len(row[1].split()) and row[2] for row in words)
