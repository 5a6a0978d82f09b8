"""What bytes that are no UTF-8 text seem to be, in words for both languages."""

from __future__ import annotations

from miniport.source import DecodeError

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_MOSTLY = 0.75
"""How many of the double bytes must be common ones for a text to count as GBK."""


def not_text(error: DecodeError) -> tuple[str, str]:
    """Return what a file is instead of UTF-8 text as a whole sentence, in English and Chinese."""
    en, zh = complaint(error)
    return f"it is not UTF-8 text: {en}", f"它不是 UTF-8 文本：{zh}"


def complaint(error: DecodeError) -> tuple[str, str]:
    """Return what stands where UTF-8 text should, in English and Chinese."""
    content, offset = error.content, error.offset
    line = content.count(b"\n", 0, offset) + 1
    if _is_utf_16(content):
        return "it seems to be UTF-16", "疑似 UTF-16 编码"
    if b"\0" in content:
        line = content.count(b"\n", 0, content.index(0)) + 1
        return f"there is a NUL byte in line {line}", f"第 {line} 行有 NUL 字节"
    en, zh = f"byte 0x{content[offset]:02x} in line {line}", f"第 {line} 行的字节 0x{content[offset]:02x}"
    if _is_gbk(content):
        return f"it seems to be GBK ({en})", f"疑似 GBK 编码（{zh}）"
    return en, zh


def _is_utf_16(content: bytes) -> bool:
    if content.startswith(_UTF_16):
        return True
    # The signs that code is made of have a NUL beside them there, always on the same side.
    sides = content[0::2].count(0), content[1::2].count(0)
    return max(sides) > len(content) // 8 and min(sides) == 0


def _is_gbk(content: bytes) -> bool:
    """Tell whether bytes can be GBK and, where they are, mean what people write."""
    try:
        content.decode("gb18030")
    except UnicodeDecodeError:
        return False
    common = pairs = at = 0
    while at < len(content) - 1:
        lead, trail = content[at], content[at + 1]
        if lead < 0x81:
            at += 1
            continue
        pairs += 1
        # Punctuation and the characters that are used most stand in these rows.
        common += (0xB0 <= lead <= 0xD7 or 0xA1 <= lead <= 0xA3) and trail >= 0xA1
        at += 2
    return pairs > 0 and common >= pairs * _MOSTLY
