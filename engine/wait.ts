/** Waits that end early when their signal is aborted; none of them ever throws. */

export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end);
  });
}

/** Two animation frames, so that a framework has rendered; a hidden tab draws none and waits a fifth of a second. */
export function twoFrames(signal: AbortSignal): Promise<void> {
  const drawn = new Promise<void>((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });
  return Promise.race([drawn, pause(200, signal)]);
}

/** Asks until the answer is true, the time is over or the signal is aborted; gives the last answer. */
export async function until(isTrue: () => boolean, milliseconds: number, signal: AbortSignal): Promise<boolean> {
  const end = performance.now() + milliseconds;
  while (!isTrue()) {
    if (signal.aborted || performance.now() >= end) return false;
    await pause(40, signal);
  }
  return true;
}
