/** What the server says about this page view: options, words, class names, callbacks. */
const source = document.querySelector('script[data-page]');

export const { options, wording, fieldOrder, callbacks, classes } = JSON.parse(source.textContent);
