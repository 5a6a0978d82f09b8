"""Values of style properties: the words that a property takes, lengths that need a unit, names of colours."""

from __future__ import annotations

from collections.abc import Mapping

_EVERYWHERE = "inherit initial unset revert revert-layer"
_ALIGNED = "stretch center flex-start flex-end start end baseline self-start self-end normal"
_SPREAD = f"{_ALIGNED} left right space-between space-around space-evenly"
_SCROLLED = "visible hidden scroll auto clip overlay"

_WORDS = {
    "display": """
        block inline inline-block flex inline-flex grid inline-grid none contents list-item flow-root table
        inline-table table-cell table-row table-column table-caption table-row-group table-header-group
        table-footer-group table-column-group run-in flow ruby math box inline-box
    """,
    "position": "static relative absolute fixed sticky",
    "text-align": "left right center justify start end match-parent justify-all",
    "visibility": "visible hidden collapse",
    "float": "left right none inline-start inline-end",
    "clear": "left right both none inline-start inline-end",
    "flex-direction": "row row-reverse column column-reverse",
    "flex-wrap": "nowrap wrap wrap-reverse",
    "box-sizing": "border-box content-box padding-box",
    "white-space": "normal nowrap pre pre-wrap pre-line break-spaces wrap collapse preserve",
    "word-break": "normal break-all keep-all break-word auto-phrase",
    "word-wrap": "normal break-word anywhere",
    "overflow-wrap": "normal break-word anywhere",
    "font-style": "normal italic oblique",
    "font-weight": "normal bold bolder lighter",
    "text-transform": "none capitalize uppercase lowercase full-width full-size-kana",
    "overflow": _SCROLLED,
    "overflow-x": _SCROLLED,
    "overflow-y": _SCROLLED,
    "align-items": _ALIGNED,
    "align-self": f"{_ALIGNED} auto",
    "align-content": _SPREAD,
    "justify-content": _SPREAD,
    "justify-items": f"{_ALIGNED} left right legacy",
    "object-fit": "fill contain cover none scale-down",
    "border-style": "none hidden dotted dashed solid double groove ridge inset outset",
    "text-overflow": "clip ellipsis",
}
KEYWORDS: Mapping[str, frozenset[str]] = {
    name: frozenset(f"{words} {_EVERYWHERE}".split()) for name, words in _WORDS.items()
}
"""Property -> the words that it takes where its value is one word."""

_LENGTHS = """
width height min-width max-width min-height max-height top right bottom left margin margin-top margin-right
margin-bottom margin-left padding padding-top padding-right padding-bottom padding-left font-size border-
radius border-width border-top-width border-right-width border-bottom-width border-left-width letter-spacing
word-spacing text-indent gap row-gap column-gap flex-basis outline-width border border-top border-right
border-bottom border-left border-top-left-radius border-top-right-radius border-bottom-left-radius border-
bottom-right-radius
"""
LENGTHS: frozenset[str] = frozenset(_LENGTHS.split())
"""Properties whose numbers, but for zero, have a unit."""

_COLOURED = """
color background-color border-color border-top-color border-right-color border-bottom-color border-left-
color outline-color text-decoration-color caret-color column-rule-color fill stroke
"""
COLOURED: frozenset[str] = frozenset(_COLOURED.split())
"""Properties that hold a colour."""

_COLOURS = """
aliceblue antiquewhite aqua aquamarine auto azure beige bisque black blanchedalmond blue blueviolet brown
burlywood cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson currentcolor cyan darkblue
darkcyan darkgoldenrod darkgray darkgreen darkgrey darkkhaki darkmagenta darkolivegreen darkorange
darkorchid darkred darksalmon darkseagreen darkslateblue darkslategray darkslategrey darkturquoise
darkviolet deeppink deepskyblue dimgray dimgrey dodgerblue firebrick floralwhite forestgreen fuchsia
gainsboro ghostwhite gold goldenrod gray green greenyellow grey honeydew hotpink indianred indigo ivory
khaki lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan lightgoldenrodyellow
lightgray lightgreen lightgrey lightpink lightsalmon lightseagreen lightskyblue lightslategray
lightslategrey lightsteelblue lightyellow lime limegreen linen magenta maroon mediumaquamarine mediumblue
mediumorchid mediumpurple mediumseagreen mediumslateblue mediumspringgreen mediumturquoise mediumvioletred
midnightblue mintcream mistyrose moccasin navajowhite navy none oldlace olive olivedrab orange orangered
orchid palegoldenrod palegreen paleturquoise palevioletred papayawhip peachpuff peru pink plum powderblue
purple rebeccapurple red rosybrown royalblue saddlebrown salmon sandybrown seagreen seashell sienna silver
skyblue slateblue slategray slategrey snow springgreen steelblue tan teal thistle tomato transparent
turquoise violet wheat white whitesmoke yellow yellowgreen
"""
COLOURS: frozenset[str] = frozenset((*_COLOURS.split(), *_EVERYWHERE.split()))
"""What a colour may be called."""
