/** The lines of Check about an API token, for apps that read authentik's directory: authentik answers, and takes the token. */

import { readAccount } from '@/authentik/api/account';
import { readAnswer } from '@/authentik/api/read-answer';
import { checkBase } from '@/authentik/check/check-base';
import { failedOutcome, outcome } from '@/authentik/check/outcome';
import type { Outcome } from '@/authentik/model';
import { ok, type Result } from '@/lib/result';
import type { Trouble } from '@/messaging/authentik-protocol';
import type { CheckLine } from '@/messaging/check-report';
import { lineOf, unknown } from './check-line';
import type { CheckPlace } from './check-place';
import { reachByToken, reachPublic } from './reach';

export async function tokenLines(
  { instance, secret }: CheckPlace,
  signal: AbortSignal,
): Promise<Result<CheckLine[], Trouble>> {
  const probe = await reachPublic(instance.baseUrl);
  if (!probe.ok) {
    const isHttp = probe.failure.cause.kind === 'not-https';
    const none = (id: CheckLine['id']): CheckLine =>
      isHttp ? unknown(id, 'earlier', [{ do: 'edit-profile' }]) : unknown(id, 'not-allowed', [{ do: 'allow' }]);
    return ok([none('base'), none('token')]);
  }
  const answer = await probe.value({ path: 'api/v3/root/config/', signal });
  const config = answer.ok && answer.value.is === 'answer' ? readAnswer(answer.value) : undefined;
  const base = checkBase(config ?? { ok: false, failure: answer.ok ? { kind: 'redirected' } : answer.failure });
  const first = lineOf(base, [{ do: 'edit-profile' }]);
  if (base.level === 'fault') return ok([first, unknown('token', 'earlier')]);
  if (secret === undefined) return ok([first, unknown('token', 'no-secret', [{ do: 'edit-profile' }])]);
  return ok([first, lineOf(await tokenOutcome(instance.baseUrl, secret, signal), [{ do: 'edit-profile' }])]);
}

/** A token that was given another key, or is an app password, is refused like one that never was. */
async function tokenOutcome(baseUrl: string, token: string, signal: AbortSignal): Promise<Outcome> {
  const transport = await reachByToken(baseUrl, token);
  if (!transport.ok) return outcome('token', 'fault', [{ what: 'error', expected: '', found: '' }]);
  const account = await readAccount(transport.value, signal);
  return account.ok ? outcome('token', 'fault', []) : failedOutcome('token', account.failure);
}
