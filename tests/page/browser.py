"""Chromium without a window, through its DevTools protocol: only what a test of a page needs."""
import base64
import json
import os
import select
import shutil
import subprocess
import time

PATIENCE = 60  # seconds, for an answer that never comes


def installed():
    return shutil.which("chromium") or shutil.which("chromium-browser")


class Browser:
    """A browser and its one page. What it asks of the network, and what goes wrong in the page, is
    kept in `requests` and `errors`."""

    def __init__(self, folder):
        commands, here = os.pipe()
        there, answers = os.pipe()
        self.to, self.answers, self.rest = here, there, b""
        self.number, self.requests, self.errors = 0, [], []
        arguments = [
            installed(),
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-component-update",
            "--disable-background-networking",
            "--hide-scrollbars",
            f"--user-data-dir={folder}",
            "--remote-debugging-pipe",
            "about:blank",
        ]
        self.process = subprocess.Popen(
            ["sh", "-c", f'exec "$@" 3<&{commands} 4>&{answers}', "sh", *arguments],
            pass_fds=(commands, answers),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(commands)
        os.close(answers)
        self.session = None
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.ask(f"{domain}.enable")

    def close(self):
        self.process.terminate()
        self.process.wait()

    def message(self):
        """The next that the browser has to say."""
        until = time.monotonic() + PATIENCE
        while b"\0" not in self.rest:
            if not select.select([self.answers], [], [], max(until - time.monotonic(), 0))[0]:
                raise TimeoutError("the browser does not answer")
            part = os.read(self.answers, 1 << 16)
            if not part:
                raise EOFError("the browser has ended")
            self.rest += part
        text, self.rest = self.rest.split(b"\0", 1)
        return json.loads(text)

    def note(self, message):
        method, about = message.get("method", ""), message.get("params", {})
        if method == "Network.requestWillBeSent":
            self.requests.append(about["request"]["url"])
        elif method == "Runtime.exceptionThrown":
            self.errors.append(about["exceptionDetails"].get("exception", {}).get("description"))
        elif method == "Runtime.consoleAPICalled":
            self.errors.append(f"console.{about['type']}: {about['args']}")
        elif method == "Log.entryAdded":
            self.errors.append(about["entry"]["text"])

    def ask(self, method, **about):
        self.number += 1
        question = {"id": self.number, "method": method, "params": about}
        if self.session:
            question["sessionId"] = self.session
        os.write(self.to, json.dumps(question).encode() + b"\0")
        while (message := self.message()).get("id") != self.number:
            self.note(message)
        if "error" in message:
            raise RuntimeError(f"{method}: {message['error']['message']}")
        return message["result"]

    def open(self, file):
        """Opens a file and waits until it is there."""
        self.requests.clear()
        self.errors.clear()
        self.ask("Page.navigate", url=file.as_uri())
        self.wait("document.readyState === 'complete'")

    def run(self, script):
        """The value of an expression in the page."""
        answer = self.ask("Runtime.evaluate", expression=script, returnByValue=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(f"{script}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    def wait(self, condition):
        until = time.monotonic() + PATIENCE
        while not self.run(condition):
            if time.monotonic() > until:
                raise TimeoutError(f"never: {condition}")
            time.sleep(0.01)

    def size(self, width, height, scale=1):
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=height,
                 deviceScaleFactor=scale, mobile=False)

    def media(self, **features):
        """Lets the page see media features, prefers_color_scheme="dark"."""
        self.ask("Emulation.setEmulatedMedia", features=[
            {"name": name.replace("_", "-"), "value": value} for name, value in features.items()])

    def mouse(self, kind, x, y, **more):
        self.ask("Input.dispatchMouseEvent", type=kind, x=x, y=y, **more)

    def click(self, x, y):
        for kind in ("mouseMoved", "mousePressed", "mouseReleased"):
            self.mouse(kind, x, y, button="left", clickCount=1,
                       buttons=1 if kind == "mousePressed" else 0)

    def click_on(self, selector):
        """Clicks the middle of an element, which must be there to be seen."""
        box = self.run("(() => { const e = document.querySelector(%s); e.scrollIntoView({block:"
                       " 'nearest'}); const b = e.getBoundingClientRect(); return [b.x + b.width /"
                       " 2, b.y + b.height / 2]; })()" % json.dumps(selector))
        self.click(*box)

    def key(self, key):
        text = key if len(key) == 1 else ""
        self.ask("Input.dispatchKeyEvent", type="keyDown", key=key, text=text)
        self.ask("Input.dispatchKeyEvent", type="keyUp", key=key)

    def picture(self, file):
        answer = self.ask("Page.captureScreenshot", format="png")
        file.write_bytes(base64.b64decode(answer["data"]))
