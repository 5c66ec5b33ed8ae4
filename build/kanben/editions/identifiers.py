"""Write identifiers as machines read them."""


def urn(scheme: str, value: str) -> str:
    """Write an identifier as the field does: urn:isbn:9787000000000, urn:uuid:…, doi:…."""
    if scheme.endswith("isbn"):
        return f"urn:isbn:{value.replace('-', '').replace(' ', '')}"
    return f"urn:uuid:{value}" if scheme == "uuid" else f"{scheme}:{value}"
