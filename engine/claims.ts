/** Gives every field the one control whose label names it best, and says so when two are equally good. */
import type { Field, FieldKey } from '@/recipes/schema';
import { labelsOf } from './labels';
import { matchWords, toWords } from './words';

/** What one control's label says: the field it names. Two fields named equally well make it useless for both. */
export interface Claim {
  control: HTMLElement;
  keys: FieldKey[];
  isExact: boolean;
  length: number;
}

/** One claim for each control that names a field; the longest phrase wins, exact before contained. */
export function claimsOf(controls: readonly HTMLElement[], fields: readonly Field[]): Claim[] {
  return controls.flatMap((control) => {
    for (const texts of labelsOf(control)) {
      const claim = claimFrom(control, texts, fields);
      if (claim) return [claim];
    }
    return [];
  });
}

/** Per field, the controls with the best claim: one is found, more are ambiguous. */
export function assign(claims: readonly Claim[]): Map<FieldKey, HTMLElement[]> {
  const best = new Map<FieldKey, Claim[]>();
  for (const claim of claims) {
    for (const key of claim.keys) best.set(key, bestOf(best.get(key) ?? [], claim));
  }
  return new Map([...best].map(([key, winners]) => [key, controlsOf(winners)]));
}

/** A control that names two fields counts twice, so that neither takes it for found. */
function controlsOf(claims: readonly Claim[]): HTMLElement[] {
  return claims.flatMap((claim) => claim.keys.map(() => claim.control));
}

function bestOf(winners: readonly Claim[], claim: Claim): Claim[] {
  const [winner] = winners;
  const difference = winner ? compare(claim, winner) : 1;
  if (difference > 0) return [claim];
  return difference === 0 ? [...winners, claim] : [...winners];
}

type Score = Pick<Claim, 'isExact' | 'length'>;

function compare(one: Score, other: Score): number {
  if (one.isExact !== other.isExact) return one.isExact ? 1 : -1;
  return one.length - other.length;
}

function claimFrom(control: HTMLElement, texts: readonly string[], fields: readonly Field[]): Claim | null {
  let best: Claim | null = null;
  // Text by text: the first piece is the label, a later one may be help that names other fields.
  for (const text of texts) {
    const claim = claimOf(control, text, fields);
    if (claim?.isExact) return claim;
    best ??= claim;
  }
  return best;
}

function claimOf(control: HTMLElement, text: string, fields: readonly Field[]): Claim | null {
  const words = toWords(text);
  let best: Claim | null = null;
  for (const field of fields) {
    const score = scoreOf(words, field);
    if (!score) continue;
    const difference = best ? compare(score, best) : 1;
    if (difference > 0) best = { control, keys: [field.key], ...score };
    else if (difference === 0) best?.keys.push(field.key);
  }
  return best;
}

function scoreOf(words: string, field: Field): Score | null {
  let best: Score | null = null;
  for (const phrase of field.find.labels ?? []) {
    const how = matchWords(words, phrase);
    if (how === 'none') continue;
    const score = { isExact: how === 'exact', length: phrase.length };
    if (!best || compare(score, best) > 0) best = score;
  }
  return best;
}
