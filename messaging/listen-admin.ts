/** Lets the script on authentik's page hear the background, and nobody else. */
import { browser } from 'wxt/browser';
import type { AdminMessages } from './admin-protocol';

/** What is done on each message; data is as the background sent it, which is ours. */
export type AdminHandlers = {
  readonly [K in keyof AdminMessages]: (
    ...data: Parameters<AdminMessages[K]>
  ) => ReturnType<AdminMessages[K]> | Promise<Awaited<ReturnType<AdminMessages[K]>>>;
};

type Call = Parameters<AdminMessages['admin.call']>[0];
type Wanted = Parameters<AdminMessages['admin.form']>[0];

export function listenAsAdmin(handlers: AdminHandlers): void {
  const answer = async ({ type, data }: Envelope): Promise<unknown> => {
    if (type === 'admin.read') return handlers['admin.read']();
    if (type === 'admin.form') return isWanted(data) ? handlers['admin.form'](data) : undefined;
    return isCall(data) ? handlers['admin.call'](data) : undefined;
  };
  browser.runtime.onMessage.addListener((message: unknown, sender: { id?: string; tab?: unknown }, respond) => {
    // Only the background and Latchkey's own windows without a tab may ask; scripts in pages always have one.
    if (sender.id !== browser.runtime.id || sender.tab !== undefined || !isForUs(message)) return undefined;
    answer(message).then(respond, () => respond(undefined));
    return true;
  });
}

interface Envelope {
  type: keyof AdminMessages;
  data?: unknown;
}

function isForUs(message: unknown): message is Envelope {
  if (typeof message !== 'object' || message === null || !('type' in message)) return false;
  return message.type === 'admin.read' || message.type === 'admin.form' || message.type === 'admin.call';
}

function isCall(data: unknown): data is Call {
  return typeof data === 'object' && data !== null && 'baseUrl' in data && 'request' in data;
}

function isWanted(data: unknown): data is Wanted {
  return typeof data === 'object' && data !== null && 'baseUrl' in data && 'clientIds' in data;
}
