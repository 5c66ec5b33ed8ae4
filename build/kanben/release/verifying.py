"""Say of a finished file which release it is from, and whether it is still what was released."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import file_digest
from typing import Literal

from kanben.book.chinese import in_title_marks
from kanben.place import Place
from kanben.release.claims import Claim, Opened, claim_of
from kanben.release.stamp import RECORD, SUMS, digest, listing
from kanben.trouble import Stop, Trouble, trouble

Standing = Literal["intact", "altered", "unknown"]


@dataclass(frozen=True, slots=True)
class Release:
    """What release.json says, as far as files are verified by it; `files` are digests by name."""

    title: str
    version: str
    identifiers: tuple[str, ...]
    files: Mapping[str, str]
    source: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a file stands to a release; `name` is its name there, `trouble` says why it is not intact."""

    standing: Standing
    claim: Claim
    name: str = ""
    trouble: Trouble | None = None


def read_release(files: Mapping[str, bytes], place: Place) -> Release | None:
    """What the record says, which the checksums must confirm where they are; None where there is no record."""
    if RECORD not in files:
        return None
    try:
        release = release_of(json.loads(files[RECORD]))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as broken:
        raise Stop((trouble("bad-release-record", place),)) from broken
    known = {**release.files, RECORD: digest(files[RECORD])}
    if SUMS not in files:
        return replace(release, files=known)
    if files[SUMS] != listing(known):
        raise Stop((trouble("bad-release-record", place),))
    return replace(release, files={**known, SUMS: digest(files[SUMS])})


def release_of(facts: dict[str, object]) -> Release:
    listed, source, identifiers = facts["files"], facts["source"], facts["identifiers"]
    if not (isinstance(listed, dict) and isinstance(source, dict) and isinstance(identifiers, list)):
        raise TypeError
    return Release(
        title=str(facts["title"]),
        version=str(facts["version"]),
        identifiers=tuple(map(str, identifiers)),
        files={str(name): str(file["sha256"]) for name, file in listed.items()},
        source=str(source["sha256"]),
    )


def verify(name: str, file: Opened, release: Release | None) -> Verdict:
    """By its bytes, whatever the file is called now; where these are others, by what it says of itself."""
    claim = claim_of(file)
    if release is None:
        return unknown(claim, trouble("no-release-record", Place(name), claim=claim))
    known = {each: listed for listed, each in release.files.items()}
    file.seek(0)
    if found := known.get(file_digest(file, "sha256").hexdigest()):
        return Verdict("intact", claim, found)
    facts = {"title": in_title_marks(release.title), "version": release.version}
    if is_altered(name, claim, release):
        return Verdict("altered", claim, trouble=trouble("altered-file", Place(name), **facts))
    if not set(claim.identifiers) & set(release.identifiers):
        return unknown(claim, trouble("foreign-file", Place(name), claim=claim, **facts))
    if not claim.version:
        return unknown(claim, trouble("unreleased-file", Place(name), **facts))
    return unknown(claim, trouble("other-release", Place(name), found=claim.version, **facts))


def is_altered(name: str, claim: Claim, release: Release) -> bool:
    """Whether it says that it is of this release; where it says nothing any more, its name does."""
    if claim == Claim():
        return name in release.files
    return claim.version == release.version and bool(set(claim.identifiers) & set(release.identifiers))


def unknown(claim: Claim, why: Trouble) -> Verdict:
    return Verdict("unknown", claim, trouble=why)
