/** Check: compares a site's page, its profile and authentik, and names for each line what it means and what mends it. */

import { ok, type Result } from '@/lib/result';
import type { AuthentikTrouble, Trouble } from '@/messaging/authentik-protocol';
import type { CheckLine, CheckReport } from '@/messaging/check-report';
import { type ApiFindings, readFindings } from './check-api';
import { clientLines } from './check-client';
import { lineOf, unknown } from './check-line';
import { checkPage, checkPageSecret } from './check-page';
import type { CheckPlace } from './check-place';
import { providerLines } from './check-provider-lines';
import { tokenLines } from './check-token';
import { type Job, withApi } from './jobs';
import { reachPublic, trouble } from './reach';

type Api = { findings?: ApiFindings; state: CheckReport['api'] };

/** What authentik cannot tell is a line, too; only a vault that is locked meanwhile makes the whole of it fail. */
export async function check(place: CheckPlace, job: Job): Promise<Result<CheckReport, Trouble>> {
  const { profile } = place;
  if (profile.kind === 'api-token') {
    const lines = await tokenLines(place, job.signal);
    return lines.ok ? ok(reportOf(place, 'read', [...lines.value, ...pageLines(place)])) : lines;
  }
  const api = await askApi(place, job);
  if (!api.ok) return api;
  const { state, findings } = api.value;
  const probe = await reachPublic(place.instance.baseUrl);
  const asked = { place, profile, findings, api: state };
  const addresses = await clientLines(asked, probe, job.signal);
  // Half of it would look as if authentik were at fault.
  if (job.signal.aborted) return trouble(place.instance.baseUrl, { kind: 'cancelled' });
  const provider = providerLines(asked);
  const [before, after] = [addresses.addresses, addresses.client];
  return ok(reportOf(place, state, [...before, ...provider, ...after, ...pageLines(place)]));
}

function reportOf(
  { known, binding, profile, instance, tabId }: CheckPlace,
  api: CheckReport['api'],
  lines: CheckLine[],
) {
  return {
    appName: known.recipe.name,
    site: binding.origin + binding.basePath,
    host: new URL(binding.origin).host,
    ...(tabId !== undefined && { tabId }),
    profile: { id: profile.id, name: profile.name },
    baseUrl: instance.baseUrl,
    api,
    lines,
  } satisfies CheckReport;
}

/** The API is asked only where the administrator has connected this authentik. */
async function askApi(place: CheckPlace, job: Job): Promise<Result<Api, Trouble>> {
  const { profile, instance, needs } = place;
  const { baseUrl, issuerMode } = instance;
  if (!place.isConnected) return ok({ state: 'not-connected' });
  if (needs === undefined || profile.kind !== 'oidc-client') return ok({ state: 'read' });
  const wanted = { ...needs, issuerMode, scopes: [...new Set([...needs.scopes, ...profile.scopes])] };
  const findings = await withApi(baseUrl, job, (transport, { signal }) =>
    readFindings(transport, profile, wanted, signal),
  );
  return findings.ok ? ok({ state: 'read', findings: findings.value }) : told(findings.failure);
}

function told(failure: Trouble): Result<Api, Trouble> {
  return failure.kind === 'authentik' ? ok({ state: failure satisfies AuthentikTrouble }) : { ok: false, failure };
}

function pageLines(place: CheckPlace): CheckLine[] {
  const lines = [pageLine(place)];
  const secret = checkPageSecret(place);
  if (secret) lines.push(lineOf(secret, [{ do: 'fill-again' }]));
  return lines;
}

function pageLine(place: CheckPlace): CheckLine {
  if (!place.page) return unknown('page', 'page-closed', [{ do: 'open-page' }]);
  const outcome = checkPage(place.page, place);
  return outcome ? lineOf(outcome, [{ do: 'fill-again' }]) : unknown('page', 'fields-hidden', [{ do: 'fill-again' }]);
}
