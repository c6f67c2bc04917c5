"""Each listing as a sheet: what a reader sees of a table that the record gave."""
