/** Runs axe in a page, an extension's own or an app's, and names what it found. */
import axe from 'axe-core';
import type { Page } from 'puppeteer-core';

/** WCAG 2.2 AA and what it builds on. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Finding {
  id: string;
  nodes: { target: unknown }[];
}

/** Promises one line per finding, none when all is well; `within` limits the look to one element and what is in it. */
export async function findBarriers(page: Page, within = 'body'): Promise<string[]> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(
    async (selector, tags): Promise<Finding[]> => {
      const engine: typeof axe = Reflect.get(window, 'axe');
      const result = await engine.run(selector, {
        runOnly: { type: 'tag', values: tags },
        resultTypes: ['violations'],
      });
      return result.violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ target }) => ({ target })) }));
    },
    within,
    rules,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${JSON.stringify(target)}`));
}
