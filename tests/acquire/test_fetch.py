"""Fetching: only public machines, every hop checked, within bounds, as robots.txt asks. No network."""

import threading
from collections.abc import Callable

import httpx
import pytest

from crosswire.acquire import captures
from crosswire.acquire.fetch import Fetcher
from crosswire.records import Capture, Unreadable
from crosswire.settings import Settings

NUMBERS = {
    "post.example": ("93.184.216.34",),
    "cdn.example": ("93.184.216.35", "2606:2800:220:1::1"),
    "inside.example": ("10.1.2.3",),
    "half.example": ("93.184.216.34", "127.0.0.1"),
}
PAGE = b"<html><body><p>A ferry sank off Lund.</p></body></html>"
HTML = {"content-type": "text/html; charset=ISO-8859-1"}
Handler = Callable[[httpx.Request], httpx.Response]


def resolver(host: str, port: int) -> tuple[str, ...]:
    if host not in NUMBERS:
        raise OSError(f"no {host}")
    return NUMBERS[host]


class Site:
    """A web of canned answers by "host path"; it notes the number and name that each request went to."""

    def __init__(self, answers: dict[str, httpx.Response | Handler]) -> None:
        self.answers = answers
        self.asked: list[tuple[str, str]] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        key = f"{request.headers['host']} {request.url.raw_path.decode()}"
        self.asked.append((request.url.host, key))
        answer = self.answers.get(key, httpx.Response(404))
        return answer if isinstance(answer, httpx.Response) else answer(request)


def fetch(site: Site, address: str, settings: Settings | None = None) -> list[Capture | Unreadable]:
    fetcher = Fetcher(settings or Settings(), httpx.MockTransport(site), resolver, lambda: "2025-03-02T10:00:00+00:00")
    return list(fetcher.fetch(address))


def error(site: Site, address: str, settings: Settings | None = None) -> str:
    (found,) = fetch(site, address, settings)
    assert isinstance(found, Unreadable)
    assert found.source == address
    assert "\n" not in found.error
    return found.error


def moved(to: str, status: int = 302) -> httpx.Response:
    return httpx.Response(status, headers={"location": to})


def test_a_page_is_captured_from_the_number_that_was_checked() -> None:
    site = Site({"post.example /a?b=1": httpx.Response(200, headers=HTML, content=PAGE)})
    (found,) = fetch(site, "https://post.example/a?b=1#top")
    assert found == Capture(
        "https://post.example/a?b=1#top",
        PAGE,
        "text/html",
        address="https://post.example/a?b=1#top",
        fetched_at="2025-03-02T10:00:00+00:00",
        charset="iso-8859-1",
    )
    assert site.asked == [
        ("93.184.216.34", "post.example /robots.txt"),
        ("93.184.216.34", "post.example /a?b=1"),
    ]


def test_the_certificate_is_asked_for_by_name() -> None:
    names: list[object] = []

    def look(request: httpx.Request) -> httpx.Response:
        names.append(request.extensions["sni_hostname"])
        return httpx.Response(200, content=PAGE)

    fetch(Site({"post.example /a": look, "post.example /robots.txt": look}), "https://post.example/a")
    assert names == ["post.example", "post.example"]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed_and_the_last_address_kept(status: int) -> None:
    site = Site(
        {
            "post.example /a": moved("/b", status),
            "post.example /b": moved("https://cdn.example/c", status),
            "cdn.example /c": httpx.Response(200, headers=HTML, content=PAGE),
        }
    )
    (found,) = fetch(site, "http://post.example/a")
    assert isinstance(found, Capture)
    assert (found.source, found.address) == ("http://post.example/a", "https://cdn.example/c")


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("http://inside.example/", "inside.example is not a public address (10.1.2.3)"),
        ("http://half.example/", "half.example is not a public address (127.0.0.1)"),
        ("file:///etc/passwd", "redirects to something other than http or https: file:///etc/passwd"),
        ("http://nowhere.example/", "no such host: nowhere.example"),
    ],
)
def test_every_hop_is_checked(target: str, said: str) -> None:
    site = Site({"post.example /a": moved(target)})
    assert error(site, "http://post.example/a") == said
    assert all(number == "93.184.216.34" for number, _ in site.asked)


def test_private_addresses_only_when_asked() -> None:
    site = Site({"inside.example /a": httpx.Response(200, headers=HTML, content=PAGE)})
    assert error(site, "http://inside.example/a") == "inside.example is not a public address (10.1.2.3)"
    assert site.asked == []
    assert isinstance(fetch(site, "http://inside.example/a", Settings(allow_private=True))[0], Capture)


def test_a_name_that_changes_its_number_is_refused() -> None:
    answers = iter([("93.184.216.34",), ("10.0.0.1",)])
    fetcher = Fetcher(Settings(), httpx.MockTransport(Site({})), lambda host, port: next(answers))
    (found,) = fetcher.fetch("http://post.example/a")
    assert found == Unreadable("http://post.example/a", "post.example is not a public address (10.0.0.1)")


def test_redirects_are_bounded() -> None:
    site = Site({"post.example /a": moved("/a")})
    assert error(site, "http://post.example/a", Settings(max_redirects=3)) == "more than 3 redirects"
    assert len([key for _, key in site.asked if key.endswith("/a")]) == 4


@pytest.mark.parametrize("stated", [True, False])
def test_size_is_bounded(stated: bool) -> None:
    read = []

    def body() -> object:
        for _ in range(1000):
            read.append(1)
            yield b"a" * 1000

    headers = {**HTML, **({"content-length": "1000000"} if stated else {})}
    site = Site({"post.example /a": lambda _: httpx.Response(200, headers=headers, content=body())})
    assert error(site, "http://post.example/a", Settings(max_bytes=5000)) == "larger than 5,000 bytes"
    assert len(read) < 20


