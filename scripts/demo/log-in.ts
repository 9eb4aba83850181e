/** A user logs in to an app, in a browser window that knows nothing yet, with what the app has saved. */
import { join } from 'node:path';
import { Hand } from '../../tests/driver/hand.ts';
import { appSteps } from './apps.ts';
import type { AppRun } from './run-app.ts';

const patience = 15_000;

/** Promises null when the app greets the right user, else the error in the app's or the provider's own words. */
export async function logIn(run: AppRun): Promise<string | null> {
  const { app, stage, world } = run;
  const context = await run.chromium.browser.createBrowserContext();
  const page = await context.newPage();
  try {
    await page.goto(stage.apps[app].loginUrl);
    await new Hand().click(page, appSteps[app].loginButton);
    const name = await page.waitForSelector('[data-signed-in], [data-error], [data-login-error]', {
      timeout: patience,
    });
    const user = await name?.evaluate((element) => element.getAttribute('data-signed-in'));
    if (user === world.user.username) return null;
  } catch (error) {
    await page.screenshot({ path: join(run.output, `${app}-login-failed.png`) });
    return errorOf(run) ?? (error instanceof Error ? error.message : String(error));
  } finally {
    await context.close();
  }
  return errorOf(run) ?? 'The app greeted nobody, and said nothing.';
}

function errorOf({ app, stage, world }: AppRun): string | null {
  return stage.apps[app].lastLoginError() ?? stage.authentik.lastError(world.clients[app].slug);
}
