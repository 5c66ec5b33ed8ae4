"""What is said of a book that was read: its names, terms and links."""

from kanben.messages.message import Message, error, warning

PASSES: dict[str, Message] = {
    "unknown-target": error(
        ("nothing is named #{name}", "name the heading, figure or table: {{#{name}}}"),
        ("没有名为 #{name} 的标题、图或表", "请在目标处写 {{#{name}}}"),
    ),
    "link-to-file": error(
        (
            "the link leads to a file: {target}",
            "give what it leads to a name, {{#id}}, and link to that: [{words}](#id)",
        ),
        ("链接指向文件 {target}", "请在目标处写 {{#id}}，并链接到它：[{words}](#id)"),
    ),
    "repeated-name": error(
        ("#{name} is given twice (first at {first})", "give one of them another name"),
        ("#{name} 用了两次（另一处在 {first}）", "请改掉其中一个"),
    ),
    "unknown-term": error(
        ("the glossary does not explain “{term}”", "add it to glossary.yaml, or take {{.term}} out"),
        ("名词解释中没有“{term}”", "请写进 glossary.yaml，或删去 {{.term}}"),
    ),
    "unused-term": warning(
        ("the text never uses the term “{term}”", "use it, or take its entry out"),
        ("正文中没有用到“{term}”", "请在正文中使用，或删去该条"),
    ),
    "nested-term": warning(
        ("the term “{term}” stands only within longer terms: {longer}", "use it by itself, or take its entry out"),
        ("术语“{term}”只出现在更长的术语中：{longer}", "请单独使用，或删去该条"),
    ),
    "unlinked-term": warning(
        (
            "the term “{term}” stands only where terms are not linked: in headings, notes, captions, tables, titles",
            "use it in the text, mark it by {{.term}}, or take its entry out",
        ),
        (
            "术语“{term}”只出现在不加链接之处：标题、注、图表、书名等",
            "请在正文中使用，或用 {{.term}} 标出，或删去该条",
        ),
    ),
}
