"""One http(s) address to a capture: politely, within bounds, and only from public machines."""

import io
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import urljoin

import httpx
from protego import Protego

from crosswire.acquire.addresses import Resolve, is_public, resolve
from crosswire.acquire.containers import charset_of, json_document, json_lines, web_archive
from crosswire.acquire.media import media_type, sniff
from crosswire.errors import UnreadableSource
from crosswire.records import Capture, Unreadable
from crosswire.settings import Settings

ACCEPT = "text/html,*/*;q=0.5"
REDIRECTS = (301, 302, 303, 307, 308)
ROBOTS_BYTES = 500 * 1024  # RFC 9309, 2.5: a crawler must read at least 500 KiB
KNOWN = {
    "text/html": "text/html", "application/xhtml+xml": "text/html", "text/markdown": "text/markdown",
    "application/json": "application/json", "application/warc": "application/warc",
    "application/x-ndjson": "application/jsonl", "application/jsonl": "application/jsonl",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered: the address that was asked, status, headers, at most the bytes asked for."""

    address: str
    status: int
    headers: httpx.Headers
    data: bytes


def now() -> str:
    """The present instant, ISO 8601 in UTC."""
    return datetime.now(UTC).replace(microsecond=0).isoformat()


class Fetcher:
    """Fetches addresses one after another and remembers each host's robots.txt (RFC 9309).

    ``transport``, ``resolver`` and ``clock`` stand for the network in tests."""

    def __init__(
        self, settings: Settings, transport: httpx.BaseTransport | None = None,
        resolver: Resolve = resolve, clock: Callable[[], str] = now,
    ) -> None:  # fmt: skip
        self._settings = settings
        self._resolve = resolver
        self._clock = clock
        self._transport = transport
        self._robots: dict[str, Protego | None] = {}

    def fetch(self, source: str) -> Iterator[Capture | Unreadable]:
        """Fetch an address within ``settings.fetch_seconds`` in all. Gives its capture (or those of
        the members of a container), or the reason why there is none."""
        found: list[Answer | Exception] = []
        worker = threading.Thread(target=self._attempt, args=(source, found), daemon=True)
        worker.start()
        worker.join(self._settings.fetch_seconds)
        outcome = found[0] if found else UnreadableSource(source, _too_slow(self._settings))
        if isinstance(outcome, UnreadableSource):
            yield Unreadable(source, outcome.reason)
        elif isinstance(outcome, Exception):
            yield Unreadable(source, _why(outcome, self._settings))
        else:
            yield from _captures(source, outcome, self._clock(), self._settings)

    def _attempt(self, source: str, found: list[Answer | Exception]) -> None:
        try:
            with httpx.Client(
                transport=self._transport, trust_env=False, follow_redirects=False, timeout=self._settings.fetch_seconds
            ) as client:
                found.append(self._page(client, source))
        except Exception as error:  # noqa: BLE001 handed to the caller's thread, which names it
            found.append(error)

    def _page(self, client: httpx.Client, source: str) -> Answer:
        address = source
        for _ in range(self._settings.max_redirects + 1):
            self._ask_robots(client, source, address)
            answer = self._get(client, source, address, self._settings.max_bytes)
            if answer.status not in REDIRECTS or "location" not in answer.headers:
                break
            address = urljoin(address, answer.headers["location"])
        else:
            raise UnreadableSource(source, f"more than {self._settings.max_redirects} redirects")
        if answer.status != 200:
            raise UnreadableSource(
                source, f"the server answered {answer.status} {httpx.codes.get_reason_phrase(answer.status)}".strip()
            )
        if len(answer.data) > self._settings.max_bytes:
            raise UnreadableSource(source, f"larger than {self._settings.max_bytes:,} bytes")
        return answer

    def _ask_robots(self, client: httpx.Client, source: str, address: str) -> None:
        """Refuse an address that its host's robots.txt keeps from programs. A host without one
        (any 4xx) allows all; one whose robots.txt fails (5xx) allows nothing, as RFC 9309 says."""
        url = _url(source, address)
        root = str(url.copy_with(raw_path=b"/robots.txt", fragment=None))
        if root not in self._robots:
            self._robots[root] = self._read_robots(client, source, root)
        rules = self._robots[root]
        if rules is not None and not rules.can_fetch(str(url), self._settings.user_agent.split("/")[0]):
            raise UnreadableSource(source, f"{url.host} asks programs not to fetch it (robots.txt)")

    def _read_robots(self, client: httpx.Client, source: str, root: str) -> Protego | None:
        answer = self._get(client, source, root, ROBOTS_BYTES)
        for _ in range(5):  # RFC 9309, 2.3.1.2: follow at least five redirects
            if answer.status not in REDIRECTS or "location" not in answer.headers:
                break
            address = urljoin(answer.address, answer.headers["location"])
            answer = self._get(client, source, address, ROBOTS_BYTES)
        if answer.status >= 500:
            raise UnreadableSource(source, f"robots.txt can't be had (status {answer.status}), so nothing is fetched")
        return (
            Protego.parse(answer.data[:ROBOTS_BYTES].decode("utf-8", errors="replace"))
            if answer.status == 200
            else None
        )

    def _get(self, client: httpx.Client, source: str, address: str, bound: int) -> Answer:
        """One request to a checked number of the address's host, reading one byte over the bound."""
        url = _url(source, address)
        numbers = self._numbers(source, url)
        for i, number in enumerate(numbers):
            headers = {"Host": url.netloc.decode("ascii"), "User-Agent": self._settings.user_agent, "Accept": ACCEPT}
            named = {"sni_hostname": url.raw_host.decode("ascii")}
            request = client.build_request("GET", url.copy_with(host=number), headers=headers, extensions=named)
            try:
                answer = client.send(request, stream=True)
            except httpx.ConnectError:
                if i + 1 < len(numbers):
                    continue
                raise
            with closing(answer):
                return Answer(str(url), answer.status_code, answer.headers, _read(answer, bound))
        raise UnreadableSource(source, f"{url.host} has no address")

    def _numbers(self, source: str, url: httpx.URL) -> tuple[str, ...]:
        try:
            numbers = self._resolve(url.raw_host.decode("ascii"), url.port or (443 if url.scheme == "https" else 80))
        except (OSError, UnicodeError):
            raise UnreadableSource(source, f"no such host: {url.host}") from None
        if not self._settings.allow_private and (inside := [n for n in numbers if not is_public(n)]):
            raise UnreadableSource(source, f"{url.host} is not a public address ({inside[0]})")
        return numbers


def _url(source: str, address: str) -> httpx.URL:
    try:
        url = httpx.URL(address)
    except (httpx.InvalidURL, ValueError):
        raise UnreadableSource(source, "not a valid address") from None
    if url.scheme in ("http", "https") and not url.host:
        raise UnreadableSource(source, "not a valid address")
    if url.scheme not in ("http", "https"):
        raise UnreadableSource(source, f"redirects to something other than http or https: {address[:80]}")
    return url.copy_with(userinfo=b"") if url.userinfo else url


def _read(answer: httpx.Response, bound: int) -> bytes:
    stated = answer.headers.get("content-length", "")
    if answer.status_code in REDIRECTS:
        return b""
    if stated.isdigit() and int(stated) > bound:
        return b"\0" * (bound + 1)
    data = bytearray()
    for part in answer.iter_bytes():
        data += part
        if len(data) > bound:
            break
    return bytes(data)


def _captures(source: str, answer: Answer, when: str, settings: Settings) -> Iterator[Capture | Unreadable]:
    stated = answer.headers.get("content-type", "")
    kind = KNOWN.get(stated.split(";")[0].strip().lower()) or media_type(httpx.URL(answer.address).path, answer.data)
    if kind == "text/html" and sniff(answer.data) == "application/json":
        kind = "application/json"
    capture = Capture(source, answer.data, kind, answer.address, when, charset_of(stated))
    stream = io.BytesIO(answer.data)
    if kind == "application/jsonl":
        members = json_lines(source, stream, settings)
    elif kind == "application/warc":
        yield from web_archive(source, stream, settings)
        return
    elif kind == "application/json":
        members = json_document(source, answer.data)
    else:
        members = iter((capture,))
    for member in members:
        yield (
            replace(capture, source=member.source, data=member.data, media_type=member.media_type)
            if isinstance(member, Capture)
            else member
        )


def _too_slow(settings: Settings) -> str:
    return f"no full answer within {settings.fetch_seconds:g} seconds"


def _why(error: Exception, settings: Settings) -> str:
    """A network error in one plain line."""
    if isinstance(error, httpx.TimeoutException):
        return _too_slow(settings)
    words = (str(error) or type(error).__name__).splitlines()[0]
    if isinstance(error, httpx.ConnectError):
        return (
            f"the certificate does not hold: {words}" if "certificate" in words.lower() else f"no connection: {words}"
        )
    return f"the answer can't be read: {words}"
