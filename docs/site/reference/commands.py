"""Commands and options: what the built program says of itself."""
from .source import heading, pick


def page(source, language):
    """The help of every command."""
    text = f"# {pick(language, '命令', 'Commands')}\n\n```text\n{source.run('help', '--lang', language)}```\n\n"
    for row in source.definitions("compiler/driver/commands.def", "ZHUN_COMMAND"):
        word = row[1]
        text += heading(2, f"zhun {word}", word)
        text += f"```text\n{source.run('help', word, '--lang', language)}```\n\n"
    return text
