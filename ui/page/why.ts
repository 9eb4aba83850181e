/** Why the preview leaves a field to the person: the same reasons the report gives after the fill. */
import type { FieldReport, PlanRow, SecretName } from '@/engine/model';
import type { Field } from '@/recipes/schema';

/** Undefined where the row's state says it all. `secrets` are those the profile holds. */
export function whyLeft(
  { state }: PlanRow,
  field: Field | undefined,
  secrets: readonly SecretName[],
): FieldReport['because'] {
  if (state !== 'left' || !field) return undefined;
  if (field.savesAtOnce) return 'saves-at-once';
  const secret = secretOf(field);
  return secret && !secrets.includes(secret) ? 'no-secret' : undefined;
}

function secretOf({ value }: Field): SecretName | null {
  if (value.from !== 'profile' || value.name === 'client_id') return null;
  return value.name;
}
