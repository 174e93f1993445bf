"""Files, folders, standard input and containers, good and bad."""

import gzip
import io
import json
import os
import tracemalloc
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crosswire.acquire import captures
from crosswire.records import Capture, Unreadable
from crosswire.settings import Settings

SETTINGS = Settings()


def take(*inputs: str | Path, settings: Settings = SETTINGS, stdin: bytes | None = None) -> list[Capture | Unreadable]:
    return list(captures([str(item) for item in inputs], settings, stdin))


def sources(found: list[Capture | Unreadable]) -> list[str]:
    return [item.source for item in found]


def error(found: list[Capture | Unreadable]) -> str:
    assert len(found) == 1
    assert isinstance(found[0], Unreadable)
    assert "\n" not in found[0].error
    return found[0].error


def test_a_folder_is_read_in_order_without_hidden_files(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("b.txt", "a.md", "sub/c.html", ".hidden", "sub/.DS_Store"):
        (tmp_path / name).write_text(name)
    found = take(tmp_path)
    assert [item.source.removeprefix(f"{tmp_path}/") for item in found] == ["a.md", "b.txt", "sub/c.html"]
    assert [item.media_type for item in found if isinstance(item, Capture)] == [
        "text/markdown",
        "text/plain",
        "text/html",
    ]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"A ferry sank.", "text/plain"),
        (b"\xef\xbb\xbf<!DOCTYPE html><html>", "text/html"),
        (b"\n<!-- saved --><html>", "text/html"),
        (b'{"text": "A ferry sank."}', "application/json"),
        (b"<b>A ferry</b> sank.", "text/plain"),
        (b"{curly} talk", "text/plain"),
    ],
)
def test_a_name_without_a_known_ending_is_told_by_its_bytes(tmp_path: Path, data: bytes, kind: str) -> None:
    (tmp_path / "article").write_bytes(data)
    (found,) = take(tmp_path / "article")
    assert isinstance(found, Capture)
    assert (found.media_type, found.data) == (kind, data)


