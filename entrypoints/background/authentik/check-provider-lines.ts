/** The lines of Check that need authentik's API: the application, the callback and the subject. */

import { checkProvider } from '@/authentik/check/check-provider';
import { outcome } from '@/authentik/check/outcome';
import type { CheckLine, Remedy } from '@/messaging/check-report';
import type { ApiFindings } from './check-api';
import type { Asked } from './check-client';
import { lineOf, unknown } from './check-line';
import { registrationOf, repairFor } from './check-remedies';

const ids = ['application', 'callback', 'subject-mode'] as const;

export function providerLines(asked: Asked): CheckLine[] {
  const { findings, api, profile, place } = asked;
  if (!findings) {
    return ids.map((id) =>
      api === 'not-connected' ? unknown(id, 'not-connected', [{ do: 'connect' }]) : unknown(id, 'no-answer'),
    );
  }
  const { provider } = findings;
  if (!provider)
    return [missingClient(asked, findings), unknown('callback', 'earlier'), unknown('subject-mode', 'earlier')];
  const { callbacks, needs } = place;
  const wanted = { slug: profile.slug, callbacks, subjectMode: needs?.subjectMode };
  const open: Remedy = {
    do: 'open-provider',
    url: `${place.instance.baseUrl}/if/admin/#/core/providers/${provider.pk}`,
  };
  return checkProvider(provider, wanted).map((one) => {
    if (one.id === 'callback') {
      if (callbacks.length === 0) return unknown('callback', 'no-callback');
      return lineOf(
        one,
        one.differences.flatMap(({ expected }) => registrationOf(findings, expected)),
      );
    }
    if (one.id === 'subject-mode') return lineOf(one, repairFor(findings, 'sub_mode'));
    return lineOf(one, [{ do: 'edit-profile' }, open]);
  });
}

/** No provider has this client ID: the profile has another one than the application, or the client is gone. */
function missingClient({ profile, place }: Asked, { other }: ApiFindings): CheckLine {
  const found = other?.clientId ?? '';
  const missing = outcome('application', 'fault', [{ what: 'client_id', expected: profile.clientId, found }]);
  const page = other ? `/${other.pk}` : '';
  const url = `${place.instance.baseUrl}/if/admin/#/core/providers${page}`;
  return lineOf(missing, [{ do: 'edit-profile' }, { do: 'open-provider', url }]);
}
