"""What stands around a file that is tried, and what pandoc was asked already."""

from collections.abc import Callable

from tests.titles import PICTURE

Files = dict[str, str | bytes]
DATA = "年,座\n2001,3\n2002,5\n"
AROUND: Files = {
    "glossary.yaml": "- {term: 石桥, definition: 以石为之。, also: [石梁]}\n",
    "index.yaml": "- 石桥\n- {term: 拱, under: 石桥}\n",
    "references.yaml": "- {id: mao, type: book, title: 桥记, author: [{literal: 茅某}], issued: 1962}\n",
    "images/a.svg": PICTURE,
    "data/a.csv": DATA,
}
"""What a chapter may refer to."""

MOST_ANSWERS = 500
answers: dict[bytes, bytes] = {}


def remember(question: bytes, ask: Callable[[], bytes]) -> bytes:
    """Ask pandoc once for what is pressed and proofread, or tried again."""
    if question not in answers:
        if len(answers) >= MOST_ANSWERS:
            answers.clear()
        answers[question] = ask()
    return answers[question]
