/** Mends a provider that does not meet what an app needs: one change each, shown before, and taken back alone. */

import { ok, type Result } from '@/lib/result';
import type { EditFailure, Needs, Proposal, Repair } from '../model';
import type { Catalogue, ScopeMapping } from './catalogue';
import { type Edit, editProvider } from './edit-provider';
import type { Provider } from './providers';
import type { Transport } from './transport';

export function proposeRepairs(provider: Provider, needs: Needs, { keys, mappings }: Catalogue): Proposal {
  const repairs: Repair[] = [];
  const missing: Proposal['missing'] = [];
  const { subjectMode: now, signingKey } = provider;
  if (needs.subjectMode !== undefined && needs.subjectMode !== now) {
    repairs.push({ field: 'sub_mode', now, next: needs.subjectMode });
  }
  if (needs.issuerMode !== undefined && needs.issuerMode !== provider.issuerMode) {
    repairs.push({ field: 'issuer_mode', now: provider.issuerMode, next: needs.issuerMode });
  }
  if (needs.signingKey && signingKey === null) {
    const [key] = keys;
    if (key === undefined) missing.push({ what: 'signing-key' });
    else repairs.push({ field: 'signing_key', now: null, next: key.pk });
  }
  const scopes = missingScopes(provider, needs.scopes, mappings).map((scope) => ({ scope, pk: best(scope, mappings) }));
  const found = scopes.flatMap(({ pk }) => pk ?? []);
  missing.push(...scopes.filter(({ pk }) => pk === undefined).map(({ scope }) => ({ what: 'scope' as const, scope })));
  if (found.length > 0) {
    repairs.push({ field: 'property_mappings', now: provider.mappings, next: [...provider.mappings, ...found] });
  }
  return { repairs, missing };
}

/** Answers with what was really changed, to be taken back by {@link undoRepair}; equal sides when nothing was to do. */
export async function applyRepair(
  transport: Transport,
  pk: number,
  repair: Repair,
  signal?: AbortSignal,
): Promise<Result<Repair, EditFailure>> {
  const { field, now, next } = repair;
  const edit = field === 'property_mappings' ? mappingsEdit(now, next) : valueEdit(field, now, next);
  const edited = await editProvider(transport, pk, edit, signal);
  if (!edited.ok) return edited;
  const { before } = edited.value;
  if (repair.field === 'sub_mode') return ok({ ...repair, now: before.subjectMode });
  if (repair.field === 'issuer_mode') return ok({ ...repair, now: before.issuerMode });
  if (repair.field === 'signing_key') return ok({ ...repair, now: before.signingKey });
  return ok({ ...repair, now: before.mappings, next: union(before.mappings, difference(repair.next, repair.now)) });
}

/** Never restores more than the repair changed: mappings others have added meanwhile stay. True when it was there. */
export async function undoRepair(
  transport: Transport,
  pk: number,
  repair: Repair,
  signal?: AbortSignal,
): Promise<Result<boolean, EditFailure>> {
  const { field, now, next } = repair;
  const edit = field === 'property_mappings' ? mappingsEdit(next, now) : valueEdit(field, next, now);
  const edited = await editProvider(transport, pk, edit, signal);
  return edited.ok ? ok(edited.value.wasSent) : edited;
}

/** How a provider tells of the fields that hold one value. */
const readings = {
  sub_mode: ({ subjectMode }: Provider) => subjectMode,
  issuer_mode: ({ issuerMode }: Provider) => issuerMode,
  signing_key: ({ signingKey }: Provider) => signingKey,
} as const;

function valueEdit(field: keyof typeof readings, now: string | null, next: string | null): Edit {
  const read: (provider: Provider) => string | null = readings[field];
  return {
    field,
    next: (provider) => {
      if (read(provider) === next) return { do: 'nothing' };
      return read(provider) === now ? { do: 'send', value: next } : { do: 'stop', kind: 'changed-meanwhile' };
    },
    isDone: (after) => read(after) === next,
  };
}

/** Adds and takes away what differs between the two sides, on whatever the list holds by then. */
function mappingsEdit(now: string[], next: string[]): Edit {
  const [added, removed] = [difference(next, now), difference(now, next)];
  const wanted = (mappings: string[]) => union(difference(mappings, removed), added);
  return {
    field: 'property_mappings',
    next: ({ mappings }) => {
      const value = wanted(mappings);
      return isSameSet(value, mappings) ? { do: 'nothing' } : { do: 'send', value };
    },
    isDone: (after, before) => isSameSet(after.mappings, wanted(before.mappings)),
  };
}

function missingScopes(provider: Provider, scopes: readonly string[], mappings: ScopeMapping[]): string[] {
  const mapped = mappings.filter(({ pk }) => provider.mappings.includes(pk)).map(({ scope }) => scope);
  return difference([...scopes], mapped);
}

/** authentik's own mapping for the scope before any other. */
function best(scope: string, mappings: ScopeMapping[]): string | undefined {
  const fitting = mappings.filter((mapping) => mapping.scope === scope);
  return (fitting.find(({ isOwn }) => isOwn) ?? fitting[0])?.pk;
}

function union(one: string[], other: string[]): string[] {
  return [...one, ...difference(other, one)];
}

function difference(one: string[], other: string[]): string[] {
  return one.filter((text) => !other.includes(text));
}

function isSameSet(one: string[], other: string[]): boolean {
  return difference(one, other).length === 0 && difference(other, one).length === 0;
}
