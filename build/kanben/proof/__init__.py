"""Proof what an editor has: the words of a title, and finished editions, ours or another's, each alone and together."""
