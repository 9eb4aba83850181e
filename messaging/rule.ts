/** What makes a message acceptable: the kind of its sender, and the shape of its data. Background only. */
import type * as z from 'zod/mini';
import type { PageSender, ScreenSender, Sender } from './sender';

export interface Rule<S extends Sender, D> {
  /** The sender when it is of the right kind, else `null`. */
  admit: (sender: Sender) => S | null;
  data: z.ZodMiniType<D>;
}

/** Only Latchkey's own pages may send it. */
export function fromScreen<D>(data: z.ZodMiniType<D>): Rule<ScreenSender, D> {
  return { admit: (sender) => (sender.kind === 'screen' ? sender : null), data };
}

/** Only the script in the top document of a tab may send it. */
export function fromPage<D>(data: z.ZodMiniType<D>): Rule<PageSender, D> {
  return { admit: (sender) => (sender.kind === 'page' ? sender : null), data };
}
