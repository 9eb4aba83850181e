/** Runs axe in a page, an extension's own or an app's, and names what it found. */
import axe, { type RunOnly } from 'axe-core';
import type { Page } from 'puppeteer-core';

/** WCAG 2.2 AA and what it builds on. */
const all: RunOnly = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };

interface Finding {
  id: string;
  nodes: { target: unknown }[];
}

/** Those that look at colours. */
const colours: RunOnly = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

export interface Look {
  /** Limits the look to one element and what is in it. */
  within?: string;
  /** For a page that was looked at whole, and then got nothing but other colours. */
  coloursAlone?: boolean;
}

/** Promises one line per finding, none when all is well. */
export async function findBarriers(
  page: Page,
  { within = 'body', coloursAlone = false }: Look = {},
): Promise<string[]> {
  if (!(await page.evaluate(() => Reflect.has(window, 'axe')))) await page.evaluate(axe.source);
  const violations = await page.evaluate(
    async (selector, runOnly): Promise<Finding[]> => {
      const engine: typeof axe = Reflect.get(window, 'axe');
      const result = await engine.run(selector, { runOnly, resultTypes: ['violations'] });
      return result.violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ target }) => ({ target })) }));
    },
    within,
    coloursAlone ? colours : all,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${JSON.stringify(target)}`));
}
