"""What is said of releases: when one is made, and when a finished file is verified."""

from kanben.messages.message import Message, error, warning

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
    "unlisted-version": warning(
        (
            "the list of revisions says nothing of {version}",
            "say there what is new in it: {{version: {version}, note: …}}",
        ),
        ("修订记录中没有 {version}", "请写明这一版改了什么：{{version: {version}, note: …}}"),
    ),
    "released-before": error(
        (
            "{version} was released before, and its {file} is another one",
            "give this one a version of its own: --version; what was released before stands as it was",
        ),
        ("{version} 已经发布过，其中的 {file} 与这次的不同", "请用 --version 另起版本号；以前发布的保持原样"),
    ),
    "altered-file": error(
        (
            "the file says that it is {version} of {title}, and is not what was released: it was altered or damaged",
            "take it anew from the folder of the release; whoever altered it should release a version of its own",
        ),
        (
            "此文件自称是{title}{version}，却与发布的不同：已被改动或损坏",
            "请从发布的文件夹重新取；若改动是有意的，请另行发布一个版本",
        ),
    ),
    "other-release": error(
        (
            "the file is {found} of {title}; the record here is that of {version}",
            "name the folder of its own release: --release DIR",
        ),
        ("此文件是{title}{found}，而这里是 {version} 的记录", "请用 --release DIR 指明它自己的发布文件夹"),
    ),
    "unreleased-file": error(
        (
            "the file is of {title}, but of no release; the record here is that of {version}",
            "take the file from the folder of a release",
        ),
        ("此文件属于{title}，但不是发布的版本；这里是 {version} 的记录", "请从发布的文件夹取文件"),
    ),
    "foreign-file": error(
        (
            "the file is not of {title}, whose release {version} is recorded here; it says of itself: {claim}",
            "name the folder of its own release: --release DIR",
        ),
        ("此文件不属于这里记录的{title}{version}；它自称：{claim}", "请用 --release DIR 指明它自己的发布文件夹"),
    ),
    "no-release-record": error(
        (
            "no release.json is there to tell whether the file is intact; it says of itself: {claim}",
            "name the folder of its release: --release DIR",
        ),
        ("没有 release.json，无从知道文件是否完好；它自称：{claim}", "请用 --release DIR 指明发布的文件夹"),
    ),
    "bad-release-record": error(
        (
            "the record of the release is broken, or is not the one that SHA256SUMS names",
            "fetch the folder of the release anew",
        ),
        ("发布记录已损坏，或与 SHA256SUMS 所列不符", "请重新取得发布的文件夹"),
    ),
}
