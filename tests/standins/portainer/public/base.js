/** Gives the empty base element the folder the app is served under, from the address, as the app does since 2.11.1. */
(() => {
  const base = document.getElementById('base');
  base?.setAttribute('href', window.location.pathname.replace(/[^/]*$/, ''));
})();
