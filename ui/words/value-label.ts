/** The names of the values that can be copied, in the order they are listed. */
import { i18n } from '#i18n';
import type { CopyName } from '@/messaging/protocol';

/** Every value, each once. */
export const copyNames = [
  'client_id',
  'issuer',
  'discovery',
  'authorization',
  'token',
  'userinfo',
  'jwks',
  'end_session',
  'base_url',
  'scopes',
  'scopes_comma',
  'scopes_lines',
] as const satisfies CopyName[];

export function valueLabel(name: CopyName): string {
  return i18n.t(`values.${name}`);
}
