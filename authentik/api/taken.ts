/** Which names of providers and slugs of applications are taken, and which are free beside them. */

import * as z from 'zod/mini';
import { ok, type Result } from '@/lib/result';
import type { ApiFailure } from '../model';
import { listAll } from './list-all';
import { listProviders } from './providers';
import type { Transport } from './transport';

export interface Taken {
  names: string[];
  slugs: string[];
}

/** authentik before 2025.12 takes no longer slug (authentik sheet 2.6). */
const longestSlug = 50;

const applicationSchema = z.object({ pk: z.string(), slug: z.string() });

/** As far as the account may see; whatever else is taken, authentik says when it is asked to make it. */
export async function readTaken(transport: Transport, signal?: AbortSignal): Promise<Result<Taken, ApiFailure>> {
  const providers = await listProviders(transport, { signal });
  if (!providers.ok) return providers;
  const query = { superuser_full_list: 'true', ordering: 'name' };
  const list = { path: 'core/applications/', query, item: applicationSchema };
  const applications = await listAll(transport, list, { signal });
  // Only superusers are shown all of them; to others this list matters less than the right to make one.
  if (!applications.ok && applications.failure.kind !== 'forbidden') return applications;
  const seen = applications.ok ? applications.value.map(({ slug }) => slug) : [];
  const attached = providers.value.flatMap(({ application }) => application?.slug ?? []);
  return ok({ names: providers.value.map(({ name }) => name), slugs: [...new Set([...seen, ...attached])] });
}

/** `wanted`, or with the next number: `Portainer 2`. */
export function freeName(wanted: string, taken: readonly string[]): string {
  return firstFree(
    (number) => (number === 1 ? wanted : `${wanted} ${number}`),
    (name) => taken.includes(name),
  );
}

/** `wanted`, or with the next number: `portainer-2`; in whatever case, since addresses are easily mixed up by it. */
export function freeSlug(wanted: string, taken: readonly string[]): string {
  const lower = taken.map((slug) => slug.toLowerCase());
  return firstFree(
    (number) => {
      const ending = number === 1 ? '' : `-${number}`;
      return `${wanted.slice(0, longestSlug - ending.length)}${ending}`;
    },
    (slug) => lower.includes(slug.toLowerCase()),
  );
}

function firstFree(numbered: (number: number) => string, isTaken: (text: string) => boolean): string {
  let number = 1;
  while (isTaken(numbered(number))) number += 1;
  return numbered(number);
}
