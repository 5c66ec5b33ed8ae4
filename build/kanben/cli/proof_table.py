"""Tell a PDF's proof: as an aligned table for a terminal, as facts for machines."""

from collections.abc import Iterator
from dataclasses import asdict
from unicodedata import east_asian_width

from kanben.cli.sourced import Sourced, source_facts, source_line
from kanben.messages import Language
from kanben.messages.proof import RULE_WORDS, UNITS_ZH, VERDICTS
from kanben.place import Place
from kanben.proof.pdf.finding import Finding
from kanben.proof.pdf.proof import Proof
from kanben.proof.ruling import Ruling

PAGES_TOLD = 8
SUMMARY: dict[Language, str] = {
    "en": "{file}: {pages} pages, body {em:g} pt, pitch {pitch:.4g} pt, measure {measure:.4g} em",
    "zh": "{file}：{pages} 页，正文 {em:g} 磅，行距 {pitch:.4g} 磅，版心宽 {measure:.4g} 字",
}
END: dict[Language, str] = {
    "en": "{fail} of {all} rules fail, {unmeasured} cannot be measured",
    "zh": "共 {all} 条规则，{fail} 条不合格，{unmeasured} 条无从测量",
}
SPOT: dict[Language, str] = {"en": "{rule}  page {page}: {text}", "zh": "{rule}  第 {page} 页：{text}"}
HEADS: dict[Language, tuple[str, ...]] = {
    "en": ("rule", "what it asks", "verdict", "figure", "goal", "pages of the file"),
    "zh": ("规则", "要求", "结果", "数值", "目标", "页（文件中）"),
}


def proof_lines(proof: Proof, file: str, language: Language) -> list[str]:
    """Give the table's lines: a summary, a row for each rule, and how many fail."""
    lines = aligned([HEADS[language], *(row(finding, language) for finding in proof.findings)])
    counts = {verdict: sum(f.verdict == verdict for f in proof.findings) for verdict in VERDICTS}
    head = SUMMARY[language].format(file=file, **measures(proof))
    return [head, "", *lines, "", END[language].format(all=len(proof.findings), **counts)]


def spot_lines(proof: Proof, file: str, sourced: Sourced, language: Language) -> Iterator[str]:
    """Give the lines that break a rule with their places in the source, where these are known."""
    for finding in proof.findings:
        for spot in finding.spots[:PAGES_TOLD] if finding.verdict == "fail" else ():
            if place := sourced(Place(file, spot.page), spot.text):
                yield SPOT[language].format(rule=finding.rule, page=spot.page, text=spot.text)
                yield from source_line(place, language)


def aligned(rows: list[tuple[str, ...]]) -> list[str]:
    """Set cells in columns, by the width that a terminal gives them."""
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(map(pad, cells, widths)).rstrip() for cells in rows]


def measures(proof: Proof) -> dict[str, float]:
    return {"pages": proof.pages, "em": round(proof.em, 2), "measure": proof.measure, "pitch": proof.pitch}


def row(finding: Finding, language: Language) -> tuple[str, ...]:
    words, verdict = RULE_WORDS[finding.rule][language], VERDICTS[finding.verdict][language]
    unit = UNITS_ZH[finding.unit] if language == "zh" and finding.unit else finding.unit
    goal = f"{finding.goal} {unit}".rstrip()
    return (finding.rule, words, verdict, figure(finding), goal, page_list(finding))


def figure(finding: Finding) -> str:
    if finding.figure is None:
        return "–"
    return f"{finding.figure:.2f}" if finding.unit else f"{finding.figure:g}"


def page_list(finding: Finding) -> str:
    """Give the pages on which lines offend, the first few of many."""
    told = " ".join(map(str, finding.pages[:PAGES_TOLD]))
    return f"{told} … ({len(finding.pages)})" if len(finding.pages) > PAGES_TOLD else told


def width(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def pad(text: str, columns: int) -> str:
    return text + " " * (columns - width(text))


def proof_facts(proof: Proof, file: str, sourced: Sourced) -> dict[str, object]:
    """Give one object: the book's measures, and each rule with the lines that break it."""
    return {
        "event": "checked",
        "file": file,
        **measures(proof),
        "rules": [rule_facts(finding, file, sourced) for finding in proof.findings],
    }


def rule_facts(finding: Finding, file: str, sourced: Sourced) -> dict[str, object]:
    return {
        **verdict_facts(finding, RULE_WORDS[finding.rule]["en"]),
        "pages": finding.pages,
        "more": dict(finding.more),
        "lines": [asdict(spot) | source_facts(sourced(Place(file, spot.page), spot.text)) for spot in finding.spots],
    }


def verdict_facts(finding: Finding | Ruling, says: str) -> dict[str, object]:
    """What is told to machines of any rule, of pages or of files."""
    return {
        "id": finding.rule,
        "says": says,
        "verdict": finding.verdict,
        "figure": finding.figure,
        "goal": finding.goal,
        "unit": finding.unit,
    }
