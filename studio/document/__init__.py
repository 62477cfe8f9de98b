"""The film as a value: frozen trees, edits as functions, files.  No Qt, no SQL, no media I/O."""
