/** Calls to authentik, by threat A13 and issue 5: to its own origin only, and nobody's entry is lost. */
import type { Mutant } from '../mutant.ts';

const transport = ['tests/unit/authentik/api/transport.test.ts', 'tests/unit/hostile/a13-redirect.test.ts'];
const registering = ['tests/unit/authentik/api/register-callback.test.ts'];
const uris = ['tests/unit/authentik/api/redirect-uris.test.ts'];
const repairing = ['tests/unit/authentik/api/repairs.test.ts'];

export const authentik: readonly Mutant[] = [
  {
    name: 'https only',
    file: 'authentik/api/transport.ts',
    find: "url?.protocol !== 'https:' || ",
    replace: 'url === undefined || ',
    tests: transport,
  },
  {
    name: 'the admin page’s own origin',
    file: 'authentik/api/transport.ts',
    find: "signIn.pageOrigin === url.origin ? undefined : 'foreign-page'",
    replace: 'undefined',
    tests: transport,
  },
  {
    name: 'within the API',
    file: 'authentik/api/transport.ts',
    find: "url.href === root + path && path.endsWith('/')",
    replace: "path.endsWith('/')",
    tests: transport,
  },
  {
    name: 'no redirect is followed',
    file: 'authentik/api/transport.ts',
    find: "redirect: 'manual'",
    replace: "redirect: 'follow'",
    tests: transport,
  },
  {
    name: 'no cookie beside a token',
    file: 'authentik/api/transport.ts',
    find: "'omit'",
    replace: "'same-origin'",
    tests: transport,
  },
  {
    name: 'size',
    file: 'authentik/api/read-text.ts',
    find: 'while (size <= limit)',
    replace: 'while (size <= limit * 10)',
    tests: transport,
  },
  {
    name: 'a list has an end',
    file: 'authentik/api/list-all.ts',
    find: 'pagination.next > page ? pagination.next : Number.POSITIVE_INFINITY',
    replace: 'pagination.next + page',
    tests: ['tests/unit/authentik/api/account.test.ts'],
  },
  {
    name: 'no value of a malformed answer is told',
    file: 'authentik/api/ask.ts',
    find: "path.map(String).join('.')",
    replace: "path.map(String).join('.') + JSON.stringify(answer.value)",
    tests: ['tests/unit/authentik/api/account.test.ts'],
  },
  {
    name: 'the old entries',
    file: 'authentik/api/redirect-uris.ts',
    find: '[...uris, isWithKind',
    replace: '[isWithKind',
    tests: uris,
  },
  {
    name: 'no pattern that may take for ever',
    file: 'authentik/api/accepts.ts',
    find: 'if (!isHarmless(pattern)) return false;',
    replace: '',
    tests: uris,
  },
  {
    name: 'the logout is not the login',
    file: 'authentik/api/accepts.ts',
    find: "kindOf(entry) !== 'authorization' || ",
    replace: '',
    tests: uris,
  },
  {
    name: 'no blank and no wildcard',
    file: 'authentik/api/register-callback.ts',
    find: 'forbidden.test(callback) || ',
    replace: '',
    tests: registering,
  },
  {
    name: 'the last entry stays',
    file: 'authentik/api/register-callback.ts',
    find: "if (entries.length === 1) return { do: 'stop', kind: 'last-entry' };",
    replace: '',
    tests: registering,
  },
  {
    name: 'read back: nothing lost',
    file: 'authentik/api/register-callback.ts',
    find: ' && holdsAll(entries, entriesOf(before.redirectUris))',
    replace: '',
    tests: registering,
  },
  {
    name: 'a write is read back whatever became of it',
    file: 'authentik/api/edit-provider.ts',
    find: 'if (!written.ok && wasRefused(written.failure)) return written;',
    replace: 'if (!written.ok) return written;',
    tests: registering,
  },
  {
    name: 'the reading back is not cancelled',
    file: 'authentik/api/edit-provider.ts',
    find: 'const after = await readProvider(transport, pk);',
    replace: 'const after = await readProvider(transport, pk, signal);',
    tests: registering,
  },
  {
    name: 'what somebody else has chosen stays',
    file: 'authentik/api/repairs.ts',
    find: "read(provider) === now ? { do: 'send', value: next } : { do: 'stop', kind: 'changed-meanwhile' }",
    replace: "{ do: 'send', value: next }",
    tests: repairing,
  },
];
