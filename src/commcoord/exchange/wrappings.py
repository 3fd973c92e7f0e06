"""What Word wraps around words, taken off: tracked changes, content controls, smart tags, fields.

python-docx sees only what stands directly within a paragraph, a cell, a row or the body, and passes over the rest.
"""

from typing import Any

_LEFT_OUT = "w:del | w:moveFrom | w:sdt[w:sdtPr/w:docPartObj/w:docPartGallery/@w:val = 'Table of Contents']"
"""What was struck out or stands elsewhere now, and the table of contents, which says everything twice."""

_PROMPTS = "w:sdt[w:sdtPr/w:showingPlcHdr]//w:r"
"""What a content control shows while nobody has filled it in: 单击此处输入文字."""

_WRAPPINGS = (
    "w:ins | w:moveTo | w:sdt | w:sdtContent | w:smartTag | w:customXml | w:fldSimple | w:dir | w:bdo"
)
_PROPERTIES = ("sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "fldData")


def unwrap(body: Any) -> None:
    """Bring all words of a Word document's body to where python-docx looks for them, in their order.

    Changes the XML below `body`; insertions that were only proposed are taken, deletions left out.
    """
    for element in body.xpath(_anywhere(f"{_LEFT_OUT} | {_PROMPTS}")):
        element.getparent().remove(element)
    for element in body.xpath(_anywhere(_WRAPPINGS)):
        for child in list(element):
            if child.tag.rpartition("}")[2] not in _PROPERTIES:
                element.addprevious(child)
        element.getparent().remove(element)


def _anywhere(paths: str) -> str:
    return " | ".join(f".//{path}" for path in paths.split(" | "))
