"""Tell an EPUB's proof: rules, and what shops ask, in aligned tables or as facts for machines."""

from collections.abc import Iterator

from kanben.cli.proof_table import aligned
from kanben.cli.ruling_table import counted, rule_facts, rule_rows
from kanben.cli.sourced import Sourced
from kanben.messages import Language
from kanben.messages.proof import VERDICTS
from kanben.messages.proof_epub import STORE_ASKS, STORES
from kanben.proof.epub.intake import Intake
from kanben.proof.epub.proof import EpubProof
from kanben.proof.epub.stores import Limit, Source

SUMMARY: dict[Language, str] = {
    "en": "{file}: EPUB {version}, {pages} pages of XHTML, {pictures} pictures, {size:.2f} MB",
    "zh": "{file}：EPUB {version}，XHTML {pages} 页，图片 {pictures} 幅，{size:.2f} MB",
}
STORE_HEADS: dict[Language, tuple[str, ...]] = {
    "en": ("shop", "what it asks", "kind", "verdict", "figure", "source"),
    "zh": ("书店", "要求", "性质", "结果", "数值", "来源"),
}
KINDS: dict[bool, dict[Language, str]] = {
    True: {"en": "must", "zh": "必须"},
    False: {"en": "advice", "zh": "建议"},
}
UNVERIFIED: dict[Language, str] = {"en": "unverified", "zh": "未核实"}
LOOKED_UP: dict[Language, str] = {"en": "looked up {date}", "zh": "查于 {date}"}
STORE_END: dict[Language, str] = {
    "en": "{fail} of {all} demands of shops fail, {warn} warn, {unmeasured} cannot be told from the file",
    "zh": "书店要求共 {all} 条，{fail} 条不合格，{warn} 条提示，{unmeasured} 条无法从文件判断",
}


def epub_lines(proof: EpubProof, file: str, sourced: Sourced, language: Language) -> list[str]:
    """Give a summary, a row for each rule, the faults with their mends, and the rows of shops."""
    head = SUMMARY[language].format(file=file, **measures(proof))
    return [head, "", *rule_rows(proof.findings, sourced, language), *store_lines(proof.intake, language)]


def measures(proof: EpubProof) -> dict[str, object]:
    return {
        "version": proof.version,
        "pages": proof.pages,
        "pictures": proof.pictures,
        "size": round(proof.size / 1_000_000, 3),
    }


# ---- shops ---------------------------------------------------------------------------------------------------


def store_lines(intake: tuple[Intake, ...], language: Language) -> Iterator[str]:
    """Give a row for each demand, then the pages on which they were found, by number."""
    if not intake:
        return
    sources = list(dict.fromkeys(row.ask.source for row in intake if row.ask.source))
    yield ""
    yield from aligned([STORE_HEADS[language], *(store_row(row, sources, language) for row in intake)])
    yield ""
    for number, source in enumerate(sources, 1):
        date = next(row.ask.looked_up for row in intake if row.ask.source == source)
        yield f"[{number}] {source.title}, {source.address}, {LOOKED_UP[language].format(date=date)}"
    yield counted(STORE_END[language], [row.verdict for row in intake])


def store_row(row: Intake, sources: list[Source], language: Language) -> tuple[str, ...]:
    ask = row.ask
    words = STORE_ASKS[ask.what][language].format(limit=limit_words(ask.limit))
    source = f"[{sources.index(ask.source) + 1}]" if ask.source else f"{UNVERIFIED[language]} {ask.looked_up}"
    verdict = VERDICTS[row.verdict][language]
    return (STORES[ask.store][language], words, KINDS[ask.must][language], verdict, row.figure, source)


def limit_words(limit: Limit | None) -> str:
    """Write a figure, a size in pixels, or kinds of files without what they share."""
    if isinstance(limit, tuple):
        if all(isinstance(part, int) for part in limit):
            return " × ".join(map(str, limit))
        return ", ".join(str(part).rpartition("/")[2].partition("+")[0].upper() for part in limit)
    return f"{limit:,}".replace(",", " ") if isinstance(limit, int) and limit > 9999 else str(limit)


# ---- for machines --------------------------------------------------------------------------------------------


def epub_facts(proof: EpubProof, file: str, sourced: Sourced) -> dict[str, object]:
    """Give one object: the book's measures, each rule with all its faults, each demand with its source."""
    rules = [rule_facts(finding, sourced) for finding in proof.findings]
    stores = [store_facts(row) for row in proof.intake]
    return {"event": "checked", "file": file, **measures(proof), "rules": rules, "stores": stores}


def store_facts(row: Intake) -> dict[str, object]:
    ask = row.ask
    source = {"title": ask.source.title, "address": ask.source.address} if ask.source else None
    return {
        "store": ask.store,
        "asks": STORE_ASKS[ask.what]["en"].format(limit=limit_words(ask.limit)),
        "must": ask.must,
        "verdict": row.verdict,
        "figure": row.figure,
        "looked_up": ask.looked_up,
        "source": source,
    }