def test_time_is_bounded_in_all() -> None:
    gate = threading.Event()

    def wait(_: httpx.Request) -> httpx.Response:
        gate.wait(5)
        return httpx.Response(200)

    said = error(Site({"post.example /a": wait}), "http://post.example/a", Settings(fetch_seconds=0.2))
    gate.set()
    assert said == "no full answer within 0.2 seconds"


@pytest.mark.parametrize(
    ("robots", "allowed"),
    [
        (httpx.Response(404), True),
        (httpx.Response(403), True),
        (httpx.Response(200, content=b"User-agent: *\nDisallow: /private\n"), True),
        (httpx.Response(200, content=b"User-agent: *\nDisallow: /\nAllow: /news/\n"), True),
        (httpx.Response(200, content=b"User-agent: *\nDisallow: /\n\nUser-agent: crosswire\nAllow: /\n"), True),
        (httpx.Response(200, content=b"User-agent: *\nDisallow: /news/*\n"), False),
        (httpx.Response(200, content=b"User-agent: *\nDisallow: /\n"), False),
        (httpx.Response(200, content=b"User-agent: crosswire\nDisallow: /\n"), False),
    ],
)
def test_robots_are_honoured(robots: httpx.Response, allowed: bool) -> None:
    page = httpx.Response(200, headers=HTML, content=PAGE)
    site = Site({"post.example /robots.txt": robots, "post.example /news/a": page})
    (found,) = fetch(site, "http://post.example/news/a")
    assert isinstance(found, Capture) is allowed
    if not allowed:
        assert found == Unreadable(
            "http://post.example/news/a", "post.example asks programs not to fetch it (robots.txt)"
        )
        assert ("93.184.216.34", "post.example /news/a") not in site.asked


def test_robots_that_fail_allow_nothing() -> None:
    site = Site({"post.example /robots.txt": httpx.Response(503)})
    assert error(site, "http://post.example/a") == "robots.txt can't be had (status 503), so nothing is fetched"


def test_robots_of_a_redirect_s_host_are_asked_too() -> None:
    site = Site(
        {
            "post.example /a": moved("http://cdn.example/c"),
            "cdn.example /robots.txt": httpx.Response(200, content=b"User-agent: *\nDisallow: /\n"),
        }
    )
    assert error(site, "http://post.example/a") == "cdn.example asks programs not to fetch it (robots.txt)"


def test_robots_are_asked_once_a_host() -> None:
    site = Site({f"post.example /{n}": httpx.Response(200, headers=HTML, content=PAGE) for n in "ab"})
    fetcher = Fetcher(Settings(), httpx.MockTransport(site), resolver)
    assert all(isinstance(found, Capture) for n in "ab" for found in fetcher.fetch(f"http://post.example/{n}"))
    assert [key for _, key in site.asked].count("post.example /robots.txt") == 1


@pytest.mark.parametrize(
    ("address", "answer", "said"),
    [
        ("http://post.example/a", httpx.Response(404), "the server answered 404 Not Found"),
        ("http://post.example/a", httpx.Response(500), "the server answered 500 Internal Server Error"),
        ("http://post.example/a", httpx.Response(302), "the server answered 302 Found"),
        ("http://nowhere.example/", httpx.Response(200), "no such host: nowhere.example"),
        ("http://", httpx.Response(200), "not a valid address"),
        ("http://[::1", httpx.Response(200), "not a valid address"),
    ],
)
def test_failures_are_named(address: str, answer: httpx.Response, said: str) -> None:
    assert error(Site({"post.example /a": answer}), address) == said


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        (httpx.ConnectError("[Errno 111] Connection refused"), "no connection: [Errno 111] Connection refused"),
        (httpx.ConnectError("CERTIFICATE_VERIFY_FAILED"), "the certificate does not hold: CERTIFICATE_VERIFY_FAILED"),
        (httpx.ReadTimeout(""), "no full answer within 20 seconds"),
        (httpx.RemoteProtocolError("Server disconnected"), "the answer can't be read: Server disconnected"),
    ],
)
def test_network_errors_are_named(problem: Exception, said: str) -> None:
    def fail(_: httpx.Request) -> httpx.Response:
        raise problem

    assert error(Site({"post.example /robots.txt": fail}), "http://post.example/a") == said


def test_a_second_number_is_tried_when_the_first_is_dead() -> None:
    def dead_first(request: httpx.Request) -> httpx.Response:
        if request.url.host == "93.184.216.35":
            raise httpx.ConnectError("refused")
        return httpx.Response(200, headers=HTML, content=PAGE)

    site = Site({"cdn.example /a": dead_first})
    assert isinstance(fetch(site, "http://cdn.example/a")[0], Capture)


def test_json_records_behind_an_address() -> None:
    data = b'[{"text": "one"}, {"text": "two"}]'
    site = Site({"post.example /a": httpx.Response(200, headers={"content-type": "application/json"}, content=data)})
    found = fetch(site, "http://post.example/a")
    assert [item.source for item in found] == ["http://post.example/a:1", "http://post.example/a:2"]
    assert all(isinstance(item, Capture) and item.address == "http://post.example/a" for item in found)


def test_a_dead_address_among_inputs_does_not_stop_the_rest() -> None:
    found = list(captures(["http://127.0.0.1:9/a", "-"], Settings(), b"A ferry sank."))
    assert [type(item) for item in found] == [Capture, Unreadable]
