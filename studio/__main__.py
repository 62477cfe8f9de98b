"""``storyreel`` and ``python -m studio``: one door to the window and the command line."""

from __future__ import annotations

import contextlib
import sys
import traceback
from types import TracebackType
from typing import Any


def main() -> int:
    """Runs the command line of this process; returns its exit code."""
    from studio.automation import cli  # noqa: PLC0415 - after the excepthook, which words faults

    sys.excepthook = _say_fault
    return cli.main(open_window=_open_window)


def _open_window(*arguments: Any, **options: Any) -> int:
    from studio import app  # noqa: PLC0415 - Qt only when a window is wanted

    return app.run(*arguments, **options)


def _say_fault(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Border: what nobody expected becomes one sentence; the traceback goes to the library."""
    if issubclass(kind, KeyboardInterrupt):
        print("Stopped; nothing was written.", file=sys.stderr)
        return
    from studio.library import default_library_root  # noqa: PLC0415 - only at a fault

    with contextlib.suppress(OSError):
        log = default_library_root() / "storyreel.log"
        with log.open("a", encoding="utf-8") as file:
            file.writelines(traceback.format_exception(kind, error, trace))
    print(
        f"Storyreel made a mistake ({kind.__name__}: {' '.join(str(error).split())[:200]}): please "
        "report it with the file storyreel.log of the library.",
        file=sys.stderr,
    )


if __name__ == "__main__":
    sys.exit(main())
