#!/usr/bin/env python3
"""Plays an exported page in Chromium and compares what it shows with `downhill --print`.

Usage: page_plays.py PROGRAM [FOLDER]. Screenshots of every size are kept in FOLDER. Exits with 77
(skipped) where no Chromium is installed.
"""
import html.parser
import json
import pathlib
import subprocess
import sys
import tempfile
import traceback

import browser

SIZES = [(360, 740), (800, 600), (1600, 900)]
STEPS = 100
EVIL = "</script><!--<b>\"'\\ \u2028 ö"

CASES = {
    "one": ["--steps", str(STEPS)],
    "several": ["--steps", str(STEPS), "--vs", "optimizer=adam lr=0.3", "--vs",
                "batch=10 lr=0.2 name=" + EVIL.replace("\u2028", "")],
    "diverges": ["--lr", "1e9", "--vs", "lr=0.1"],
    "scaled": ["--sample", "forbes", "--standardize", "--loss", "sum", "--lr", "0.01"],
    "steep": ["--sample", "hubble", "--lr", "0.3", "--steps", "1"],
    "equal": ["--xy", "1,2 1,3 1,4", "--columns", EVIL.replace("\u2028", "").replace('"', "") + ",y"],
    "few": ["--show", "weights,loss", "--at", "20"],
    "alone": ["--show", "data", "--at", "100", "--vs", "lr=1e9"],
    "long": ["--steps", "20000", "--batch", "5"],
    "light": ["--theme", "light", "--repeat", "loop", "--interval", "300", "--show", "linear"],
}

passed, failed = 0, []


def check(what, is_so):
    global passed
    if is_so:
        passed += 1
    else:
        failed.append(what)
        print("FAILED:", what)


def rows_of(program, options):
    """The runs as the program prints them: a list of rows of texts for each run."""
    printed = subprocess.run([program, "--print", *options], check=True, capture_output=True,
                             text=True).stdout
    lines = [line.split(",") for line in printed.splitlines()]
    if lines[0][0] != "run":
        return [[row[1:] for row in lines[1:]]]
    runs = {}
    for number, _, *row in lines[1:]:
        runs.setdefault(number, []).append(row)
    return list(runs.values())


class Player:
    """A page of the program's, opened."""

    def __init__(self, program, folder, window, name, **media):
        self.program, self.window, self.options = program, window, CASES[name]
        self.file = pathlib.Path(folder, name + ".html")
        subprocess.run([program, *self.options, "--export", str(self.file)], check=True)
        window.media(prefers_reduced_motion="reduce", **media)
        window.open(self.file)

    def step(self):
        return int(self.window.run("document.getElementById('slider').value"))

    def interval(self):
        return int(self.window.run("document.getElementById('pace').textContent.split(' ')[0]"))

    def pressed(self):
        return self.window.run("[...document.querySelectorAll('[aria-pressed=true]')]"
                               ".map(e => e.id).join()")

    def mode(self):
        return self.window.run("document.querySelector('[name=mode]:checked').value")

    def button(self, name):
        self.window.click_on("#" + name)

    def choose(self, mode):
        self.window.click_on(f"label:has([value={mode}])")

    def go(self, step):
        self.window.run("(() => { const s = document.getElementById('slider');"
                        f" s.value = {step}; s.dispatchEvent(new Event('input')); }})()")

    def wait_for(self, condition):
        """Waits for a condition on `step` and `way`, the pressed one of the three buttons."""
        self.window.wait("(() => { const step = Number(document.getElementById('slider').value);"
                         " const way = document.querySelector('[aria-pressed=true]').id;"
                         f" return {condition}; }})()")

    def shown(self):
        """The numbers as they stand in the page, for each run."""
        return self.window.run(
            "[...document.querySelectorAll('#runs tr')].map(row => [...row.querySelectorAll("
            "'td.number')].map(cell => cell.textContent.replace(/−/g, '-')))")


def same(shown, row):
    return [float(text) for text in shown] == [float(text) for text in row]


