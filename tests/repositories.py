"""Small git repositories for tests, with nobody's own settings."""

import os
import subprocess
from pathlib import Path

WHO = {
    f"GIT_{role}_{fact}": value
    for role in ("AUTHOR", "COMMITTER")
    for fact, value in (("NAME", "editor"), ("EMAIL", "editor@example.org"), ("DATE", "2026-11-23T00:00:00Z"))
}


def git(folder: Path, *arguments: str, said: str = "") -> str:
    surroundings = {**os.environ, **WHO, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(
        ["git", "-C", str(folder), *arguments], input=said, capture_output=True, text=True, check=True, env=surroundings
    )
    return done.stdout


def keep(folder: Path, name: str) -> None:
    """Commit all that stands in a folder, which becomes a repository where it is none, and tag it."""
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet")
    git(folder, "add", "--all", "--force", ".")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", name)
    git(folder, "tag", name)
