/** Tells which of Latchkey's own windows are open: each holds a Web Lock, which the browser takes back with the page. */

const prefix = 'latchkey-window:';

/** Holds this window's name as long as its page lives. The answer, called, lets go of it earlier. */
export function holdWindow(id: string): Promise<() => void> {
  return new Promise((held) => {
    void navigator.locks.request(prefix + id, () => new Promise<void>(held));
  });
}

/** The ids of all windows that are open now. */
export async function openWindows(): Promise<ReadonlySet<string>> {
  const { held = [] } = await navigator.locks.query();
  return new Set(held.map(({ name = '' }) => name.slice(prefix.length)));
}
