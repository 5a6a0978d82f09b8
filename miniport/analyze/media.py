"""Kinds of files that apps show or play, whether or not a platform packs them."""

MEDIA = (
    (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".bmp", ".ico", ".avif")
    + (".mp3", ".mp4", ".wav", ".aac", ".m4a", ".ogg", ".mov", ".webm")
    + (".ttf", ".otf", ".woff", ".woff2", ".eot")
)
