"""What a proof of an EPUB says, at a glance."""

from kanben.proof.epub.proof import EpubProof


def verdicts(proof: EpubProof) -> dict[str, str]:
    """The rules that find fault, and how grave."""
    return {found.rule: found.verdict for found in proof.findings if found.verdict in ("fail", "warn")}


def codes(proof: EpubProof) -> set[str]:
    return {fault.code for found in proof.findings for fault in found.faults}


def places(proof: EpubProof, code: str) -> list[str]:
    return [str(fault.place) for found in proof.findings for fault in found.faults if fault.code == code]
