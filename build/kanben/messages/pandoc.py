"""What is said of the pandoc program."""

from kanben.messages.message import Message, error

PANDOC: dict[str, Message] = {
    "missing-pandoc": error(
        ("the pandoc program is missing or cannot be started", "type: pip install pypandoc-binary"),
        ("找不到 pandoc 程序，或无法启动它", "请键入：pip install pypandoc-binary"),
    ),
    "pandoc-timeout": error(
        (
            "pandoc did not finish within {seconds} seconds",
            "look here for many opening brackets in a row or very deep nesting, and write them plainly",
        ),
        ("pandoc 未能在 {seconds} 秒内完成", "请检查此处是否有连续的左方括号或过深的嵌套，并改写得简单些"),
    ),
    "pandoc-failed": error(
        ("pandoc refused this with exit code {exit}: {words}", "mend what pandoc names"),
        ("pandoc 拒绝处理（退出码 {exit}）：{words}", "请按 pandoc 所指之处修改"),
    ),
}
