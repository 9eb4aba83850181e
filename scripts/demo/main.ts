/** `npm run demo`: the main job on this machine, from an authentik profile to a working login. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type ExtensionBrowser, launchChromium } from '../../tests/driver/chromium.ts';
import { ensureBrowser } from '../browsers/ensure.ts';
import { buildForDemo, testBuildFolder } from '../steps/builds.ts';
import { type Beginning, connectFromScratch } from './connect.ts';
import { type DemoOptions, readOptions } from './options.ts';
import { type AppResult, type DemoResult, isGood, lineFor, lineOfBeginning } from './result.ts';
import { runApp } from './run-app.ts';
import { setUpExtension } from './set-up.ts';
import { type Stage, setStage } from './stage.ts';
import { createStartPage, startHost } from './start-page.ts';
import { type DemoApp, type DemoWorld, drawWorld, loginApps } from './world.ts';

const output = 'demo-output';

/** Promises whether all went well. */
async function demo(options: DemoOptions): Promise<boolean> {
  const executablePath = ensureBrowser('chromium');
  if (!options.useBuild) await build();
  await mkdir(output, { recursive: true });
  const world = drawWorld(options.seed);
  const { fromScratch } = options;
  const stage = await setStage(world, { moreHosts: [startHost], fromScratch });
  const profileFolder = options.profileFolder ?? (await mkdtemp(join(tmpdir(), 'latchkey-demo-')));
  try {
    const chromium = await launchChromium({
      executablePath,
      extension: resolve(testBuildFolder),
      server: stage.server,
      headless: options.headless,
      profileFolder,
    });
    try {
      const scene = { options, chromium, stage, world };
      if (fromScratch) return await doTheJob(scene, await connectFromScratch(chromium, stage, world));
      await setUpExtension(chromium, stage, world, options.apps);
      return options.headless ? await doTheJob(scene) : await show(chromium, stage, world);
    } finally {
      await chromium.close();
    }
  } finally {
    await stage.server.close();
    if (options.profileFolder === null) await rm(profileFolder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function build(): Promise<void> {
  process.stdout.write('Building the extension …\n');
  const built = await buildForDemo();
  if (!built.passed) throw new Error(`The extension could not be built.\n${built.output}`);
}

interface Scene {
  options: DemoOptions;
  chromium: ExtensionBrowser;
  stage: Stage;
  world: DemoWorld;
}

/** `once` is what was done before the first app, from scratch. */
async function doTheJob({ options, ...scene }: Scene, once?: Beginning): Promise<boolean> {
  const { stage, world } = scene;
  const { fromScratch, sabotages } = options;
  const apps: AppResult[] = [];
  for (const app of options.apps) {
    const result = await runApp({ ...scene, app, sabotages, fromScratch, output });
    process.stdout.write(`${lineFor(result, world.user.username)}\n`);
    apps.push(result);
  }
  if (once) process.stdout.write(`${lineOfBeginning(once)}\n`);
  process.stdout.write(`Screenshots are in ${output}/\n`);
  if (options.json !== null) {
    await writeFile(options.json, `${JSON.stringify(report(stage, world, apps, once), null, 2)}\n`);
  }
  return apps.every(isGood);
}

function report(stage: Stage, world: DemoWorld, apps: AppResult[], once?: Beginning): DemoResult {
  // From scratch there is nothing to tell of an app for which nothing was made.
  const held = (app: DemoApp): boolean => !once || apps.some((one) => one.app === app && one.fields.length > 0);
  const clients = loginApps.filter(held).map((app) => {
    const { slug, clientId } = world.clients[app];
    return [app, { slug, client_id: clientId, user: world.user.username }] as const;
  });
  const openlane = { slug: null, client_id: null, user: world.token.username };
  const known = { ...Object.fromEntries(clients), ...(held('openlane') && { openlane }) };
  const setup = { authentik: stage.authentik.baseUrl, apps: known };
  return { setup, apps, ...(once && { once }) };
}

/** Leaves the browser to the person, until it is closed. */
async function show(chromium: ExtensionBrowser, stage: Stage, world: DemoWorld): Promise<boolean> {
  stage.server.add(createStartPage(stage, world));
  const page = await chromium.browser.newPage();
  await page.goto(`https://${startHost}/`);
  process.stdout.write(
    'The demo is open in a browser window; its start page says what to click. Close the window to end it.\n',
  );
  await new Promise<void>((resolveEnd) => chromium.browser.once('disconnected', () => resolveEnd()));
  return true;
}

try {
  process.exitCode = (await demo(readOptions(process.argv.slice(2)))) ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
