"""A record in other people's formats, and back: each module has `write_table` and `read_table`."""
