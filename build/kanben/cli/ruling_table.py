"""Tell rulings, of whatever edition: a row for each rule with its faults and their mends, or facts for machines."""

from collections.abc import Iterable, Iterator

from kanben.cli.proof_table import aligned, verdict_facts
from kanben.cli.sourced import Sourced, fault_words, source_facts, source_line
from kanben.cli.speech import facts
from kanben.messages import Language
from kanben.messages.proof import VERDICTS
from kanben.messages.proof_agreement import AGREEMENT_WORDS
from kanben.messages.proof_epub import EPUB_RULE_WORDS
from kanben.messages.proof_web import WEB_RULE_WORDS
from kanben.proof.ruling import Ruling

RULE_WORDS = EPUB_RULE_WORDS | WEB_RULE_WORDS | AGREEMENT_WORDS
FAULTS_TOLD = 8
"""Of each rule; --json gives all."""

HEADS: dict[Language, tuple[str, ...]] = {
    "en": ("rule", "what it asks", "verdict", "figure", "goal", "first place"),
    "zh": ("规则", "要求", "结果", "数值", "目标", "首处"),
}
MORE: dict[Language, str] = {"en": "    … and {count} more", "zh": "    ……还有 {count} 处"}
END: dict[Language, str] = {
    "en": "{fail} of {all} rules fail, {warn} warn, {unmeasured} find nothing to measure",
    "zh": "共 {all} 条规则，{fail} 条不合格，{warn} 条提示，{unmeasured} 条无从测量",
}


def rule_rows(findings: Iterable[Ruling], sourced: Sourced, language: Language) -> list[str]:
    """Give a row for each rule, the faults with their mends, and how many rules fail."""
    told = list(findings)
    table = aligned([HEADS[language], *(row(finding, language) for finding in told)])
    faults = [line for finding in told for line in fault_lines(finding, sourced, language)]
    end = counted(END[language], [finding.verdict for finding in told])
    return [*table, "", *faults, *([""] if faults else []), end]


def row(finding: Ruling, language: Language) -> tuple[str, ...]:
    words, verdict = RULE_WORDS[finding.rule][language], VERDICTS[finding.verdict][language]
    figure = "–" if finding.figure is None else f"{finding.figure:g}"
    place = str(finding.faults[0].place) if finding.faults else ""
    return (finding.rule, words, verdict, figure, f"{finding.goal} {finding.unit}".rstrip(), place)


def fault_lines(finding: Ruling, sourced: Sourced, language: Language) -> Iterator[str]:
    """Give the first faults of a rule, each with its mend, and with its place in the source where that is known."""
    for fault in finding.faults[:FAULTS_TOLD]:
        yield from f"{finding.rule}  {fault.say(language)}".splitlines()
        yield from source_line(sourced(fault.place, fault_words(fault)), language)
    if (more := len(finding.faults) - FAULTS_TOLD) > 0:
        yield MORE[language].format(count=more)


def counted(words: str, verdicts: list[str]) -> str:
    return words.format(all=len(verdicts), **{verdict: verdicts.count(verdict) for verdict in VERDICTS})


def rule_facts(finding: Ruling, sourced: Sourced) -> dict[str, object]:
    return {
        **verdict_facts(finding, RULE_WORDS[finding.rule]["en"]),
        "faults": [
            facts(fault, fault.place) | source_facts(sourced(fault.place, fault_words(fault)))
            for fault in finding.faults
        ],
    }
