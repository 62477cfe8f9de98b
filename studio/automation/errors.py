"""What the command line refuses; each message is one sentence that says what to do.

CommandError        something went wrong: exit code 1
└── UsageError      the command was not written as it must be: exit code 2
"""

from __future__ import annotations


class CommandError(Exception):
    """Something went wrong; the sentence says what to do."""

    exit_code = 1


class UsageError(CommandError):
    """The command line itself is wrong; the sentence says how to write it."""

    exit_code = 2
