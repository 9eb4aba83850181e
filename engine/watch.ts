/** Calls back, debounced, when the page's content or route may have changed; ends with its signal. */
export function watch(_document: Document, _onChange: () => void, _signal: AbortSignal): void {}
