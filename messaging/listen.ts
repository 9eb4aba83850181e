/** Lets the script in a page hear the background, and nobody else. */
import { browser } from 'wxt/browser';
import type { TabMessages } from './page-protocol';

/** What the page's script does on each message of the background. */
export type TabHandlers = {
  readonly [K in keyof TabMessages]: (
    ...data: Parameters<TabMessages[K]>
  ) => ReturnType<TabMessages[K]> | Promise<ReturnType<TabMessages[K]>>;
};

/** Answers the background's messages until the signal aborts; anything else gets no answer. */
export function listen(handlers: TabHandlers, signal: AbortSignal): void {
  const answer = (message: unknown): Promise<unknown> | undefined => {
    const { type, data } = envelope(message);
    if (type === 'tab.read') return settled(() => handlers['tab.read']());
    if (isNews(type)) return settled(() => handlers[type]());
    if (type === 'tab.put' && hasText(data)) return settled(() => handlers['tab.put'](data));
    return undefined;
  };
  const onMessage = (
    message: unknown,
    sender: { id?: string; tab?: unknown },
    respond: (answer: unknown) => void,
  ): true | undefined => {
    // Only the background and the popup speak without a tab; other pages' scripts always have one.
    if (sender.id !== browser.runtime.id || sender.tab !== undefined) return undefined;
    const answered = answer(message);
    if (!answered) return undefined;
    answered.then(respond, () => respond(undefined));
    return true;
  };
  browser.runtime.onMessage.addListener(onMessage);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(onMessage), { once: true });
}

/** Messages that say something and ask nothing. */
const news = ['tab.refresh', 'tab.locked', 'tab.unlocked', 'tab.skipped', 'tab.bound'] as const;

function isNews(type: unknown): type is (typeof news)[number] {
  return news.some((known) => known === type);
}

async function settled<T>(handle: () => T | Promise<T>): Promise<T> {
  return await handle();
}

function envelope(message: unknown): { type?: unknown; data?: unknown } {
  return typeof message === 'object' && message !== null ? message : {};
}

function hasText(data: unknown): data is { text: string } {
  return typeof data === 'object' && data !== null && 'text' in data && typeof data.text === 'string';
}
