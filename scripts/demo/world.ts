/** Draws what a run is made of: authentik's address, one client per app, the user. Fixed without a seed, random with one. */

interface DemoClient {
  slug: string;
  clientId: string;
  clientSecret: string;
}

/** Apps that sign people in through authentik. */
export const loginApps = ['espocrm', 'portainer', 'personio', 'palmr'] as const;
export type LoginApp = (typeof loginApps)[number];
/** And one that reads its directory. */
export const demoApps = [...loginApps, 'openlane'] as const;
export type DemoApp = (typeof demoApps)[number];

export interface DemoWorld {
  /** Path authentik lives under: empty, or with a slash in front. */
  authentikPath: string;
  user: { username: string; email: string; name: string };
  clients: Record<LoginApp, DemoClient>;
  /** The API token of a service account, for the app that reads the directory. */
  token: { key: string; username: string };
  /** What the person types as passphrase in the set-up. */
  passphrase: string;
}

const letters = 'abcdefghijklmnopqrstuvwxyz';
const alphabet = `${letters}${letters.toUpperCase()}0123456789`;
const names = ['jane', 'amira', 'bruno', 'chidi', 'dorota', 'elif', 'farid', 'greta'];

/** The same seed gives the same world, on every machine; odd seeds put authentik under a sub-path. */
export function drawWorld(seed: number | null): DemoWorld {
  const random = generator(seed ?? 0);
  const text = (length: number, from = alphabet): string =>
    Array.from({ length }, () => from[Math.floor(random() * from.length)] ?? 'x').join('');
  const username =
    seed === null ? 'jane' : `${names[Math.floor(random() * names.length)] ?? 'jane'}-${text(4, letters)}`;
  const client = (app: LoginApp): DemoClient => ({
    slug: seed === null ? app : `${app}-${text(6, letters)}`,
    clientId: text(40),
    clientSecret: text(128),
  });
  return {
    authentikPath: seed !== null && seed % 2 === 1 ? `/${text(5, letters)}` : '',
    user: { username, email: `${username}@company.test`, name: `${username} Doe` },
    clients: {
      espocrm: client('espocrm'),
      portainer: client('portainer'),
      personio: client('personio'),
      palmr: client('palmr'),
    },
    token: { key: text(60), username: seed === null ? 'openlane-sync' : `sync-${text(6, letters)}` },
    passphrase: `demo ${text(5, letters)} ${text(5, letters)} ${text(5, letters)}`,
  };
}

/** Mulberry32, a small public-domain generator: enough for test data, never used for secrets that matter. */
function generator(seed: number): () => number {
  let state = seed + 0x6d2b79f5;
  return () => {
    state = Math.trunc(state + 0x6d2b79f5);
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