def test_the_order_of_the_input_changes_nothing(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.txt"):
        (tmp_path / name).write_text("the same" if name != "a.txt" else "other")
    paths = [tmp_path / name for name in ("b.txt", "a.txt", "c.txt")]
    assert take(*paths) == take(*reversed(paths))


def test_the_same_bytes_count_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A ferry sank.")
    (tmp_path / "b.txt").write_text("A ferry sank.")
    first, second = take(tmp_path)
    assert isinstance(first, Capture)
    assert second == Unreadable(str(tmp_path / "b.txt"), f"the same bytes as {tmp_path / 'a.txt'}")


def test_the_same_path_counts_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A ferry sank.")
    _, second = take(tmp_path / "a.txt", tmp_path / "a.txt")
    assert second == Unreadable(str(tmp_path / "a.txt"), "given twice, read once")


def test_two_empty_files_are_empty_and_not_copies(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    (tmp_path / "b.txt").touch()
    assert [item.data for item in take(tmp_path) if isinstance(item, Capture)] == [b"", b""]


@pytest.mark.parametrize(
    ("data", "kind"),
    [(b"A ferry sank.", "text/plain"), (b"<html><body>", "text/html"), (b'{"text": "A"}', "application/json")],
)
def test_standard_input(data: bytes, kind: str) -> None:
    (found,) = take("-", stdin=data)
    assert found == Capture("-", data, kind)


def test_paths_that_can_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert error(take(tmp_path / "nothing.txt")) == "no such file or folder"
    assert error(take(tmp_path)) == "a folder with no files in it"
    assert error(take("a\0b")) != ""
    assert error(take("a" * 5000)) == "file name too long"
    (tmp_path / "a.txt").write_text("A ferry sank.")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    assert error(take(tmp_path / "a.txt")) == "no permission to read it"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A ferry sank.")
    (tmp_path / "a.txt").chmod(0)
    assert error(take(tmp_path / "a.txt")) == "no permission to read it"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_in_a_folder_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert error(take(tmp_path)) == "not a regular file"


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A ferry sank.")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert len([item for item in take(tmp_path) if isinstance(item, Capture)]) == 1


def test_a_huge_file_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as out:
        out.truncate(2_000_000_000)
    tracemalloc.start()
    said = error(take(path, settings=Settings(max_bytes=1_000_000)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert said == "larger than 1,000,000 bytes"
    assert peak < 5_000_000


def test_json_lines_one_by_one_and_broken_ones_too(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "one"}\n\n{"text": "br\n{"text": "three"}\r\n')
    found = take(path)
    assert sources(found) == [f"{path}:1", f"{path}:3", f"{path}:4"]
    assert all(isinstance(item, Capture) and item.media_type == "application/json" for item in found)


def test_an_endless_line_is_passed_over_and_said_to_be(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "' + b"a" * 500 + b'"}\n{"text": "b"}\n')
    long, short = take(path, settings=Settings(max_bytes=100))
    assert long == Unreadable(f"{path}:1", "line 1 is larger than 100 bytes")
    assert isinstance(short, Capture)


def test_json_lists_and_json_lines_under_a_json_name(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(' [{"text": "one"},\n {"text": "two"}]\n')
    (tmp_path / "b.json").write_text('{"text": "three"}\n{"text": "four"}\n')
    (tmp_path / "c.json").write_text(json.dumps({"text": "five", "title": "six"}, indent=1))
    (tmp_path / "d.json").write_text('[{"text": "seven"}, {')
    (tmp_path / "e.json").write_text("[]")
    found = take(tmp_path)
    assert [item.source.rpartition("/")[2] for item in found] == [
        "a.json:1", "a.json:2", "b.json:1", "b.json:2", "c.json", "d.json", "e.json",
    ]  # fmt: skip
    assert [item.data for item in found[:2] if isinstance(item, Capture)] == [b'{"text": "one"}', b'{"text": "two"}']
    assert found[-1] == Unreadable(str(tmp_path / "e.json"), "a JSON list with nothing in it")


def archive(*records: tuple[str, str, bytes], zipped: bool = True) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=zipped)
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "none"}))
    for status, kind, data in records:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record("https://post.example/a", "response", io.BytesIO(data), http_headers=headers)
        )
    return out.getvalue()


@pytest.mark.parametrize("zipped", [True, False])
def test_web_archives(tmp_path: Path, zipped: bool) -> None:
    path = tmp_path / ("a.warc.gz" if zipped else "a.warc")
    path.write_bytes(
        archive(
            ("200 OK", "text/html; charset=ISO-8859-1", b"<html>one</html>"),
            ("404 Not Found", "text/html", b"<html>gone</html>"),
            ("200 OK", "image/png", b"\x89PNG"),
            ("200 OK", "text/html", b"<html>two</html>"),
            zipped=zipped,
        )
    )
    one, two, rest = take(path)
    assert isinstance(one, Capture)
    assert (one.source, one.data, one.charset) == (f"{path}:2", b"<html>one</html>", "iso-8859-1")
    assert (one.address, one.media_type) == ("https://post.example/a", "text/html")
    assert one.fetched_at is not None
    assert two.source == f"{path}:5"
    assert rest == Unreadable(str(path), "records that are no pages, passed over: 1 image/png, 1 status 404")


@pytest.mark.parametrize("data", [b"", b"no archive at all", b"WARC/1.0\r\nbroken", archive()[:60]])
def test_broken_web_archives(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(data)
    assert error(take(path))


def test_cut_off_archive_keeps_what_came_before(tmp_path: Path) -> None:
    whole = archive(("200 OK", "text/html", b"<html>one</html>"), ("200 OK", "text/html", os.urandom(5000)))
    (tmp_path / "a.warc.gz").write_bytes(whole[:-2000])
    found = take(tmp_path / "a.warc.gz")
    assert isinstance(found[0], Capture)
    assert isinstance(found[-1], Unreadable) or len(found) == 2


def test_gzip_is_opened_and_bounded(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"A ferry sank."))
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(b"\0" * 5_000_000))
    (tmp_path / "c.txt.gz").write_bytes(gzip.compress(b"A ferry sank again.")[:-9])
    good, bomb, broken = take(tmp_path, settings=Settings(max_bytes=1_000_000))
    assert isinstance(good, Capture)
    assert (good.data, good.media_type) == (b"A ferry sank.", "text/plain")
    assert bomb == Unreadable(str(tmp_path / "b.txt.gz"), "larger than 1,000,000 bytes")
    assert broken == Unreadable(str(tmp_path / "c.txt.gz"), "a broken gzip archive")
