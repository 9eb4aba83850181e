/** Profiles from the clients of an authentik: only what was ticked, and no secret but the one that was asked for. */
import type { Mutant } from '../mutant.ts';

const importing = ['tests/unit/background/authentik/client-import.test.ts'];
const form = ['tests/unit/authentik/admin/read-form.test.ts'];

export const clients: readonly Mutant[] = [
  {
    name: 'new ones only with a tick',
    file: 'entrypoints/background/authentik/client-import.ts',
    find: "if (plan.state === 'new') return take.has(pk);",
    replace: "if (plan.state === 'new') return true;",
    tests: importing,
  },
  {
    name: 'changed ones only with a tick',
    file: 'entrypoints/background/authentik/client-import.ts',
    find: "plan.state === 'changed' && replace.has(plan.local.id)",
    replace: "plan.state === 'changed'",
    tests: importing,
  },
  {
    name: 'no secret where none are kept',
    file: 'profiles/client-import.ts',
    find: 'keepsSecrets && provider.clientSecret !== undefined',
    replace: 'provider.clientSecret !== undefined',
    tests: importing,
  },
  {
    name: 'no public client',
    file: 'profiles/client-import.ts',
    find: "if (provider.clientType === 'public')",
    replace: "if (provider.clientType === 'none')",
    tests: importing,
  },
  {
    name: 'no pattern as an address',
    file: 'profiles/client-import.ts',
    find: "matching === 'regex' && !isPattern",
    replace: "matching === 'regex'",
    tests: importing,
  },
  {
    name: 'nobody is gone from a list that may not be whole',
    file: 'profiles/gone-clients.ts',
    find: 'isWhole || before?.clientIds.includes(clientId)',
    replace: 'true',
    tests: importing,
  },
  {
    name: 'an open form is believed where the API is silent',
    file: 'entrypoints/background/authentik/form-secret.ts',
    find: 'lacksSecret(provider) ? secrets.get(provider.clientId) : undefined',
    replace: 'secrets.get(provider.clientId)',
    tests: importing,
  },
  {
    name: 'no form is read while no secret is missing',
    file: 'entrypoints/background/authentik/form-secret.ts',
    find: 'if (lacking.length === 0) return [...providers];',
    replace: '',
    tests: importing,
  },
  {
    name: 'the form of a client that was asked for',
    file: 'authentik/admin/read-form.ts',
    find: ' && clientIds.includes(clientId)',
    replace: '',
    tests: form,
  },
];
