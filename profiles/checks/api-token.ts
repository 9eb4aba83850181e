/** Checks what makes a profile an API token: a name of its own in its authentik, and the token. */
import type { UnderstoodAddress } from '@/authentik/addresses';
import type { FieldMessage, ProfileDraft } from '../schema';
import { twinOf } from '../twin';
import { type Checked, error, warning } from './message';
import { checkSecret } from './secret';
import type { DraftSurroundings } from './surroundings';

/** A draft of an API token in the shape it is saved in. */
export interface CleanToken {
  kind: 'api-token';
  /** Empty: keep the stored one, or none. */
  secret: string;
}

/** Three parts of base64url, the first of which begins with `{"` (RFC 7519). */
const jsonWebToken = /^eyJ[\w-]*\.[\w-]+\.[\w-]*$/;

/** Everything but the address, in the order of the form; `name` is the one it would be saved under. */
export function checkApiToken(
  draft: ProfileDraft,
  { address, name }: { address: UnderstoodAddress | undefined; name: string },
  surroundings: DraftSurroundings,
): Checked<CleanToken> {
  const secret = checkSecret('apiToken', draft, surroundings);
  return {
    value: { kind: 'api-token', secret: secret.value },
    messages: [
      ...checkTaken(draft.id, address?.baseUrl, name, surroundings),
      ...secret.messages,
      ...checkNature(secret.value, surroundings),
    ],
  };
}

/** Two tokens of one authentik with the same name could not be told apart. */
function checkTaken(
  id: string | undefined,
  baseUrl: string | undefined,
  name: string,
  surroundings: DraftSurroundings,
): FieldMessage[] {
  const twin = twinOf({ kind: 'api-token', baseUrl, text: name, id }, surroundings);
  return twin ? [{ ...error('name', 'nameTaken', twin.name), openProfileId: twin.id }] : [];
}

/** What is beyond doubt no token of a service account, or none that lasts (authentik sheet 2.1). */
function checkNature(token: string, { profiles }: DraftSurroundings): FieldMessage[] {
  if (token === '') return [];
  const client = profiles.find((profile) => profile.kind === 'oidc-client' && profile.clientSecret === token);
  if (client) return [error('apiToken', 'apiTokenIsSecret', client.name)];
  return jsonWebToken.test(token) ? [warning('apiToken', 'apiTokenExpires')] : [];
}
