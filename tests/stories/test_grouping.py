"""Stories: which articles tell of one event."""

import build
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire.records import Article
from crosswire.stories import group, grouping

FERRY = [
    build.article(
        "Ferry and freighter collide off Port Maren\n"
        "Twelve passengers were hurt when the ferry Corlina struck the freighter Osk Trader in fog off Port Maren.\n"
        "The coastguard towed the Corlina to the harbour, and the strait was closed to shipping.",
        "ferry-1.txt",
        kinds={0: "title"},
    ),
    build.article(
        "The passenger ferry Corlina collided with a cargo ship in thick fog near Port Maren, hurting a dozen people.\n"
        "Lifeboats took passengers off the Corlina while the coastguard closed the strait.",
        "ferry-2.txt",
    ),
    build.article(
        "Fog blamed as Corlina ferry hits the Osk Trader\n"
        "Survivors of the Corlina told of a bang in the fog. The Osk Trader lay off Port Maren, its owner said.",
        "ferry-3.txt",
        kinds={0: "title"},
    ),
]
BREACH = [
    build.article(
        "Velmora Stores says hackers took the loyalty card records of 2.1 million customers.\n"
        "The retailer Velmora learned of the breach when a ransom note reached its servers.",
        "breach-1.txt",
    ),
    build.article(
        "Customers of Velmora were told on Friday that hackers stole loyalty card data in a breach of its servers.\n"
        "A ransom was asked, the retailer said.",
        "breach-2.txt",
    ),
]
CHESS = build.article("Ilka Brandvold won the chess open in Tessel with a queen sacrifice.", "chess.txt")
ALL = [*FERRY, *BREACH, CHESS]


def sources(articles: list[Article]) -> list[set[str]]:
    names = {article.id: article.source for article in articles}
    return [{names[key] for key in story.articles} for story in group(articles, {})]


def test_mixed_articles_fall_into_their_stories() -> None:
    assert sources(ALL) == [
        {"ferry-1.txt", "ferry-2.txt", "ferry-3.txt"},
        {"breach-1.txt", "breach-2.txt"},
        {"chess.txt"},
    ]


def test_a_lone_article_is_a_story_of_one_titled_by_its_first_line() -> None:
    (story,) = group([CHESS], {})
    assert story.articles == (CHESS.id,)
    assert story.title == "Ilka Brandvold won the chess open in Tessel with a queen sacrifice."


def test_an_article_without_words_is_a_story_of_its_own() -> None:
    blank = build.article("\n", "blank.txt")
    assert [story.title for story in group([blank, CHESS], {})] == ["blank.txt", CHESS.text]


def test_no_articles_no_stories() -> None:
    assert group([], {}) == ()


def test_the_title_is_that_of_a_titled_article() -> None:
    titled = [build.article(a.text, a.source, title=f"Title of {a.source}") for a in FERRY]
    assert group(titled, {})[0].title in {f"Title of {a.source}" for a in FERRY}


def test_articles_stand_in_order_of_publication() -> None:
    days = ["2031-03-03T09:00:00+01:00", "2031-03-02", "2031-03-03T07:30:00Z"]
    dated = [build.article(a.text, a.source, published=day) for a, day in zip(FERRY, days, strict=True)]
    names = {article.id: article.source for article in dated}
    assert [names[key] for key in group(dated, {})[0].articles] == ["ferry-2.txt", "ferry-3.txt", "ferry-1.txt"]


def test_alike_reports_months_apart_are_two_events() -> None:
    first = build.article(FERRY[0].text, "one.txt", published="2031-03-02")
    second = build.article(FERRY[1].text, "two.txt", published="2031-09-14")
    assert len(group([first, second], {})) == 2


@settings(max_examples=30, deadline=None)
@given(st.permutations(ALL))
def test_the_order_of_the_input_changes_nothing(shuffled: list[Article]) -> None:
    assert group(shuffled, {}) == group(ALL, {})


@settings(max_examples=30, deadline=None)
@given(
    st.sets(st.sampled_from(range(len(FERRY))), min_size=1), st.lists(st.sampled_from([*BREACH, CHESS]), unique=True)
)
def test_another_story_does_not_interfere(some: set[int], others: list[Article]) -> None:
    ferry = [FERRY[i] for i in sorted(some)]
    kept = [story for story in group([*others, *ferry], {}) if set(story.articles) & {a.id for a in ferry}]
    assert kept == list(group(ferry, {}))


def test_time_grows_about_as_the_number_of_articles() -> None:
    """Pairs that are compared, not seconds: ten times the stories give ten times the pairs."""
    from crosswire.stories.rows import candidates, rows
    from crosswire.stories.vectors import vector

    def compared(copies: int) -> int:
        texts = [
            build.article(a.text.replace("Corlina", f"Corlina{n}"), f"{n}-{a.source}")
            for n in range(copies)
            for a in ALL
        ]
        renamed = [{f"{word}-{i // len(ALL)}": x for word, x in vector(text).items()} for i, text in enumerate(texts)]
        return len(candidates(rows([dict(sorted(one.items())) for one in renamed])))

    assert compared(50) == 10 * compared(5)


def test_more_reports_than_are_clustered_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stories are parted where they are less alike, and copies of one text stay together."""
    monkeypatch.setattr(grouping, "LARGEST", 4)
    twins = [build.article(CHESS.text, f"chess-{n}.txt") for n in range(6)]
    assert sources([*twins, *FERRY, *BREACH])[0] == {f"chess-{n}.txt" for n in range(6)}
    assert sources([*FERRY, *BREACH]) == sources(ALL)[:2]
