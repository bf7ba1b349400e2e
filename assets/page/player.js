// The numbers, the player, and what keys and pointers do.

// ---- numbers

function swatch(r) {
  return `<svg viewBox="0 0 28 8" aria-hidden="true"><path d="M0 4h28" stroke="var(--look${r.look})" ` +
         `stroke-width="${r === current ? 3 : 2}" stroke-dasharray="${dashOf(r).join(" ")}"/></svg>`;
}

const cells = [];
const NUMBERS = [["slope", run.slopeName], ["intercept", run.interceptName], ["loss", "loss"]];

function element(kind, text) {
  const made = document.createElement(kind);
  made.textContent = text;
  return made;
}

function layNumbers() {
  $("title").textContent = run.title;
  $("about").textContent = run.about;
  const main = document.querySelector("main");
  main.classList.toggle("several", runs.length > 1);
  main.classList.toggle("few", pictures.length < 3);
  main.style.setProperty("--pictures", pictures.length);
  const head = document.querySelector("thead").insertRow(), step = element("th", "");
  step.id = "step";
  head.append(step, ...NUMBERS.map(([, name]) => element("th", name)));
  for (const r of runs) {
    const row = $("runs").insertRow(), name = row.insertCell();
    name.className = "name";
    if (runs.length > 1) name.innerHTML = swatch(r);
    name.append(r.name + " ", element("span", r.words));
    cells.push(NUMBERS.map(([key, label]) => {
      const cell = row.insertCell();
      cell.className = "number " + key;
      cell.dataset.name = label;
      return cell;
    }));
  }
}

/** Every number in full, as `downhill --print` has it. */
function drawNumbers() {
  const { step } = state;
  runs.forEach((r, k) => {
    const i = stepOf(r, step), over = r.diverged && i < step;
    cells[k].forEach((cell, j) => {
      const value = r[NUMBERS[j][0]][i], text = minus(String(value));
      if (cell.textContent !== text) cell.textContent = text;
      cell.dataset.value = value;
    });
    cells[k][0].parentElement.title = over ? `It ends at step ${i}: after that its numbers are too large` : "";
  });
  $("step").textContent = "Step " + step;
}

// ---- all of it

const pictures = [[data, layData, drawData, run.data], [weights, layWeights, drawWeights, run.weights],
                  [loss, layLoss, drawLoss, run.losses]].filter(([p, , , shown]) => {
  p.room.parentElement.hidden = !shown;
  return shown;
});
let asked = false;

/** Reads the colors, and lays out what does not move. */
function lay() {
  const style = getComputedStyle(document.documentElement);
  for (const name of ["paper", "ink", "muted", "hairline", "point", "rim", "ghost", "best", "far", "near",
                      "contour", "path", "ahead", "casing", "pointed", "minimum",
                      ...DASHES.map((_, i) => "look" + i)])
    color[name] = longHex(style.getPropertyValue("--" + name).trim());
  for (const [p, layOut] of pictures) {
    resize(p);
    layOut();
  }
  draw();
}

/** Draws before the next frame, however often it is asked for. */
function draw() {
  if (!asked) requestAnimationFrame(drawNow);
  asked = true;
}

function drawNow() {
  asked = false;
  for (const [p, , drawOn] of pictures) {
    p.c.clearRect(0, 0, p.w, p.h);
    p.c.drawImage(p.layer, 0, 0, p.w, p.h);
    drawOn(p.c);
  }
}

/** Shows the state in words and controls at once, and in the pictures with the next frame. */
function show() {
  drawNumbers();
  const slider = $("slider"), way = state.playing ? (state.backwards ? "backwards" : "play") : "pause";
  slider.value = state.step;
  slider.style.setProperty("--part", last ? `calc(8px + ${state.step / last} * (100% - 16px))` : "0%");
  slider.setAttribute("aria-valuetext", `step ${state.step} of ${last}`);
  $("place").textContent = String(state.step).padStart(String(last).length, "\u2007") + " / " + last;
  $("pace").textContent = state.interval + " ms";
  for (const id of ["backwards", "pause", "play"]) $(id).setAttribute("aria-pressed", id === way);
  for (const input of document.querySelectorAll("[name=mode]")) input.checked = input.value === state.mode;
  draw();
}

// ---- the player

function go(step) {
  state.step = Math.min(Math.max(step, 0), last);
  show();
}

function pause() {
  state.playing = false;
  show();
}

function stepBy(steps) {
  state.playing = false;
  go(state.step + steps);
}

function play(backwards) {
  if (state.step === (backwards ? 0 : last)) state.step = backwards ? last : 0;
  state.backwards = backwards;
  if (!state.playing) requestAnimationFrame(tick);
  state.playing = true;
  state.due = performance.now() + state.interval;
  show();
}

/** Takes the steps that are due. */
function tick(now) {
  if (!state.playing) return;
  if (now >= state.due) {
    const steps = Math.min(Math.floor((now - state.due) / state.interval) + 1,
                           Math.max(1, Math.ceil(34 / state.interval)));
    state.due = Math.max(state.due + steps * state.interval, now);
    for (let i = 0; i < steps && state.playing; i++) advance();
    show();
  }
  if (state.playing) requestAnimationFrame(tick);
}

