"""Tell the proof of a web edition, and that of all editions against each other."""

from kanben.cli.ruling_table import rule_facts, rule_rows
from kanben.cli.sourced import Sourced
from kanben.messages import Language
from kanben.proof.agreement.proof import Agreement
from kanben.proof.web.proof import WebProof

SUMMARY: dict[Language, str] = {
    "en": "{file}: {pages} pages, {files} files",
    "zh": "{file}：{pages} 页，文件 {files} 个",
}
COMPARED: dict[Language, str] = {
    "en": "{file}: {editions} beside each other",
    "zh": "{file}：对照 {editions}",
}


def web_lines(proof: WebProof, file: str, sourced: Sourced, language: Language) -> list[str]:
    head = SUMMARY[language].format(file=file, pages=proof.pages, files=proof.files)
    return [head, "", *rule_rows(proof.findings, sourced, language)]


def web_facts(proof: WebProof, file: str, sourced: Sourced) -> dict[str, object]:
    rules = [rule_facts(finding, sourced) for finding in proof.findings]
    return {"event": "checked", "file": file, "pages": proof.pages, "files": proof.files, "rules": rules}


def agreement_lines(proof: Agreement, folder: str, sourced: Sourced, language: Language) -> list[str]:
    editions = ("、" if language == "zh" else ", ").join(proof.editions)
    return [
        COMPARED[language].format(file=folder, editions=editions),
        "",
        *rule_rows(proof.findings, sourced, language),
    ]


def agreement_facts(proof: Agreement, folder: str, sourced: Sourced) -> dict[str, object]:
    rules = [rule_facts(finding, sourced) for finding in proof.findings]
    return {"event": "checked", "file": folder, "editions": list(proof.editions), "rules": rules}
