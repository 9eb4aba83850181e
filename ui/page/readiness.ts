/** Says when presses begin to count: once the view has stood still and in sight for half a second. */
import type { Refusal } from '@/messaging/page-protocol';
import type { PageHost } from './host';
import { createSight } from './sight';

/** Security rules, section 3.3; for the press on Fill it starts when the preview is complete. */
const settleTime = 500;

export interface Readiness {
  isReady(): boolean;
  /** What speaks against a press now; null when nothing does. */
  against(): Refusal | null;
  /** What is shown has changed or moved. */
  restart(): void;
}

/** `onChange` hears of every change until the signal aborts. */
export function createReadiness(host: PageHost, onChange: (ready: boolean) => void, signal: AbortSignal): Readiness {
  let ready = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const set = (next: boolean): void => {
    if (ready === next) return;
    ready = next;
    onChange(ready);
  };
  const restart = (): void => {
    clearTimeout(timer);
    set(false);
    if (!signal.aborted) timer = setTimeout(() => sight.isSeen() && set(true), settleTime);
  };
  const sight = createSight(host, restart, signal);
  // The page can take the box away and put it back elsewhere, or under the finger: then its size goes and comes.
  const growth = new ResizeObserver(restart);
  growth.observe(host.mount);
  signal.addEventListener('abort', () => {
    growth.disconnect();
    clearTimeout(timer);
  });
  return {
    isReady: () => ready,
    against: () => {
      if (!sight.isSeen()) return 'covered';
      return ready ? null : 'too-soon';
    },
    restart,
  };
}
