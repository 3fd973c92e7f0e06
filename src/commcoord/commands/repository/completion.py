"""Print the script that completes commands, ids, people and rules in a shell.

bash: eval "$(commcoord completion bash)" in ~/.bashrc. zsh: source <(commcoord completion zsh) in ~/.zshrc.
fish: commcoord completion fish | source. PowerShell: commcoord completion powershell | Out-String | Invoke-Expression.
"""

from pathlib import Path
from typing import Annotated

import typer

from commcoord.commands.typed import one_of
from commcoord.completion.places import SHELLS
from commcoord.language.messages import _

ENDINGS = {"powershell": "ps1"}


def run(
    ctx: typer.Context,
    shell: Annotated[str, typer.Argument(metavar="|".join(SHELLS), help=_("the shell that you use"))],
) -> None:
    """Print the script; what it completes is answered by commcoord itself, as safe text."""
    shell = one_of(shell, *SHELLS)
    folder = Path(__file__).parent.parent.parent / "completion" / "scripts"
    ctx.obj.console.answer_file(
        (folder / f"commcoord.{ENDINGS.get(shell, shell)}").read_text(encoding="utf-8")
    )
