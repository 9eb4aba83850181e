/** After the administrator's Save, Openlane asks authentik with what was saved, and says how that went in a badge. */
import type { Page } from 'puppeteer-core';
import type { Openlane } from '../../tests/standins/openlane/openlane.ts';

const patience = 15_000;

/** Promises null when the badge the administrator sees says Healthy, else the app's own error. */
export async function proveHealth(page: Page, openlane: Openlane): Promise<string | null> {
  const badge = await page
    .waitForFunction(readBadge, { timeout: patience })
    .then((handle) => handle.jsonValue())
    .catch(() => 'nothing');
  if (badge === 'Healthy' && openlane.health() === 'healthy') return null;
  return openlane.lastLoginError() ?? `The badge says ${badge}.`;
}

function readBadge(): string | null {
  const words = ['Healthy', 'Needs Attention', 'Unknown'];
  const texts = Array.from(document.querySelectorAll('main *'), (element) => element.textContent?.trim() ?? '');
  return words.find((word) => texts.includes(word)) ?? null;
}
