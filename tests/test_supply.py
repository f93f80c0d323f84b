"""What is installed and run is what was chosen: packages by hash, actions by commit, no right to write beside them."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
LOCKS = {"requirements.txt": "requirements.lock", "requirements-site.txt": "requirements-site.lock"}
LOCKS |= {"requirements-dev.txt": "requirements-dev.lock"}
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)


def pinned(name: str) -> set[tuple[str, str]]:
    return {
        (package.lower(), version) for package, version in PINNED.findall((ROOT / name).read_text("utf-8"))
    }


def jobs(workflow: Path) -> dict[str, dict[str, Any]]:
    read: dict[str, dict[str, Any]] = yaml.safe_load(workflow.read_text("utf-8"))["jobs"]
    return read


@pytest.mark.parametrize("asked", LOCKS)
def test_a_lock_holds_what_is_asked_for_at_the_version_that_is_asked_for(asked: str) -> None:
    assert pinned(asked) <= pinned(LOCKS[asked])


def test_the_locks_agree() -> None:
    run, site, dev = (pinned(lock) for lock in LOCKS.values())
    assert run <= site <= dev


@pytest.mark.parametrize("lock", LOCKS.values())
def test_every_package_of_a_lock_has_its_hashes_and_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    entries = re.split(r"\n(?=[a-z0-9])", "\n".join(line for line in text.splitlines() if line[:1] != "#"))
    assert all("--hash=sha256:" in entry for entry in entries)
    assert "://" not in text
    assert "--index-url" not in text


def test_make_and_the_image_install_by_hash_only() -> None:
    for name in ("Makefile", "Dockerfile"):
        text = (ROOT / name).read_text("utf-8")
        installs = [line for line in text.splitlines() if "pip install" in line and "bench" not in line]
        assert installs
        assert all("--require-hashes" in line for line in installs)


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_every_action_is_pinned_by_its_commit_and_leaves_no_credentials(workflow: Path) -> None:
    for job in jobs(workflow).values():
        for step in job["steps"]:
            used = step.get("uses", "")
            assert not used or re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", used)
            if used.startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_no_job_that_may_write_anything_installs_packages(workflow: Path) -> None:
    whole = yaml.safe_load(workflow.read_text("utf-8"))["permissions"]
    for job in jobs(workflow).values():
        if "write" in job.get("permissions", whole).values():
            told = str(job["steps"])
            assert not re.search(r"setup-python|make |pip |python", told)
