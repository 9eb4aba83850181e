/** The demo's command line. */
import { parseArgs } from 'node:util';
import { type DemoApp, demoApps } from './world.ts';

const knownSabotages = [
  ...(['comma-scopes', 'redirect-slash', 'wrong-secret', 'wrong-issuer', 'subject-mode'] as const),
  ...(['token-swap', 'palmr-issuer'] as const),
] as const;
export type Sabotage = (typeof knownSabotages)[number];

export interface DemoOptions {
  /** All of them unless named. */
  apps: readonly DemoApp[];
  headless: boolean;
  seed: number | null;
  /** An empty vault, and an authentik that knows none of the apps. */
  fromScratch: boolean;
  json: string | null;
  /** None for the main job as it should be. */
  sabotages: readonly Sabotage[];
  /** Keeps the browser's profile folder at this place, for whoever wants to look into it afterwards. */
  profileFolder: string | null;
  /** Takes the test build that is there instead of making it anew. */
  useBuild: boolean;
}

const usage = `npm run demo -- [--headless] [--from-scratch] [--seed N] [--json FILE] [--app ${demoApps.join('|')} …] [--sabotage ${knownSabotages.join('|')} …]`;

/** @throws Error with the usage when the words are not understood. */
export function readOptions(parameters: string[]): DemoOptions {
  const { values } = parseArgs({
    args: parameters,
    options: {
      headless: { type: 'boolean', default: false },
      'from-scratch': { type: 'boolean', default: false },
      seed: { type: 'string' },
      json: { type: 'string' },
      app: { type: 'string', multiple: true, default: [...demoApps] },
      sabotage: { type: 'string', multiple: true, default: [] },
      'profile-folder': { type: 'string' },
      'use-build': { type: 'boolean', default: false },
    },
  });
  const sabotages = values.sabotage.map((name) => readName('--sabotage', knownSabotages, name));
  const fromScratch = values['from-scratch'];
  if (fromScratch && sabotages.length > 0)
    throw new Error(`--from-scratch and --sabotage do not go together.\n${usage}`);
  return {
    headless: values.headless || fromScratch || !hasDisplay(),
    fromScratch,
    seed: values.seed === undefined ? null : readSeed(values.seed),
    json: values.json ?? null,
    apps: values.app.map((name) => readName('--app', demoApps, name)),
    sabotages,
    profileFolder: values['profile-folder'] ?? null,
    useBuild: values['use-build'],
  };
}

function readSeed(text: string): number {
  const seed = Number(text);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new Error(`--seed wants a whole number, not "${text}".\n${usage}`);
  return seed;
}

function readName<T extends string>(option: string, known: readonly T[], text: string): T {
  const found = known.find((name) => name === text);
  if (found === undefined) throw new Error(`${option} knows ${known.join(', ')}, not "${text}".\n${usage}`);
  return found;
}

/** Linux without a display server can show no window; macOS and Windows always can. */
function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return process.env.DISPLAY !== undefined || process.env.WAYLAND_DISPLAY !== undefined;
}
