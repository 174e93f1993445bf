"""Writes a result: to a file all at once or not at all, or to standard output."""

import contextlib
import os
import stat
import sys
import tempfile
from pathlib import Path


def write(text: str, target: str) -> None:
    """Write UTF-8 text to ``target``, a path or ``-`` for standard output. Raises OSError.

    A regular file is replaced in one step: until the new one is whole and on the disk, the old
    one stays. A device or a pipe is written to directly. A reader that closes standard output
    early is no error."""
    data = text.encode("utf-8", "replace")
    if target == "-":
        _to_stdout(data)
        return
    path = Path(os.path.realpath(target))
    if path.exists() and not path.is_file():
        path.write_bytes(data)
    else:
        _replace(path, data)


def _replace(path: Path, data: bytes) -> None:
    handle, beside = tempfile.mkstemp(prefix=f".{path.name[:60]}.", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(beside, _mode(path))
        os.replace(beside, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(beside)
        raise


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced, or those that a new file would have."""
    with contextlib.suppress(OSError):
        return stat.S_IMODE(path.stat().st_mode)
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask


def _to_stdout(data: bytes) -> None:
    stream = getattr(sys.stdout, "buffer", None)
    try:
        if stream is None:
            sys.stdout.write(data.decode("utf-8"))
        else:
            sys.stdout.flush()
            stream.write(data)
        sys.stdout.flush()
    except BrokenPipeError:
        forget_stdout()
    except OSError:
        forget_stdout()
        raise


def forget_stdout() -> None:
    """Point standard output at nothing, so that Python's last flush does not fail again."""
    with contextlib.suppress(OSError, ValueError):
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, sys.stdout.fileno())
        os.close(nothing)