function advance() {
  const end = state.backwards ? 0 : last;
  if (state.step !== end) {
    state.step += state.backwards ? -1 : 1;
    if (state.step === end && state.mode === "once") state.playing = false;
  } else if (state.mode === "loop" && last > 0) {
    state.step = last - end;
  } else if (state.mode === "reflect" && last > 0) {
    state.backwards = !state.backwards;
    state.step += state.backwards ? -1 : 1;
  } else {
    state.playing = false;
  }
}

function changePace(slower) {
  state.interval = slower ? INTERVALS.find((i) => i > state.interval) || state.interval
                          : INTERVALS.slice().reverse().find((i) => i < state.interval) || state.interval;
  state.due = performance.now() + state.interval;
  show();
}

function setMode(mode) {
  state.mode = mode;
  show();
}

function changeScale() {
  state.linear = !state.linear;
  lay();
}

const COMMANDS = {
  slower: () => changePace(true), first: () => stepBy(-last), back: () => stepBy(-1),
  backwards: () => play(true), pause, play: () => play(false), forward: () => stepBy(1),
  last: () => stepBy(last), faster: () => changePace(false), scale: changeScale,
};
const MODES = ["once", "loop", "reflect"];
const KEYS = {
  " ": () => state.playing ? pause() : play(state.backwards && state.step > 0),
  b: () => state.playing && state.backwards ? pause() : play(true),
  ArrowLeft: COMMANDS.back, ArrowRight: COMMANDS.forward, s: COMMANDS.forward,
  Home: COMMANDS.first, End: COMMANDS.last, r: () => { state.step = 0; play(false); },
  "-": COMMANDS.slower, "−": COMMANDS.slower, "+": COMMANDS.faster, "=": COMMANDS.faster,
  m: () => setMode(MODES[(MODES.indexOf(state.mode) + 1) % MODES.length]), l: changeScale,
};

// What was clicked with the mouse does not keep the keys.
let byPointer = false;
document.addEventListener("pointerdown", () => { byPointer = true; }, true);
document.addEventListener("keydown", () => { byPointer = false; }, true);
const letGo = (control) => { if (byPointer) control.blur(); };

for (const [id, command] of Object.entries(COMMANDS))
  $(id).addEventListener("click", () => { command(); letGo($(id)); });
for (const input of document.querySelectorAll("[name=mode]"))
  input.addEventListener("change", () => { setMode(input.value); letGo(input); });
$("slider").addEventListener("input", () => {
  state.playing = false;
  go(Number($("slider").value));
});

/** A button that has the focus is pressed by the space bar, and modes are chosen by arrows. */
document.addEventListener("keydown", (event) => {
  const { target, key } = event;
  const command = KEYS[key] || KEYS[key.toLowerCase()];
  if (!command || event.ctrlKey || event.altKey || event.metaKey) return;
  if (key === " " && target.closest("button")) return;
  if (target.name === "mode" && key.startsWith("Arrow")) return;
  event.preventDefault();
  command();
});

// ---- pointing

function point(step) {
  if (step === state.pointed) return;
  state.pointed = step;
  draw();
}

const stepAt = (event) => {
  const x = event.clientX - loss.canvas.getBoundingClientRect().left;
  return Math.min(Math.max(Math.round((x - loss.left) / loss.width * run.steps), 0), last);
};

function scrub(event) {
  state.playing = false;
  state.pointed = -1;
  go(stepAt(event));
}

/** The step of the current run nearest to a place among the weights, if it is near. */
function nearestStep(event) {
  const box = weights.canvas.getBoundingClientRect();
  const x = event.clientX - box.left, y = event.clientY - box.top;
  let found = -1, least = 14 * 14;
  for (const i of sampled(lastOf(current))) {
    const [px, py] = weightsAt(current, i), distance = (px - x) ** 2 + (py - y) ** 2;
    if (distance < least) { least = distance; found = i; }
  }
  return found;
}

loss.canvas.addEventListener("pointermove", (event) => event.buttons & 1 ? scrub(event) : point(stepAt(event)));
loss.canvas.addEventListener("pointerdown", (event) => {
  if (event.button !== 0) return;
  loss.canvas.setPointerCapture(event.pointerId);
  scrub(event);
});
weights.canvas.addEventListener("pointermove", (event) => point(nearestStep(event)));
weights.canvas.addEventListener("click", (event) => {
  const step = nearestStep(event);
  if (step >= 0) { state.playing = false; go(step); }
});
for (const p of [loss, weights]) p.canvas.addEventListener("pointerleave", () => point(-1));

// ---- begin

$("page").hidden = false;
$("slider").max = last;
layNumbers();
lay();
show();
const room = new ResizeObserver(lay);
for (const [p] of pictures) room.observe(p.room);
dark.addEventListener("change", lay);
if (run.at === undefined && !still.matches && last > 0) play(false);
