/** Checks the secret of a profile against what is stored of it, and against whether secrets are kept at all. */
import type { ProfileDraft } from '../schema';
import { secretOf } from '../secret';
import { checkCredential } from './credential';
import { type Checked, note } from './message';
import type { DraftSurroundings } from './surroundings';

/** An empty secret is right when editing a profile that has one, and where no secrets are kept. */
export function checkSecret(
  field: 'clientSecret' | 'apiToken',
  draft: ProfileDraft,
  { profiles, keepsSecrets }: DraftSurroundings,
): Checked<string> {
  const stored = profiles.find(({ id, kind }) => id === draft.id && kind === draft.kind);
  const isOptional = !keepsSecrets || (stored !== undefined && secretOf(stored) !== undefined);
  const checked = checkCredential(field, draft[field], { isOptional });
  if (keepsSecrets || checked.value === '') return checked;
  return { value: checked.value, messages: [...checked.messages, note(field, `${field}NotKept`)] };
}
