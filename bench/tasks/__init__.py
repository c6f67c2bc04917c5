"""One solver a task of shared/bench: the row's input in, dragoman's answer out."""
