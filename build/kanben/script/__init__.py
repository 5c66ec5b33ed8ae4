"""Chinese in the other script: the only room that knows OpenCC."""
