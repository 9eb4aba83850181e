/** A5: one binding and many addresses that look like its site; only the very same origin gets the button. */
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { otherPort } from '../standins/hosts.ts';
import { sendHtml } from '../standins/http.ts';
import type { Hosted } from '../standins/server.ts';
import { pause, pressAt } from './attack.ts';
import { readySpot } from './clickjacking.ts';
import { ran } from './count.ts';
import type { Ground } from './ground.ts';

const place = '/#!/settings/auth';
const host = 'portainer.company';
export const originUrl = `https://${host}${place}`;

/** Other origins, by what sets them apart from the bound one. */
const others: Record<string, string> = {
  'without TLS': `http://${host}`,
  'another port': `https://${host}:${otherPort}`,
  'a sub-domain': `https://sso.${host}`,
  'a sibling': 'https://espocrm.company',
  'the parent domain': 'https://company',
  'the name as a sub-domain of another': `https://${host}.evil.test`,
  'a longer name': `https://my-${host}`,
  'a name cut short': 'https://portainer.compan',
  'another ending': 'https://portainer.test',
  'a dash for the dot': 'https://portainer-company.test',
  'a letter of another alphabet': 'https://pоrtainer.company',
  'a final dot': `https://${host}.`,
  'the name as a user name': `https://${host}@evil.test`,
  'the name as a user name and a port': `https://${host}:443@other.evil.test`,
};

const otherHosts = Object.values(others).map((url) => new URL(url).host);

/** What the certificate has to be good for besides the hosts of the guides. */
export const lookAlikes = [...new Set(Object.values(others).map((url) => new URL(url).hostname))];

/** The settings page of Portainer, which lives on any host, under all of these. */
export async function originSites(): Promise<Hosted> {
  const html = await readFile(new URL('../pages/portainer.2-45.html', import.meta.url), 'utf8');
  return { hosts: [host, ...otherHosts], handle: (_request, response) => sendHtml(response, html) };
}

const secrets = (page: Page): Promise<string[]> =>
  page.$$eval('oauth-settings input[id^="oauth_client"]', (found) =>
    found.map((box) => (box as HTMLInputElement).value),
  );

/** With a user name in its address a page can't be looked at in Chromium at all. */
function cardsFor(origin: string): string[] {
  return new URL(origin).username === '' ? ['recognised'] : ['recognised', 'unreachable'];
}

export function originTests(ground: () => Ground): void {
  test('A5 only the exact origin of the binding gets the button; every other one is known for what it is', async () => {
    const bound = await ground().open(originUrl);
    const spot = await readySpot(bound);
    await bound.close();
    for (const [kind, origin] of Object.entries(others)) {
      await test.step(kind, async () => {
        const page = await ground().open(origin + place);
        expect(await page.evaluate(() => location.origin)).toBe(new URL(origin).origin);
        // By the toolbar action the script runs here as well, and knows the form.
        const { card } = await ground().look(page);
        expect(cardsFor(origin), kind).toContain(card);
        await ground().heard();
        expect(await page.$('[popover]'), kind).toBeNull();
        await pressAt(page, spot);
        await pause(200);
        expect(await ground().heard(), kind).toEqual([]);
        expect(await secrets(page), kind).toEqual(['', '']);
        await page.close();
      });
    }
    ran('A5', Object.keys(others).length + 1);
  });
}
