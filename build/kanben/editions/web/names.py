"""The names of the pages."""


def file_of(part_id: str) -> str:
    """The page of a part; a part called index steps aside for the start page."""
    return "part-index.html" if part_id == "index" else f"{part_id}.html"
