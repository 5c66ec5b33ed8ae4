"""One function per rule, one file per family."""
