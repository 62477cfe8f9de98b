"""Storyreel without its window: the command line.  No Qt.

cli          what the commands are called and take; exit codes; errors as one sentence
arguments    sizes, rates, lengths as written on a command line
terminal     progress, JSON and words on the screen
making       shots through the engine, with progress
commands/    one module per command
"""
