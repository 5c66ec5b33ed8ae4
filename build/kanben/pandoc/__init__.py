"""The door to the pandoc program: run it in its sandbox, with a time-out, and say its faults as troubles."""
