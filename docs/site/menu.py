"""The menu of one language: folders and files that are there, in their order. A page's title is its first heading."""
SECTIONS = (
    ("course", "课程", "Course"),
    ("guides", "指南", "Guides"),
    ("reference", "参考", "Reference"),
    ("decisions", "设计决定", "Decisions"),
)
SINGLE = ("semantics.md", "messages_guide.md")


def menu(pages, language):
    """The `nav` of MkDocs for the folder `pages`; a section without pages is left out."""
    nav = [{("首页" if language == "zh" else "Home"): "index.md"}]
    for folder, zh, en in SECTIONS:
        inside = sorted((pages / folder).glob("*.md"), key=lambda page: (page.name != "index.md", page.name))
        if inside:
            nav.append({(zh if language == "zh" else en): [f"{folder}/{page.name}" for page in inside]})
        if folder == "reference":
            nav += [name for name in SINGLE if (pages / name).exists()]
    return nav
