"""The catalogue of every Rule. A code never changes meaning; a new one goes to the end of its family."""

from __future__ import annotations

from miniport.diagnostics import Rule, Severity, Words

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE
