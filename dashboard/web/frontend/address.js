// How the address changes: what only completes the address that a reader came to takes its place, and keeps its
// fragment; what a reader changes is a new entry of the history. Streamlit adds an entry for both.

const SOMETIMES = new Set(['as_of', 'figure']); // come and go with a button of the page
const push = history.pushState;
let used = false; // since the reader came to this address

const use = () => { used = true; };
addEventListener('pointerdown', use, true);
addEventListener('keydown', use, true);
addEventListener('popstate', () => { used = false; }, true);

const names = url => [...new Set(url.searchParams.keys())].filter(name => !SOMETIMES.has(name)).sort().join();
const completes = url => url.pathname === location.pathname
  && (!used || names(url) !== names(new URL(location.href)));

history.pushState = function (state, unused, address) {
  const url = new URL(address ?? location.href, location.href);
  if (!completes(url)) return push.call(history, state, unused, address);
  url.hash ||= location.hash;
  return history.replaceState(state, unused, url.href);
};
