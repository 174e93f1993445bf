"""HTML pages: the article and its facts, without the page around it."""

import pytest

from crosswire.read import read
from crosswire.records import Article, Capture, Unreadable
from crosswire.settings import Settings

FIRST = (
    "LUND (Agency N) — A passenger ferry and a gravel barge collided on Sunday off Lund Point, the coast guard said."
)
SECOND = (
    "The ferry was carrying 112 passengers when the barge crossed its bow, according to the harbour master, Ola Berg."
)
THIRD = (
    "The owner of the barge, Norr Gravel, said it was looking into what had happened, and would not say more on Monday."
)
LINKED = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
 {"@type": "Organization", "@id": "#us", "name": "The Harbour Post"},
 {"@type": "NewsArticle", "headline": "Ferry and barge collide", "datePublished": "2025-03-02T10:00:00+01:00",
  "dateModified": "2025-03-02T13:30:00.000Z", "author": [{"@type": "Person", "name": "Ann Lee"}, {"name": "Bo Ray"}],
  "publisher": {"@id": "#us"}}]}</script>"""
OPEN_GRAPH = """<meta property="og:title" content="Ferry and barge collide off Lund Point | The Harbour Post">
<meta property="og:site_name" content="The Harbour Post"><meta name="author" content="By Ann Lee">
<meta property="article:published_time" content="2025-03-02T09:00:00Z">
<meta property="article:modified_time" content="2025-03-02T12:30:00Z">"""


def page(head: str = "", date: str = "", lang: str = "en") -> str:
    return f"""<!DOCTYPE html><html lang="{lang}">
    <head><meta charset="utf-8">
    <title>Ferry and barge collide off Lund Point - The Harbour Post</title>{head}</head>
    <body><header><nav><ul><li><a href="/">Home</a></li>
    <li><a href="/n">News</a></li><li><a href="/s">Subscribe</a></li></ul></nav></header>
    <main><article><h1>Ferry and barge collide off Lund Point</h1>
    <p class="byline">By <a href="/lee">Ann Lee</a></p>{date}
    <figure><img src="a.jpg" alt=""><figcaption>The ferry in port. Photo: Bo Ray</figcaption></figure>
    <p>{FIRST}</p><div class="ad">Advertisement</div><p>{SECOND.replace("The ferry", 'The <a href="/f">ferry</a>')}</p>
    <h2>What the owners say</h2><p>{THIRD}</p><ul><li>The ferry left Orrin at 08:10 on Sunday.</li></ul>
    <p>Follow us on Facebook</p></article></main>
    <aside><h3>Most read</h3><ul><li><a href="/a">Harbour dredging delayed again</a></li></ul>
    <time datetime="2019-01-01T00:00:00Z">2019</time></aside>
    <section id="comments"><h3>Leave a Reply</h3>
    <div class="comment"><p>
    The captain of that ferry should be dismissed at once, I have always said so.</p></div></section>
    <footer><p>© 2025 The Harbour Post. We use cookies.</p></footer></body></html>"""


def article(markup: str, address: str | None = None) -> Article:
    found = read(Capture("a.html", markup.encode(), "text/html", address), Settings())
    assert isinstance(found, Article), found
    return found


def test_the_article_without_the_page_around_it() -> None:
    found = article(page(LINKED))
    spoken = [found.text[line.start : line.end] for line in found.lines if line.kind == "body"]
    assert spoken == [FIRST, SECOND, THIRD, "The ferry left Orrin at 08:10 on Sunday."]
    assert [found.text[line.start : line.end] for line in found.lines if line.kind == "title"] == [found.title]
    assert [found.text[line.start : line.end] for line in found.lines if line.kind == "heading"] == [
        "What the owners say"
    ]


@pytest.mark.parametrize("head", [LINKED, OPEN_GRAPH])
def test_facts_and_times_with_their_zone(head: str) -> None:
    found = article(page(head))
    assert found.outlet == "The Harbour Post"
    assert found.title is not None
    assert found.title.startswith("Ferry and barge collide")
    assert "Harbour Post" not in found.title
    assert found.published in ("2025-03-02T10:00:00+01:00", "2025-03-02T09:00:00+00:00")
    assert found.modified in ("2025-03-02T13:30:00+00:00", "2025-03-02T12:30:00+00:00")
    assert found.author in ("Ann Lee, Bo Ray", "Ann Lee")
    assert found.notes == ()


def test_linked_data_comes_before_open_graph() -> None:
    assert article(page(OPEN_GRAPH + LINKED)).published == "2025-03-02T10:00:00+01:00"


def test_time_tag_of_the_article_and_not_of_another_story() -> None:
    found = article(page(date='<p><time datetime="2025-03-02T10:00:00+01:00">2 March</time></p>'))
    assert found.published == "2025-03-02T10:00:00+01:00"
    assert article(page()).published is None


def test_visible_date_line() -> None:
    assert article(page(date="<p>Published: 2 March 2025, 10:00 GMT</p>")).published == "2025-03-02T10:00:00+00:00"


def test_day_in_the_address_is_taken_with_a_note() -> None:
    found = article(page(), "https://www.post.example/2025/03/02/ferry")
    assert found.published == "2025-03-02"
    assert found.outlet == "post.example"
    assert found.address == "https://www.post.example/2025/03/02/ferry"
    assert found.notes == ("the day of publication is read from the page's address",)


def test_stated_date_is_not_touched_by_the_address() -> None:
    assert article(page(LINKED), "https://post.example/2019/01/01/x").published == "2025-03-02T10:00:00+01:00"


@pytest.mark.parametrize("broken", ['{"@type": "NewsArticle", ', "null", "[]", '{"@type": 5, "author": 3}', "[" * 5000])
def test_broken_linked_data_is_passed_over(broken: str) -> None:
    assert (
        article(page(f'<script type="application/ld+json">{broken}</script>{OPEN_GRAPH}')).outlet == "The Harbour Post"
    )


@pytest.mark.parametrize("encoding", ["iso-8859-1", "utf-16"])
def test_page_in_its_stated_encoding(encoding: str) -> None:
    markup = (
        page(LINKED).replace("utf-8", encoding).replace("Ola Berg", "Öla Børg").replace("—", "-").replace("©", "(c)")
    )
    found = read(Capture("a.html", markup.encode(encoding), "text/html"), Settings())
    assert isinstance(found, Article)
    assert "Öla Børg" in found.text


@pytest.mark.parametrize(
    "markup",
    [
        "<html><body></body></html>",
        "<html><body><ul><li><a href='/'>Home</a></li><li>News</li></ul></body></html>",
        "<html><body><h1>404</h1><p>The page you are looking for can't be found.</p></body></html>",
        "<!-- -->",
        "<html>" + "<div>" * 400 + "</html>",
    ],
)
def test_page_without_an_article_is_named(markup: str) -> None:
    found = read(Capture("a.html", markup.encode(), "text/html"), Settings())
    assert isinstance(found, Unreadable)
    assert found.error == "an HTML page with no article in it"


def test_page_in_another_language_is_named() -> None:
    markup = page(lang="fr")
    for english, french in (
        (FIRST, "Un ferry et une barge sont entrés en collision dimanche matin au large, a dit la garde côtière."),
        (SECOND, "Le ferry transportait cent douze passagers quand la barge a croisé sa route."),
        (THIRD, "Le propriétaire de la barge a dit lundi qu'il cherchait à comprendre."),
    ):
        markup = markup.replace(english, french).replace(
            english.replace("The ferry", 'The <a href="/f">ferry</a>'), french
        )
    found = read(Capture("a.html", markup.encode(), "text/html"), Settings())
    assert isinstance(found, Unreadable)
    assert found.error == "in French, and only English is read"
