/** What can be done at authentik about a line of Check, from what its API has told. */

import { planCallback } from '@/authentik/api/register-callback';
import type { Repair } from '@/authentik/model';
import type { Remedy } from '@/messaging/check-report';
import type { ApiFindings } from './check-api';

/** At most one: the repair of this field, with names in place of ids. */
export function repairFor(findings: ApiFindings | undefined, field: Repair['field']): Remedy[] {
  const repair = findings?.repairs.find((one) => one.field === field);
  if (!findings || !repair) return [];
  const named = (value: string | string[] | null): string[] =>
    [value ?? []].flat().map((id) => findings.names.get(id) ?? id);
  return [{ do: 'repair', repair, now: named(repair.now), next: named(repair.next) }];
}

/** None for a callback that is registered, or that is never to be. */
export function registrationOf({ provider, version }: ApiFindings, callback: string): Remedy[] {
  const planned = provider && planCallback(provider.redirectUris, { callback, version });
  if (!planned?.ok || planned.value.is === 'already') return [];
  return [{ do: 'register', callback, plan: planned.value }];
}
