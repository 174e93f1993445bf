"""Says on standard error how far the work is: a bar on a terminal, a line a stage elsewhere."""

import sys
import time
from types import TracebackType
from typing import Any

PATIENCE = 2.0
"""Seconds of work before a log that is no terminal gets its first line."""


class Reporter:
    """A ``ports.Progress`` for a ``with`` block. Nothing of it is left on a terminal afterwards."""

    def __init__(self) -> None:
        self._started = time.monotonic()
        self._stage = ""
        self._bar: Any = None
        self._task: Any = None

    def __enter__(self) -> "Reporter":
        if sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import (
                BarColumn,
                MofNCompleteColumn,
                Progress,
                SpinnerColumn,
                TextColumn,
                TimeElapsedColumn,
            )

            self._bar = Progress(
                SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(),
                TimeElapsedColumn(), console=Console(stderr=True), transient=True,
            )  # fmt: skip
            self._bar.start()
            self._task = self._bar.add_task("opening", total=None)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Take one report: ``done`` of ``total`` items of a stage."""
        if self._bar is not None:
            self._bar.update(self._task, description=stage, completed=done, total=total)
        elif total and stage != self._stage and time.monotonic() - self._started > PATIENCE:
            self._stage = stage
            print(f"crosswire: {stage} ({done} of {total})", file=sys.stderr, flush=True)
