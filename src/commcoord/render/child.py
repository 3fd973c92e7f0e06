"""A company's templates run in a process of their own: the sandbox bounds neither time nor memory, this does.

`python -m commcoord.render.child` reads one job as JSON from stdin and answers with the text or the fault.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from commcoord.errors import ImpossibleError
from commcoord.language import messages
from commcoord.language.messages import Message

LONGEST = 10.0  # seconds by the wall clock
LARGEST_MEMORY = 1 << 30  # bytes of address space, where the system can bound it


def rendered_apart(
    name: str, context: Mapping[str, Any], company: Path | None, language: str, longest: float = LONGEST
) -> str:
    """Return a template's text as a child process made it; raises ImpossibleError with what is wrong."""
    job = json.dumps({"name": name, "context": context, "company": str(company), "language": language})
    try:
        done = subprocess.run(
            # -P keeps the working directory off the module path: records may lie beside a jinja2.py
            [sys.executable, "-P", "-m", "commcoord.render.child"],
            input=job,
            capture_output=True,
            encoding="utf-8",
            env=_surroundings(),
            timeout=longest,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise ImpossibleError(
            Message("The template {name} was stopped after {seconds:g} seconds.", name=name, seconds=longest)
        ) from error
    if done.returncode:
        raise ImpossibleError(Message("The template {name} uses too much memory.", name=name))
    return _answer(json.loads(done.stdout))


def _answer(answer: Mapping[str, Any]) -> str:
    if "text" in answer:
        return str(answer["text"])
    text, values = answer["fault"], answer["values"]
    raise ImpossibleError(Message(text, **values))


def _surroundings() -> dict[str, str]:
    home = str(Path(__file__).parent.parent.parent)
    return {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(filter(None, (home, os.environ.get("PYTHONPATH")))),
        "PYTHONUTF8": "1",
    }


def _bound_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows: there the clock alone bounds it
        return
    limit = LARGEST_MEMORY
    _soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard != resource.RLIM_INFINITY:
        limit = min(limit, hard)
    try:
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
    except (ValueError, OSError):  # macOS refuses it; there the clock alone bounds it
        return


def main() -> None:
    """Do one job from stdin."""
    from commcoord.render.environment import rendered_here

    _bound_memory()
    job = json.load(sys.stdin)
    messages.use(job["language"])
    try:
        answer: dict[str, Any] = {"text": rendered_here(job["name"], job["context"], Path(job["company"]))}
    except ImpossibleError as error:
        answer = {"fault": error.message.text, "values": error.message.values}
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
