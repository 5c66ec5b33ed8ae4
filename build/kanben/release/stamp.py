"""Say what a release is: its version, its files and its source by digest."""

import json
from collections.abc import Mapping
from hashlib import sha256

from kanben.book.book import Record
from kanben.editions.identifiers import urn
from kanben.release.materials import BILL

RECORD, SUMS = "release.json", "SHA256SUMS"
Facts = dict[str, object]


def stamped(
    record: Record, editions: Mapping[str, bytes], source: Mapping[str, bytes], note: str, changes: Facts
) -> dict[str, bytes]:
    """The editions with their record and the checksums of all, by name."""
    files = {**editions, RECORD: release_record(record, editions, source, note, changes)}
    return {**files, SUMS: sums(files)}


def release_record(
    record: Record, editions: Mapping[str, bytes], source: Mapping[str, bytes], note: str, changes: Facts
) -> bytes:
    """release.json; what nobody said is left out."""
    facts: Facts = {
        "title": record.full_title,
        "version": record.version,
        "date": record.modified,
        "identifiers": [urn(scheme, value) for scheme, value in record.identifiers],
        "note": note,
        "changes": changes,
        "files": {name: {"sha256": digest(data), "bytes": len(data)} for name, data in sorted(editions.items())},
        "source": {"sha256": digest(sums(source)), "files": {n: digest(d) for n, d in sorted(source.items())}},
        "materials": BILL,
    }
    known = {name: value for name, value in facts.items() if value}
    return json.dumps(known, ensure_ascii=False, indent=2).encode() + b"\n"


def sums(files: Mapping[str, bytes]) -> bytes:
    """A line for each file, as `sha256sum --check` reads them; its own digest is that of the whole tree."""
    return listing({name: digest(data) for name, data in files.items()})


def listing(digests: Mapping[str, str]) -> bytes:
    return "".join(f"{each}  {name}\n" for name, each in sorted(digests.items())).encode(errors="replace")


def digest(data: bytes) -> str:
    return sha256(data).hexdigest()
