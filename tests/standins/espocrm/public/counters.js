/** Counts clicks on Save and submits (Ctrl+Enter among them), for tests; the app itself never reads it. */
(() => {
  const counters = { saveClicks: 0, submits: 0 };
  window.standIn = counters;
  const isSave = (target) => target instanceof Element && target.closest('button[data-action="save"]') !== null;
  const isSubmit = (event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey);
  // On window and first of all scripts, so that nothing on the page can hide an event from the count.
  window.addEventListener('click', (event) => (counters.saveClicks += isSave(event.target) ? 1 : 0), true);
  window.addEventListener('submit', () => (counters.submits += 1), true);
  window.addEventListener('keydown', (event) => (counters.submits += isSubmit(event) ? 1 : 0), true);
})();
