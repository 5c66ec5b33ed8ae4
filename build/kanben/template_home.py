"""Tell where the templates are: inside the installed package, else in the checkout."""

from pathlib import Path

PACKAGE = Path(__file__).parent


def template_home(package: Path = PACKAGE) -> Path:
    """The folder that holds shared/, web/, epub/ and print/."""
    installed = package / "templates"
    return installed if installed.is_dir() else package.parents[1] / "templates"
