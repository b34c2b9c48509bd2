"""A strict reader of HTML for the tests: it refuses what browsers silently mend."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"br", "hr", "img", "input", "link", "meta", "source", "wbr"}
ENDS_A_PARAGRAPH = {
    "div",
    "p",
    "ul",
    "ol",
    "dl",
    "table",
    "form",
    "section",
    "h1",
    "h2",
    "h3",
    "h4",
    "details",
    "fieldset",
}


@dataclass
class Element:
    tag: str
    attrs: dict[str, str]
    inside: list[str]
    text: str = ""


@dataclass
class Page(HTMLParser):
    """The elements of a page in order; `faults` lists broken nesting."""

    source: str
    elements: list[Element] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def __post_init__(self):
        super().__init__()
        self.open = []
        self.feed(self.source)
        self.faults += [f"never closed: {element.tag}" for element in self.open]

    def handle_starttag(self, tag, attrs):
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.faults.append(f"attribute twice: {self.get_starttag_text()}")
        if tag in ENDS_A_PARAGRAPH and any(element.tag == "p" for element in self.open):
            self.faults.append(f"{tag} inside p")
        if tag in {"a", "button"} and any(element.tag in {"a", "button"} for element in self.open):
            self.faults.append(f"{tag} inside a or button")
        element = Element(tag, {name: value or "" for name, value in attrs}, [element.tag for element in self.open])
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.open.pop() if self.open and self.open[-1].tag == tag else None

    def handle_endtag(self, tag):
        if not self.open or self.open[-1].tag != tag:
            self.faults.append(f"closed out of order: {tag} at line {self.getpos()[0]}")
        if any(element.tag == tag for element in self.open):
            while self.open.pop().tag != tag:
                pass

    def handle_data(self, data):
        for element in self.open:
            element.text += data

    def all(self, *tags):
        return [element for element in self.elements if element.tag in tags]

    def ids(self):
        return [element.attrs["id"] for element in self.elements if "id" in element.attrs]

    def classes(self):
        return {name for element in self.elements for name in element.attrs.get("class", "").split()}
