/** A4 and A8: values go into the boxes they are for, as these stand at the moment of writing, and nowhere else. */
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { pause, pressAt } from './attack.ts';
import { readySpot } from './clickjacking.ts';
import { ran } from './count.ts';
import { type Ground, profile } from './ground.ts';

/** What was written, and what the box was for a person at that very moment. */
interface Write {
  label: string;
  type: string;
  value: string;
}

/** In the page: notes every write with the label and the type that the box has right then. */
function note(): void {
  const scope = globalThis as unknown as { writes: Write[] };
  scope.writes = [];
  const onInput = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement) || target.value === '') return;
    const label = target.labels?.[0]?.textContent?.trim() ?? '';
    scope.writes.push({ label, type: target.type, value: target.value });
  };
  document.addEventListener('input', onInput, { capture: true });
}

const base = 'https://authentik.company/application/o';
const right: Record<string, string> = {
  'Button Display Text': 'Continue with authentik',
  'Issuer *': `${base}/${profile.slug}/`,
  'Authorization URI': `${base}/authorize/`,
  'Token URI *': `${base}/token/`,
  'Userinfo URI': `${base}/userinfo/`,
  'JSON Web Key Set URI': `${base}/${profile.slug}/jwks/`,
  Scopes: 'openid,email',
  'Client ID': profile.clientId,
  'Client Secret': profile.clientSecret,
  'Claim Field': 'email',
};

/** What the page does to its form, once, some time after the press on Fill. */
const swaps: Record<string, () => void> = {
  location: () => history.pushState(null, '', '/configuration/elsewhere'),
  node: () => {
    const box = document.querySelector('[data-key="client_secret"]');
    box?.replaceWith(box.cloneNode());
  },
  name: () => {
    const box = document.querySelector('[data-key="client_secret"]');
    if (!(box instanceof HTMLInputElement) || !box.labels?.[0]) return;
    box.type = 'text';
    box.labels[0].textContent = 'Public note';
  },
  type: () => {
    const secret = document.querySelector('[data-key="client_secret"]');
    const issuer = document.querySelector('[data-key="issuer"]');
    if (secret instanceof HTMLInputElement) secret.type = 'text';
    if (issuer instanceof HTMLInputElement) issuer.type = 'hidden';
  },
  'two names': () => {
    const [one, other] = [...document.querySelectorAll('label')].filter(({ textContent }) =>
      textContent?.startsWith('Client'),
    );
    if (!one || !other) return;
    [one.textContent, other.textContent] = [other.textContent, one.textContent];
  },
};

/** In the page: boxes that are named like the form's, in as many ways of being out of sight; and one more kind. */
function addBaits(ways: string[]): void {
  const form = document.querySelector('#sso');
  for (const way of ways) {
    for (const words of ['Client Secret', 'Client ID', 'Issuer *']) {
      form?.insertAdjacentHTML(
        'beforeend',
        `<p style="position:absolute"><label style="${way}">${words} <input class="bait" type="password" style="${way}"></label></p>`,
      );
    }
  }
  for (const name of ['client_secret', 'clientSecret', 'password']) {
    form?.insertAdjacentHTML('beforeend', `<input class="bait" type="hidden" name="${name}">`);
  }
}

const baitsOf = (page: Page): Promise<string[]> =>
  page.$$eval('.bait', (found) => found.map((bait) => (bait as HTMLInputElement).value));

async function openPreview(page: Page): Promise<void> {
  await pressAt(page, await readySpot(page));
  await page.waitForFunction(() =>
    [...document.querySelectorAll('[popover]')].some((box) => box.shadowRoot?.querySelector('[data-view="preview"]')),
  );
  await page.evaluate(note);
}

/** The report, a message, or nothing left of us: whatever the fill came to. */
async function fillToItsEnd(page: Page): Promise<void> {
  await pressAt(page, await readySpot(page));
  await page.waitForFunction(
    () => {
      const roots = [...document.querySelectorAll('[popover]')].map(({ shadowRoot }) => shadowRoot);
      const isBusy = roots.some((root) => root?.querySelector('[data-message="working"], [data-view="preview"]'));
      return !isBusy;
    },
    { timeout: 20_000, polling: 100 },
  );
  await pause(300);
}

const writesOf = (page: Page): Promise<Write[]> =>
  page.evaluate(() => (globalThis as unknown as { writes: Write[] }).writes);

function isRight({ label, type, value }: Write): boolean {
  return type !== 'hidden' && right[label] === value;
}

export function swapTests(ground: () => Ground): void {
  test('A4 boxes that nobody sees stay empty, and the ones that are seen are filled', async () => {
    const page = await ground().open();
    await page.evaluate(addBaits, [
      'display:none',
      'visibility:hidden',
      'opacity:0',
      'width:1px;height:1px;padding:0;border:0',
    ]);
    await openPreview(page);
    await fillToItsEnd(page);
    expect(await baitsOf(page)).toEqual(Array.from({ length: 15 }, () => ''));
    const writes = await writesOf(page);
    expect(writes.every(isRight)).toBe(true);
    expect(writes.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Client Secret', 'Client ID', 'Issuer *']),
    );
    ran('A4', 15);
  });

  test('A4 boxes that the browser draws out of sight: it is not clear which one is meant, so there is no button', async () => {
    const page = await ground().open();
    await readySpot(page);
    await page.evaluate(addBaits, ['position:absolute;left:-9999px', 'clip-path:inset(50%)']);
    await page.waitForFunction(
      () => [...document.querySelectorAll('[popover]')].every((box) => getComputedStyle(box).visibility === 'hidden'),
      { timeout: 15_000, polling: 100 },
    );
    expect(await baitsOf(page)).toEqual(Array.from({ length: 9 }, () => ''));
    ran('A4', 9);
  });

  for (const [name, swap] of Object.entries(swaps)) {
    for (const time of [0, 50, 200]) {
      test(`A8 ${name} swapped ${time} ms after the press: the right box or none`, async () => {
        const page = await ground().open();
        await openPreview(page);
        await page.evaluate(
          (work, delay) => {
            const run = new Function(`(${work})()`);
            addEventListener('click', () => (delay === 0 ? run() : setTimeout(run, delay)), {
              capture: true,
              once: true,
            });
          },
          swap.toString(),
          time,
        );
        await fillToItsEnd(page);
        const writes = await writesOf(page);
        const wrong = writes.filter((write) => !isRight(write)).map(({ label }) => label);
        expect(wrong, 'boxes that got what is not for them').toEqual([]);
        ran('A8', 1);
      });
    }
  }
}
