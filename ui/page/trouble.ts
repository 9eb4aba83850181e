/** Turns a failure of the background into what the panel says about it. */
import type { Failure } from '@/lib/result';
import type { Trouble, Wait, Work } from './state';

/** A locked vault, or a secret that is kept nowhere, is no trouble: it leads to Latchkey's own window. */
export type Stop = Trouble | Wait;

export function stopFor(failure: Failure): Stop {
  return waits[failure.kind] ?? known.find((trouble) => trouble === failure.kind) ?? same[failure.kind] ?? 'generic';
}

/** Whether Latchkey's own window is to be opened. */
export function isWait(stop: Stop): stop is Wait {
  return stop === 'locked' || stop === 'secret';
}

/** What it means when the page broke off the work that was under way. */
export function troubleIn(work: Work): Trouble {
  if (work === 'filling' || work === 'restoring') return 'fill-stopped';
  return work === 'switching' ? 'method' : 'generic';
}

const waits: Partial<Record<Failure['kind'], Wait>> = { 'vault-locked': 'locked', 'secret-needed': 'secret' };

const known = [
  'not-bound',
  'http-refused',
  'http-not-acknowledged',
  'consent-spent',
  'no-secret',
  'too-fast',
  'no-answer',
] as const satisfies readonly Trouble[];

const same: Partial<Record<Failure['kind'], Trouble>> = {
  'not-found': 'not-bound',
  'not-recognised': 'form-gone',
  'page-gone': 'form-gone',
  'no-page': 'form-gone',
};
