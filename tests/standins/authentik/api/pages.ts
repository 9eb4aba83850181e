/** Lists of the API: searched, ordered and page by page; sheet authentik.md 2.2. */
import type { JsonSchema } from '../contract/json-schema.ts';
import { found, notFound, type Reply } from './endpoint.ts';

export interface ListOptions {
  /** Fields that the parameter `search` looks into. */
  searched: readonly string[];
  /** Fields that are parameters of their own, compared as text. */
  filters?: readonly string[];
}

/** `next` and `previous` are page numbers, 0 when there is none. A page beyond the last is not found. */
export function pageOf(all: readonly JsonSchema[], url: URL, options: ListOptions): Reply {
  const chosen = ordered(all.filter(isChosen(url, options)), url.searchParams.get('ordering'));
  const size = Number(url.searchParams.get('page_size') ?? 100);
  const current = Number(url.searchParams.get('page') ?? 1);
  const total = Math.max(1, Math.ceil(chosen.length / size));
  if (current > total) return notFound('page');
  return found({
    pagination: {
      next: current < total ? current + 1 : 0,
      previous: current - 1,
      count: chosen.length,
      current,
      total_pages: total,
      start_index: (current - 1) * size + 1,
      end_index: Math.min(current * size, chosen.length),
    },
    results: chosen.slice((current - 1) * size, current * size),
    autocomplete: {},
  });
}

function isChosen({ searchParams }: URL, { searched, filters = [] }: ListOptions) {
  const wanted = searchParams.get('search')?.toLowerCase() ?? '';
  return (entry: JsonSchema): boolean =>
    searched.some((field) => String(entry[field]).toLowerCase().includes(wanted)) &&
    filters.every((field) => !searchParams.has(field) || String(entry[field]) === searchParams.get(field));
}

function ordered(entries: JsonSchema[], ordering: string | null): JsonSchema[] {
  if (ordering === null) return entries;
  const field = ordering.replace('-', '');
  const sorted = entries.toSorted((left, right) => String(left[field]).localeCompare(String(right[field])));
  return ordering.startsWith('-') ? sorted.reverse() : sorted;
}
