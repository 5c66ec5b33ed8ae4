"""The three editions: each turns a finished Book into named bytes."""
