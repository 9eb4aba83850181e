/** Names what a reverse proxy does to authentik's own addresses: they come out with http, or with another host. */
import type { Difference, Outcome } from '../model';
import { outcome } from './outcome';

/** Authentik builds its addresses from the Host and the X-Forwarded-Proto it receives (authentik sheet 2.3). */
export function checkProxy(outcomes: readonly Outcome[]): Outcome {
  const odd = outcomes
    .flatMap(({ differences }) => differences)
    .filter(({ cause }) => cause === 'scheme' || cause === 'origin')
    .map(({ expected, found, cause }): Difference => {
      return { what: 'origin', expected: originOf(expected), found: originOf(found), ...(cause && { cause }) };
    });
  const each = odd.filter((one, index) => odd.findIndex(({ found }) => found === one.found) === index);
  return outcome('proxy', 'fault', each);
}

function originOf(address: string): string {
  return URL.parse(address)?.origin ?? address;
}
