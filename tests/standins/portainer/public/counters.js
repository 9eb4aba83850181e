/** Counts clicks on the app's own save buttons and form submits, for tests; the app itself never reads it. */
(() => {
  const counters = { saveClicks: 0, submits: 0 };
  window.standIn = counters;
  const isSave = (target) =>
    target instanceof Element && /^\s*Save settings/.test(target.closest('button')?.textContent ?? '');
  // On window and first of all scripts, so that nothing on the page can hide a click from the count.
  window.addEventListener('click', (event) => (counters.saveClicks += isSave(event.target) ? 1 : 0), true);
  window.addEventListener('submit', () => (counters.submits += 1), true);
})();
