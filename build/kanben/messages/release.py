"""What is said of releases: when one is made, and when a finished file is verified."""

from kanben.messages.message import Message, error

RELEASE: dict[str, Message] = {
    "no-version": error(
        ("the release has no version", "name one: --version 1.0; or give the title its edition: 第1版"),
        ("没有写明发布的版本", "请写 --version 1.0，或在 title.yaml 中写 edition: 第1版"),
    ),
    "bad-version": error(
        (
            "{version} cannot be a version: it names a folder as well",
            "name one of letters, figures, points and hyphens: --version 1.0",
        ),
        ("{version} 不能用作版本号，它也是文件夹的名字", "请只用字母、汉字、数字、点和连字符，如 --version 1.0"),
    ),
    "released-before": error(
        (
            "{version} was released before, and its {file} is another one",
            "give this one a version of its own: --version; what was released before stands as it was",
        ),
        ("{version} 已经发布过，其中的 {file} 与这次的不同", "请用 --version 另起版本号；以前发布的保持原样"),
    ),
}
