#!/usr/bin/python3
"""Runs the README's examples of gradient descent; of what they write downhill says "agree".

Usage: readme_examples.py PROGRAM README
"""
import os
import pathlib
import subprocess
import sys
import tempfile

try:
    import numpy as np
    import torch
except ImportError as missing:
    print(f"skipped: {missing}")
    sys.exit(77)

program, readme = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).read_text()
examples = [block.split("```")[0] for block in readme.split("```python\n")[1:]]


def names_for(example, points):
    """What the example is told to have."""
    x, y = points.T
    if "torch" not in example:
        return {"np": np, "x": x if "np." in example else list(x), "y": y if "np." in example else list(y)}
    model = torch.nn.Linear(1, 1)
    with torch.no_grad():
        model.weight.fill_(-1.0), model.bias.fill_(1.0)
    column = [torch.tensor(values, dtype=torch.float32).reshape(-1, 1) for values in (x, y)]
    return {"np": np, "torch": torch, "model": model, "x": column[0], "y": column[1]}


failed = len(examples) != 3
with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    data = subprocess.run([program, "--print-data"], capture_output=True, text=True, check=True).stdout
    pathlib.Path("points.csv").write_text(data)
    points = np.loadtxt("points.csv", delimiter=",", skiprows=1)
    for example in examples:
        names = names_for(example, points)
        exec(example, names)
        if "run" in names:
            names["run"].close()
        said = subprocess.run(
            [program, "points.csv", "--check", "run.csv", "--lr", "0.1", "--init", "-1,1"],
            capture_output=True, text=True)
        print(said.stdout + said.stderr)
        failed |= said.returncode != 0 or not said.stdout.startswith("verdict: agree\n")
sys.exit(failed)
