"""Does a record keep what the contract promises? Every span, id, reference, date and count is asked."""

from dragoman.show.verify.verdict import Fault, Verdict, verdict_sheets, verify

__all__ = ["Fault", "Verdict", "verdict_sheets", "verify"]
