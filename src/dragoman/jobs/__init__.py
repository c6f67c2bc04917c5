"""The work on one batch of pages and on all that they gave: all that an engine, the commands and Python ever call."""

from dragoman.jobs.across import merge_entities as merge_entities
from dragoman.jobs.across import reconcile as reconcile
from dragoman.jobs.across import settle as settle
from dragoman.jobs.batch import batches as batches
from dragoman.jobs.batch import clean as clean
from dragoman.jobs.batch import gather as gather
from dragoman.jobs.batch import read_batch as read_batch
from dragoman.jobs.batch import read_document as read_document
from dragoman.jobs.building import Summary as Summary
from dragoman.jobs.building import add as add
from dragoman.jobs.building import build as build
from dragoman.jobs.building import read_everything as read_everything
from dragoman.jobs.building import this_run as this_run
from dragoman.jobs.forgetting import forget as forget
from dragoman.read.paths import read_paths as read_paths
from dragoman.records import Problem as Problem
