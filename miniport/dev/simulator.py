"""Emitted bundles compiled for the simulator, again and again: only what follows from what changed."""

from __future__ import annotations

from miniport.bundle import Bundle
from miniport.field import field
from miniport.frozen import frozen, mutable
from miniport.pipeline import BuildRequest, Built, Warm, build, preview_request
from miniport.posix import PurePosixPath
from miniport.project.files import BundleFiles
from miniport.project.settings import Settings
from miniport.targets.pack import TargetPack


@frozen
class _Shown:
    """What was compiled last for a target."""

    settings: Settings
    pack: TargetPack
    files: BundleFiles
    request: BuildRequest
    warm: Warm


@mutable
class Simulator:
    """The bundles that are shown, by target. Not for use by two threads at once."""

    _shown: dict[str, _Shown] = field(default_factory=dict)

    def preview(self, bundle: Bundle, settings: Settings, pack: TargetPack) -> Built:
        """Compile a bundle as `pipeline.preview` does."""
        shown = self._shown.pop(pack.name, None)
        edited = self._edited(shown, bundle, settings, pack)
        if shown is None or edited is None:
            files = BundleFiles(bundle)
            request = preview_request(files, settings, pack)
            warm = Warm(memos=shown.warm.memos if shown is not None else {})
            shown, edited = _Shown(settings, pack, files, request, warm), None
        (built,) = build(shown.request, None, shown.warm, edited).targets
        shown.warm.prune()
        # Only what came to its end is built upon.
        self._shown[pack.name] = shown
        return built

    def _edited(
        self, shown: _Shown | None, bundle: Bundle, settings: Settings, pack: TargetPack
    ) -> frozenset[PurePosixPath] | None:
        if shown is None or shown.settings != settings or shown.pack is not pack:
            return None
        edited = shown.files.hold(bundle)
        if edited is None or not shown.warm.owns(edited):
            return None
        shown.warm.forget(edited)
        return edited
