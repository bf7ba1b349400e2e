// The three pictures: what does not move of each, and what does.

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
