/** Turns a failure of the background into what the panel says about it. */
import type { Failure } from '@/lib/result';
import type { Trouble, Work } from './state';

/** A locked vault is no trouble: it leads to the unlock window. */
export type Stop = Trouble | 'locked';

export function stopFor(failure: Failure): Stop {
  if (failure.kind === 'vault-locked') return 'locked';
  return known.find((trouble) => trouble === failure.kind) ?? same[failure.kind] ?? 'generic';
}

/** What it means when the page broke off the work that was under way. */
export function troubleIn(work: Work): Trouble {
  if (work === 'filling' || work === 'restoring') return 'fill-stopped';
  return work === 'switching' ? 'method' : 'generic';
}

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
