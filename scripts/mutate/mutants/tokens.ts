/** Guards of an API token that is made at authentik: nothing twice, nothing of somebody else's, no key on a screen. */
import type { Mutant } from '../mutant.ts';

const making = ['tests/unit/standins/authentik-access.test.ts'];
const keeping = ['tests/unit/standins/authentik-token.test.ts'];

export const tokens: readonly Mutant[] = [
  {
    name: 'nothing is sent while the name is taken',
    file: 'authentik/api/service-account.ts',
    find: 'if (isFree.ok && isFree.value) return true;',
    replace: 'if (isFree.ok) return true;',
    tests: making,
  },
  {
    name: 'what is there is only taken when an earlier try has made it',
    file: 'authentik/api/service-account.ts',
    find: "ledger.has(step) || step === 'rights' ?",
    replace: 'before.ok ?',
    tests: making,
  },
  {
    name: 'a refused write was not made',
    file: 'authentik/api/service-account.ts',
    find: 'await ledger.drop(step);',
    replace: '',
    tests: making,
  },
  {
    name: 'the reading back is not cancelled by what lost the answer',
    file: 'authentik/api/service-account.ts',
    find: 'if (!written.ok && wasRefused(written.failure)) {',
    replace: 'if (!written.ok) {',
    tests: making,
  },
  {
    name: "somebody else's token is not used",
    file: 'authentik/api/service-account.ts',
    find: "if (user !== account) return 'token-of-another';",
    replace: '',
    tests: making,
  },
  {
    name: 'a token that ends is not used',
    file: 'authentik/api/service-account.ts',
    find: "return expiring ? 'token-expires' : undefined;",
    replace: 'return undefined;',
    tests: making,
  },
  {
    name: 'the key goes to no screen',
    file: 'entrypoints/background/authentik/token-handlers.ts',
    find: 'const kept = { ...outcome, ...token.value };',
    replace: 'const kept = { ...outcome, ...token.value, key };',
    tests: keeping,
  },
  {
    name: 'a token of that name in the vault stays',
    file: 'entrypoints/background/authentik/token-handlers.ts',
    find: 'if (isTaken.value) return',
    replace: "if (isTaken.value && ledger.has('account')) return",
    tests: keeping,
  },
];
