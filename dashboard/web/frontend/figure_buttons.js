// The buttons below a figure: its picture as PNG and SVG, its link, the code that embeds it.

import { makeReadable } from './chart_theme.js';

const PAPER = { // as the evidence file prints it
  paper_bgcolor: '#fff', plot_bgcolor: '#fff',
  font: { family: "'Source Sans', 'Source Sans 3', system-ui, sans-serif", color: '#1F2328' },
};
const AXIS = { gridcolor: '#EBF0F8', zerolinecolor: '#EBF0F8', automargin: true };
const SHORTEST = 240; // of an embedded figure, with title and source [px]
const AROUND = 190; // title, source line and link of an embedded figure [px]
const SHOWN = 2500; // a confirmation [ms]

// The address of the figure alone.
const address = (key, embed) => {
  const url = new URL(location.href);
  url.hash = '';
  url.searchParams.delete('embed');
  url.searchParams.set('figure', key);
  if (embed) url.searchParams.set('embed', 'true');
  return url.href.replaceAll('%2C', ',').replaceAll('%3A', ':');
};

const escaped = text => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
const frame = ({ key, title, figure }) => {
  const height = Math.max(SHORTEST, figure.layout.height) + AROUND;
  return `<iframe src="${escaped(address(key, true))}" title="${escaped(title)}" width="100%" height="${height}"`
    + ' loading="lazy" style="border: 0"></iframe>';
};

const save = ({ figure, picture, file }, format) => {
  const { data, layout } = structuredClone(figure);
  Object.assign(layout, { template: { layout: { ...PAPER, xaxis: AXIS, yaxis: AXIS } } }, picture);
  makeReadable({ data, layout }, PAPER.paper_bgcolor);
  const { width, height } = picture;
  window.Plotly.downloadImage({ data, layout }, { format, width, height, filename: file, scale: format === 'png' ? 2 : 1 });
};

// Where a frame forbids the clipboard, the text stands there to be copied by hand.
const copy = async (button, text, { copied, by_hand: byHand }) => {
  try {
    await navigator.clipboard.writeText(text);
    const label = button.textContent;
    button.textContent = copied;
    setTimeout(() => { button.textContent = label; }, SHOWN);
  } catch {
    const field = document.createElement('input');
    Object.assign(field, { value: text, readOnly: true, ariaLabel: byHand, className: 'palmares-copy' });
    button.after(field);
    field.select();
  }
};

export const drawButtons = (row, content) => {
  const button = (label, press) => {
    const one = Object.assign(document.createElement('button'), { type: 'button', textContent: label });
    one.addEventListener('click', () => press(one));
    return one;
  };
  row.className = 'palmares-buttons';
  row.replaceChildren(
    button(content.png, () => save(content, 'png')),
    button(content.svg, () => save(content, 'svg')),
    button(content.link, one => copy(one, address(content.key), content)),
    button(content.embed, one => copy(one, frame(content), content)),
  );
};
