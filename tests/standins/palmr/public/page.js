/** What the server says about this page view: options, words, the version in the footer. */
const source = document.querySelector('script[data-page]');

export const { run, options, words, release } = JSON.parse(source.textContent);

/** A sentence with its gaps filled. */
export const say = (sentence, gaps) => sentence.replace(/\{(\w+)\}/g, (_gap, name) => gaps[name]);
