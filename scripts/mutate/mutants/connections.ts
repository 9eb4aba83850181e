/** The ways to an authentik, by threat A13: its own page, or a token, and nobody else. */
import type { Mutant } from '../mutant.ts';

const reading = ['tests/unit/authentik/admin/read-page.test.ts'];
const connecting = ['tests/unit/background/connection.test.ts'];

export const connections: readonly Mutant[] = [
  {
    name: 'a page that names another authentik',
    file: 'authentik/admin/read-page.ts',
    find: 'named !== undefined && named !== baseUrl',
    replace: 'named === null',
    tests: reading,
  },
  {
    name: 'what the page says of itself is the browser’s word, too',
    file: 'entrypoints/background/authentik/admin-tab.ts',
    find: 'url?.origin !== new URL(read.value.baseUrl).origin',
    replace: 'url === null',
    tests: connecting,
  },
  {
    name: 'answers of the script are parsed',
    file: 'entrypoints/background/authentik/admin-tab.ts',
    find: 'z.safeParse(adminRead, answer.value).data',
    replace: '(answer.value as z.infer<typeof adminRead>)',
    tests: connecting,
  },
  {
    name: 'https only, by a session',
    file: 'entrypoints/background/authentik/reach.ts',
    find: "parseHttpUrl(baseUrl)?.protocol !== 'https:'",
    replace: 'parseHttpUrl(baseUrl) === undefined',
    tests: connecting,
  },
  {
    name: 'a token goes to an origin that was granted',
    file: 'entrypoints/background/authentik/reach.ts',
    find: 'reasons[made.failure.kind] });\n  return (await isGranted(new URL(baseUrl).origin)) ? made',
    replace: 'reasons[made.failure.kind] });\n  return made.ok ? made',
    tests: connecting,
  },
  {
    name: 'no token in a vault that keeps no secrets',
    file: 'entrypoints/background/authentik/connection-handlers.ts',
    find: '!kept.value',
    replace: 'false',
    tests: connecting,
  },
  {
    name: 'a token is never stored readable',
    file: 'profiles/connections.ts',
    find: "connectionSchema, ['token']",
    replace: 'connectionSchema',
    tests: connecting,
  },
];
