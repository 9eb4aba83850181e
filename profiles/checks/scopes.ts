/** Checks a list of scopes, typed with blanks between them. */
import type { FieldMessage } from '../schema';
import { type Checked, error, warning } from './message';

/** RFC 6749, section 3.3: printable ASCII without blank, quotation mark and backslash. */
const scopeToken = /^[!#-[\]-~]+$/;

/** The scopes in their order, each once. Duplicates are left out with a warning; everything else wrong is an error. */
export function checkScopes(typed: string): Checked<string[]> {
  // Only blanks and line breaks part scopes: a no-break space is a character that does not belong into one.
  const parts = typed.split(/[ \t\r\n]+/).filter((part) => part !== '');
  const value = [...new Set(parts)];
  if (value.length === 0) return { value, messages: [error('scopes', 'scopesMissing')] };
  if (typed.includes(',')) return { value, messages: [error('scopes', 'scopesComma', withoutCommas(typed))] };
  const strange = value.find((scope) => !scopeToken.test(scope));
  if (strange !== undefined) return { value, messages: [error('scopes', 'scopesCharacters', strange)] };
  const messages: FieldMessage[] = [];
  if (!value.includes('openid')) messages.push(error('scopes', 'scopesOpenidMissing', ['openid', ...value].join(' ')));
  const twice = parts.find((scope, index) => parts.indexOf(scope) !== index);
  if (twice !== undefined) messages.push(warning('scopes', 'scopesDuplicate', twice));
  return { value, messages };
}

function withoutCommas(typed: string): string {
  return typed
    .split(/[\s,]+/)
    .filter((part) => part !== '')
    .join(' ');
}
