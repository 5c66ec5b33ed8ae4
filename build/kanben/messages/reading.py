"""What is said of the files in a title folder."""

from kanben.messages.message import Message, error, warning

READING: dict[str, Message] = {
    "missing-file": error(
        ("{file} is not there", "create it, or take its name out of {named_in}"),
        ("找不到 {file}", "新建该文件，或从 {named_in} 中删去它的名字"),
    ),
}
