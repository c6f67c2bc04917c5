"""Pages taken out of a record for good: their rows, what other rows owe to them, and what was kept of them beside it."""

from pathlib import Path

from dragoman.errors import DragomanError
from dragoman.jobs.batch import BATCH_CHARACTERS
from dragoman.jobs.building import Reading, Summary, make, manifest_of, runs_of
from dragoman.jobs.keeping import Means
from dragoman.read.options import ReadOptions
from dragoman.store.kept import Kept, folder_of, search_index


def forget(
    pages: list[str],
    to: Path,
    words: Path | None = None,
    model: str | None = None,
    wait: float = 0.0,
    characters: int = BATCH_CHARACTERS,
) -> tuple[list[str], Summary]:
    """Take pages out of a record, by address or by document id: it is then what a build without them gives.

    Gives the addresses that are gone and what the record holds now. The pages' own files, exports and backups are not touched.
    Raises DragomanError when the record holds none of them, or when what was read is not kept beside it: nothing is changed then.
    """
    from dragoman.store.lock import writing
    from dragoman.store.read import addresses, connect

    connect(to).close()
    means = Means(words, model, 1, characters)
    maker, folder = means.maker(), folder_of(to)
    with writing(folder, to, wait):
        runs = runs_of(to)
        reading = Reading(kept := Kept.open(folder, maker), means)
        manifest = manifest_of(kept, to, runs)
        held = addresses(to)
        named = {held.get(page, page) for page in pages}
        unknown = named - {*manifest.pages.values(), *(problem.uri for problem in manifest.problems)}
        if unknown:
            kept.sweep([run.id for run in runs], manifest.pages, wholly=True)  # of one that was stopped before its end
            told = " or ".join(sorted(unknown)[:3])
            raise DragomanError(f"{to} holds no page {told}", "dragoman documents RECORD lists what it holds")
        reading.pages.update((key, uri) for key, uri in manifest.pages.items() if uri not in named)
        reading.problems.update((problem.id, problem) for problem in manifest.problems if problem.uri not in named)
        summary = make(reading, to, [], ReadOptions(), None, runs, lambda page: True)
        kept.sweep([run.id for run in runs_of(to)], {*reading.pages, *reading.again}, wholly=True)
        search_index(to).unlink(missing_ok=True)
    return sorted(named), summary
