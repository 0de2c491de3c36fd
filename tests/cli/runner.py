"""Workflow files run step by step as a runner would: expressions, conditions, bash, outputs."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from tests.cli.conftest import environment

_EXPRESSION = re.compile(r"\$\{\{(.*?)\}\}")
Action = Callable[["Job", dict[str, str]], dict[str, str]]


def read(path: Path) -> dict[str, Any]:
    """A workflow or action file; its ``on`` stays a word."""
    content: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {"on" if key is True else key: value for key, value in content.items()}


@dataclass
class Job:
    """One job's (or composite action's) steps with what they see. ``actions`` stand in for the
    actions of others, by name without version."""

    workspace: Path
    temp: Path
    context: dict[str, str]
    actions: dict[str, Action] = field(default_factory=dict)
    environment: dict[str, str] = field(default_factory=dict)
    log: list[str] = field(default_factory=list)
    output: str = ""
    failed: bool = False

    def run(self, steps: list[dict[str, Any]]) -> Job:
        for step in steps:
            condition = str(step.get("if", ""))
            if self.failed and "cancelled()" not in condition and "always()" not in condition:
                continue
            if condition and not self.truth(condition):
                continue
            self.log.append(str(step.get("name", step.get("uses"))))
            ok, outputs = self._bash(step) if "run" in step else self._uses(step)
            for name, value in outputs.items():
                self.context[f"steps.{step.get('id')}.outputs.{name}"] = value
            if not ok and not step.get("continue-on-error"):
                self.failed = True
        return self

    def filled(self, text: Any) -> str:
        """A text with its expressions replaced by their values."""
        return _EXPRESSION.sub(lambda match: self.value(match[1]), str(text))

    def value(self, expression: str) -> str:
        return self.context.get(expression.strip(), "")

    def truth(self, condition: str) -> bool:
        """``a == 'b' && c != 'd'``; ``!cancelled()`` holds."""
        condition = _EXPRESSION.sub(lambda match: match[1], condition)
        return all(self._holds(part.strip()) for part in condition.split("&&"))

    def _holds(self, part: str) -> bool:
        if part == "!cancelled()":
            return True
        match = re.fullmatch(r"([\w.-]+) (==|!=) '([^']*)'", part)
        assert match, f"the runner of the tests does not know “{part}”"
        return (self.value(match[1]) == match[3]) == (match[2] == "==")

    def _bash(self, step: dict[str, Any]) -> tuple[bool, dict[str, str]]:
        assert step["shell"] == "bash"
        assert "${{" not in step["run"], "values reach a script by its environment only"
        files = {name: self.temp / name for name in ("output", "summary")}
        for file in files.values():
            file.touch()
        files["output"].write_text("", encoding="utf-8")
        script = self.temp / "script.sh"
        script.write_text(step["run"], encoding="utf-8")
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
            cwd=self.workspace,
            capture_output=True,
            text=True,
            check=False,
            env={
                **environment(),
                "RUNNER_TEMP": str(self.temp),
                "GITHUB_OUTPUT": str(files["output"]),
                "GITHUB_STEP_SUMMARY": str(files["summary"]),
                **self.environment,
                **{name: self.filled(value) for name, value in step.get("env", {}).items()},
            },
        )
        self.output += done.stdout + done.stderr
        lines = files["output"].read_text(encoding="utf-8").splitlines()
        return done.returncode == 0, dict(line.split("=", 1) for line in lines)

    def _uses(self, step: dict[str, Any]) -> tuple[bool, dict[str, str]]:
        given = {name: self.filled(value) for name, value in step.get("with", {}).items()}
        name = step["uses"].partition("@")[0]
        before = self.environment
        self.environment = before | {
            name: self.filled(value) for name, value in step.get("env", {}).items()
        }
        try:
            return True, self.actions[name](self, given)
        except ActionFailed as error:
            return False, error.outputs
        finally:
            self.environment = before


class ActionFailed(Exception):
    """An action that ended with a failure, and what it put out before."""

    def __init__(self, outputs: dict[str, str]) -> None:
        super().__init__()
        self.outputs = outputs


def composite(action: Path) -> Action:
    """A composite action as a step can use it."""
    content = read(action)

    def run(job: Job, given: dict[str, str]) -> dict[str, str]:
        inputs = {name: str(item.get("default", "")) for name, item in content["inputs"].items()}
        inputs.update(given)
        context = {f"inputs.{name}": value for name, value in inputs.items()}
        context["github.action_path"] = str(action.parent)
        inner = Job(job.workspace, job.temp, context, job.actions, job.environment)
        inner.run(content["runs"]["steps"])
        job.log += inner.log
        job.output += inner.output
        outputs = {name: inner.filled(item["value"]) for name, item in content["outputs"].items()}
        if inner.failed:
            raise ActionFailed(outputs)
        return outputs

    return run
