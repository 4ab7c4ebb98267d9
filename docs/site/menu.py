"""The menu of one language: folders and files that are there, in their order. Pages in sections are
called by their first heading."""
SECTIONS = (
    ("course", "课程", "Course"),
    ("guides", "指南", "Guides"),
    ("reference", "参考", "Reference"),
    ("decisions", "设计决定（英文）", "Decisions"),
)
SINGLE = (
    ("semantics.md", "语义", "Semantics"),
    ("messages_guide.md", "消息的写法（英文）", "How to write a message"),
    ("program_format.md", "策略包的格式（英文）", "Format of a bundle"),
)


def menu(pages, language):
    """The `nav` of MkDocs for the folder `pages`; a section without pages is left out."""
    nav = [{("首页" if language == "zh" else "Home"): "index.md"}]
    for folder, zh, en in SECTIONS:
        inside = sorted((pages / folder).glob("*.md"), key=lambda page: (page.name != "index.md", page.name))
        if inside:
            nav.append({(zh if language == "zh" else en): [f"{folder}/{page.name}" for page in inside]})
        if folder == "reference":
            nav += [{(zh if language == "zh" else en): name} for name, zh, en in SINGLE if (pages / name).exists()]
    return nav
