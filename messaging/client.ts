/**
 * Sends the protocol's messages, typed, and never throws across the boundary: no listener means `no-answer`.
 *
 * Built straight on `browser.runtime`: `@webext-core/messaging` looks its handlers up by name on a plain object
 * (`constructor` finds one), answers messages it should drop, hands stack traces across the border, and cannot
 * name the document a message is meant for.
 */
import { browser } from 'wxt/browser';
import { fail, ok, type Result } from '@/lib/result';
import type { AdminMessages } from './admin-protocol';
import type { AuthentikMessages, Progress } from './authentik-protocol';
import type { PageMessages, TabMessages } from './page-protocol';
import type { Messages, ScreenMessages } from './protocol';

/** Messages the background answers. */
export type ToBackground = keyof (ScreenMessages & AuthentikMessages & PageMessages);

/** Data of a message as arguments: none, or one. */
export type DataOf<K extends keyof Messages> = Parameters<Messages[K]>;

/** An answer as the sender gets it: a `Result` stays as it is, anything else is wrapped into one. */
export type Sent<A> = [A] extends [Result<unknown, { kind: string }>] ? A | Result<never> : Result<A>;

/** A page: the top document of a tab, and where the browser can tell, that very document. */
export interface TabTarget {
  tabId: number;
  documentId?: string;
}

/** Asks the background; the answer goes to this document only. Fails with `no-answer`, never throws. */
export async function send<K extends ToBackground>(
  type: K,
  ...data: DataOf<K>
): Promise<Sent<ReturnType<Messages[K]>>> {
  const answer: unknown = await attempt(() => browser.runtime.sendMessage({ type, data: data[0] }));
  // The background is ours and its answers are typed at the registry: this is the one place that believes them.
  return (isResult(answer) ? answer : ok(answer)) as Sent<ReturnType<Messages[K]>>;
}

/**
 * Asks the script in a tab's top document. What comes back was made beside a hostile page:
 * it is `unknown` until the caller has parsed it. Fails with `no-answer`, never throws.
 */
export async function sendToTab<K extends keyof TabMessages>(
  target: TabTarget,
  type: K,
  ...data: DataOf<K>
): Promise<Result<unknown>> {
  return ask(target, { type, data: data[0] });
}

/** Asks the script on authentik's own page; what comes back is parsed by the caller, too. */
export async function askAdmin<K extends keyof AdminMessages>(
  target: TabTarget,
  type: K,
  ...data: Parameters<AdminMessages[K]>
): Promise<Result<unknown>> {
  return ask(target, { type, data: data[0] });
}

/** Tells Latchkey's own open pages, the popup among them, which no message to a tab reaches. Nobody answers. */
export function tellScreens(type: 'tab.locked'): void {
  void attempt(() => browser.runtime.sendMessage({ type }));
}

/** Tells them how far a job of the background's has come. */
export function tellProgress(data: Progress): void {
  void attempt(() => browser.runtime.sendMessage({ type: 'authentik.progress', data }));
}

const noAnswer = fail('no-answer');

async function ask(target: TabTarget, message: { type: string; data: unknown }): Promise<Result<unknown>> {
  const answer: unknown = await attempt(() => browser.tabs.sendMessage(target.tabId, message, options(target)));
  return answer === noAnswer ? noAnswer : ok(answer);
}

/** A rejected promise means that nobody listens, or that the listener is gone; so does no answer at all. */
async function attempt(ask: () => Promise<unknown>): Promise<unknown> {
  try {
    return (await ask()) ?? noAnswer;
  } catch {
    return noAnswer;
  }
}

/** Firefox refuses the key `documentId` in this place, so it gets the frame alone. */
function options(target: TabTarget): { frameId: number; documentId?: string } {
  const known = target.documentId;
  return known === undefined || import.meta.env.BROWSER === 'firefox'
    ? { frameId: 0 }
    : { frameId: 0, documentId: known };
}

function isResult(answer: unknown): answer is Result<unknown> {
  return typeof answer === 'object' && answer !== null && 'ok' in answer && typeof answer.ok === 'boolean';
}
