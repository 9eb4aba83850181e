/** Checks the address of an authentik as it was pasted. */
import { type AddressProblem, type UnderstoodAddress, understandAddress } from '@/authentik/addresses';
import { parseHttpUrl, transportOf } from '@/lib/url';
import type { FieldMessageCode } from '../messages';
import { type Checked, error, warning } from './message';

const problemCodes = {
  'not-url': 'addressNotUrl',
  'user-info': 'addressUserInfo',
  query: 'addressQuery',
  'unknown-endpoint': 'addressUnknownEndpoint',
} as const satisfies Record<AddressProblem, FieldMessageCode>;

/** Base URL and slug of the address; http is allowed for loopback and private hosts only, with a warning. */
export function checkAddress(typed: string): Checked<UnderstoodAddress | undefined> {
  if (typed.trim() === '') return { value: undefined, messages: [error('address', 'addressMissing')] };
  const understood = understandAddress(typed);
  if (!understood.ok) {
    const code = problemCodes[understood.failure.kind];
    const guess = code === 'addressNotUrl' ? guessAddress(typed) : [];
    return { value: undefined, messages: [error('address', code, ...guess)] };
  }
  const transport = transportOf(new URL(understood.value.baseUrl));
  if (transport === 'https') return { value: understood.value, messages: [] };
  const host = new URL(understood.value.baseUrl).host;
  const message =
    transport === 'private-http'
      ? warning('address', 'addressHttpPrivate', host)
      : error('address', 'addressHttpPublic', host);
  return { value: understood.value, messages: [message] };
}

/** The address with `https://` in front, when that makes it one: what people leave out most. */
function guessAddress(typed: string): string[] {
  const guess = parseHttpUrl(`https://${typed.trim()}`);
  const isPlausible = guess !== undefined && guess.username === '' && guess.hostname.includes('.');
  return isPlausible ? [guess.origin] : [];
}
