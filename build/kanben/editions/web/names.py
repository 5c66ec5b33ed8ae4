"""The names of the pages."""


def file_of(part_id: str) -> str:
    """The page of a part; parts called index and search step aside for the pages of those names."""
    return f"part-{part_id}.html" if part_id in {"index", "search"} else f"{part_id}.html"
