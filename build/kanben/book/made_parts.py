"""The parts that are made from data: title.yaml names them by these words instead of a file."""

MADE_TITLES = {
    "figures": "图目录",
    "tables": "表目录",
    "glossary": "名词解释",
    "references": "参考文献",
    "index": "索引",
    "revisions": "修订记录",
}
"""What each is headed."""
