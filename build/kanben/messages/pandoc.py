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
            "look near here for very many marks in a row or very deep nesting, and write them plainly",
        ),
        ("pandoc 未能在 {seconds} 秒内完成", "请检查此处附近是否有大量连续的标记或过深的嵌套，并改写得简单些"),
    ),
    "pandoc-killed": error(
        (
            "pandoc was ended from outside, by signal {signal}",
            "build again; if it is ended again, close other programs: memory may be short",
        ),
        ("pandoc 被外部信号 {signal} 中止", "请再做一次；若又被中止，请关闭其他程序，可能是内存不足"),
    ),
    "pandoc-failed": error(
        ("pandoc refused this with exit code {exit}: {words}", "mend what pandoc names"),
        ("pandoc 拒绝处理（退出码 {exit}）：{words}", "请按 pandoc 所指之处修改"),
    ),
}
