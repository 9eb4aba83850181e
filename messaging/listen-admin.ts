/** Lets the script on authentik's page hear the background, and nobody else. */
import { browser } from 'wxt/browser';
import type { AdminMessages } from './admin-protocol';

/** What is done on each message. */
export type AdminHandlers = {
  readonly [K in keyof AdminMessages]: (
    ...data: Parameters<AdminMessages[K]>
  ) => ReturnType<AdminMessages[K]> | Promise<Awaited<ReturnType<AdminMessages[K]>>>;
};

const types = ['admin.read', 'admin.form', 'admin.follow', 'admin.call'] as const satisfies (keyof AdminMessages)[];

interface Envelope {
  type: (typeof types)[number];
  data?: unknown;
}

export function listenAsAdmin(handlers: AdminHandlers): void {
  const answer = async ({ type, data }: Envelope): Promise<unknown> => {
    // The background is ours and typed where it asks (`askAdmin`): this is the one place that believes it.
    const handle = handlers[type] as (data: unknown) => unknown;
    return await handle(data);
  };
  browser.runtime.onMessage.addListener((message: unknown, sender: { id?: string; tab?: unknown }, respond) => {
    // Only the background and Latchkey's own windows without a tab may ask; scripts in pages always have one.
    if (sender.id !== browser.runtime.id || sender.tab !== undefined || !isForUs(message)) return undefined;
    answer(message).then(respond, () => respond(undefined));
    return true;
  });
}

function isForUs(message: unknown): message is Envelope {
  if (typeof message !== 'object' || message === null || !('type' in message)) return false;
  return types.some((type) => type === message.type);
}
