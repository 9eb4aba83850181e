/** Tells which extensions run scripts in a page, by the isolated worlds it has. */
import type { Page } from 'puppeteer-core';

/** Names of the isolated worlds that extensions have in this page. */
export async function extensionWorlds(page: Page): Promise<string[]> {
  const session = await page.createCDPSession();
  const worlds: string[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.startsWith('chrome-extension://')) worlds.push(context.name);
  });
  await session.send('Runtime.enable');
  await session.detach();
  return worlds;
}
