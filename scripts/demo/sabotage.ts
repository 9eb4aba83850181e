/** The faults an administrator could make outside the extension; each must make exactly the apps concerned fail. */
import type { Page } from 'puppeteer-core';
import type { Hand } from '../../tests/driver/hand.ts';
import { openRow } from './apps.ts';
import type { Sabotage } from './options.ts';
import type { Stage } from './stage.ts';
import { type DemoApp, type DemoWorld, loginApps } from './world.ts';

type Sabotages = readonly Sabotage[];

/** What stands on the page when it is spoilt, and how. */
interface Scene {
  app: DemoApp;
  page: Page;
  hand: Hand;
  stage: Stage;
  world: DemoWorld;
}

/** Before the administrator's Save, on the page. */
export async function spoilPage(sabotages: Sabotages, { app, page, hand, stage, world }: Scene): Promise<void> {
  if (sabotages.includes('comma-scopes') && app === 'portainer') {
    await hand.retype(page, '#oauth_scopes', 'email,openid,profile');
  }
  if (sabotages.includes('palmr-issuer') && app === 'palmr') {
    const issuer = `${stage.authentik.baseUrl}/application/o/${world.clients.palmr.slug}/`;
    await hand.retype(page, openRow('input[data-slot="input"]'), issuer);
  }
  if (sabotages.includes('token-swap') && app === 'openlane') {
    await hand.retype(page, '[name="credentials__token"]', world.clients.espocrm.clientSecret);
  }
}

/** What the administrator registers in authentik, given what Latchkey read back. */
export function spoilCallbacks(sabotages: Sabotages, app: DemoApp, urls: string[]): string[] {
  if (!sabotages.includes('redirect-slash') || app !== 'portainer') return urls;
  return urls.map((url) => url.replace(/\/$/, ''));
}

/** After the administrator's Save, in authentik. */
export function spoilAuthentik(sabotages: Sabotages, stage: Stage, world: DemoWorld): void {
  const { authentik } = stage;
  if (sabotages.includes('wrong-issuer')) authentik.configure(world.clients.personio.slug, { issuerMode: 'global' });
  if (sabotages.includes('subject-mode'))
    authentik.configure(world.clients.espocrm.slug, { subjectMode: 'hashed_user_id' });
  if (!sabotages.includes('wrong-secret')) return;
  for (const app of loginApps) {
    authentik.configure(world.clients[app].slug, {
      clientSecret: `rotated-${world.clients[app].clientSecret.slice(0, 60)}`,
    });
  }
}
