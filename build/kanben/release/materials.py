"""Write a release's bill of materials in CycloneDX 1.6: what its editions hold, and what made them."""

import json
from collections.abc import Iterator, Mapping, Set
from hashlib import sha256
from io import BytesIO
from pathlib import PurePosixPath
from uuid import UUID, uuid5
from zipfile import ZipFile

from kanben import __version__
from kanben.book.book import Record
from kanben.editions.identifiers import urn
from kanben.release.colours import Profile, profiles_of_pdf
from kanben.release.embedded import Face, faces_of_epub, faces_of_pdf
from kanben.release.packages import Package, packages
from kanben.release.programs import Program, programs

BILL = "sbom.cdx.json"
SCHEMA = "http://cyclonedx.org/schema/bom-1.6.schema.json"
WITHIN, BESIDE = "required", "excluded"
"""CycloneDX's scopes: a font is within an edition; what made the edition is not."""
SHIPPED = {"kanben": "web/kanben.js", "pagefind-bin": "web/search/pagefind.js"}
"""Packages of which a part goes into the web edition, and the file by which that is known."""
Facts = dict[str, object]


def bill_of_materials(record: Record, editions: Mapping[str, bytes]) -> bytes:
    """The same bytes from the same editions on the same machine."""
    tools, others, fonts = packages("kanben"), list(programs()), list(faces(editions))
    colours = [each for name in editions if name.endswith(".pdf") for each in profiles_of_pdf(name, editions[name])]
    inner = shipped(editions)
    title = urn("uuid", record.identifier("uuid"))
    facts: Facts = {
        "$schema": SCHEMA,
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": serial(record, editions),
        "version": 1,
        "metadata": {
            "timestamp": record.modified,
            "tools": {"components": [{"type": "application", "name": "kanben", "version": __version__}]},
            "component": whole(title, record, editions),
        },
        "components": [
            *(of_package(each, inner) for each in tools.values()),
            *map(of_program, others),
            *map(of_font, fonts),
            *map(of_profile, colours),
        ],
        "dependencies": [
            {
                "ref": title,
                "dependsOn": [
                    *(address(tools[each]) for each in sorted({"kanben", *inner})),
                    *map(named, fonts),
                    *map(named, colours),
                ],
            },
            *(needs(each, tools, others) for each in tools.values()),
        ],
        "compositions": [{"aggregate": "incomplete", "dependencies": [address(tools["kanben"])]}],
    }
    return json.dumps(facts, ensure_ascii=False, indent=2).encode() + b"\n"


def serial(record: Record, editions: Mapping[str, bytes]) -> str:
    """It follows from the title and the bytes of its editions."""
    whole = "".join(sha256(data).hexdigest() for _, data in sorted(editions.items()))
    return uuid5(UUID(record.identifier("uuid")), whole).urn


def shipped(editions: Mapping[str, bytes]) -> set[str]:
    """The packages whose scripts the web edition holds."""
    zips = [ZipFile(BytesIO(data)) for name, data in editions.items() if name.endswith(".zip")]
    return {package for package, file in SHIPPED.items() if any(file in each.namelist() for each in zips)}


def faces(editions: Mapping[str, bytes]) -> Iterator[Face]:
    for name, data in editions.items():
        suffix = PurePosixPath(name).suffix
        yield from faces_of_pdf(name, data) if suffix == ".pdf" else ()
        yield from faces_of_epub(name, data) if suffix == ".epub" else ()


# ---- components ----------------------------------------------------------------------------------------------


def whole(title: str, record: Record, editions: Mapping[str, bytes]) -> Facts:
    """The release itself, with its editions as files."""
    files = [
        {"type": "file", "name": name, "hashes": [digest(sha256(data).hexdigest())]} for name, data in editions.items()
    ]
    return {"type": "data", "bom-ref": title, "name": record.full_title, "version": record.version, "components": files}


def digest(sha: str) -> Facts:
    return {"alg": "SHA-256", "content": sha}


def of_package(package: Package, inner: Set[str]) -> Facts:
    at, scope = address(package), WITHIN if package.name in inner else BESIDE
    kind = "application" if package.name == "kanben" else "library"
    licences: list[Facts] = [{"license": {"name": each}} for each in package.licences]
    if package.expression:
        licences = [{"expression": package.expression}]
    facts: Facts = {"type": kind, "bom-ref": at, "name": package.name, "version": package.version, "scope": scope}
    return {**facts, **({"licenses": licences} if licences else {}), "purl": at}


def of_program(program: Program) -> Facts:
    at = f"{program.address}@{program.version}"
    return {
        "type": program.kind,
        "bom-ref": at,
        "name": program.name,
        "version": program.version,
        "scope": BESIDE,
        "licenses": [{"expression": program.licence}],
        "purl": at,
    }


def of_font(face: Face) -> Facts:
    """The digest is that of the font's file: of this machine's for print, of the one within for the others."""
    licence = {"id": "OFL-1.1"} if face.is_open else {"name": face.licence}
    known: Facts = {
        "type": "file",
        "bom-ref": named(face),
        "name": face.name,
        "version": face.version,
        "description": f"font, cut down to what the book shows, embedded in {face.edition}",
        "scope": WITHIN,
        "hashes": [digest(face.sha256)] if face.sha256 else [],
        "licenses": [{"license": licence}] if face.licence else [],
        "copyright": face.copyright,
    }
    return {name: value for name, value in known.items() if value}


def of_profile(profile: Profile) -> Facts:
    known: Facts = {
        "type": "file",
        "bom-ref": named(profile),
        "name": profile.name,
        "description": f"colour profile, embedded in {profile.edition}",
        "scope": WITHIN,
        "hashes": [digest(profile.sha256)],
        "licenses": [{"license": {"id": profile.licence}}] if profile.licence else [],
        "copyright": profile.copyright,
    }
    return {name: value for name, value in known.items() if value}


# ---- what needs what -----------------------------------------------------------------------------------------


def address(package: Package) -> str:
    """As package-url.github.io has it for PyPI."""
    return f"pkg:pypi/{package.name}@{package.version}"


def named(inner: Face | Profile) -> str:
    return f"{'font' if isinstance(inner, Face) else 'profile'}:{inner.edition}:{inner.name}"


def needs(package: Package, tools: Mapping[str, Package], others: list[Program]) -> Facts:
    called = [f"{each.address}@{each.version}" for each in others if each.caller == package.name]
    return {"ref": address(package), "dependsOn": [*(address(tools[each]) for each in package.needs), *called]}
