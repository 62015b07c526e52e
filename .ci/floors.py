#!/usr/bin/env python3
"""Hold the figures of extraction and matching against their floors in floors.json. Standard library only.

    floors.py GOLD_DIR            print figure and floor, fail where a figure is below its floor
    floors.py GOLD_DIR --raise    write the figures as the new floors where they are higher
"""
import json
import subprocess
import sys
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.json")


def figures(gold, floors):
    """The figures of each set, as the scorers print them with --json."""
    for name in floors:
        if name == "pairs":
            command = ["score_pairs.py", gold / "pairs", gold / "seeds", gold / "dev"]
        else:
            command = ["score.py", gold / name]
        command = [sys.executable, gold / command[0], *command[1:], "--json"]
        run = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=600)
        if run.returncode != 0:
            sys.exit(f"{name}: {run.stderr.strip() or run.stdout.strip()}")
        yield name, json.loads(run.stdout.strip().splitlines()[-1])


def main():
    gold, rises = Path(sys.argv[1]), "--raise" in sys.argv[2:]
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    below = 0
    for name, found in figures(gold, floors):
        for figure, floor in floors[name].items():
            value = found[figure]
            low = value < floor
            below += low
            print(f"    {name:6} {figure:14} {value:8.4g}  floor {floor:8.4g}{'  BELOW' if low else ''}")
            if rises:
                floors[name][figure] = max(value, floor)
    if rises:
        FLOORS.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")
    if below:
        sys.exit(f"{below} figures below their floors")


if __name__ == "__main__":
    main()
