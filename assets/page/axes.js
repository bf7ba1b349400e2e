// What all pictures are made of: the run, numbers as texts, axes, canvases.

const run = JSON.parse(document.getElementById("run").textContent);
const $ = (id) => document.getElementById(id);
const runs = run.runs, current = runs[0];
const lastOf = (r) => r.loss.length - 1;
const last = Math.max(...runs.map(lastOf));
const still = matchMedia("(prefers-reduced-motion: reduce)");
const dark = matchMedia("(prefers-color-scheme: dark)");
const INTERVALS = [1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100, 150, 200, 300, 500, 700, 1000, 1500,
                   2000, 3000, 5000];
const DASHES = [[], [12, 4], [3, 3], [7, 3], [16, 8], [6, 8], [3, 7], [10, 10], [9, 5]];
const FONT = '12px Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif';
const ROWS = 64; // of a contour's outline

const state = { step: Math.min(run.at || 0, last), playing: false, backwards: false, mode: run.mode, interval: run.interval,
                linear: run.linear, pointed: -1, due: 0 };
let color = {};

// ---- numbers

const minus = (text) => text.replace(/-/g, "−");
const raised = (n) => String(n).replace(/[-0-9]/g, (c) => "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"["-0123456789".indexOf(c)]);

/** A value with about so many digits, with a power of ten where it is very large or small. */
function short(value, digits) {
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e7 || size < 1e-4)) {
    const [mantissa, power] = value.toExponential(digits - 1).split("e");
    return minus(mantissa) + "×10" + raised(Number(power));
  }
  return minus(value.toPrecision(digits).includes("e") ? value.toFixed(0) : value.toPrecision(digits));
}

// ---- axes

const axis = (low, high, logarithmic = false) => ({ low, high, logarithmic });

function around(low, high, share) {
  let margin = share * (high - low);
  if (!(margin > 1e-14 * Math.max(Math.abs(low), Math.abs(high))))
    margin = low === 0 && high === 0 ? 1 : 0.5 * Math.max(Math.abs(low), Math.abs(high));
  return axis(low - margin, high + margin);
}

function roundStep(least) {
  const power = 10 ** Math.floor(Math.log10(least));
  return [1, 2, 5, 10].map((i) => i * power).find((step) => step >= least * (1 - 1e-12));
}

function linearTicks(a, pixels, spacing) {
  const step = roundStep((a.high - a.low) * Math.min(spacing / pixels, 1));
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const most = Math.max(Math.abs(a.low), Math.abs(a.high));
  const ticks = [];
  for (let i = Math.ceil(a.low / step - 1e-9); i * step <= a.high + 1e-9 * step; i++) {
    const value = i * step;
    const plain = most < 1e7 && decimals <= 6;
    ticks.push({ value, text: plain ? minus((i === 0 ? 0 : value).toFixed(decimals))
                                    : i === 0 ? "0" : short(value, 3) });
  }
  return ticks;
}

function logarithmicTicks(a, pixels, spacing) {
  const low = Math.log10(a.low), high = Math.log10(a.high), decade = pixels / (high - low);
  const skip = decade >= spacing ? 1 : roundStep(spacing / decade), ticks = [];
  for (let d = Math.floor(low / skip) * skip; d <= high; d += skip)
    for (const i of decade * Math.log10(2) >= spacing ? [1, 2, 5] : [1]) {
      const value = i * 10 ** d;
      if (value < a.low || value > a.high) continue;
      const plain = value >= 1e-4 && value < 1e7;
      ticks.push({ value, text: plain ? String(Number(value.toPrecision(3)))
                                      : (i > 1 ? i + "×" : "") + "10" + raised(d) });
    }
  return ticks;
}

/** Ticks so far apart, or closer where there would be less than two. */
function ticksOf(a, pixels, spacing) {
  let ticks = [];
  for (let i = 0; i < 3 && ticks.length < 2 && pixels >= 1; i++, spacing *= 0.7)
    ticks = (a.logarithmic ? logarithmicTicks : linearTicks)(a, pixels, spacing);
  return ticks.length < 2 && pixels >= 1 ? linearTicks(a, pixels, spacing) : ticks;
}

/** Where a value is between the ends of an axis, and back. */
const share = (a, v) => a.logarithmic
  ? (Math.log(Math.max(v, 1e-320)) - Math.log(a.low)) / (Math.log(a.high) - Math.log(a.low))
  : (v - a.low) / (a.high - a.low);

// ---- pictures: a canvas each, with what does not move on a layer of its own

