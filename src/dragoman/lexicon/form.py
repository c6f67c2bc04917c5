"""Are the words well formed? Every check of tables and entries, together; a folder with a fault stops a build."""

from pathlib import Path

from dragoman.errors import WordsError
from dragoman.lexicon.acts import check_acts
from dragoman.lexicon.boilerplate import check_boilerplate
from dragoman.lexicon.familiar import check_familiar
from dragoman.lexicon.families import check_families
from dragoman.lexicon.files import Complaint, layers
from dragoman.lexicon.measures import check_measures
from dragoman.lexicon.relations import check_relations
from dragoman.lexicon.reporting import check_reporting
from dragoman.lexicon.tables_check import check_tables
from dragoman.lexicon.times import check_times

CHECKS = (
    check_tables, check_acts, check_boilerplate, check_families, check_familiar,
    check_measures, check_relations, check_reporting, check_times,
)  # fmt: skip
TOLD = 3


def faults_of_form(user: Path | None = None) -> list[Complaint]:
    """Faults of form in our words and the user's over them, each with file:line and the remedy."""
    folders = layers(user)
    return [complaint for check in CHECKS for complaint in check(folders)]


def require_whole(user: Path | None) -> None:
    """Does nothing when the user's words can be used. Raises WordsError with the first faults when they cannot."""
    if user is None:
        return
    faults = faults_of_form(user)
    if faults:
        more = f" (and {len(faults) - TOLD} more)" if len(faults) > TOLD else ""
        told = "; ".join(str(fault) for fault in faults[:TOLD])
        raise WordsError(f"the words in {user} cannot be used: {told}{more}", f"mend them; dragoman words check --words {user}")
