(() => {
"use strict";
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

const state = { step: 0, playing: false, backwards: false, mode: run.mode, interval: run.interval,
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

// ---- data

const data = picture("data", run.xName, run.yName);

/** The line in the data's units that weights are. */
function lineOf(slope, intercept) {
  if (!run.scaling) return [slope, intercept];
  const [mean, deviation] = run.scaling;
  return [slope / deviation, intercept - slope / deviation * mean];
}

const lineAt = (r, step) => lineOf(r.slope[step], r.intercept[step]);

function extent(values) {
  let low = Infinity, high = -Infinity;
  for (const v of values) { low = Math.min(low, v); high = Math.max(high, v); }
  return [low, high];
}

function drawLine(p, c, [slope, intercept], width, style, dash = []) {
  const { low, high } = p.x;
  stroke(c, [[p.atX(low), p.atY(slope * low + intercept)], [p.atX(high), p.atY(slope * high + intercept)]],
         width, style, dash);
}

/** The place of a line's name: near an end, on the side where fewer points are; null for none. */
function placeName(p, [slope, intercept], name, atRight) {
  const width = p.c.measureText(name).width;
  let best = null;
  for (let i = 0; i < 32; i++) {
    const along = 8 + (i >> 2) * 16, away = i & 2 ? 30 : 12, x = atRight ? p.left + p.width - along - width : p.left + along;
    const ends = [x, x + width].map((at) => {
      const value = p.x.low + (at - p.left) / p.width * (p.x.high - p.x.low);
      return p.atY(slope * value + intercept);
    });
    const y = i & 1 ? Math.max(...ends) + away : Math.min(...ends) - away;
    if (!(y > p.top + 10 && y < p.top + p.height - 10)) continue;
    let cost = i & 2 ? 1 : 0;
    for (let k = 0; k < run.x.length; k++) {
      const px = p.atX(run.x[k]), py = p.atY(run.y[k]);
      cost += px > x - 6 && px < x + width + 6 && Math.abs(py - y) < 13;
    }
    if (!best || cost < best.cost) best = { x, y, cost };
  }
  return best && { name, ...best };
}

const pointRadius = Math.max(1.2, Math.min(4.5, 5.2 - Math.log10(Math.max(run.n, 10)) * 0.7));

function layData() {
  place(data, around(...extent(run.x), 0.05), around(...extent(run.y), 0.15));
  const c = data.layer.getContext("2d");
  drawAxes(data, c, true);
  const best = lineOf(run.minimum.slope, run.minimum.intercept), start = lineAt(current, 0);
  clipped(data, c, () => {
    drawLine(data, c, start, 2, color.ghost);
    drawLine(data, c, best, 1.5, color.best, [6, 4]);
    for (let i = 0; i < run.x.length; i++)
      disc(c, data.atX(run.x[i]), data.atY(run.y[i]), pointRadius, color.point, 1, color.rim);
  });
  data.names = [placeName(data, start, "start", false),
                placeName(data, best, run.minimum.unique ? "best fit" : "a best fit", true)];
}

function equation([slope, intercept]) {
  return `y = ${short(slope, 3)} x ${intercept < 0 ? "−" : "+"} ${short(Math.abs(intercept), 3)}`;
}

function drawData(c) {
  clipped(data, c, () => {
    for (const r of runs.slice(1).reverse())
      drawLine(data, c, lineAt(r, stepOf(r, state.step)), 2, lookOf(r), dashOf(r));
    drawLine(data, c, lineAt(current, stepOf(current, state.step)), 3, lookOf(current));
    if (state.pointed >= 0)
      drawLine(data, c, lineAt(current, stepOf(current, state.pointed)), 1.5, color.pointed, [6, 4]);
  });
  for (const at of data.names) if (at) words(c, at.name, at.x, at.y, color.muted);
  const now = lineAt(current, stepOf(current, state.step));
  $("equation").textContent = equation(now);
  const ends = [data.x.low, data.x.high].map((x) => now[0] * x + now[1]);
  const above = Math.min(...ends) > data.y.high, below = Math.max(...ends) < data.y.low;
  if (above || below)
    words(c, above ? "↑ the line is above the picture" : "↓ the line is below the picture",
          data.left + data.width / 2, above ? data.top + 22 : data.top + data.height - 22,
          lookOf(current), "center");
}

// ---- weights

const weights = picture("weights", run.slopeName, run.interceptName);
const q = run.quadratic;

const grown = (a, length) => axis((a.low + a.high - length) / 2, (a.low + a.high + length) / 2);
const lengthOf = (a) => a.high - a.low;

/** The steps up to one to look at: of a long run not every one that comes late. */
function sampled(to) {
  const skip = Math.floor(Math.max(last - 4096, 0) / 4096) | 1, steps = [];
  for (let i = 0; i < to; i += i < 4096 ? 1 : skip) steps.push(i);
  steps.push(to);
  return steps;
}

/** The range that holds start, minimum and what of the paths stays readable. */
function weightsRange(aspect) {
  const m = run.minimum, per = q && q.ss > 0 ? Math.sqrt(q.ii / q.ss) : 1;
  let s = axis(Math.min(current.slope[0], m.slope), Math.max(current.slope[0], m.slope));
  let t = axis(Math.min(current.intercept[0], m.intercept), Math.max(current.intercept[0], m.intercept));
  const sLimit = grown(s, 3 * Math.max(lengthOf(s), lengthOf(t) * per));
  const tLimit = grown(t, 3 * Math.max(lengthOf(t), lengthOf(s) / per));
  const widen = (a, v, limit) => {
    if (v < limit.low || v > limit.high) return;
    a.low = Math.min(a.low, v);
    a.high = Math.max(a.high, v);
  };
  for (const r of runs)
    for (const i of sampled(lastOf(r))) {
      widen(s, r.slope[i], sLimit);
      widen(t, r.intercept[i], tLimit);
    }
  const has = (a) => lengthOf(a) > 1e-9 * Math.max(Math.abs(a.low), Math.abs(a.high));
  const alike = (a, b) => a < 6 * b && b < 6 * a;
  let width = lengthOf(s), height = lengthOf(t);
  if (!has(s) && !has(t))
    height = (q && Math.sqrt(2 * m.loss / q.ii)) || Math.abs(m.intercept) || 1;
  if (!has(s)) width = Math.max(height * aspect * per, 1e-9 * Math.abs(s.high));
  else if (!has(t)) height = Math.max(width / (aspect * per), 1e-9 * Math.abs(t.high));
  else if (alike(per, 1) && alike(width, height * aspect)) {
    height = Math.max(width / aspect, height);
    width = height * aspect;
  }
  return [grown(s, width * 1.36), grown(t, height * 1.36)];
}

/** The loss above the lowest. */
const excess = (s, t) => 0.5 * (q.ss * s * s + 2 * q.si * s * t + q.ii * t * t);

function shownExcess(s, t) {
  const clamp = (v, a) => Math.min(Math.max(v, a[0]), a[1]);
  let low = Infinity, high = 0;
  for (const a of s) for (const b of t) high = Math.max(high, excess(a, b));
  for (let i = 0; i < 2; i++) {
    low = Math.min(low, excess(s[i], clamp(-q.si * s[i] / q.ii, t)));
    low = Math.min(low, excess(q.ss > 0 ? clamp(-q.si * t[i] / q.ss, s) : s[0], t[i]));
  }
  return [s[0] <= 0 && s[1] >= 0 && t[0] <= 0 && t[1] >= 0 ? 0 : low, high];
}

/** Levels are powers of one ratio, as many as read well. */
function levels(p) {
  const [low, high] = shownExcess([p.x.low - q.slope, p.x.high - q.slope],
                                  [p.y.low - q.intercept, p.y.high - q.intercept]);
  if (!(high > 0) || !isFinite(high)) return [];
  const lowest = Math.max(low, Math.min(excess(0, 5 * lengthOf(p.y) / p.height), 0.5 * high));
  const many = (ratio) => Math.log(high / lowest) / Math.log(ratio);
  let ratio = 2;
  while (many(ratio) > 14) ratio *= ratio;
  while (ratio > 1.0001 && many(ratio) < 8) ratio = Math.sqrt(ratio);
  const first = Math.floor(Math.log(high) / Math.log(ratio));
  const end = Math.ceil(Math.log(lowest) / Math.log(ratio)), found = [];
  for (let i = first; i >= end && found.length < 28; i--)
    found.push({ level: ratio ** i, share: (first - i + 1) / (first - end + 1) });
  return found;
}

/** The outline of a contour: at each intercept the two slopes where the loss is at the level. */
function outline(p, level) {
  const beyond = lengthOf(p.x), determinant = q.high * q.low / 4;
  let low = p.y.low - q.intercept, high = p.y.high - q.intercept;
  if (determinant > 0) {
    const reach = Math.sqrt(level * q.ss / 2 / determinant);
    low = Math.max(low, -reach);
    high = Math.min(high, reach);
  }
  const cut = (v) => Math.min(Math.max(v, p.x.low - q.slope - beyond), p.x.high - q.slope + beyond);
  const left = [], right = [];
  for (let i = 0; i < ROWS && low < high; i++) {
    const t = (low + (0.5 - 0.5 * Math.cos(Math.PI * i / (ROWS - 1))) * (high - low)) * (1 - 1e-12);
    const rest = q.ii / 2 * t * t - level;
    const b = q.ss > 0 ? q.si * t / q.ss : 0, d = q.ss > 0 ? b * b - 2 * rest / q.ss : -rest;
    if (!(d >= 0)) continue;
    const root = q.ss > 0 ? Math.sqrt(d) : 1e300, y = p.atY(t + q.intercept);
    left.push([p.atX(q.slope + cut(-b - root)), y]);
    right.push([p.atX(q.slope + cut(-b + root)), y]);
  }
  return right.concat(left.reverse());
}

function mixed(far, near, part) {
  const parse = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));
  const a = parse(far), b = parse(near);
  return `rgb(${a.map((v, i) => Math.round(v + part * (b[i] - v))).join()})`;
}

const longHex = (hex) => hex.length === 4 ? hex.replace(/[^#]/g, "$&$&") : hex;

function layWeights() {
  place(weights, ...weightsRange(1));
  place(weights, ...weightsRange(weights.width / weights.height));
  const p = weights, c = p.layer.getContext("2d");
  drawAxes(p, c, false);
  clipped(p, c, () => {
    c.fillStyle = color.far;
    c.fillRect(p.left, p.top, p.width, p.height);
    for (const { level, share: part } of q ? levels(p) : []) {
      const points = outline(p, level);
      if (points.length === 0) continue;
      c.beginPath();
      for (const [x, y] of points) c.lineTo(x, y);
      c.closePath();
      c.fillStyle = mixed(longHex(color.far), longHex(color.near), part);
      c.fill();
      c.lineWidth = 1;
      c.strokeStyle = color.contour;
      c.stroke();
    }
    const ahead = pathOf(current, lastOf(current));
    stroke(c, ahead, 3.5, color.casing + "99");
    stroke(c, ahead, 1.5, color.ahead);
    if (run.minimum.unique) {
      const x = p.atX(run.minimum.slope), y = p.atY(run.minimum.intercept);
      stroke(c, [[x - 6, y], [x + 6, y]], 2, color.minimum);
      stroke(c, [[x, y - 6], [x, y + 6]], 2, color.minimum);
    }
  });
}

const weightsAt = (r, i) =>
  [clampPixel(weights.atX(r.slope[i])), clampPixel(weights.atY(r.intercept[i]))];
const pathOf = (r, to) => sampled(to).map((i) => weightsAt(r, i));

function drawWeights(c) {
  clipped(weights, c, () => {
    for (const r of runs.slice(1).reverse()) {
      const path = pathOf(r, stepOf(r, state.step));
      stroke(c, path, 4, color.casing + "cc");
      stroke(c, path, 2, lookOf(r), dashOf(r));
      disc(c, ...path[path.length - 1], 4.5, lookOf(r), 1.5);
    }
    const path = pathOf(current, stepOf(current, state.step));
    const mine = current.look === 0 ? color.path : lookOf(current);
    stroke(c, path, 4.5, color.casing);
    stroke(c, path, 2.5, mine);
    if (path.length < 300) for (const [x, y] of path) disc(c, x, y, 2.6, mine);
    disc(c, ...path[0], 6, color.casing, 2.5, mine);
    disc(c, ...path[path.length - 1], 5.5, lookOf(current), 1.5);
    if (state.pointed >= 0) ring(c, ...weightsAt(current, stepOf(current, state.pointed)));
  });
}

function ring(c, x, y) {
  c.beginPath();
  c.arc(x, y, 8, 0, 2 * Math.PI);
  c.lineWidth = 2.5;
  c.strokeStyle = color.pointed;
  c.stroke();
}

// ---- loss

const loss = picture("loss", "step", "");

function lossAxis() {
  let [low, high] = extent(current.loss);
  const most = 10 * current.loss[0], lowest = run.minimum.loss;
  for (const r of runs.slice(1)) {
    const [l, h] = extent(r.loss);
    low = Math.min(low, l);
    high = Math.max(high, Math.min(h, Math.max(high, most)));
  }
  if (state.linear || !(low > 0))
    return around(0, Math.min(high, most), 0.06);
  const bottom = lowest > 0 ? Math.min(low, lowest) : low, top = Math.min(high, 1e300) * 1.25;
  return axis(bottom / Math.max(1.25, Math.min((top / bottom) ** (20 / Math.max(loss.h - 70, 40)), 1e30)),
              top, true);
}

/** The curve up to a step: of many steps in one column the extremes. */
function curveOf(r, to) {
  const bundle = Math.floor(run.steps / Math.max(loss.width, 1)) + 1, points = [];
  for (let from = 0; from <= to; from += bundle) {
    let low = from, high = from;
    for (let i = from + 1; i < Math.min(from + bundle, to + 1); i++) {
      if (r.loss[i] < r.loss[low]) low = i;
      if (r.loss[i] > r.loss[high]) high = i;
    }
    for (const i of low === high ? [low] : [Math.min(low, high), Math.max(low, high)])
      points.push([loss.atX(i), loss.atY(r.loss[i])]);
  }
  if ((to % bundle) !== 0) points.push([loss.atX(to), loss.atY(r.loss[to])]);
  return points;
}

function layLoss() {
  place(loss, axis(0, run.steps), lossAxis());
  $("scale").textContent = state.linear ? "logarithmic" : "linear";
  const c = loss.layer.getContext("2d");
  drawAxes(loss, c, true);
  const y = loss.atY(run.minimum.loss), p = loss;
  clipped(p, c, () => {
    for (const r of runs) {
      c.globalAlpha = r === current ? 1 : 0.35;
      stroke(c, curveOf(r, lastOf(r)), 1.75, r === current ? color.ghost : lookOf(r), dashOf(r));
    }
    c.globalAlpha = 1;
    stroke(c, [[p.left, y], [p.left + p.width, y]], 1.5, color.best, [6, 4]);
  });
  words(c, "lowest possible " + short(run.minimum.loss, 3), p.left + p.width - 2,
        y + 13 < p.top + p.height ? y + 11 : y - 11, color.muted, "right");
}

function drawLoss(c) {
  clipped(loss, c, () => {
    for (const r of runs.slice(1).reverse())
      stroke(c, curveOf(r, stepOf(r, state.step)), 2, lookOf(r), dashOf(r));
    stroke(c, curveOf(current, stepOf(current, state.step)), 3, lookOf(current));
    for (const r of runs.slice().reverse()) {
      const i = stepOf(r, state.step);
      disc(c, loss.atX(i), loss.atY(r.loss[i]), r === current ? 5.5 : 4.5, lookOf(r), 1.5, color.paper);
    }
    if (state.pointed < 0) return;
    const i = stepOf(current, state.pointed), x = loss.atX(i);
    stroke(c, [[x, loss.top], [x, loss.top + loss.height]], 1, color.pointed, [4, 4]);
    ring(c, x, loss.atY(current.loss[i]));
  });
  if (state.pointed < 0) return;
  const i = stepOf(current, state.pointed), x = loss.atX(i);
  const left = x > loss.left + loss.width / 2;
  words(c, `step ${i}: loss ${short(current.loss[i], 4)}`, x + (left ? -12 : 12), loss.top + 12,
        color.ink, left ? "right" : "left");
}

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
  document.querySelector("main").classList.toggle("several", runs.length > 1);
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

const pictures = [[data, layData, drawData], [weights, layWeights, drawWeights], [loss, layLoss, drawLoss]];
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
if (!still.matches && last > 0) play(false);
})();
