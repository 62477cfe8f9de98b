"""``storyreel`` and ``python -m studio``: one door to the window and the command line."""

from __future__ import annotations

import logging
import sys
from types import TracebackType


def main() -> int:
    """Runs the command line of this process; returns its exit code."""
    from studio.automation import cli  # noqa: PLC0415 - after the excepthook, which words faults

    return cli.main()


def _say_fault(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Border: what nobody expected becomes one sentence; the traceback goes to the log."""
    logging.getLogger("studio").critical("Unexpected", exc_info=(kind, error, trace))
    print(
        f"Storyreel made a mistake ({kind.__name__}: {' '.join(str(error).split())[:200]}): please "
        "report it with what you did.",
        file=sys.stderr,
    )


if __name__ == "__main__":
    sys.excepthook = _say_fault
    sys.exit(main())
