#!/usr/bin/python3
"""Runs exported scripts and notebooks and compares what they print with `downhill --print`.

Usage: export_live.py PROGRAM. Every line of options is exported once for PyTorch and once for
numpy. Exits with 77 (skipped) where neither is installed.
"""
import contextlib
import importlib.util
import io
import json
import pathlib
import shlex
import subprocess
import sys
import tempfile

RELATIVE = 1e-12
ROUNDING = 1e-13  # of the largest in a column, for a weight that passes by zero

OPTIMIZERS = "gd momentum nesterov adagrad rmsprop adam adamw qhm qhadam".split()

# What begins with points.csv and the like is a file of FILES.
LINES = [
    "",
    "--seed 18446744073709551615 --init 5,-5",
    "--points 57 --true 1.04,-4 --noise 0.1 --seed 7",
    "--points 1 --noise 0",
    *(f"--optimizer {name} --lr 0.03" for name in OPTIMIZERS),
    *(f"--optimizer {name} --lr 0.03 --weight-decay 0.1 --batch 33" for name in OPTIMIZERS),
    "--optimizer nesterov --momentum 0 --lr 0.1",
    "--optimizer adam --beta1 0.8 --beta2 0.95 --eps 0.001 --lr 0.2,50:0.01",
    "--optimizer qhadam --nu1 0.8 --nu2 0.5 --lr 0.05,30:0.02,31:0.01,70:0.3,80:0.1,90:0",
    "--batch 10 --lr 0.3,50:0.03 --steps 230",
    "--batch 100 --lr 0.3",
    "--loss half --batch 7",
    "--loss sum --lr 0.003",
    "--loss sum --lr 0.001 --batch 32 --standardize",
    "--sample cars --lr 0.0018 --loss half",
    "--sample faithful --standardize --batch 64 --seed 5",
    "--sample anscombe4 --standardize --loss sum --lr 0.03 --optimizer adagrad",
    "--xy '1,2 2,4.5 -3,0.1' --lr 0.05 --batch 2",
    "--xy '0.5,1 0.5,2 0.5,4' --standardize",
    "--lr 1.2",
    "--lr 40",
    "--vs 'optimizer=adam lr=0.3 batch=10' --vs 'batch=10 lr=0.2,9:0.1 name=less of \"\"\" it'",
    "--sample hubble --lr 0.1 --vs 'batch=4 optimizer=rmsprop lr=1' --vs 'batch=4 lr=0.2' --seed 8",
    "points.csv --lr 0.1",
    "points.csv --columns b,y --lr 0.1 --batch 3 --standardize",
    "semicolons.txt --lr 0.01",
    "spaces.dat --lr 0.01 --vs optimizer=qhm",
    "commas.csv --lr 0.01",
    "gaps.csv --lr 0.01",
]

POINTS = [(0.5 * i, 2.0 * i, 0.1 * i * i - 3.0) for i in range(30)]
FILES = {
    "points.csv": "a,b,y\n" + "".join(f"{a!r},{b!r},{y!r}\n" for a, b, y in POINTS),
    "semicolons.txt": "# measured\nx;y\n\n" + "".join(f"{a!r}; {y!r}\n" for a, _, y in POINTS),
    "spaces.dat": "".join(f"  {a!r}\t {y!r}  \n" for a, _, y in POINTS),
    "commas.csv": "x;y\n" + "".join(f"{a!r};{y!r}\n".replace(".", ",") for a, _, y in POINTS),
    "gaps.csv": "x,y\n1,2\n3,\n4,5\n" + "".join(f"{a!r},{y!r}\n" for a, _, y in POINTS),
}


def numbers(text):
    return [[float(number) for number in line.split(",")] for line in text.splitlines()[1:]]


def output_of(*cells):
    """What the cells of a script print; it is run in a world of its own."""
    printed, world = io.StringIO(), {}
    with contextlib.redirect_stdout(printed):
        for cell in cells:
            exec(compile(cell, "script.py", "exec"), world)
    return printed.getvalue()


def cells_of(notebook):
    """The code of a notebook, which must be as nbformat 4 has it."""
    assert notebook["nbformat"] == 4 and notebook["metadata"]["kernelspec"]["name"] == "python3"
    kinds = [cell["cell_type"] for cell in notebook["cells"]]
    assert kinds == ["markdown"] + ["code"] * (len(kinds) - 1)
    for cell in notebook["cells"]:
        assert cell["metadata"] == {} and all(isinstance(line, str) for line in cell["source"])
        assert all(line.endswith("\n") for line in cell["source"][:-1])
    code = notebook["cells"][1:]
    assert all(cell["execution_count"] is None for cell in code)
    assert [len(cell["outputs"]) for cell in code] == [0] * (len(code) - 1) + [1]
    assert set(code[-1]["outputs"][0]["data"]) == {"text/plain", "text/html"}
    return ["".join(cell["source"]) for cell in code]


def compare(expected, actual):
    """What is wrong, or None."""
    if expected.splitlines()[0] != actual.splitlines()[0]:
        return f"the header is {actual.splitlines()[0]!r}"
    rows, printed = numbers(expected), numbers(actual)
    if len(rows) != len(printed):
        return f"{len(printed)} rows, not {len(rows)}"
    rounding = [ROUNDING * max(abs(number) for number in column) for column in zip(*rows)]
    for row, other in zip(rows, printed):
        for wanted, got, error in zip(row, other, rounding, strict=True):
            if not abs(got - wanted) <= RELATIVE * abs(wanted) + error:
                return f"{got!r} is not {wanted!r}, in the row {row}"
    return None


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    installed = {"pytorch": "torch", "numpy": "numpy"}
    frameworks = [name for name, module in installed.items() if importlib.util.find_spec(module)]
    if not frameworks:
        print("skipped: neither python3-torch nor python3-numpy is installed")
        return 77
    print("compared with", " and ".join(frameworks))
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder, 'with "quotes" \\ and ö')
        folder.mkdir()
        for name, text in FILES.items():
            (folder / name).write_text(text)
        for line in LINES:
            options = shlex.split(line)
            run = lambda *more: subprocess.run(
                [program, *options, *more], cwd=folder, check=True, capture_output=True, text=True
            ).stdout
            expected = run("--print")
            for framework in frameworks:
                run("-x", "script.py", "--framework", framework)
                run("-x", "run.ipynb", "--framework", framework)
                script = (folder / "script.py").read_text(encoding="utf-8")
                notebook = json.loads((folder / "run.ipynb").read_text(encoding="utf-8"))
                for printed in (output_of(script), output_of(*cells_of(notebook))):
                    wrong = compare(expected, printed)
                    if wrong:
                        failures += 1
                        print(f"{framework}: {wrong}: {line}")
    count = 2 * len(LINES) * len(frameworks)
    print(f"{count - failures} of {count} scripts and notebooks print what --print does")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
