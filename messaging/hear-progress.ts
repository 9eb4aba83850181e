/** Lets a screen hear how far a job of the background's has come. */
import { browser } from 'wxt/browser';
import type { Progress } from './authentik-protocol';

/** Calls back on each progress of this job until the signal aborts; answers nothing. */
export function hearProgress(job: string, onProgress: (progress: Progress) => void, signal: AbortSignal): void {
  const onMessage = (message: unknown, sender: { id?: string; tab?: unknown }): undefined => {
    // Only the background and the popup speak without a tab; scripts in pages always have one.
    if (sender.id !== browser.runtime.id || sender.tab !== undefined || !isNews(message)) return;
    if (message.data.job === job) onProgress(message.data);
  };
  browser.runtime.onMessage.addListener(onMessage);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(onMessage), { once: true });
}

function isNews(message: unknown): message is { data: Progress } {
  if (typeof message !== 'object' || message === null || !('type' in message) || !('data' in message)) return false;
  return message.type === 'authentik.progress' && typeof message.data === 'object' && message.data !== null;
}
