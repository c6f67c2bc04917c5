"""Frames whose content tells nothing: "declined to comment", "congratulated both leaders", "people briefed on the call"."""

import re

from dragoman.extract.statement_scene import Frame, Scene

EMPTY = re.compile(
    r"to (?:comment|answer|reply|respond|say)"
    r"|(?:both|the two|all|the three|his|her|its|their|the) "
    r"(?:leaders|presidents|sides|countries|ministers|parties|nations|guests?|hosts?)",
    re.IGNORECASE,
)


def tells(scene: Scene, frame: Frame) -> bool:
    """Does a frame say more than that somebody declined to speak, praised both sides, or was told of something?"""
    if frame.content is None:
        return True
    if frame.form in ("object", "about", "to") and EMPTY.fullmatch(scene.text[slice(*frame.content)].strip(" .,")):
        return False
    verb = frame.sentence.tokens[frame.verb]
    informed = frame.form == "about" and verb.tag in ("VBN", "VBD") and verb.dep == "acl"
    return not informed
