// Draws Palmarès's figures in place with Plotly: those in sight at once, the others one by one when the page rests.
// Streamlit calls the function at the end with each figure's data, again at each change of it or of the theme.

import { drawButtons } from './figure_buttons.js';
import { look, makeReadable } from './chart_theme.js';

const NEAR = '200px'; // so far below or above the window is in sight
const NARROWEST = 150; // [px]
const CONFIG = { displayModeBar: false };

const byParent = new WeakMap();
const figures = new Map(); // by the place that each is drawn in
const waiting = new Set();
let plotly, drawing = false, wake;

// Plotly comes once for all figures, and again where it did not come.
const bring = () => plotly ??= new Promise((done, failed) => {
  const script = document.createElement('script');
  script.src = new URL('plotly.js', import.meta.url);
  script.onload = () => done(window.Plotly);
  script.onerror = () => { plotly = undefined; failed(new Error('Plotly did not come')); };
  document.head.append(script);
});
bring().catch(() => {});

const unpacked = async data => {
  const stream = new Blob([data]).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Response(stream).json();
};

const same = (one, other) => one?.length === other.length && one.every((byte, n) => byte === other[n]);

// On narrower paper it shrinks and is not cut.
const scalable = svg => {
  svg.setAttribute('viewBox', `0 0 ${svg.getAttribute('width')} ${svg.getAttribute('height')}`);
  svg.setAttribute('preserveAspectRatio', 'xMinYMin');
};

const draw = one => {
  waiting.delete(one);
  one.place.ariaBusy = null;
  one.width = one.place.clientWidth;
  if (!one.width) return; // hidden: drawn when it gets a width
  if (!one.place.data) one.place.replaceChildren(); // of what was said where it could not be drawn
  const { data, layout } = structuredClone(one.told.figure);
  Object.assign(layout, { template: JSON.parse(one.seen), width: Math.max(one.width, NARROWEST) });
  makeReadable({ data, layout }, layout.template.layout.paper_bgcolor);
  window.Plotly.react(one.place, data, layout, CONFIG);
  one.place.querySelectorAll('.main-svg').forEach(scalable);
};

const rest = () => new Promise(done => { wake = done; requestIdleCallback(done, { timeout: 1000 }); });
const painted = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
const task = () => new Promise(done => setTimeout(done));
const order = (one, other) => !!other.near - !!one.near
  || (one.place.compareDocumentPosition(other.place) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1);

const drawAll = async () => {
  if (drawing) return;
  drawing = true;
  try {
    for (await task(); waiting.size; await painted()) {
      if ([...waiting].some(one => one.near === undefined)) await painted(); // until it is known
      if (![...waiting].some(one => one.near)) await rest();
      const [first] = [...waiting].sort(order);
      if (first) draw(first);
    }
  } finally {
    drawing = false;
  }
};

const ask = one => {
  waiting.add(one);
  if (one.near) wake?.(); // though the page may never rest
  bring().then(drawAll, () => {
    waiting.delete(one);
    one.place.ariaBusy = null;
    one.place.textContent = one.told.failed;
  });
};

const sight = new IntersectionObserver(
  seen => seen.forEach(({ target, isIntersecting }) => {
    const one = figures.get(target);
    if (one) one.near = isIntersecting;
    if (isIntersecting && waiting.has(one)) wake?.();
  }),
  { rootMargin: NEAR },
);
const widths = new ResizeObserver(seen => seen.forEach(({ target }) => {
  const one = figures.get(target);
  if (one?.told && target.clientWidth && target.clientWidth !== one.width) ask(one);
}));
addEventListener('beforeprint', () => window.Plotly && waiting.forEach(draw));

// The same figure in the same look is drawn already.
const take = async (one, data) => {
  const seen = JSON.stringify(look(one.place));
  if (seen === one.seen && same(one.data, data)) return;
  Object.assign(one, { seen, data });
  one.place.ariaBusy = 'true';
  const told = await unpacked(data);
  if (one.data !== data || !figures.has(one.place)) return; // overtaken by a newer one
  one.told = told;
  one.place.setAttribute('role', 'figure');
  one.place.setAttribute('aria-label', told.alt);
  drawButtons(one.buttons, told);
  ask(one);
};

const begin = parent => {
  const place = parent.appendChild(document.createElement('div'));
  const one = { place, buttons: parent.appendChild(document.createElement('div')) };
  figures.set(place, one);
  sight.observe(place);
  widths.observe(place);
  return one;
};

const end = one => {
  figures.delete(one.place);
  waiting.delete(one);
  sight.unobserve(one.place);
  widths.unobserve(one.place);
  requestIdleCallback(() => window.Plotly?.purge(one.place));
};

export default function ({ data, parentElement }) {
  let one = byParent.get(parentElement);
  if (!one) byParent.set(parentElement, one = begin(parentElement));
  take(one, data);
  // Streamlit also ends a call that a newer one overtakes; the figure stays then.
  return () => { if (!parentElement.isConnected) end(one); };
}
