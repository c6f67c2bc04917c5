"""Many machines: a job's items as tasks of Apache Spark, on a cluster or on this machine's own cores."""

import os
import pickle
import re
import shutil
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import pyarrow as pa

from dragoman.errors import DragomanError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

T = TypeVar("T")
R = TypeVar("R")

OLDEST_JAVA = 17
FAILURES = 4
LOCAL = re.compile(r"local(?:\[([^,\]]+)\])?$")
JAVA_VERSION = re.compile(r'version "(\d+)')
INSTALL = 'pip install "dragoman[spark]"'
INSTALL_JAVA = f"install Java {OLDEST_JAVA} or later and set JAVA_HOME, or use --engine local"
OURS = re.compile(r"dragoman\.errors\.\w+: (.+)")
PYTHON_SAID = re.compile(r"^\s*([A-Za-z_.]+(?:Error|Exception|Exit|Interrupt)\b.*)$", re.MULTILINE)
AGAIN = "the same command again goes on where it stopped"


def require() -> None:
    """Does nothing where Spark can run. Raises DragomanError without PySpark or a Java that it can use."""
    try:
        import pyspark  # noqa: F401
    except ImportError as error:
        raise DragomanError("the engine spark needs PySpark, which is not installed", INSTALL) from error
    home = os.environ.get("JAVA_HOME")
    java = str(Path(home) / "bin" / "java") if home else shutil.which("java")
    if java is None or not shutil.which(java):
        where = f"JAVA_HOME is {home}, but there is no bin/java in it" if home else "there is no java on the PATH"
        raise DragomanError(f"the engine spark needs Java, and {where}", INSTALL_JAVA)
    told = subprocess.run([java, "-version"], capture_output=True, text=True, check=False).stderr
    found = JAVA_VERSION.search(told)
    if found is None or int(found[1]) < OLDEST_JAVA:
        said = found[0].replace('"', "") if found else "no version of its own"
        raise DragomanError(f"the engine spark needs Java {OLDEST_JAVA} or later, and {java} tells {said}", INSTALL_JAVA)


@contextmanager
def session(master: str | None = None) -> Iterator["SparkSession"]:
    """Spark, while the block runs: the session that is there (in a notebook, under spark-submit), else one of our own.

    `master` is Spark's own word for where: local[2], spark://host:7077, yarn, k8s://...; a task that fails is tried four times.
    """
    require()
    from pyspark.sql import SparkSession

    was = SparkSession.getActiveSession()
    if was is not None:
        yield was
        return
    made = _started(master)
    try:
        yield made
    finally:
        made.stop()


def _started(master: str | None) -> "SparkSession":
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.appName("dragoman").config("spark.log.level", "ERROR")
    where = master or (None if "PYSPARK_GATEWAY_PORT" in os.environ else "local[*]")
    here = LOCAL.match(where) if where else None
    if here:  # Spark tries a task once on one machine, unless it is told how often
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        where = f"local[{here[1] or 1},{FAILURES}]"
        builder = builder.config("spark.ui.enabled", "false")
    try:
        return (builder.master(where) if where else builder).getOrCreate()
    except Exception as error:  # py4j and Java have errors of their own for every way in which a cluster is out of reach
        raise DragomanError(f"Spark does not start ({_first_line(error)})", "see --master and the cluster's own log") from error


def mapped(function: Callable[[T], R], items: Sequence[T], spark: "SparkSession") -> list[R]:
    """What a job makes of each item, in the order of the items: one task each, tried again where a machine fails.

    Items and what is made of them pass through the driver: let them be names of files, not their content.
    Raises DragomanError when a task has failed as often as Spark tries it.
    """
    if not items:
        return []
    packed = [pickle.dumps(item) for item in items]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        numbers = spark.range(0, len(packed), 1, numPartitions=len(packed))
        try:
            made = numbers.mapInArrow(partial(_work, function=function, packed=packed), "number long, made binary").collect()
        except Exception as error:  # whatever ends a job is an error of Java's, with Python's own inside it
            raise _told(error) from error
    return [pickle.loads(row["made"]) for row in sorted(made, key=lambda row: row["number"])]


def _work(batches: Iterator[pa.RecordBatch], function: Callable[[Any], Any], packed: list[bytes]) -> Iterator[pa.RecordBatch]:
    """One task: the items whose numbers come, each worked on."""
    for batch in batches:
        for number in batch.column(0).to_pylist():
            made = pickle.dumps(function(pickle.loads(packed[number])))
            yield pa.RecordBatch.from_pydict({"number": pa.array([number], pa.int64()), "made": pa.array([made], pa.binary())})


def attempt() -> int:
    """How often the task that this runs in has failed before; nought outside of Spark."""
    if "pyspark" not in sys.modules:
        return 0
    from pyspark import TaskContext

    context = TaskContext.get()
    return context.attemptNumber() if context is not None else 0


def _told(error: Exception) -> DragomanError:
    """What ended a job, in words."""
    said = str(error)
    ours = OURS.search(said)
    if ours:
        what, _, mend = ours[1].partition("; ")
        return DragomanError(what, mend or AGAIN)
    python = PYTHON_SAID.findall(said)
    return DragomanError(
        f"Spark gave up a task that failed {FAILURES} times ({python[-1] if python else _first_line(error)})", AGAIN
    )


def _first_line(error: Exception) -> str:
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return (lines[0] if lines else type(error).__name__)[:300]
