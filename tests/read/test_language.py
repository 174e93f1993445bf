"""The language of a text."""

import pytest

from crosswire.text.language import is_plainly_english, language_name, language_of

ENGLISH = "The harbour master said that the ferry was late and that they had to wait for the barge. " * 4
TEXTS = [
    (ENGLISH, "en"),
    ("Two people were hurt when the ferry struck the barge.", "en"),
    ("Deux personnes ont été blessées lorsque le ferry a heurté la barge.", "fr"),
    ("Zwei Menschen wurden verletzt, als die Fähre den Kahn rammte.", "de"),
    ("Dos personas resultaron heridas cuando el ferry chocó contra la barcaza.", "es"),
    ("渡轮与驳船相撞，造成两人受伤。", "zh"),
    ("أصيب شخصان عندما اصطدمت العبارة بالصندل.", "ar"),
    (
        "Паром столкнулся с баржей в воскресенье утром, сообщили в береговой охране. Это был третий случай за год.",
        "ru",
    ),
]


@pytest.mark.parametrize(("text", "code"), TEXTS)
def test_language(text: str, code: str) -> None:
    found, probability = language_of(text)
    assert found == code
    assert 0.5 < probability <= 1


def test_only_a_longer_text_is_plainly_english() -> None:
    assert is_plainly_english(ENGLISH)
    assert not is_plainly_english("The ferry was late.")
    assert not is_plainly_english("Die Fähre war zu spät und der Kahn auch, sagte der Hafenmeister am Montag. " * 5)


def test_names() -> None:
    assert (language_name("fr"), language_name("xx")) == ("French", "xx")
