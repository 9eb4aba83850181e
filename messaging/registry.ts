/** The one registry of messages to the background: what is unknown, ill-formed or wrongly sent is dropped unanswered. */
import * as z from 'zod/mini';
import { fail } from '@/lib/result';
import { type Incoming, rules, type SenderOf } from './schemas';
import { judgeSender, type RawSender, type Sender } from './sender';

type Awaitable<T> = T | Promise<T>;

/** What the background does on each message. */
export type Handlers = {
  readonly [K in keyof Incoming]: (
    data: Parameters<Incoming[K]>[0],
    sender: SenderOf<K>,
  ) => Awaitable<ReturnType<Incoming[K]>>;
};

type Receive = (data: unknown, sender: Sender) => Promise<unknown> | null;

/** What is done around every message that is handled. */
export interface Around {
  /** Whether the message may be handled now; one that comes too often is answered with `too-fast`. Left out: always. */
  admits?(type: keyof Incoming, sender: Sender, data: unknown): boolean;
  before(type: keyof Incoming): Promise<void>;
  /** Also when the handler has thrown. */
  after(type: keyof Incoming): Promise<void>;
}

const envelope = z.strictObject({ type: z.string(), data: z.optional(z.unknown()) });

/**
 * Builds the function that answers one message: a promise of the answer, or `null` when the message is dropped.
 * Sender and data are judged before any handler runs, and no handler is looked up on a plain object.
 */
export function createRegistry(
  handlers: Handlers,
  around: Around,
): (message: unknown, sender: RawSender) => Promise<unknown> | null {
  const entries = new Map<string, Receive>(types().map((type) => [type, entry(type, handlers, around)]));
  return (message, rawSender) => {
    const sender = judgeSender(rawSender);
    const opened = z.safeParse(envelope, message);
    if (sender === null || !opened.success) return null;
    return entries.get(opened.data.type)?.(opened.data.data, sender) ?? null;
  };
}

/** The keys of `rules`, which its type makes exactly the messages of the protocol. */
function types(): (keyof Incoming)[] {
  return Object.keys(rules) as (keyof Incoming)[];
}

function entry<K extends keyof Incoming>(type: K, handlers: Handlers, { admits, before, after }: Around): Receive {
  const rule = rules[type];
  const handle = handlers[type];
  return (data, sender) => {
    const admitted = rule.admit(sender);
    const parsed = z.safeParse(rule.data, data);
    if (admitted === null || !parsed.success) return null;
    if (admits?.(type, admitted, parsed.data) === false) return Promise.resolve(fail('too-fast'));
    return settled(async () => {
      await before(type);
      return await handle(parsed.data, admitted);
    }).finally(() => after(type));
  };
}

async function settled<T>(handle: () => Awaitable<T>): Promise<T> {
  return await handle();
}
