"""Bytes to characters, with a note on what had to be guessed."""

import codecs
from collections.abc import Iterator

BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
MAGIC = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"SQLite format 3", "a database"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
)
CONTROL = frozenset(range(32)) - {9, 10, 11, 12, 13, 26, 27}
BINARY_SHARE = 0.01  # control characters in text: none in 62 gold articles, 5-15 % in images and archives
SAMPLE = 65_536
NOT_ASCII_SHARE = 0.05  # of an English text; the most in 62 gold articles is 0.9 %


def binary_kind(data: bytes) -> str | None:
    """Say what bytes are when they are no text ("a PDF", "binary data"), else None."""
    for magic, name in MAGIC:
        if data.startswith(magic) and (len(magic) > 2 or 0 in data[:SAMPLE]):
            return name
    if any(data.startswith(bom) for bom, _ in BOMS) or _utf16_without_bom(data):
        return None
    sample = data[:SAMPLE]
    controls = sum(sample.count(code) for code in CONTROL)
    return "binary data" if b"\0" in sample or controls > BINARY_SHARE * len(sample) else None


def decode(data: bytes, charset: str | None = None) -> tuple[str, tuple[str, ...]]:
    """Decode text. Gives every character as it stands, a byte order mark among them, and notes.

    Tried in order: the byte order mark, UTF-16 by its zero bytes, UTF-8, the charset that the
    server or the page states, Windows-1252 where nearly all is ASCII (English with its quotation
    marks and some accents), and the likeliest of the others by charset-normalizer. Raises
    UnicodeError when none fits."""
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return data.decode(encoding), () if encoding == "utf-8" else (f"decoded from {encoding}",)
    if encoding16 := _utf16_without_bom(data):
        return data.decode(encoding16), (f"decoded as {encoding16}: it has no byte order mark",)
    for encoding, note in ((encoding, note) for encoding, note in _likely(data, charset) if encoding):
        try:
            return data.decode(encoding), (note,) if note else ()
        except (LookupError, UnicodeDecodeError):
            continue
    raise UnicodeError("no encoding fits")


def _likely(data: bytes, charset: str | None) -> Iterator[tuple[str | None, str]]:
    yield "utf-8", ""
    yield charset, f"decoded from {charset}, as stated"
    sample = data[: 4 * SAMPLE]
    if sum(byte > 127 for byte in sample) <= NOT_ASCII_SHARE * len(sample):
        yield "cp1252", "not UTF-8: decoded as cp1252, the likeliest encoding"
    from charset_normalizer import from_bytes  # slow to import, and seldom needed

    if best := from_bytes(sample).best():
        yield best.encoding, f"not UTF-8: decoded as {best.encoding}, the likeliest encoding"


def _utf16_without_bom(data: bytes) -> str | None:
    """UTF-16 of Western text has a zero in every second byte."""
    sample = data[:4096]
    if len(sample) < 8 or len(data) % 2:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > 0.8 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.8 * half and odd < 0.05 * half else None
