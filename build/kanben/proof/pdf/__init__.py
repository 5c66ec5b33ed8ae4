"""Proof a finished PDF, ours or another's: measure the rules of Chinese composition on its drawn pages."""
