"""What the arguments of a message are called where it is told of no finding in particular."""

from __future__ import annotations

from collections.abc import Mapping

_WORDS: Mapping[str, tuple[str, str]] = {
    "after": ("your fact", "你的事实"),
    "alias": ("the name in front", "开头的名称"),
    "api": ("API", "API"),
    "archive": ("archive", "归档"),
    "attribute": ("attribute", "属性"),
    "base": ("your lowest version", "设定的最低版本"),
    "before": ("its own fact", "原有事实"),
    "by": ("what leads there", "跳转来源"),
    "capability": ("capability", "能力"),
    "checked": ("day", "日期"),
    "closing": ("closing sign", "结束符号"),
    "component": ("component", "组件"),
    "content": ("content", "内容"),
    "count": ("number", "数量"),
    "cycle": ("imports in a circle", "循环引用"),
    "dialect": ("dialect", "方言"),
    "dialects": ("dialects", "方言列表"),
    "event": ("event", "事件"),
    "example": ("example", "示例"),
    "fact": ("fact", "事实"),
    "file": ("file", "文件"),
    "files": ("files", "文件列表"),
    "first": ("first file", "第一个文件"),
    "folder": ("folder", "目录"),
    "found": ("what stands there", "实际内容"),
    "function": ("function", "函数"),
    "holder": ("element around", "外层元素"),
    "host": ("host", "域名"),
    "icon": ("icon", "图标"),
    "instead": ("what to use", "替代写法"),
    "key": ("key", "键名"),
    "known": ("what is known", "已知的写法"),
    "label": ("attribute", "属性"),
    "language": ("language", "语言"),
    "least": ("least", "最少"),
    "length": ("length", "长度"),
    "level": ("level", "语言级别"),
    "limit": ("limit", "上限"),
    "line": ("number", "行号"),
    "lock": ("lock file", "锁文件"),
    "loop": ("loop", "循环指令"),
    "lower": ("name in lower case", "小写名称"),
    "manifest": ("manifest", "清单"),
    "member": ("member", "成员"),
    "method": ("method", "方法"),
    "missing_en": ("what is missing", ""),
    "missing_zh": ("", "缺少的部分"),
    "module": ("module", "模块"),
    "most": ("most", "最多"),
    "name": ("name", "名称"),
    "names": ("names", "名称列表"),
    "near": ("the nearest name", "相近的名称"),
    "number": ("number", "数量"),
    "opened": ("sign", "符号"),
    "option": ("option", "选项"),
    "object": ("the object here", "此处的对象"),
    "others": ("another platform", "其他平台"),
    "own": ("a file of its own", "单独的文件"),
    "owner": ("owner", "所属项"),
    "package": ("package", "包"),
    "page": ("page", "页面"),
    "parameter": ("parameter", "参数"),
    "parent": ("element around", "外层元素"),
    "path": ("path", "路径"),
    "pattern": ("pattern", "模式"),
    "place": ("place", "位置"),
    "placeholder": ("placeholder", "占位内容"),
    "prefix": ("beginning", "前缀"),
    "process": ("process", "进程"),
    "quote": ("quote", "引号"),
    "request": ("request", "引用路径"),
    "scheme": ("scheme", "协议"),
    "second": ("second file", "第二个文件"),
    "separator": ("sign", "分隔符"),
    "setting": ("setting", "设置"),
    "since": ("version", "版本"),
    "size": ("size", "大小"),
    "slot": ("slot", "插槽"),
    "source": ("source", "来源"),
    "spelled": ("the name as it is spelled", "原本的写法"),
    "suffix": ("suffix", "后缀"),
    "suffixes": ("suffixes", "后缀列表"),
    "switch": ("option", "选项"),
    "tab": ("tab", "标签页"),
    "tag": ("tag", "标签"),
    "taken": ("px", "px"),
    "target": ("platform", "平台"),
    "tool": ("tool", "工具"),
    "tried_en": ("what was tried", ""),
    "tried_zh": ("", "已尝试的路径"),
    "unit": ("unit", "单位"),
    "used": ("what is used instead", "实际使用的文件"),
    "value": ("value", "值"),
    "version": ("version", "版本"),
    "wanted": ("wanted version", "所需版本"),
    "way": ("the way round", "循环路径"),
    "what": ("what stands there", "该内容"),
    "whole": ("value with its unit", "带单位的值"),
    "word": ("word", "词"),
    "worker": ("worker", "worker"),
    "written": ("what is written", "所写内容"),
}

_OWN = "name.<target>.*"
"""The file that stands in for another on a target."""


class Gaps(dict[str, str]):
    """Stands for the arguments of any finding: each is what it is called, each sentence an ellipsis."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, name: str) -> str:
        if name == "cure" or name.endswith(("_en", "_zh")) and name not in _WORDS:
            return "…"
        if name == "own":
            return _OWN
        english, chinese = _WORDS.get(name, (name, name))
        return f"[{chinese if self._language == 'zh' else english}]"


def named() -> frozenset[str]:
    """Return the arguments that have a name of their own."""
    return frozenset(_WORDS)
