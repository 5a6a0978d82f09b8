"""The bill of materials of an archive, in the form of CycloneDX 1.6."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from urllib.parse import quote

from miniport.archive.manifest import Manifest, Named, Package, Tool
from miniport.facts import Json
from miniport.regex import regex
from miniport.web.pieces import notices

_SPACE = uuid.UUID("6f2a0c52-6c1b-5f5e-9d0e-5b1f0f7c6a11")
"""Names of ours are made unique below this one."""

_EXPRESSION = regex(r"[A-Za-z0-9.+-]+(?: (?:OR|AND|WITH) [A-Za-z0-9.+-]+)*")
_NO_LICENCE = frozenset(("UNLICENSED",))


def bill(manifest: Manifest) -> str:
    """Return the bill as JSON: no clock, and a serial number that follows from the contents."""
    app = manifest.project
    own = f"pkg:generic/{quote(app.name, safe='')}@{quote(app.version, safe='')}"
    libraries = list(_libraries(manifest))
    refs: list[Json] = [*sorted({_url(each) for each in libraries})]
    value: Json = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(_SPACE, f'{manifest.target.name} {manifest.content_hash}')}",
        "version": 1,
        "metadata": {
            "tools": {"components": [_tool(each) for each in (manifest.tool, *manifest.tools)]},
            "component": {
                "type": "application",
                "bom-ref": own,
                "name": app.name,
                "version": app.version,
                "purl": own,
                "properties": [
                    {"name": "miniport:target", "value": manifest.target.name},
                    {"name": "miniport:contentHash", "value": f"sha256:{manifest.content_hash}"},
                ],
            },
        },
        "components": [_component(each) for each in libraries],
        "dependencies": [{"ref": own, "dependsOn": [*refs]}, *({"ref": ref} for ref in refs)],
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _libraries(manifest: Manifest) -> Iterator[Package]:
    """Yield each package once by name and version, and what our own runtime has of others."""
    found = {(each.name, each.version): each for each in manifest.packages}
    if manifest.target.family == "web":
        name, version = notices().partition(b"\n")[0].decode("utf-8").split()
        found.setdefault((name, version), Package(name, version, "MIT", ""))
    yield from (found[key] for key in sorted(found))


def _component(package: Package) -> dict[str, Json]:
    group, slash, name = package.name.rpartition("/")
    return {
        "type": "library",
        "bom-ref": _url(package),
        **({"group": group} if slash else {}),
        "name": name,
        "version": package.version,
        "purl": _url(package),
        **({"licenses": [_licence(package.licence)]} if package.licence else {}),
    }


def _licence(text: str) -> Json:
    plain = text.strip("()")
    if _EXPRESSION.fullmatch(plain) and plain not in _NO_LICENCE:
        return {"expression": plain}
    return {"license": {"name": text}}


def _tool(tool: Named | Tool) -> dict[str, Json]:
    return {"type": "application", "name": tool.name, **({"version": tool.version} if tool.version else {})}


def _url(package: Package) -> str:
    """Return the address of a package, as https://github.com/package-url/purl-spec has it."""
    name = "/".join(quote(part, safe="") for part in package.name.split("/"))
    return f"pkg:npm/{name}" + (f"@{quote(package.version, safe='')}" if package.version else "")
