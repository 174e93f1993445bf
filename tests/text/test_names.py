"""Names as strings: plain forms, parts, acronyms, likeness."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.text.name_match import SAME_NAME, similarity
from crosswire.text.names import is_acronym_of, normalise, split_title, strip_honorifics, surname, tidy

PLAIN = [
    ("Mr. Oduya", "oduya"),
    ("Prime Minister Ilse Bergman", "ilse bergman"),
    ("Kim Dae - ho", "kim dae ho"),
    ("Moreau 's", "moreau"),
    ("Nørgaard", "norgaard"),
    ("José Ibáñez", "jose ibanez"),
    ("N.R.A.", "nra"),
    ("Fr. Łukasz Nowak", "fr lukasz nowak"),
    ("Lee & Sons", "lee & sons"),
    ("General Motors", "general motors"),
    ("Det. Sgt. Bob Roy Jr.", "bob roy"),
    ("St. Albans", "st albans"),
]


@pytest.mark.parametrize(("name", "plain"), PLAIN)
def test_normalise(name: str, plain: str) -> None:
    assert normalise(name) == plain


TITLES = [
    ("Prime Minister Ilse Bergman", "Prime Minister", "Ilse Bergman"),
    ("Mr. Oduya", "Mr.", "Oduya"),
    ("Det. Sgt. Bob Roy", "Det. Sgt.", "Bob Roy"),
    ("Justice Department", "", "Justice Department"),
    ("King County", "", "King County"),
    ("President", "", "President"),
    ("Ilse Bergman", "", "Ilse Bergman"),
]


@pytest.mark.parametrize(("name", "title", "rest"), TITLES)
def test_split_title(name: str, title: str, rest: str) -> None:
    assert split_title(name) == (title, rest)


SURNAMES = [
    ("Ilse Bergman", "Bergman"),
    ("Maria de la Cruz", "de la Cruz"),
    ("Ludwig van Aarle", "van Aarle"),
    ("Kim Dae-ho", "Kim"),
    ("Kim Dae Ho", "Kim"),
    ("Robert Roy Jr.", "Roy"),
    ("Mr. Oduya", "Oduya"),
]


@pytest.mark.parametrize(("name", "last"), SURNAMES)
def test_surname(name: str, last: str) -> None:
    assert surname(name) == last


ACRONYMS = [
    ("NFA", "National Ferry Association", True),
    ("N.F.A.", "National Ferry Association", True),
    ("DoT", "Department of Transport", True),
    ("DOT", "Department of Transport", True),
    ("CSIS", "Center for Strategic and International Studies", True),
    ("NFAs", "National Ferry Association", True),
    ("U.S.", "United States", True),
    ("U.S.", "U.S. Assembly", False),
    ("USFP", "U.S. Ferry Police", True),
    ("FTP", "U.S. Ferry and Tide Patrol", True),
    ("FTP", "United States Ferry and Tide Patrol", True),
    ("QRS", "QRS News", False),
    ("LAT", "L.A. Times", True),
    ("NFA", "National Fishing Board", False),
    ("Nfa", "National Ferry Association", False),
    ("N", "National Ferry Association", False),
    ("FERRY", "National Ferry Association", False),
    ("AB", "Bergman", False),
]


@pytest.mark.parametrize(("short", "full", "holds"), ACRONYMS)
def test_is_acronym_of(short: str, full: str, holds: bool) -> None:
    assert is_acronym_of(short, full) is holds


ALIKE = [
    ("Ilse Bergman", "Ilse Bergman"),
    ("Ilse Bergmann", "Ilse Bergman"),
    ("Heydar Rostamvandi", "Heidar Rostambandi"),
    ("Kim Dae - ho", "Kim Dae Ho"),
    ("Muhammad al-Sayyid", "Mohammed Al Sayed"),
    ("Katherine Oduya", "Catherine Oduya"),
    ("Gregg Milliken", "Greg Miliken"),
    ("Nørgaard", "Norgaard"),
    ("Yevgeny Sokolov", "Evgeni Sokolov"),
    ("José Ibáñez", "Jose Ibanez"),
    ("NFA", "National Ferry Association"),
    ("Ilse M. Bergman", "Ilse Bergman"),
    ("Olaf Schultze", "Olaf Schulze"),
    ("Robyn Mendez", "Robin Mendes"),
    ("Bergman, Ilse", "Ilse Bergman"),
]
UNLIKE = [
    ("Ilse Bergman", "Tomas Bergman"),
    ("John Oduya", "Jane Oduya"),
    ("Paul Kerr", "Paula Kerr"),
    ("Maria Kerr", "Mark Kerr"),
    ("Angelo Cruz", "Angela Markham"),
    ("North Harbour", "South Harbour"),
    ("Peter Grant", "Petra Quint"),
    ("George Marsh", "Jeb Marsh"),
    ("Ilse Bergman", "Ilse Lindqvist"),
    ("Kim Dae-ho", "Kim Min-su"),
    ("National Ferry Association", "National Fishing Board"),
    ("Omar Haddad", "Osman Hamdi"),
]


@pytest.mark.parametrize(("a", "b"), ALIKE)
def test_variants_of_one_name_are_alike(a: str, b: str) -> None:
    assert similarity(a, b) >= SAME_NAME


def test_a_surname_alone_is_for_the_story_to_tell() -> None:
    assert 0.5 < similarity("Ilse Bergman", "Bergman") < SAME_NAME


@pytest.mark.parametrize(("a", "b"), UNLIKE)
def test_two_people_are_not(a: str, b: str) -> None:
    assert similarity(a, b) < 0.75


@given(st.text(max_size=30), st.text(max_size=30))
def test_likeness_is_a_share_and_symmetric(a: str, b: str) -> None:
    assert 0.0 <= similarity(a, b) <= 1.0
    assert similarity(a, b) == pytest.approx(similarity(b, a))


@given(st.text(alphabet="abcdefgh ", max_size=30))
def test_plain_forms_are_stable(name: str) -> None:
    assert normalise(normalise(name)) == normalise(name)
    assert tidy(tidy(name)) == tidy(name)
    assert strip_honorifics(strip_honorifics(name)) == strip_honorifics(name)
