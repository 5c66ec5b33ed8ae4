"""What goes wrong while a title's own template is at work is the template's, but for what the system denies."""

import os
from errno import EMFILE
from pathlib import Path

import pytest
from jinja2 import Environment

from kanben.editions.template_faults import template_faults
from kanben.trouble import Stop

OWN = Path("title/templates")


def rendered(fault: Exception) -> None:
    """Let a template of the title's call what fails."""

    def failing() -> None:
        raise fault

    environment = Environment(autoescape=True)
    source = environment.compile("{{ failing() }}", "print/style.css", str(OWN / "print/style.css"))
    template = environment.template_class.from_code(environment, source, {"failing": failing})
    with template_faults(OWN):
        template.render()


def test_an_error_is_the_templates_own() -> None:
    with pytest.raises(Stop, match="broken-template"):
        rendered(ZeroDivisionError())


def test_a_file_that_the_system_denies_is_no_fault_of_the_template() -> None:
    """A title's style extends kanben's, which is read at that line."""
    with pytest.raises(OSError, match="Too many open files"):
        rendered(OSError(EMFILE, os.strerror(EMFILE)))
