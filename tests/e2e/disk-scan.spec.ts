/** What the browser's profile folder holds after the demo: no secret, token or passphrase in any encoding. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { findBrowser } from '../../scripts/browsers/find.ts';
import { runApp } from '../../scripts/demo/run-app.ts';
import { setUpExtension } from '../../scripts/demo/set-up.ts';
import { setStage } from '../../scripts/demo/stage.ts';
import { demoApps, drawWorld, loginApps } from '../../scripts/demo/world.ts';
import { testBuildFolder } from '../../scripts/steps/builds.ts';
import { launchChromium } from '../driver/chromium.ts';
import { scanFolder } from '../driver/disk-scan.ts';
import { withFolder } from '../driver/scratch.ts';
import { check } from './demo-values.ts';
import { expectNoTrace, leaveMarker } from './disk-trace.ts';

const world = drawWorld(12);

/** The secret of every app, the API token, the passphrase and the access tokens. */
const scanned = { annotation: { type: 'threat', description: `A1 ${demoApps.length + 3}` } };

test('the profile folder holds no secret after the demo, and the scan would find one', scanned, async () => {
  const stage = await setStage(world);
  await withFolder(async (folder) => {
    const profileFolder = join(folder, 'profile');
    const chromium = await launchChromium({
      executablePath: findBrowser('chromium') ?? '',
      extension: resolve(testBuildFolder),
      server: stage.server,
      headless: true,
      profileFolder,
    });
    await setUpExtension(chromium, stage, world);
    const clients = loginApps.map((app) => [app, { ...world.clients[app], client_id: world.clients[app].clientId }]);
    const setup = { authentik: stage.authentik.baseUrl, apps: Object.fromEntries(clients) };
    for (const app of demoApps) {
      check(await runApp({ app, chromium, stage, world, sabotages: [], output: folder }), setup);
    }
    const options = await chromium.browser.newPage();
    await options.goto(chromium.pageUrl('options.html'));
    await leaveMarker(options);
    await chromium.close();
    expect(stage.authentik.issuedTokens().length).toBeGreaterThan(0);
    await expectNoTrace(profileFolder, stage, world);
  }).finally(() => stage.server.close());
});

test('the scan finds a text in every encoding it claims', async () => {
  await withFolder(async (folder) => {
    const text = 'needle-in-the-haystack';
    await mkdir(join(folder, 'deep'));
    const bytes = Buffer.from(text);
    const samples = [
      bytes,
      Buffer.from(text, 'utf16le'),
      Buffer.from(bytes.toString('hex')),
      Buffer.from(bytes.toString('hex').toUpperCase()),
      ...[0, 1, 2].map((shift) =>
        Buffer.from(Buffer.concat([Buffer.from('abc').subarray(0, shift), bytes, Buffer.from('z')]).toString('base64')),
      ),
    ];
    for (const [index, sample] of samples.entries()) await writeFile(join(folder, 'deep', String(index)), sample);
    const found = await scanFolder(folder, { needle: text });
    expect(found.map((line) => line.replace(/.* in deep\//, '')).toSorted()).toEqual([
      '0',
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
    ]);
  });
});
