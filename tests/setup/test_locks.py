"""The locks pin everything, agree with what the project asks for, and name no registry."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
NPM = (ROOT / "tests" / "package-lock.json").read_text("utf-8")


def pins() -> set[str]:
    return {line.lower().replace("_", "-") for line in LOCK.splitlines() if not line.startswith("#")}


def test_every_locked_line_is_one_exact_version() -> None:
    assert [pin for pin in pins() if not re.fullmatch(r"[a-z0-9.-]+==[0-9a-z.]+", pin)] == []


def test_all_that_the_project_asks_for_is_locked_at_that_version() -> None:
    asked = {*PROJECT["project"]["dependencies"], *PROJECT["project"]["optional-dependencies"]["dev"]}
    asked |= set(PROJECT["build-system"]["requires"])
    assert {each.lower() for each in asked} - pins() == set()


def npm_packages() -> dict[str, dict[str, Any]]:
    return {name: package for name, package in json.loads(NPM)["packages"].items() if name}


def test_what_npm_brings_is_pinned_with_its_digest() -> None:
    packages = npm_packages()
    wanted = json.loads((ROOT / "tests" / "package.json").read_text("utf-8"))["dependencies"]
    assert {f"node_modules/{name}": version for name, version in wanted.items()} == {
        f"node_modules/{name}": packages[f"node_modules/{name}"]["version"] for name in wanted
    }
    assert all(package["integrity"].startswith("sha512-") for package in packages.values())


def test_no_lock_names_a_registry() -> None:
    assert "://" not in LOCK
    for package in npm_packages().values():
        package.pop("funding", None)  # whom a package asks to be thanked
        assert "://" not in json.dumps(package)
