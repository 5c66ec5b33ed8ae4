"""What is said while a title's folder is taken from git to be compared."""

from kanben.messages.message import Message, error

REDLINE: dict[str, Message] = {
    "missing-git": error(
        ("the git program is missing or cannot be started", "install git, or compare two folders: kanben diff OLD NEW"),
        ("找不到 git 程序，或无法启动它", "请安装 git，或比较两个文件夹：kanben diff OLD NEW"),
    ),
    "huge-revision": error(
        ("the folder had more than {most} bytes then", "compare two folders: kanben diff OLD NEW"),
        ("该版本的文件夹超过 {most} 字节", "请比较两个文件夹：kanben diff OLD NEW"),
    ),
    "many-files-then": error(
        ("the folder had {count} files then; kanben takes {most}", "name the folder of one title"),
        ("该版本的文件夹有 {count} 个文件，最多 {most} 个", "请只写一本书的文件夹"),
    ),
    "git-timeout": error(
        ("git did not answer within {seconds} seconds", "try again, or compare two folders: kanben diff OLD NEW"),
        ("git 未能在 {seconds} 秒内答复", "请重试，或比较两个文件夹：kanben diff OLD NEW"),
    ),
    "unreadable-revision": error(
        ("this is no revision and folder", "write REV:FOLDER, as in HEAD~3:source/my-book, or name a folder"),
        ("这不是“版本:文件夹”", "请写作 REV:FOLDER，如 HEAD~3:source/my-book，或写文件夹名"),
    ),
    "no-repository": error(
        (
            "git keeps no repository here, or refuses to read it",
            "go into the title's repository, and see what `git status` says",
        ),
        ("此处没有 git 仓库，或 git 拒绝读取", "请进入书稿所在的仓库，并看 `git status` 怎么说"),
    ),
    "unknown-revision": error(
        ("git knows no revision {revision}", "`git log --oneline` and `git tag` list those that there are"),
        ("git 中没有版本 {revision}", "`git log --oneline` 和 `git tag` 可列出已有的版本"),
    ),
    "missing-object": error(
        (
            "git does not have {file} of that revision here",
            "fetch the whole history: git fetch --unshallow, git fetch --refetch",
        ),
        ("此处的 git 仓库缺少该版本的 {file}", "请取回全部历史：git fetch --unshallow 或 git fetch --refetch"),
    ),
    "no-folder-then": error(
        ("at {revision} there was no folder {folder}", "see which folders there were: git ls-tree {revision}"),
        ("版本 {revision} 中没有文件夹 {folder}", "请看当时有哪些文件夹：git ls-tree {revision}"),
    ),
}
