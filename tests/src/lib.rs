//! Tests of the whole: the app in its real window, the command line. What they share is in `tests/tests/common`.
