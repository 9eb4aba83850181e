/** A user logs in to an app, in a browser window that knows nothing yet, with what the app has saved. */
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { Hand } from '../../tests/driver/hand.ts';
import type { AppRun } from './run-app.ts';
import type { LoginApp } from './world.ts';

const patience = 15_000;
/** Every app of the demo marks its button for authentik alike. */
const loginButton = '[data-login="oidc"]';

type LoginRun = AppRun & { app: LoginApp };

/** Promises null when the app greets the right user, else the error in the app's or the provider's own words. */
export async function logIn(run: LoginRun): Promise<string | null> {
  const { app, stage, world } = run;
  const context = await run.chromium.browser.createBrowserContext();
  const page = await context.newPage();
  try {
    await page.goto(stage.apps[app].loginUrl);
    await new Hand().click(page, loginButton);
    const greeted = await greetedUser(page);
    if (greeted === world.user.username) return null;
    await page.screenshot({ path: join(run.output, `${app}-login-failed.png`) });
    return errorOf(run) ?? `The app greeted ${greeted ?? 'nobody'} and said nothing.`;
  } finally {
    await context.close();
  }
}

/**
 * Promises whom the app greets, or null when the app or the provider shows an error, or nothing for too long. Asked
 * again and again, since every redirect on the way takes the document away from under the question.
 */
async function greetedUser(page: Page): Promise<string | null> {
  const deadline = Date.now() + patience;
  while (Date.now() < deadline) {
    const end = await page.evaluate(readEnd).catch(() => 'on the way' as const);
    if (end !== 'on the way') return end.user;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return null;
}

function readEnd(): { user: string | null } | 'on the way' {
  const user = document.querySelector('[data-signed-in]')?.getAttribute('data-signed-in');
  if (user !== null && user !== undefined) return { user };
  const error = document.querySelector('[data-error], [data-login-error]');
  return error?.textContent ? { user: null } : 'on the way';
}

function errorOf({ app, stage, world }: LoginRun): string | null {
  return stage.apps[app].lastLoginError() ?? stage.authentik.lastError(world.clients[app].slug);
}
