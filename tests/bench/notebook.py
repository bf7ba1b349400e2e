"""How long the notebook's own way takes for its animation, and how large it is: PyTorch trains,
matplotlib draws 100 frames of 640x480. Usage: notebook.py FOLDER. Fails without the two."""

import os
import sys
import time

try:
    import matplotlib
    import torch
except ImportError:
    sys.exit(1)
matplotlib.use("Agg")
from matplotlib import animation, pyplot  # noqa: E402

torch.manual_seed(4261750215)
n = 100
x = torch.ones(n, 2)
x[:, 0].uniform_(-1.0, 1)
y = x @ torch.tensor([3.0, 2]) + torch.rand(n)


def make():
    """The notebook's figure and the animation of its training."""
    a = torch.nn.Parameter(torch.tensor([-1.0, 1]))
    figure = pyplot.figure()
    pyplot.scatter(x[:, 0], y, c="orange")
    (line,) = pyplot.plot(x[:, 0], (x @ a).detach())
    pyplot.close(figure)

    def animate(_):
        loss = ((x @ a - y) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            a.sub_(0.1 * a.grad)
            a.grad.zero_()
        line.set_ydata((x @ a).detach())
        return (line,)

    return animation.FuncAnimation(figure, animate, range(100), interval=20)


def write_page(path):
    with open(path, "w", encoding="utf-8") as page:
        page.write(make().to_jshtml())


def measure(ending, write):
    path = os.path.join(sys.argv[1], "notebook" + ending)
    best = float("inf")
    try:
        for _ in range(2):
            start = time.perf_counter()
            write(path)
            best = min(best, time.perf_counter() - start)
        size = os.path.getsize(path)
        print(f"the notebook's {ending:<6}            {1e3 * best:12.1f} ms   {size:8d} bytes")
    except Exception as error:  # a writer may be missing
        print(f"the notebook's {ending:<6}            not measured: {error}")
    if os.path.exists(path):
        os.remove(path)


measure(".html", write_page)
measure(".gif", lambda path: make().save(path, writer="pillow", fps=50))
if animation.writers.is_available("ffmpeg"):
    measure(".mp4", lambda path: make().save(path, writer="ffmpeg", fps=50))
