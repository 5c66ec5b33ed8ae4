"""Everything that kanben says is said in two languages, of the same facts, and is really said somewhere."""

import errno
import os
import re
from pathlib import Path
from string import Formatter

import pytest

from kanben import messages
from kanben.messages import MESSAGES, Message
from kanben.place import Place
from kanben.trouble import trouble

ROOMS = Path(messages.__file__).parents[1]
HAN = re.compile("[\u4e00-\u9fff]")


def names(words: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(words) if name}


@pytest.mark.parametrize(("code", "message"), MESSAGES.items())
def test_both_languages_speak_of_the_same_facts(code: str, message: Message) -> None:
    assert set(message.words) == {"en", "zh"}
    assert all(words.strip() for pair in message.words.values() for words in pair)
    facts = {language: set().union(*map(names, pair)) for language, pair in message.words.items()}
    assert facts["en"] == facts["zh"]


@pytest.mark.parametrize(("code", "message"), MESSAGES.items())
def test_what_is_wrong_is_said_in_chinese_where_chinese_is_spoken(code: str, message: Message) -> None:
    assert HAN.search(message.words["zh"][0])
    assert not HAN.search(message.words["en"][0])


def test_every_code_is_used() -> None:
    rooms = [path for path in ROOMS.rglob("*.py") if path.parent.name != "messages"]
    spoken = "\n".join(path.read_text(encoding="utf-8") for path in rooms)
    assert [code for code in MESSAGES if f'"{code}"' not in spoken] == []


def test_codes_are_words_with_hyphens() -> None:
    assert [code for code in MESSAGES if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)] == []


def test_a_trouble_says_place_what_code_and_mend() -> None:
    fault = trouble("unknown-key", Place("title.yaml", 3, 1), near="title", key="titel")
    assert str(fault) == "title.yaml:3:1: titel means nothing here [unknown-key]\n    mend: did you mean title?"
    assert fault.say("zh") == "title.yaml:3:1: 不认识的键 titel [unknown-key]\n    改法：是不是“title”？"


def test_what_a_system_says_of_a_file_is_said_in_chinese_too() -> None:
    fault = trouble("unreadable-file", Place("title.yaml"), file="a.md", problem=os.strerror(errno.EACCES))
    assert fault.what() == "a.md cannot be read: Permission denied"
    assert fault.what("zh") == "无法读取 a.md：没有权限"


def test_a_problem_without_chinese_words_is_said_as_it_was_said() -> None:
    fault = trouble("unreadable-file", Place("title.yaml"), file="a.md", problem="Level 2 halted")
    assert fault.what("zh") == "无法读取 a.md：Level 2 halted"
