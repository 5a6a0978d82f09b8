"""All rows, in the order in which docs/bad-input.md tells them."""

from __future__ import annotations

from tests.bad import rows_app, rows_bytes, rows_markup, rows_output, rows_place, rows_script, rows_settings
from tests.bad.row import Row

GROUPS: tuple[tuple[str, tuple[Row, ...]], ...] = (
    ("app.json and what it names", rows_app.ROWS),
    ("Templates, expressions, styles", rows_markup.ROWS),
    ("Scripts and JSON", rows_script.ROWS),
    ("Bytes", rows_bytes.ROWS),
    ("Links, folders, rights", rows_place.ROWS),
    ("miniport.yaml", rows_settings.ROWS),
    ("The output folder", rows_output.ROWS),
)
ROWS = tuple(row for _, rows in GROUPS for row in rows)
