/** A2: everything a script can do to look like a person or like the extension; nothing of it is even asked about. */
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { pause, pressAt } from './attack.ts';
import { readySpot } from './clickjacking.ts';
import { ran } from './count.ts';
import { formUrl, isFilled } from './form-page.ts';
import type { Ground } from './ground.ts';

/** In the page: every gesture there is, on our box, on what the test build lets it reach inside, and on the page itself. */
async function gesture(): Promise<number> {
  let count = 0;
  const roots = [...document.querySelectorAll('[popover]')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  const inside = roots.flatMap((root) => [...root.querySelectorAll('button, input, section')]);
  const targets = [...document.querySelectorAll('[popover]'), ...roots, ...inside, document.body, document, window];
  const all = { bubbles: true, cancelable: true, composed: true, detail: 1 };
  const kinds: [string[], (type: string) => Event][] = [
    [['click', 'dblclick', 'mousedown', 'mouseup', 'mouseover', 'contextmenu'], (type) => new MouseEvent(type, all)],
    [
      ['click', 'pointerover', 'pointerenter', 'pointerdown', 'pointerup', 'auxclick'],
      (type) => new PointerEvent(type, { ...all, pointerType: 'mouse', isPrimary: true }),
    ],
    [['keydown', 'keypress', 'keyup'], (type) => new KeyboardEvent(type, { ...all, key: 'Enter', code: 'Enter' })],
    [['keydown', 'keyup'], (type) => new KeyboardEvent(type, { ...all, key: ' ', code: 'Space' })],
    [['input', 'beforeinput'], (type) => new InputEvent(type, { ...all, data: 'x' })],
    [['change', 'toggle', 'submit', 'focusin', 'popstate', 'message'], (type) => new Event(type, all)],
    [
      ['latchkey', 'latchkey:fill', 'page.fill', 'tab.unlocked', 'wxt:content-script-started'],
      (type) => new CustomEvent(type, { ...all, detail: { type, consent: '1' } }),
    ],
  ];
  for (const target of targets) {
    for (const [types, make] of kinds) {
      for (const type of types) target.dispatchEvent(make(type));
      count += types.length;
    }
  }
  const elements = targets.filter((target) => target instanceof HTMLElement);
  for (const element of elements) {
    element.focus();
    element.click();
    count += 2;
  }
  for (const type of ['page.plan', 'page.fill', 'page.press', 'tab.refresh', 'tab.unlocked', 'tab.bound', 'tab.put']) {
    for (const data of [{ type }, { type, data: { text: 'x' } }, JSON.stringify({ type }), { latchkey: { type } }]) {
      window.postMessage(data, '*');
    }
    count += 4;
  }
  new BroadcastChannel('latchkey').postMessage({ type: 'page.fill' });
  // Whatever was started has had its time.
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  return count + 1;
}

/** In the page: what only an extension can do, and a form that sends itself. */
function askAsExtension(extensionId: string): number {
  const forms = [...document.forms];
  for (const form of forms) form.requestSubmit();
  const { chrome, browser } = globalThis as unknown as Record<string, { runtime?: Record<string, unknown> }>;
  const doors = [chrome?.runtime, browser?.runtime].flatMap((runtime) => [runtime?.sendMessage, runtime?.connect]);
  // The browsers give these only to pages that some extension wants to hear from.
  const open = doors.filter((door) => typeof door === 'function');
  for (const door of open) door(extensionId, { type: 'page.fill', data: {} });
  return forms.length + open.length;
}

/** The view stays and nothing is asked. Promises how many gestures that were. */
async function expectUnmoved(ground: Ground, page: Page): Promise<number> {
  await readySpot(page);
  await ground.heard();
  const view = await page.evaluate(viewNow);
  const count = (await page.evaluate(gesture)) + (await page.evaluate(askAsExtension, ground.extensionId));
  await pause(500);
  expect(await ground.heard(), 'messages to the background').toEqual([]);
  expect(await page.evaluate(viewNow)).toBe(view);
  return count;
}

function viewNow(): string | null | undefined {
  const roots = [...document.querySelectorAll('[popover]')].map(({ shadowRoot }) => shadowRoot);
  return roots
    .map((root) => root?.querySelector('[data-view]'))
    .find(Boolean)
    ?.getAttribute('data-view');
}

async function viewIs(page: Page, view: string): Promise<void> {
  await page.waitForFunction(`(${viewNow})() === '${view}'`, { polling: 50, timeout: 15_000 });
}

export function gestureTests(ground: () => Ground): void {
  test('A2 over 100 gestures of a script on the button and in the preview: no message, no fill', async () => {
    const page = await ground().open();
    const onButton = await expectUnmoved(ground(), page);
    await pressAt(page, await readySpot(page));
    await viewIs(page, 'preview');
    const inPreview = await expectUnmoved(ground(), page);
    expect(await page.evaluate(isFilled), 'something was filled').toBe(false);
    expect(Math.min(onButton, inPreview)).toBeGreaterThan(100);
    await pressAt(page, await readySpot(page));
    await viewIs(page, 'report');
    expect(await page.evaluate(isFilled), 'the honest press fills').toBe(true);
    ran('A2', onButton + inPreview);
  });

  test('A2 a page that rewrites its own world before we come: nothing of ours runs in it', async () => {
    const page = await ground().open(new URL('/rewritten', formUrl).href);
    ran('A2', await expectUnmoved(ground(), page));
    await page.evaluate(() => {
      (globalThis as unknown as { seen: string[] }).seen.length = 0;
    });
    await pressAt(page, await readySpot(page));
    await viewIs(page, 'preview');
    await pressAt(page, await readySpot(page));
    await viewIs(page, 'report');
    expect(await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)).toEqual([]);
  });
}
