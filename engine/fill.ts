/** Carries out a plan and reports only what was read back after the page's re-render. */
import type { FieldKey } from '@/recipes/schema';
import type { FillReport, PlanRow, Recognition, Undo } from './model';

export interface FillRequest {
  find: () => Recognition | null;
  rows: PlanRow[];
  secrets: Partial<Record<FieldKey, string>>;
  signal: AbortSignal;
}

export async function fill(_request: FillRequest): Promise<{ report: FillReport; undo: Undo }> {
  return { report: { fields: [], callbacks: [], restorable: [] }, undo: { values: [], secret: false } };
}
