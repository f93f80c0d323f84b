// How figures look: as Streamlit's own charts do in its light and dark theme, on screen and on paper.

const PRINT = `@media print {
  .js-plotly-plot, .js-plotly-plot .svg-container { width: 100% !important; max-width: 100% !important }
  .js-plotly-plot .main-svg { width: 100%; height: auto }
}`;
const GREYS = { // Streamlit's own, of charts: words, lines, words of a legend
  light: ['#5c6170', '#e6eaf1', '#262730'],
  dark: ['#e6eaf1', '#31333F', '#fafafa'],
};

const sheet = new CSSStyleSheet();
sheet.replaceSync(PRINT);
document.adoptedStyleSheets.push(sheet);

const READABLE = 4.5; // contrast of text and ground
const channels = hex => [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16));
const luminance = rgb => rgb
  .map(value => value / 255)
  .map(value => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  .reduce((sum, value, n) => sum + value * [0.2126, 0.7152, 0.0722][n], 0);
const contrast = (one, other) => {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

// A colour moved towards black, or on a dark ground towards white, until text in it can be read.
const readable = (hex, ground) => {
  const end = luminance(ground) > 0.5 ? 0 : 255;
  let colour = channels(hex);
  for (let n = 0; n < 20 && contrast(colour, ground) < READABLE; n++) colour = colour.map(v => v + (end - v) * 0.08);
  return `rgb(${colour.map(Math.round).join()})`;
};

// Makes the coloured text of a figure readable on its ground, a colour as the browser computes it or as hex.
export const makeReadable = ({ data, layout }, css) => {
  const ground = css.startsWith('#') ? channels(css) : css.match(/[\d.]+/g).slice(0, 3).map(Number);
  const fonts = [...data.map(trace => trace.textfont), ...(layout.annotations ?? []).map(({ font }) => font)];
  for (const font of fonts) {
    if (font?.color?.startsWith?.('#')) font.color = readable(font.color, ground);
  }
};

// The look of Streamlit's charts, of the theme that the place is in.
export const look = place => {
  const css = getComputedStyle(place);
  const [words, lines, legend] = GREYS[css.colorScheme] ?? GREYS.light;
  const family = css.getPropertyValue('--st-font').trim();
  const ground = css.getPropertyValue('--st-background-color').trim();
  const axis = {
    automargin: true, gridcolor: lines, zerolinecolor: lines, tickcolor: lines, minor: { gridcolor: lines },
    tickfont: { color: words, size: 12 },
  };
  const title = (standoff) => ({ font: { color: words, size: 14 }, standoff });
  return {
    data: { scatter: [{ type: 'scatter', marker: { line: { width: 0 } } }] },
    layout: {
      font: { color: words, family, size: 12, weight: 400 },
      paper_bgcolor: ground, plot_bgcolor: ground,
      legend: { valign: 'top', borderwidth: 0, font: { size: 12, color: legend } },
      xaxis: { ...axis, showgrid: false, zeroline: false, title: title(20) },
      yaxis: { ...axis, ticklabelposition: 'outside', title: title(24) },
      margin: { pad: 8, r: 0, l: 0 },
      hoverlabel: {
        bgcolor: ground, bordercolor: css.getPropertyValue('--st-border-color').trim(),
        font: { color: words, family, size: 12 },
      },
    },
  };
};
