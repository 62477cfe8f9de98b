"""The film as a value: frozen trees, edits as functions, files.  No Qt, no SQL.

project      the values            edits       Project -> Project
queries      questions about them  invariants  what is always true
files        .reel files           upgrades    from earlier formats
unknown      fields of newer ones  journal     what survives a crash
locks        one window per film   errors      what is refused, in words
"""
