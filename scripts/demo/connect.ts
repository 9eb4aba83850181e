/** The one-time beginning of a run from scratch: a vault with a passphrase, and the connection to authentik. */
import { signInToAuthentik } from '../../tests/driver/authentik-sign-in.ts';
import type { ExtensionBrowser } from '../../tests/driver/chromium.ts';
import { Hand } from '../../tests/driver/hand.ts';
import { createVault } from '../../tests/driver/screens.ts';
import { optionsPage } from './set-up.ts';
import type { Stage } from './stage.ts';
import type { DemoWorld } from './world.ts';

/** What it takes before the first app; `sign_in` is authentik's own page and none of Latchkey's. */
export interface Beginning {
  vault: { clicks: number; typed: number };
  /** With the browser's question for authentik's site, which the test build is spared. */
  connection: { clicks: number; typed: number; site_prompts: number };
  sign_in: { clicks: number; typed: number };
}

export async function connectFromScratch(
  chromium: ExtensionBrowser,
  stage: Stage,
  world: DemoWorld,
): Promise<Beginning> {
  const [vault, connection, signIn] = [new Hand(), new Hand(), new Hand()];
  const options = await optionsPage(chromium);
  await createVault(options, vault, world.passphrase);
  await options.close();
  const page = await chromium.browser.newPage();
  await page.goto(`${stage.authentik.baseUrl}/if/admin/`);
  await signInToAuthentik(page, signIn, world.user.username);
  const popup = await chromium.openPopup(page);
  connection.clicks += 1;
  await connection.click(popup, '[data-action="connect-authentik"]');
  await popup.waitForFunction(() => document.querySelector('[data-action="connect-authentik"]') === null);
  await popup.close();
  return { vault: countOf(vault), connection: { ...countOf(connection), site_prompts: 1 }, sign_in: countOf(signIn) };
}

function countOf({ clicks, typed }: Hand): { clicks: number; typed: number } {
  return { clicks, typed };
}
