"""Stamp a title's editions as a release, and say of a finished file which release it is from."""
