"""The record as a site on your own machine: server-rendered pages, and the same answers as JSON and CSV (extra `[web]`)."""
