/** Tries the engine on one static page in a browser and counts what it found, filled and read back. */
import type { Page } from 'puppeteer-core';
import type { Recipe } from '../../recipes/schema.ts';
import { engineIn } from '../../tests/probe/engine-world.ts';
import { sampleSecrets, sampleValues } from './sample.ts';

/** `got` of `of`. */
export interface Count {
  got: number;
  of: number;
}

export interface Measured {
  page: string;
  app: string;
  version: string;
  language: string;
  recognised: Count;
  located: Count;
  filled: Count;
  captured: Count;
  /** Gaps nobody has explained, and explained ones that are none. */
  faults: string[];
  /** Gaps as the page's head explains them. */
  gaps: string[];
}

interface Answers {
  address: string;
  language: string;
  gaps: string[];
  notFilled: string[];
  notCaptured: string[];
  callbacks: string[];
}

/** What an outcome must be for a field that Latchkey fills by itself. */
const good = ['filled', 'already-right'];
/** Rows that are not ours to fill. */
const notOurs = ['left', 'absent', 'managed', 'exposed', 'later'];

/** Serves the page at the address in its head; every other request ends in nothing. */
export async function measure(page: Page, name: string, html: string, recipes: Recipe[]): Promise<Measured> {
  const answers = answersIn(html);
  const [app = '', ...parts] = name.replace(/\.html$/, '').split('.');
  await serve(page, answers.address, html);
  const engine = await engineIn(page);
  const found = await engine.find(recipes);
  const expected = await callbacksOn(page, answers);
  const ran = await engine.run({ recipes, values: sampleValues, secrets: sampleSecrets, choices: {} });
  const rows = (ran?.rows ?? []).filter(
    ({ state, ticked }) => !notOurs.includes(state) && (state === 'same' || ticked),
  );
  const unfilled = rows.filter(({ key }) => !good.includes(ran?.fields.find((one) => one.key === key)?.outcome ?? ''));
  const places = found?.places ?? [];
  const read = (ran ?? found)?.look.callbacks.map(({ url }) => url) ?? [];
  const unread = expected.filter((url) => !read.includes(url));
  const unlocated = places.filter(({ isMarked }) => !isMarked);
  return {
    page: name,
    app,
    // The version, or where the app has none to be seen, the wording.
    version: parts.find((part) => /^\d/.test(part)) ?? parts[0] ?? '',
    language: answers.language,
    recognised: { got: found?.app === app ? 1 : 0, of: 1 },
    located: { got: places.length - unlocated.length, of: places.length },
    filled: { got: rows.length - unfilled.length, of: rows.length },
    captured: { got: expected.length - unread.length, of: expected.length },
    gaps: [...answers.gaps, ...answers.notFilled, ...answers.notCaptured],
    faults: [
      ...compare(
        unlocated.map(({ key }) => key),
        answers.gaps,
        'is not located',
      ),
      ...compare(
        unfilled.map(({ key }) => key),
        answers.notFilled,
        'is not filled',
      ),
      ...compare(unread.length > 0 ? ['callback'] : [], answers.notCaptured, 'is not read'),
    ],
  };
}

/** A gap without a reason is a fault, and so is a reason without a gap. A reason for `*` is one for the whole page. */
function compare(missing: string[], reasons: string[], fault: string): string[] {
  const named = reasons.map((reason) => reason.replace(/:.*$/, ''));
  const explained = named.flatMap((key) => (key === '*' && missing.length > 0 ? missing : [key]));
  return [
    ...missing.filter((key) => !explained.includes(key)).map((key) => `${key} ${fault}, and the page gives no reason`),
    ...explained.filter((key) => !missing.includes(key)).map((key) => `${key} has a reason why it ${fault}, but it is`),
  ];
}

function answersIn(html: string): Answers {
  const all = (name: string): string[] =>
    [...html.matchAll(new RegExp(`name="answer:${name}" content="([^"]*)"`, 'g'))].map((match) => match[1] ?? '');
  return {
    address: all('address')[0] ?? '',
    language: all('language')[0] ?? '',
    gaps: all('gap'),
    notFilled: all('not-filled'),
    notCaptured: all('not-captured'),
    callbacks: all('callback').map((line) => line.replace(/^\w+ /, '')),
  };
}

async function serve(page: Page, address: string, html: string): Promise<void> {
  page.removeAllListeners('request');
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const isPage = request.isNavigationRequest() && request.frame() === page.mainFrame();
    void (isPage ? request.respond({ contentType: 'text/html; charset=utf-8', body: html }) : request.abort());
  });
  await page.goto('about:blank');
  await page.goto(address);
}

/** Shown by the page, or written into its own field by the fill. */
async function callbacksOn(page: Page, { callbacks }: Answers): Promise<string[]> {
  const shown = await page.$$eval('[data-answer-callback], [data-answer="redirect_uri"]', (elements) =>
    elements.map(
      (element) => element.getAttribute('data-answer-callback') ?? element.getAttribute('data-answer-value'),
    ),
  );
  const several = shown.flatMap((urls) => urls?.split(' ') ?? []);
  return [...new Set([...several, ...callbacks.map((line) => line.replace(/ .*$/, ''))])];
}
