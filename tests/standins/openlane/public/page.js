/** What the server says about this page view: its options, and where the list of integrations lives. */
const source = document.querySelector('script[data-page]');

export const { options, home } = JSON.parse(source.textContent);
