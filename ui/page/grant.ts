/** The background's leave to fill: values for the preview and a consent that lives for 30 s. */
import type { PageLook, ProfileValues, SecretName } from '@/engine/model';
import { ok, type Result } from '@/lib/result';
import type { Ports } from './ports';
import { type Stop, stopFor } from './trouble';

export interface Grant {
  values: ProfileValues;
  secrets: readonly SecretName[];
  /** What was picked in this form's previews before, by choice id. */
  choices: Record<string, string>;
  consent: string;
  /** It was asked for without a secret that is kept nowhere. */
  withoutSecret: boolean;
  /** When it was given, in milliseconds since 1970. */
  at: number;
}

type Wish = Parameters<Ports['askFill']>[0];
type Secrets = Awaited<ReturnType<Ports['askFill']>>;
type Granted = Result<Grant, { kind: Stop }>;

/** The background forgets a consent after 30 s; one older than this is not worth a try. */
const freshFor = 25_000;

export async function askGrant(ports: Ports, look: PageLook, withoutSecret: boolean): Promise<Granted> {
  const answer = await ports.askPlan(look, withoutSecret);
  if (!answer.ok) return { ok: false, failure: { kind: stopFor(answer.failure) } };
  return ok({ ...answer.value, withoutSecret, at: Date.now() });
}

/**
 * The same grant while it is fresh. An old one is asked for anew by the press on Fill, and only holds
 * while the profile still says what the preview showed.
 */
export async function freshGrant(ports: Ports, look: PageLook, grant: Grant): Promise<Granted> {
  if (Date.now() - grant.at < freshFor) return ok(grant);
  const renewed = await askGrant(ports, look, grant.withoutSecret);
  if (!renewed.ok || promises(renewed.value) === promises(grant)) return renewed;
  return { ok: false, failure: { kind: 'profile-changed' } };
}

/** The background lets a tab be filled once in this time; whoever goes through a wizard in steps is quicker. */
const pause = 2000;

/** Spends the consent. Where the tab's last fill was a moment ago, waits for its turn and asks once more. */
export async function askSecrets(ports: Ports, wish: Wish, signal: AbortSignal): Promise<Secrets> {
  const answer = await ports.askFill(wish);
  if (answer.ok || answer.failure.kind !== 'too-fast') return answer;
  await new Promise((resolve) => setTimeout(resolve, pause));
  return signal.aborted ? answer : ports.askFill(wish);
}

function promises({ values, secrets }: Grant): string {
  return JSON.stringify([values, secrets]);
}
