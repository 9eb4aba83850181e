/** Builds the extension: shipped and for tests, for both browsers. */
import { type Ran, run } from './run.ts';

const shipped = [
  { name: 'build for Chromium', parameters: ['build'] },
  { name: 'build for Firefox', parameters: ['build', '-b', 'firefox'] },
];

const forTests = [
  { name: 'test build for Chromium', parameters: ['build', '--mode', 'e2e'] },
  { name: 'test build for Firefox', parameters: ['build', '-b', 'firefox', '--mode', 'e2e'] },
];

/** Folder of the test build for Chromium: host permissions for the stand-ins, open shadow root. */
export const testBuildFolder = '.output/chrome-mv3-e2e';

/** Promises all four, one after the other: they share generated files. */
export function buildAll(): Promise<Ran[]> {
  return inTurn([...shipped, ...forTests]);
}

/** Folders of what is shipped. */
export const shippedFolders = ['.output/chrome-mv3', '.output/firefox-mv3'];

/** The two that are shipped, one after the other. */
export function buildShipped(): Promise<Ran[]> {
  return inTurn(shipped);
}

/** The two with host permissions for the stand-ins, one after the other. */
export function buildForTests(): Promise<Ran[]> {
  return inTurn(forTests);
}

/** The one the demo needs. */
export function buildForDemo(): Promise<Ran> {
  return run('test build for Chromium', 'wxt', ['build', '--mode', 'e2e']);
}

async function inTurn(builds: typeof shipped): Promise<Ran[]> {
  const results: Ran[] = [];
  for (const build of builds) results.push(await run(build.name, 'wxt', build.parameters));
  return results;
}
