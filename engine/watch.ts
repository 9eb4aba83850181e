/** Calls back, debounced, when the page's content or route may have changed; ends with its signal (security.md 8). */

const quietTime = 150;
const longestDelay = 1000;
/** How long changes are followed after the start, a change of route, or a press of a person's. */
const attention = 30_000;
/** With more batches than this in that time, the page is only looked at now and then. */
const manyBatches = 50;
const countTime = 5000;
const slowDelay = 2000;
/** A look that takes longer counts against the page; the third in a row ends the watch until a click or a change of route. */
const budget = 8;
const mostOverruns = 3;

interface Watch {
  document: Document;
  onChange: () => void;
  observer: MutationObserver;
  look?: ReturnType<typeof setTimeout>;
  sleep?: ReturnType<typeof setTimeout>;
  /** When the changes that are waiting for a look began. */
  since: number | null;
  batches: number[];
  overruns: number;
  url: string;
}

export function watch(document: Document, onChange: () => void, signal: AbortSignal): void {
  const view = document.defaultView;
  if (!view || signal.aborted) return;
  const observer = new MutationObserver((records) => {
    if (records.some((record) => isOfPage(record, document))) noticed(state);
  });
  const state: Watch = { document, onChange, observer, since: null, batches: [], overruns: 0, url: document.URL };
  const options = { signal, capture: true, passive: true };
  for (const type of ['popstate', 'hashchange']) view.addEventListener(type, () => arrived(state), options);
  // A form may open long after the page has come to rest, but not without somebody's doing.
  document.addEventListener('keydown', () => wake(state), options);
  document.addEventListener('pointerdown', () => forgive(state), options);
  signal.addEventListener('abort', () => rest(state));
  wake(state);
}

/** Our own host is a child of the root element: only a new body there is the page's doing. */
function isOfPage(record: MutationRecord, document: Document): boolean {
  return record.target !== document.documentElement || Array.from(record.addedNodes).includes(document.body);
}

function arrived(state: Watch): void {
  forgive(state);
  noticed(state);
}

function forgive(state: Watch): void {
  state.overruns = 0;
  wake(state);
}

/** After a rest, what happened meanwhile has not been seen: one look makes up for it. */
function wake(state: Watch): void {
  if (state.overruns >= mostOverruns) return;
  if (state.sleep === undefined) {
    state.observer.observe(state.document, { childList: true, subtree: true });
    noticed(state);
  }
  clearTimeout(state.sleep);
  state.sleep = setTimeout(() => rest(state), attention);
}

function rest(state: Watch): void {
  state.observer.disconnect();
  clearTimeout(state.sleep);
  clearTimeout(state.look);
  delete state.sleep;
  state.since = null;
}

function noticed(state: Watch): void {
  const now = performance.now();
  state.batches = [...state.batches.filter((at) => now - at < countTime), now].slice(-manyBatches - 1);
  state.since ??= now;
  const isBusy = state.batches.length > manyBatches;
  const latest = state.since + (isBusy ? slowDelay : longestDelay);
  const wanted = isBusy ? latest : now + quietTime;
  clearTimeout(state.look);
  state.look = setTimeout(() => lookWhenIdle(state), Math.max(0, Math.min(wanted, latest) - now));
}

function lookWhenIdle(state: Watch): void {
  state.since = null;
  const look = (): void => lookNow(state);
  if (typeof requestIdleCallback === 'function') requestIdleCallback(look, { timeout: quietTime });
  else look();
}

function lookNow(state: Watch): void {
  if (state.sleep === undefined) return;
  if (state.document.URL !== state.url) {
    state.url = state.document.URL;
    state.overruns = 0;
  }
  const start = performance.now();
  state.onChange();
  // One slow look is the machine's doing, several are the page's.
  state.overruns = performance.now() - start > budget ? state.overruns + 1 : 0;
  if (state.overruns >= mostOverruns) rest(state);
}
