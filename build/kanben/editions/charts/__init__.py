"""Draw the charts of a book: two drawings of each for screens, one for its page of print."""
