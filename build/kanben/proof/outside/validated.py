"""Validate a PDF with page-validation; a program of its own, so that a hostile file can end no other.

Run by path: `python -I validated.py FILE PROFILE…` prints a JSON list of what fails each profile.
"""

import json
import sys

import page


def failures(file: str, profile: str) -> list[dict[str, str]]:
    report = page.validate_pdf(file, profile=getattr(page.ValidationProfile, profile))
    return [{"profile": profile, "rule": str(each.rule_id), "what": str(each.message)} for each in report.failures]


if __name__ == "__main__":
    found = [failure for profile in sys.argv[2:] for failure in failures(sys.argv[1], profile)]
    sys.stdout.write(json.dumps(found))
