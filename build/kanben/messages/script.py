"""What is said of the Traditional edition, of lines under names, and of readings over characters."""

from kanben.messages.message import Message, error, warning

SCRIPT: dict[str, Message] = {
    "unused-script-word": warning(
        ("the book never says “{word}”, whose Traditional form title.yaml gives", "correct the word, or take it out"),
        ("书中没有“{word}”，而 title.yaml 规定了它的繁体写法", "请改正此词，或删去"),
    ),
    "unknown-book-language": error(
        (
            "a book in {language} cannot be set: kanben sets Simplified Chinese",
            "write zh-Hans; passages in other languages are marked [words]{{lang=en}}; the Traditional edition "
            "is made by `kanben build --script traditional`",
        ),
        (
            "不能排 {language} 的书：刊本排简体中文",
            "请写 zh-Hans；书中的外文用 [words]{{lang=en}} 标出；繁体版用 `kanben build --script traditional` 制作",
        ),
    ),
    "uncertain-reading": warning(
        ("“{character}” in “{words}” is read {taken}, but also {others}", 'write the reading: {{ruby="{reading}"}}'),
        ("“{words}”中的“{character}”注作 {taken}，也可读 {others}", '请写明读音：{{ruby="{reading}"}}'),
    ),
    "no-reading": error(
        ("“{character}” in “{words}” has no known reading", 'write the reading: {{ruby="…"}}'),
        ("不知“{words}”中“{character}”的读音", '请写明读音：{{ruby="…"}}'),
    ),
}
