/** The flows an authentik has for one purpose; authentik sheet 2.6. */

import * as z from 'zod/mini';
import { ok, type Result } from '@/lib/result';
import type { ApiFailure } from '../model';
import { listAll } from './list-all';
import type { Transport } from './transport';

export interface Flow {
  pk: string;
  slug: string;
}

const flowSchema = z.object({ pk: z.string(), slug: z.string() });

export async function readFlows(
  transport: Transport,
  designation: 'authorization' | 'invalidation',
  signal?: AbortSignal,
): Promise<Result<Flow[], ApiFailure>> {
  const query = { designation, ordering: 'slug' };
  const flows = await listAll(transport, { path: 'flows/instances/', query, item: flowSchema }, { signal });
  return flows.ok ? ok(flows.value.map(({ pk, slug }) => ({ pk, slug }))) : flows;
}
