"""The rules for web editions, by families."""
