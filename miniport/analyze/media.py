"""Kinds of files that apps show or play, whether or not a platform packs them."""

PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".bmp", ".ico", ".avif")

MEDIA = (
    PICTURES
    + (".mp3", ".mp4", ".wav", ".aac", ".m4a", ".ogg", ".mov", ".webm")
    + (".ttf", ".otf", ".woff", ".woff2", ".eot")
)
