/** Reads a list of authentik's to its end, page by page; authentik sheet 2.2. */

import * as z from 'zod/mini';
import { ok, type Result } from '@/lib/result';
import type { ApiFailure } from '../model';
import { ask } from './ask';
import type { Transport } from './transport';

export interface ListOptions {
  search?: string;
  /** After every page: how many are here, of how many. */
  onProgress?: (progress: { done: number; total: number }) => void;
  signal?: AbortSignal | undefined;
}

interface List<T> {
  path: string;
  query: Readonly<Record<string, string>>;
  item: z.ZodMiniType<T>;
}

const pageSize = 100;
/** A list that does not end is none. */
const mostPages = 100;

/** All or nothing: a page that fails fails the list. What moves to the next page meanwhile is there once. */
export async function listAll<T extends { pk: string | number }>(
  transport: Transport,
  { path, query, item }: List<T>,
  { search = '', onProgress, signal }: ListOptions = {},
): Promise<Result<T[], ApiFailure>> {
  const schema = pageOf(item);
  const asked = search === '' ? query : { ...query, search };
  const all = new Map<string | number, T>();
  for (let page = 1; page <= mostPages; ) {
    const wanted = { ...asked, page: String(page), page_size: String(pageSize) };
    const answer = await ask(transport, { path, query: wanted, signal }, schema);
    if (!answer.ok) return answer;
    const { pagination, results } = answer.value;
    for (const entry of results) all.set(entry.pk, entry);
    onProgress?.({ done: all.size, total: Math.max(pagination.count, all.size) });
    if (pagination.next === 0) return ok([...all.values()]);
    // A list that leads back has no end either.
    page = pagination.next > page ? pagination.next : Number.POSITIVE_INFINITY;
  }
  return { ok: false, failure: { kind: 'malformed', fields: ['pagination.next'] } };
}

function pageOf<T>(item: z.ZodMiniType<T>) {
  return z.object({
    pagination: z.object({ next: z.number(), count: z.number() }),
    results: z.array(item),
  });
}
