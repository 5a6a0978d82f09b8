"""Two dialects as plain data, so that the syntax is tested without the target packs."""

from __future__ import annotations

from miniport.dialect import Dialect, Directive, EventSpelling, FileKind, Listen, ModuleTag

ALIPAY = Dialect(
    name="alipay",
    namespace="my",
    suffixes={
        FileKind.TEMPLATE: (".axml",),
        FileKind.STYLE: (".acss",),
        FileKind.SCRIPT: (".js", ".ts"),
        FileKind.MODULE: (".sjs",),
        FileKind.CONFIG: (".json",),
    },
    directives={
        "a:if": Directive.IF,
        "a:elif": Directive.ELIF,
        "a:else": Directive.ELSE,
        "a:for": Directive.FOR,
        "a:for-item": Directive.FOR_ITEM,
        "a:for-index": Directive.FOR_INDEX,
        "a:key": Directive.KEY,
        "key": Directive.KEY_EXPRESSION,
        "ref": Directive.REF,
        "slot": Directive.SLOT,
        "slot-scope": Directive.SLOT_SCOPE,
    },
    directive_prefixes=(
        ("generic:", Directive.GENERIC),
        ("mark:", Directive.MARK),
        ("data-", Directive.DATA),
    ),
    events=EventSpelling(
        prefixes=(
            ("capture-catch", Listen.CAPTURE_CATCH),
            ("capture-on", Listen.CAPTURE_BIND),
            ("catch", Listen.CATCH),
            ("on", Listen.BIND),
        ),
        case="pascal",
        names={},
    ),
    module_tag=ModuleTag("import-sjs", "from", "name", is_inline=False),
    registrations={"app": "App", "page": "Page", "component": "Component", "mixin": "Mixin"},
    globals=("getApp", "getCurrentPages"),
    custom_tab_bar="customize-tab-bar",
    package_field="",
)

WECHAT = Dialect(
    name="wechat",
    namespace="wx",
    suffixes={
        FileKind.TEMPLATE: (".wxml",),
        FileKind.STYLE: (".wxss",),
        FileKind.SCRIPT: (".js", ".ts"),
        FileKind.MODULE: (".wxs",),
        FileKind.CONFIG: (".json",),
    },
    directives={
        "wx:if": Directive.IF,
        "wx:elif": Directive.ELIF,
        "wx:else": Directive.ELSE,
        "wx:for": Directive.FOR,
        "wx:for-item": Directive.FOR_ITEM,
        "wx:for-index": Directive.FOR_INDEX,
        "wx:key": Directive.KEY,
        "slot": Directive.SLOT,
    },
    directive_prefixes=(
        ("generic:", Directive.GENERIC),
        ("change:", Directive.CHANGE),
        ("model:", Directive.MODEL),
        ("mark:", Directive.MARK),
        ("data-", Directive.DATA),
    ),
    events=EventSpelling(
        prefixes=(
            ("capture-catch:", Listen.CAPTURE_CATCH),
            ("capture-bind:", Listen.CAPTURE_BIND),
            ("mut-bind:", Listen.MUTEX_BIND),
            ("catch:", Listen.CATCH),
            ("bind:", Listen.BIND),
            ("catch", Listen.CATCH),
            ("bind", Listen.BIND),
        ),
        case="lower",
        names={
            "tap": "tap",
            "longpress": "longTap",
            "longtap": "longTap",
            "touchstart": "touchStart",
            "touchmove": "touchMove",
            "touchend": "touchEnd",
            "touchcancel": "touchCancel",
            "change": "change",
            "input": "input",
            "blur": "blur",
            "focus": "focus",
            "confirm": "confirm",
            "submit": "submit",
            "scroll": "scroll",
            "scrolltolower": "scrollToLower",
            "scrolltoupper": "scrollToUpper",
        },
    ),
    module_tag=ModuleTag("wxs", "src", "module", is_inline=True),
    registrations={"app": "App", "page": "Page", "component": "Component", "mixin": "Behavior"},
    globals=("getApp", "getCurrentPages"),
    custom_tab_bar="custom-tab-bar",
    package_field="miniprogram",
)
