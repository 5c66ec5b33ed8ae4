"""Put a title into its marks."""

INNER = str.maketrans("《》", "〈〉")


def in_title_marks(title: str) -> str:
    """《题名》; the title's own marks of that kind become the inner ones, 〈〉 (GB/T 15834-2011, 4.15)."""
    return f"《{title.translate(INNER)}》"