def check_numbers(player, name):
    """At every step the weights and losses are those that are printed."""
    runs = rows_of(player.program, player.options)
    last = max(len(run) for run in runs) - 1
    steps = range(last + 1) if last <= STEPS else [0, 1, last // 3, last - 1, last]
    for step in steps:
        player.go(step)
        for run, shown in zip(runs, player.shown(), strict=True):
            check(f"{name}: step {step} is the printed one", same(shown, run[min(step, len(run) - 1)]))


def check_controls(player):
    player.button("last")
    check("last", player.step() == STEPS)
    player.button("first")
    check("first", player.step() == 0)
    player.button("forward")
    player.button("forward")
    check("one step forward", player.step() == 2)
    player.button("back")
    check("one step back", player.step() == 1)
    player.button("first")
    player.button("back")
    check("no step before the first", player.step() == 0)
    usual = player.interval()
    player.button("slower")
    check("slower", player.interval() > usual)
    player.button("faster")
    player.button("faster")
    check("faster", player.interval() < usual)
    player.button("slower")
    player.choose("once")
    player.button("play")
    check("play is pressed while it plays", player.pressed() in ("play", "pause"))
    player.wait_for("way === 'pause'")
    check("played once, it rests at the last step", player.step() == STEPS)
    player.button("play")
    player.wait_for("step > 2 && step < 100 || way === 'pause'")
    player.button("pause")
    rests = player.step()
    player.window.run("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    check("paused, it stays", player.pressed() == "pause" and player.step() == rests)
    player.go(60)
    player.button("backwards")
    player.wait_for("way === 'pause'")
    check("played backwards once, it rests at the first step", player.step() == 0)


def check_modes(player):
    for _ in range(10):
        player.button("faster")
    player.choose("loop")
    check("loop is chosen", player.mode() == "loop")
    player.go(95)
    player.button("play")
    player.wait_for("step < 50 && way === 'play'")
    check("in a loop it begins again", player.pressed() == "play")
    player.button("pause")
    player.go(3)
    player.button("backwards")
    player.wait_for("step > 50 && way === 'backwards'")
    check("backwards, too", player.pressed() == "backwards")
    player.choose("reflect")
    check("reflect is chosen", player.mode() == "reflect")
    player.wait_for("way === 'play'")
    check("reflected at the first step it plays forwards", player.pressed() == "play")
    player.wait_for("way === 'backwards'")
    check("and at the last backwards", player.pressed() == "backwards")
    player.choose("once")
    player.wait_for("way === 'pause'")
    check("once it ends", player.step() in (0, STEPS))


def check_keys(player):
    player.go(50)
    for key, step in [("ArrowRight", 51), ("s", 52), ("ArrowLeft", 51), ("Home", 0), ("End", STEPS)]:
        player.window.key(key)
        check(f"{key} goes to step {step}", player.step() == step)
    interval = player.interval()
    player.window.key("-")
    check("- is slower", player.interval() > interval)
    player.window.key("+")
    check("+ is faster", player.interval() == interval)
    modes = []
    for _ in range(3):
        player.window.key("m")
        modes.append(player.mode())
    check("m goes through the modes", sorted(modes) == ["loop", "once", "reflect"])
    player.choose("once")
    player.go(0)
    player.window.key(" ")
    player.wait_for("way === 'pause'")
    check("the space bar plays", player.step() == STEPS)
    player.button("back")
    player.window.key(" ")
    player.wait_for("way === 'pause'")
    check("a button that was clicked does not keep the space bar", player.step() == STEPS)
    player.window.key("b")
    player.wait_for("way === 'pause'")
    check("b plays backwards", player.step() == 0)
    player.window.run("document.getElementById('slider').focus()")
    player.window.key("ArrowRight")
    check("the slider takes one step at a key", player.step() == 1)


def pixels(player, canvas):
    """The picture as a text that differs where it does, after the next frame."""
    player.window.run("0")
    return player.window.ask("Runtime.evaluate", awaitPromise=True, returnByValue=True, expression=(
        "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() =>"
        f" done(document.getElementById('{canvas}').toDataURL()))))"))["result"]["value"]


def place_of(player, canvas, x, y):
    """A place in a picture, by shares of its width and height, in the window."""
    player.window.run(f"document.getElementById('{canvas}').scrollIntoView({{block: 'center'}})")
    box = player.window.run(f"(() => {{ const b = document.getElementById('{canvas}')"
                            ".getBoundingClientRect(); return [b.x, b.y, b.width, b.height]; })()")
    return box[0] + x * box[2], box[1] + y * box[3]


def check_pointing(player):
    player.go(10)
    player.window.mouse("mouseMoved", x=1, y=1)
    before = {name: pixels(player, name) for name in ("data", "weights", "loss")}
    player.window.mouse("mouseMoved", *place_of(player, "loss", 0.6, 0.5))
    for name, picture in before.items():
        check(f"a step pointed at is marked in {name}", pixels(player, name) != picture)
    check("pointing shows no other step", player.step() == 10)
    player.window.mouse("mouseMoved", x=1, y=1)
    for name, picture in before.items():
        check(f"and no longer, in {name}", pixels(player, name) == picture)
    player.window.click(*place_of(player, "loss", 0.6, 0.5))
    check("a click in the loss goes to a step", 40 < player.step() < 70)
    player.window.mouse("mousePressed", *place_of(player, "loss", 0.6, 0.5), button="left", buttons=1)
    player.window.mouse("mouseMoved", *place_of(player, "loss", 0.3, 0.5), button="left", buttons=1)
    player.window.mouse("mouseReleased", *place_of(player, "loss", 0.3, 0.5), button="left")
    check("a drag there, too", 10 < player.step() < 40)
    scale = pixels(player, "loss")
    player.window.click_on("#scale")
    check("linear or logarithmic", pixels(player, "loss") != scale)
    player.window.click_on("#scale")


def check_fits(player, what):
    wide = player.window.run("document.documentElement.scrollWidth - innerWidth")
    check(f"{what}: nothing is wider than the window", wide <= 0)
    clear = player.window.run(
        "[...document.querySelectorAll('footer button, #slider, .modes span')].every(e => {"
        " const b = e.getBoundingClientRect();"
        " return b.width > 0 && b.left >= 0 && b.right <= innerWidth; })")
    check(f"{what}: every control is there", clear)
    drawn = player.window.run(
        "[...document.querySelectorAll('section:not([hidden]) canvas')].every(c => c.width > 150 &&"
        " c.height > 60 && c.clientWidth <= c.parentElement.clientWidth)")
    check(f"{what}: every picture has room", drawn)


def check_quiet(player, what):
    window = player.window
    check(f"{what}: no error, {window.errors}", not window.errors)
    check(f"{what}: it asks for nothing but itself, {window.requests}",
          window.requests == [player.file.as_uri()])


def check_sizes(program, folder, window, keep):
    for width, height in SIZES:
        for theme in ("light", "dark"):
            what = f"{width} {theme}"
            window.size(width, height)
            player = Player(program, folder, window, "one", prefers_color_scheme=theme)
            check_controls(player)
            check_modes(player)
            check_keys(player)
            check_pointing(player)
            check_fits(player, what)
            paper = window.run("getComputedStyle(document.body).backgroundColor")
            check(f"{what}: {paper}", paper == {"light": "rgb(255, 255, 255)",
                                                "dark": "rgb(20, 24, 29)"}[theme])
            if keep:
                player.go(12)
                pixels(player, "data")
                window.picture(pathlib.Path(keep, f"page-{width}-{theme}.png"))
            check_quiet(player, what)


def check_changes(program, folder, window):
    """What happens to a page that is open: another size, another theme."""
    window.size(1600, 900)
    player = Player(program, folder, window, "several", prefers_color_scheme="light")
    light = pixels(player, "data")
    window.media(prefers_reduced_motion="reduce", prefers_color_scheme="dark")
    check("dark is drawn at once", pixels(player, "data") != light)
    window.size(360, 740)
    pixels(player, "data")
    check_fits(player, "made narrow")
    window.size(800, 600, scale=2)
    pixels(player, "data")
    check("twice the pixels", window.run("document.getElementById('data').width ==="
                                         " 2 * document.getElementById('data').clientWidth"))
    check_quiet(player, "changed")


def check_names(program, folder, window):
    player = Player(program, folder, window, "several")
    wanted = EVIL.replace("\u2028", "")
    names = window.run("[...document.querySelectorAll('td.name')].map(e => e.textContent)")
    check(f"a name is text: {names}", names[2].startswith(wanted + " "))
    check("no markup comes of it", window.run("document.querySelectorAll('td.name b').length") == 0)
    swatches = window.run("document.querySelectorAll('#runs svg path').length")
    check("every run has its look in the legend", swatches == 3)
    check_quiet(player, "names")


def check_beginnings(program, folder, window):
    player = Player(program, folder, window, "light")
    check("it repeats as it was asked to", player.mode() == "loop")
    check("and at its pace", player.interval() == 300)
    check("who wants no motion gets none", player.pressed() == "pause" and player.step() == 0)
    window.media(prefers_reduced_motion="no-preference")
    window.open(player.file)
    player.wait_for("way === 'play' && step > 1")
    check("others see it play", player.step() > 1)


def check_shown(program, folder, window):
    """Only the pictures that were asked for, at the step that was asked for."""
    for width, height in SIZES:
        window.size(width, height)
        for name, shown, step in [("few", "weights,loss", 20), ("alone", "data", 100),
                                  ("one", "data,weights,loss", 0)]:
            player = Player(program, folder, window, name)
            seen = window.run("[...document.querySelectorAll('canvas')].filter(c => c.clientHeight >"
                              " 60).map(c => c.id).join()")
            check(f"{width}: of {shown} there is {seen}", seen == shown)
            check(f"{width}: {name} begins at step {player.step()}", player.step() == step)
            check_fits(player, f"{width}: {name}")
            check_quiet(player, name)
    window.media(prefers_reduced_motion="no-preference")
    window.open(pathlib.Path(folder, "few.html"))
    pixels(player, "loss")
    check("at a step that was asked for it rests", player.pressed() == "pause")


def check_blocked(program, folder, window):
    player = Player(program, folder, window, "one")
    window.ask("Emulation.setScriptExecutionDisabled", value=True)
    window.open(player.file)
    window.wait("document.querySelector('noscript p') !== null")
    words, width, height = window.run(
        "(() => { const p = document.querySelector('noscript p'), b = p.getBoundingClientRect();"
        " return [p.textContent, b.width, b.height]; })()")
    check("with script blocked a message says so", "JavaScript" in words and "blocked" in words)
    check("that can be seen", width > 200 and height > 20)
    check("and nothing else", window.run("document.getElementById('page').offsetHeight === 0"))
    check_quiet(player, "blocked")
    window.ask("Emulation.setScriptExecutionDisabled", value=False)


class Frame(html.parser.HTMLParser):
    """The page in the frame of a notebook's output."""

    page = None

    def handle_starttag(self, tag, attributes):
        self.page = dict(attributes).get("srcdoc")


def check_files(program, folder):
    """The page's size, and the same page as a notebook's output."""
    page, notebook = pathlib.Path(folder, "run.html"), pathlib.Path(folder, "run.ipynb")
    for name in ("one", "several"):
        for file in (page, notebook):
            subprocess.run([program, *CASES[name], "-x", str(file)], check=True)
        cell = json.loads(notebook.read_text(encoding="utf-8"))["cells"][-1]
        frame = Frame()
        frame.feed("".join(cell["outputs"][0]["data"]["text/html"]))
        check(f"{name}: the notebook's player is the page", frame.page == page.read_text("utf-8"))
        size = page.stat().st_size
        check(f"{name}: {size} bytes", name != "one" or size < 60000)


def main():
    if not browser.installed():
        print("skipped: Chromium is not installed, Debian package chromium")
        return 77
    program = str(pathlib.Path(sys.argv[1]).resolve())
    keep = sys.argv[2] if len(sys.argv) > 2 else None
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        window = browser.Browser(pathlib.Path(folder, "profile"))
        try:
            check_sizes(program, folder, window, keep)
            check_changes(program, folder, window)
            check_names(program, folder, window)
            check_beginnings(program, folder, window)
            check_shown(program, folder, window)
            window.size(1280, 800)
            for name in CASES.keys() - {"few", "alone"}:
                player = Player(program, folder, window, name)
                check_numbers(player, name)
                check_quiet(player, name)
            check_blocked(program, folder, window)
            check_files(program, folder)
        except (RuntimeError, TimeoutError, EOFError):
            failed.append("the page ended")
            traceback.print_exc()
        finally:
            window.close()
    print(f"{passed} passed, {len(failed)} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