function picture(id, xName, yName) {
  const canvas = $(id);
  return { canvas, room: canvas.parentElement, c: canvas.getContext("2d"), layer: document.createElement("canvas"), xName, yName };
}

/** Fits a picture to its room on the page. */
function resize(p) {
  const ratio = window.devicePixelRatio || 1;
  p.w = p.room.clientWidth;
  p.h = p.room.clientHeight;
  p.canvas.style.width = p.w + "px";
  p.canvas.style.height = p.h + "px";
  for (const canvas of [p.canvas, p.layer]) {
    canvas.width = Math.max(1, Math.round(p.w * ratio));
    canvas.height = Math.max(1, Math.round(p.h * ratio));
    canvas.getContext("2d").setTransform(ratio, 0, 0, ratio, 0, 0);
  }
}

/** Places the area of a picture beside the numbers of its axes. */
function place(p, x, y) {
  const c = p.c;
  c.font = FONT;
  p.x = x;
  p.y = y;
  p.top = 8;
  p.height = Math.max(p.h - p.top - 42, 1);
  const ys = ticksOf(y, p.height, 52);
  p.left = 28 + Math.max(...ys.map((t) => c.measureText(t.text).width), 12);
  p.width = Math.max(p.w - p.left - 10, 1);
  p.ticks = { x: ticksOf(x, p.width, 60), y: ys };
  p.atX = (v) => p.left + share(x, v) * p.width;
  p.atY = (v) => clampPixel(p.top + (1 - share(y, v)) * p.height);
}

const clampPixel = (v) => Math.min(Math.max(v, -1e6), 1e6);

function clipped(p, c, draw) {
  c.save();
  c.beginPath();
  c.rect(p.left, p.top, p.width, p.height);
  c.clip();
  draw();
  c.restore();
}

function drawAxes(p, c, grid) {
  c.font = FONT;
  c.lineWidth = 1;
  c.strokeStyle = color.hairline;
  c.fillStyle = color.muted;
  c.textAlign = "center";
  c.textBaseline = "top";
  for (const t of p.ticks.x) {
    const x = p.atX(t.value), half = c.measureText(t.text).width / 2;
    if (grid) line(c, x, p.top, x, p.top + p.height);
    c.fillText(t.text, Math.min(Math.max(x, half), p.w - half), p.top + p.height + 7);
  }
  c.fillText(p.xName, p.left + p.width / 2, p.top + p.height + 25, p.width);
  c.textAlign = "right";
  c.textBaseline = "middle";
  for (const t of p.ticks.y) {
    const y = p.atY(t.value);
    if (grid) line(c, p.left, y, p.left + p.width, y);
    c.fillText(t.text, p.left - 8, y);
  }
  c.save();
  c.translate(9, p.top + p.height / 2);
  c.rotate(-Math.PI / 2);
  c.textAlign = "center";
  c.fillText(p.yName, 0, 0, p.height);
  c.restore();
}

function line(c, x0, y0, x1, y1) {
  c.beginPath();
  c.moveTo(x0, y0);
  c.lineTo(x1, y1);
  c.stroke();
}

function disc(c, x, y, radius, fill, rim = 0, rimColor = color.casing) {
  c.setLineDash([]);
  c.beginPath();
  c.arc(x, y, radius, 0, 2 * Math.PI);
  c.fillStyle = fill;
  c.fill();
  c.lineWidth = rim;
  c.strokeStyle = rimColor;
  if (rim) c.stroke();
}

/** Words on a halo of paper. */
function words(c, text, x, y, fill, align = "left") {
  c.font = FONT;
  c.textAlign = align;
  c.textBaseline = "middle";
  c.setLineDash([]);
  c.lineWidth = 4;
  c.lineJoin = "round";
  c.strokeStyle = color.paper;
  c.strokeText(text, x, y);
  c.fillStyle = fill;
  c.fillText(text, x, y);
}

function stroke(c, points, width, style, dash = []) {
  if (points.length < 2) return;
  c.beginPath();
  c.moveTo(points[0][0], points[0][1]);
  for (const [x, y] of points) c.lineTo(x, y);
  c.lineJoin = "round";
  c.setLineDash(dash);
  c.lineWidth = width;
  c.strokeStyle = style;
  c.stroke();
  c.setLineDash([]);
}

const lookOf = (r) => color["look" + r.look];
const dashOf = (r) => r === current ? [] : DASHES[r.look];
const stepOf = (r, step) => Math.min(step, lastOf(r));
