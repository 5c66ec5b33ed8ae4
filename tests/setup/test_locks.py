"""The locks pin everything with its digest, agree with what the project asks for, and name no registry."""

import json
import re
import tomllib
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCKS = ("requirements.lock", "tests/requirements.lock")
NPM = (ROOT / "tests" / "package-lock.json").read_text("utf-8")
ENTRY = re.compile(r"\S+==\S+( ; [^\\]+)?( \\\n    --hash=sha256:[0-9a-f]{64})+")


def entries(lock: str) -> list[str]:
    """What a lock says of each package: its version, perhaps where it is wanted, and the digests of its files."""
    words = re.sub(r"(?m)^#.*\n", "", (ROOT / lock).read_text("utf-8"))
    return re.split(r"\n(?! )", words.strip())


def pins(*locks: str) -> dict[str, Requirement]:
    asked = [Requirement(entry.partition(" \\")[0]) for lock in locks for entry in entries(lock)]
    return {canonicalize_name(each.name): each for each in asked}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_is_one_exact_version_with_the_digests_of_its_files(lock: str) -> None:
    assert [entry for entry in entries(lock) if not ENTRY.fullmatch(entry)] == []


def test_what_kanben_needs_is_locked_apart_from_what_its_tests_add() -> None:
    ours, tests = (set(pins(lock)) for lock in LOCKS)
    assert (ours & tests, "weasyprint" in ours, "pytest" in tests) == (set(), True, True)


@pytest.mark.parametrize(
    ("locks", "asked"),
    [
        (LOCKS[:1], [*PROJECT["project"]["dependencies"], *PROJECT["build-system"]["requires"]]),
        (LOCKS, PROJECT["project"]["optional-dependencies"]["dev"]),
    ],
)
def test_all_that_the_project_asks_for_is_locked_at_that_version(locks: tuple[str, ...], asked: list[str]) -> None:
    locked = pins(*locks)
    wanted = {canonicalize_name(each.name): each.specifier for each in map(Requirement, asked)}
    assert {name: locked[name].specifier for name in wanted} == wanted


@pytest.mark.parametrize("locks", [LOCKS[:1], LOCKS])
def test_what_a_locked_package_asks_for_is_locked_too(locks: tuple[str, ...]) -> None:
    here = {name for name, pin in pins(*locks).items() if pin.marker is None or pin.marker.evaluate()}
    needed = {canonicalize_name(each.name) for name in here for each in needs(name)}
    assert needed - here == set()


def needs(package: str) -> list[Requirement]:
    asked = [Requirement(each) for each in distribution(package).requires or ()]
    return [each for each in asked if each.marker is None or each.marker.evaluate({"extra": ""})]


def test_every_installation_by_pip_is_held_to_digests_or_asks_no_registry() -> None:
    """Only the tools of `make lock` and `make audit` come by version alone, into environments that are thrown away."""
    scripts = {path.name: path.read_text("utf-8").replace("\\\n", "") for path in (ROOT / ".ci").iterdir()}
    lines = [(name, line) for name, words in scripts.items() for line in words.splitlines() if "install -q " in line]
    free = [(name, line) for name, line in lines if "--require-hashes" not in line and "--no-index" not in line]
    assert len(lines) == 6
    assert {(name, line.split()[-1].partition("==")[0]) for name, line in free} == {
        ("lock.sh", "uv"),
        ("audit.sh", "pip-audit"),
    }


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
    assert [lock for lock in LOCKS if "://" in (ROOT / lock).read_text("utf-8")] == []
    for package in npm_packages().values():
        package.pop("funding", None)  # whom a package asks to be thanked
        assert "://" not in json.dumps(package)
