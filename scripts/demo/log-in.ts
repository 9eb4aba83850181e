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
    const end = await endOfLogin(page);
    if (end.user === world.user.username) return null;
    await page.screenshot({ path: join(run.output, `${app}-login-failed.png`) });
    return errorOf(run) ?? end.error ?? `The app greeted ${end.user ?? 'nobody'} and said nothing.`;
  } finally {
    await context.close();
  }
}

interface LoginEnd {
  user: string | null;
  /** What the last page says, and where it stands. */
  error: string | null;
}

/**
 * Promises whom the app greets, or the error the app or the provider shows, or neither after too long. Asked again and
 * again, since every redirect on the way takes the document away from under the question.
 */
async function endOfLogin(page: Page): Promise<LoginEnd> {
  const deadline = Date.now() + patience;
  while (Date.now() < deadline) {
    const end = await page.evaluate(readEnd).catch(() => null);
    if (end !== null) return end;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { user: null, error: null };
}

/** Null while the login is on its way. */
function readEnd(): LoginEnd | null {
  const user = document.querySelector('[data-signed-in]')?.getAttribute('data-signed-in') ?? null;
  if (user !== null) return { user, error: null };
  const error = document.querySelector('[data-error], [data-login-error]')?.textContent ?? '';
  return error === '' ? null : { user, error: `${location.host}${location.pathname}: ${error.trim()}` };
}

function errorOf({ app, stage, world }: LoginRun): string | null {
  return stage.apps[app].lastLoginError() ?? stage.authentik.lastError(world.clients[app].slug);
}
