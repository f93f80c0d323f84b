// How figures look: as Streamlit's own charts do in its light and dark theme, on screen and on paper.

const PRINT = `@media print {
  .js-plotly-plot, .js-plotly-plot .svg-container { width: 100% !important; max-width: 100% !important }
  .js-plotly-plot .main-svg { width: 100%; height: auto }
}`;
const GREYS = { // Streamlit's own, of charts: words, lines, words of a legend
  light: ['#808495', '#e6eaf1', '#262730'],
  dark: ['#e6eaf1', '#31333F', '#fafafa'],
};

const sheet = new CSSStyleSheet();
sheet.replaceSync(PRINT);
document.adoptedStyleSheets.push(sheet);

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
