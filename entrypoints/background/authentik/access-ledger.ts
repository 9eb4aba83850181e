/** What was sent to an authentik for an account and is not finished: so that another try goes on with it. */
import * as z from 'zod/mini';
import type { Ledger } from '@/authentik/api/service-account';
import type { AccessStep } from '@/authentik/model';
import { changeSessionItem, readSessionItem, sessionItem } from '@/vault/session-items';

const step = z.enum(['account', 'token', 'key', 'role', 'rights', 'group']);
const begunSchema = z.object({ place: z.string(), name: z.string(), tried: z.array(step) });
type Begun = z.infer<typeof begunSchema>;

/** What one app gets at one authentik under one name. */
export interface Undertaking {
  baseUrl: string;
  app: string;
  name: string;
}

/**
 * Outlasts a lock, which may come in the middle, so which authentik it is stands there as a digest only. Gone with the
 * browser: what was made has been reported by then, and a new try has a new name.
 */
const begunItem = sessionItem('begun-access', z.array(begunSchema), { survivesLock: true });

/** The name that an unfinished try for this app went by; undefined when there was none. */
export async function begunName(wanted: Omit<Undertaking, 'name'>): Promise<string | undefined> {
  const place = await placeOf(wanted);
  const all = (await readSessionItem(begunItem)) ?? [];
  return all.find((one) => one.place === place && one.tried.length > 0)?.name;
}

/** Promises the steps of this undertaking; every change is stored before it is gone on. */
export async function openLedger(wanted: Undertaking): Promise<Ledger> {
  const entry = { place: await placeOf(wanted), name: wanted.name };
  const all = (await readSessionItem(begunItem)) ?? [];
  const tried = new Set<AccessStep>(all.find((one) => isSame(one, entry))?.tried);
  return {
    has: (one) => tried.has(one),
    add: async (one) => {
      tried.add(one);
      await put({ ...entry, tried: [...tried] });
    },
    drop: async (one) => {
      tried.delete(one);
      await put({ ...entry, tried: [...tried] });
    },
  };
}

/** All is made and kept: nothing is left to go on with. */
export async function closeLedger(done: Undertaking): Promise<void> {
  await put({ place: await placeOf(done), name: done.name, tried: [] });
}

function put(entry: Begun): Promise<unknown> {
  return changeSessionItem(begunItem, (all = []) => {
    const others = all.filter((one) => !isSame(one, entry));
    const next = entry.tried.length > 0 ? [...others, entry] : others;
    return { next: next.length > 0 ? next : undefined, result: null };
  });
}

function isSame(one: Omit<Begun, 'tried'>, other: Omit<Begun, 'tried'>): boolean {
  return one.place === other.place && one.name === other.name;
}

async function placeOf({ baseUrl, app }: Omit<Undertaking, 'name'>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify([baseUrl, app])));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
