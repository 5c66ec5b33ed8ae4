"""Write the import report: what was found, joined, proposed and added, and the proof that nothing was lost."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from io import BytesIO, TextIOWrapper

from kanben.manuscript.decode import Manuscript
from kanben.manuscript.fidelity import Fidelity
from kanben.manuscript.ledger import Addition, line_starts
from kanben.manuscript.proposals import KINDS, Proposal


@dataclass(frozen=True, slots=True)
class Report:
    """`found` counts chapters, notes …; `joins` are (line, rule, confidence) of each cut that was joined."""

    manuscript: Manuscript
    found: Mapping[str, int]
    joins: Sequence[tuple[int, str, float]]
    proposals: Sequence[Proposal]
    additions: Sequence[Addition]
    fidelity: Fidelity


def report_json(report: Report) -> bytes:
    """The report for machines."""
    value = {
        "manuscript": {
            "name": report.manuscript.name,
            "sha256": hashlib.sha256(report.manuscript.data).hexdigest(),
            "encoding": report.manuscript.encoding,
            "lines": len(line_starts(report.manuscript.text)),
        },
        "found": dict(report.found),
        "joins": [{"line": line, "rule": rule, "confidence": sure} for line, rule, sure in report.joins],
        "proposals": [proposal_json(proposal) for proposal in report.proposals],
        "additions": [asdict(addition) for addition in report.additions],
        "fidelity": {
            "characters": report.fidelity.characters,
            "counts": dict(report.fidelity.counts),
            "residual": [asdict(residue) for residue in report.fidelity.residual],
        },
    }
    out = BytesIO()
    with TextIOWrapper(out, "utf-8", newline="\n", write_through=True) as written:
        json.dump(value, written, ensure_ascii=False, indent=2)  # dumps would hold all its pieces at once
        written.write("\n")
        written.flush()
        return out.getvalue()


def proposal_json(proposal: Proposal) -> dict[str, object]:
    return {
        "kind": proposal.kind,
        "manuscript": {"line": proposal.line, "column": proposal.column},
        "source": {"file": proposal.file, "line": proposal.file_line},
        "what": proposal.what,
        "before": proposal.before,
        "after": proposal.after,
        "confidence": proposal.confidence,
        "applied": proposal.applied,
    }


def report_markdown(report: Report) -> bytes:
    """The report for editors."""
    sections = [
        f"# Import report 导入报告\n\n{report.manuscript.name}, {report.manuscript.encoding}",
        table(("found 所见", "count 数"), report.found.items()),
        fidelity_section(report.fidelity),
        additions_section(report.additions),
        joins_section(report.joins),
        *proposal_sections(report.proposals),
    ]
    return ("\n\n".join(section for section in sections if section) + "\n").encode()


def cell(value: object) -> str:
    """Words for a table: no bar may end the cell, and white space shows."""
    text = str(value).replace("\\", "\\\\").replace("|", "\\|").replace("`", "\\`")
    return "␣" if text and not text.strip() else text.replace("\n", "⏎")


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(map(cell, line)) + " |" for line in lines)


def fidelity_section(fidelity: Fidelity) -> str:
    """Every character of the manuscript, by where it went."""
    rows = [*fidelity.counts, ("**all 合计**", sum(count for _, count in fidelity.counts))]
    head = f"## Proof of fidelity 保真\n\n{fidelity.characters} characters, white space aside 非空白字符. "
    if not fidelity.residual:
        verdict = "Each is accounted for exactly once; the residual is empty 每个字符恰好归位一次，无剩余."
        return head + verdict + "\n\n" + table(("where 去处", "characters 字符"), rows)
    shown = [(r.what, f"{r.line}:{r.column}", r.file, r.text[:60]) for r in fidelity.residual[:200]]
    residual = table(("what", "manuscript 稿件", "file 文件", "characters 字符"), shown)
    counts = table(("where 去处", "characters 字符"), rows)
    return f"{head}**The residual is not empty 有剩余：{len(fidelity.residual)}**\n\n{counts}\n\n{residual}"


def additions_section(additions: Sequence[Addition]) -> str:
    if not additions:
        return ""
    rows = [(addition.file, addition.text, addition.why) for addition in additions]
    return "## Added by the import 导入时所加\n\n" + table(("file 文件", "words 文字", "why 缘由"), rows)


def joins_section(joins: Sequence[tuple[int, str, float]]) -> str:
    """How many cuts each rule joined; the lines stand in the JSON."""
    if not joins:
        return ""
    counts = Counter((rule, sure) for _, rule, sure in joins)
    rows = [(rule.replace("_", " "), f"{sure:.2f}", count) for (rule, sure), count in sorted(counts.items())]
    return "## Joined over pages 跨页接合\n\n" + table(("rule 规则", "confidence 把握", "cuts 处"), rows)


def proposal_sections(proposals: Sequence[Proposal]) -> list[str]:
    """One table for each kind; `--apply KIND` carries all of it out."""
    out = ["## Proposals 建议\n\nNothing below was changed unless it is marked applied. 除标明已用者外，均未改动。"]
    for kind, meaning in KINDS.items():
        chosen = [proposal for proposal in proposals if proposal.kind == kind]
        if chosen:
            state = " (applied 已用)" if chosen[0].applied else ""
            head = f"### {kind}: {meaning}, {len(chosen)}{state}\n\n"
            out.append(
                head
                + table(("manuscript 稿件", "source 源文件", "what", "before", "after", "confidence"), rows(chosen))
            )
    return out


def rows(proposals: Iterable[Proposal]) -> list[tuple[object, ...]]:
    return [
        (
            f"{p.line}:{p.column}",
            f"{p.file}:{p.file_line}" if p.file else "",
            p.what,
            p.before,
            p.after,
            f"{p.confidence:.2f}",
        )
        for p in proposals
    ]
