/** Judges what a page says of its callbacks: the address by the rules, the use by what the recipe declares. */
import type { Callback } from '@/engine/model';
import { judgePattern } from '@/sites/callback-pattern';
import { type CallbackVerdict, judgeCallback } from '@/sites/callback-url';
import type { KnownForm } from './find-form';

/** Each callback with its verdict; those that are no proper address, or that the app does not have, are left out. */
export function judgeCallbacks(
  callbacks: readonly Callback[],
  known: KnownForm,
  origin: string,
): { callback: Callback; verdict: Exclude<CallbackVerdict, 'refused'> }[] {
  const vendorHosts = known.form.callbackHosts ?? [];
  return callbacks.flatMap((callback) => {
    const judge = callback.matching === 'regex' ? judgePattern : judgeCallback;
    const verdict = isDeclared(callback, known) ? judge(callback.url, origin, vendorHosts) : 'refused';
    return verdict === 'refused' ? [] : [{ callback, verdict }];
  });
}

/** A page that is taken over could ask for a pattern, or for a logout; and no pattern is ever read from a page. */
function isDeclared({ how, matching, kind }: Callback, { looks }: KnownForm): boolean {
  if (matching !== undefined && how === 'read') return false;
  return looks
    .flatMap(({ callbacks }) => callbacks)
    .some((source) => source.how !== 'after-save' && source.matching === matching && source.kind === kind);
}
