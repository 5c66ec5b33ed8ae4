"""Tell what the checkers of others say: a row for each, its remarks, and who did not look."""

from collections.abc import Iterator, Sequence

from kanben.cli.proof_table import aligned
from kanben.cli.ruling_table import MORE
from kanben.cli.sourced import Sourced, source_facts, source_line
from kanben.cli.speech import facts
from kanben.messages import Language
from kanben.messages.proof import VERDICTS
from kanben.messages.proof_outside import OUTSIDE_ASKS, REASONS
from kanben.place import Place
from kanben.proof.outside.order import Answer
from kanben.proof.outside.remark import Remark

REMARKS_TOLD = 12
"""Of each checker; --json gives all."""
HEADS: dict[Language, tuple[str, ...]] = {
    "en": ("checker", "what it asks", "verdict", "errors", "warnings", "passed over"),
    "zh": ("检查工具", "要求", "结果", "错误", "提醒", "略过"),
}
SKIPPED: dict[Language, str] = {"en": "skipped", "zh": "未运行"}
PAGE: dict[Language, str] = {"en": "page {page} of the file", "zh": "文件第 {page} 页"}
PASSED_OVER: dict[Language, str] = {
    "en": "{checker}  {code}: {count} passed over: {reason}",
    "zh": "{checker}  {code}：略过 {count} 处：{reason}",
}


def outside_lines(answers: Sequence[Answer], sourced: Sourced, language: Language) -> Iterator[str]:
    """Give a table of all checkers, then what each remarks, passes over, or why it did not look."""
    yield ""
    yield from aligned([HEADS[language], *(row(answer, language) for answer in answers)])
    told = [line for answer in answers for line in answer_lines(answer, sourced, language)]
    yield from ["", *told] if told else []


def row(answer: Answer, language: Language) -> tuple[str, ...]:
    name, asks = answer.checker, OUTSIDE_ASKS[answer.checker][language]
    if answer.silence:
        return (name, asks, SKIPPED[language], "–", "–", "–")
    counts = (answer.errors, len(answer.remarks) - answer.errors, len(answer.passed_over))
    return (name, asks, VERDICTS[verdict(answer)][language], *map(str, counts))


def verdict(answer: Answer) -> str:
    return "fail" if answer.fails else "warn" if answer.remarks else "ok"


def answer_lines(answer: Answer, sourced: Sourced, language: Language) -> Iterator[str]:
    for remark in answer.remarks[:REMARKS_TOLD]:
        yield f"{answer.checker}  {where(remark, language)}: {remark.what} [{remark.code}]"
        yield from source_line(source_of(remark, sourced), language)
    if (more := len(answer.remarks) - REMARKS_TOLD) > 0:
        yield MORE[language].format(count=more)
    reasons = [(remark.code, why) for remark, why in answer.passed_over]
    for code, why in dict.fromkeys(reasons):
        facts = {"checker": answer.checker, "code": code, "count": reasons.count((code, why))}
        yield PASSED_OVER[language].format(**facts, reason=REASONS[why][language])
    if answer.silence:
        yield from answer.silence.say(language).splitlines()


def where(remark: Remark, language: Language) -> str:
    page = PAGE[language].format(page=remark.page) if remark.page else ""
    return " ".join(filter(None, (str(remark.place), page, remark.spot)))


def source_of(remark: Remark, sourced: Sourced) -> Place | None:
    """Look a remark up by the words that a checker quotes from a page of a PDF, or by its line."""
    if remark.page:
        return sourced(Place(remark.place.file, remark.page), remark.spot)
    return sourced(remark.place, "")


def outside_facts(answers: Sequence[Answer], sourced: Sourced) -> list[dict[str, object]]:
    """Give one object for each checker, with all its remarks."""
    return [answer_facts(answer, sourced) for answer in answers]


def answer_facts(answer: Answer, sourced: Sourced) -> dict[str, object]:
    silence = answer.silence
    passed_over = [remark_facts(remark, sourced) | {"reason": REASONS[why]["en"]} for remark, why in answer.passed_over]
    return {
        "checker": answer.checker,
        "verdict": "skipped" if silence else verdict(answer),
        "remarks": [remark_facts(remark, sourced) for remark in answer.remarks],
        "passed_over": passed_over,
        "skipped": facts(silence, Place(silence.place.file)) if silence else None,
    }


def remark_facts(remark: Remark, sourced: Sourced) -> dict[str, object]:
    known = {"code": remark.code, "severity": remark.severity, "file": remark.place.file, "line": remark.place.line}
    known |= {"page": remark.page, "spot": remark.spot, "what": remark.what}
    return known | source_facts(source_of(remark, sourced))
