/** Every recipe against every static page: recognise, locate, plan to the letter, capture; strange pages: nothing. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { capture } from '@/engine/capture';
import { locate } from '@/engine/locate';
import { look } from '@/engine/look';
import type { Recognition } from '@/engine/model';
import { plan } from '@/engine/plan';
import { recognise } from '@/engine/recognise';
import { recipes } from '@/recipes';
import { recipeSchema } from '@/recipes/schema';
import { pretendLayout } from './unit/recipes/layout';
import {
  answer,
  answers,
  type Drawn,
  knownPages,
  marked,
  markedKeys,
  mend,
  open,
  type StaticPage,
  strangePages,
  valuesOf,
  wantedBy,
} from './unit/recipes/static-page';

beforeEach(pretendLayout);
afterEach(() => {
  document.documentElement.replaceChildren();
});

/** Opens a page and recognises it; every page is asked of every recipe. */
function recogniseOn(page: StaticPage): { recognition: Recognition; url: URL } {
  const url = open(page);
  const recognition = recognise(document, url, recipes);
  if (!recognition) throw new Error(`${page.name} was not recognised`);
  return { recognition, url };
}

describe.each(recipes.map((recipe) => ({ recipe, id: recipe.id })))('recipe $id', ({ recipe }) => {
  it('fits the schema and is data alone', () => {
    expect(recipeSchema.safeParse(recipe)).toMatchObject({ success: true });
    expect(JSON.parse(JSON.stringify(recipe))).toEqual(recipe);
  });

  it('declares every choice it uses, uses every choice it declares, and names a default that is offered', () => {
    for (const form of recipe.forms) {
      const choices = form.choices ?? [];
      const used = form.fields.flatMap(({ value }) => (value.from === 'choice' ? [value.choice] : []));
      expect(choices.map(({ id }) => id).sort()).toEqual(used.sort());
      for (const choice of choices) {
        expect(choice.options ?? [choice.default]).toContain(choice.default);
        expect(choice.options !== undefined).toBe(choice.kind === 'list');
      }
    }
  });

  it.each(recipe.forms)('names every field of $id once, and only its own in markers and callbacks', (form) => {
    const keys = form.fields.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    const proof = form.markers.fields;
    const read = form.callbacks.flatMap((source) => (source.how === 'field' ? [source.key] : []));
    expect(keys).toEqual(expect.arrayContaining([...(proof?.every ?? []), ...(proof?.atLeast?.of ?? []), ...read]));
  });
});

describe.each(knownPages)('page $name', (page) => {
  it('is recognised as its form, with its base path', () => {
    const { recognition } = recogniseOn(page);
    expect([recognition.recipe.id, recognition.form.id]).toEqual([page.app, answer('form')]);
    expect(recognition.basePath).toBe(answer('base-path'));
  });

  it('tells the sign-in method and whether it must be switched', () => {
    const { recognition, url } = recogniseOn(page);
    const { method } = look(recognition, url);
    const [now] = answers('method');
    expect(method?.now).toBe(now);
    if (now !== undefined) expect(method?.isWanted).toBe(answer('switch') === 'no');
  });

  it('locates the marked control for every field, or says why not', () => {
    const { recognition } = recogniseOn(page);
    const located = locate(recognition);
    expect(located.map(({ field }) => field)).toEqual(recognition.form.fields);
    const keys = located.map(({ field }) => field.key);
    expect(keys).toEqual(expect.arrayContaining(markedKeys()));
    const gaps = answers('gap').map((gap) => gap.replace(/:.*$/, ''));
    for (const found of located) {
      const isRight = isAsMarked(found, marked(found.field.key));
      // A gap that is closed must be taken off the list.
      expect.soft([found.field.key, isRight]).toEqual([found.field.key, !gaps.includes(found.field.key)]);
    }
  });

  it('reads the callback addresses, odd ones with a warning', () => {
    const { recognition, url } = recogniseOn(page);
    expect(capture(recognition, url)).toEqual(expectedCallbacks());
    expect(look(recognition, url).callbacks).toEqual(expectedCallbacks());
  });

  it("knows the page's own Save by its name", () => {
    const { recognition, url } = recogniseOn(page);
    const save = document.querySelector('[data-answer-save]')?.getAttribute('data-answer-save');
    expect(look(recognition, url).saveName).toBe(save);
  });
});

const readyPages = knownPages.filter(({ html }) => !html.includes('name="answer:ready" content="no"'));

describe.each(readyPages)('plan for $name', (page) => {
  it('wants every value to the letter, in the spelling of the app', () => {
    const { recognition, url } = recogniseOn(page);
    const seen = look(recognition, url);
    fc.assert(
      fc.property(profiles, (drawn) => {
        const { rows } = plan(recognition.form, seen, valuesOf(drawn, 'per_provider'), {}, true);
        expect(rows.map(({ key }) => key)).toEqual(recognition.form.fields.map(({ key }) => key));
        for (const row of rows) checkRow(row, drawn);
      }),
      { numRuns: 25 },
    );
  });

  it('has no place for a secret', () => {
    const { recognition, url } = recogniseOn(page);
    const values = valuesOf({ base: 'https://a.example', slug: 's', clientId: 'c', extras: [] }, 'per_provider');
    const secrets = plan(recognition.form, look(recognition, url), values, {}, true).rows.filter((row) => row.isSecret);
    expect(secrets.map(({ key }) => key)).toEqual(['client_secret']);
    for (const row of secrets) expect([row.now, row.next]).toEqual([undefined, undefined]);
  });
});

describe.each(strangePages)('strange page $name', (page) => {
  it('is recognised by no recipe', () => {
    expect(recognise(document, open(page), recipes)).toBeNull();
  });

  it('holds four or more hooks of the real app', () => {
    open(page);
    const hooks = answer('hooks').split(' ; ');
    expect(hooks.length).toBeGreaterThanOrEqual(4);
    for (const hook of hooks) expect([hook, hasHook(hook)]).toEqual([hook, true]);
    const siblings = knownPages.filter(({ app }) => app === page.app);
    for (const hook of hooks) {
      const isReal = siblings.some((sibling) => {
        open(sibling);
        return hasHook(hook);
      });
      expect([hook, isReal]).toEqual([hook, true]);
    }
  });

  it('is one change away from being recognised', () => {
    const url = mend(open(page));
    expect(recognise(document, url, recipes)?.recipe.id).toBe(page.app);
  });
});

const label = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
const profiles: fc.Arbitrary<Drawn> = fc.record({
  base: fc
    .tuple(label, label, fc.option(label), fc.constantFrom('', ':9443'))
    .map(([host, domain, path, port]) => `https://${host}.${domain}.test${port}${path === null ? '' : `/${path}`}`),
  slug: fc.stringMatching(/^[a-z0-9][A-Za-z0-9_-]{0,20}$/),
  clientId: fc.stringMatching(/^[!-~]{1,40}$/),
  extras: fc.uniqueArray(fc.constantFrom('groups', 'phone', 'offline_access', 'entitlements'), { maxLength: 3 }),
});

type Row = ReturnType<typeof plan>['rows'][number];

function isAsMarked(found: ReturnType<typeof locate>[number], elements: HTMLElement[]): boolean {
  const [element] = elements;
  if (!element) return found.state === 'missing';
  const state = element.getAttribute('data-answer-state') ?? 'found';
  if (state === 'ambiguous') return found.state === 'ambiguous' && found.count === elements.length;
  return 'element' in found && found.state === state && found.element === element;
}

function expectedCallbacks(): object[] {
  const shown = Array.from(document.querySelectorAll('[data-answer-callback]'), (element) => {
    const warning = element.getAttribute('data-answer-warning');
    const url = element.getAttribute('data-answer-callback');
    return { url, how: 'read', ...(warning !== null && { warning }) };
  });
  const others = answers('callback').map((line) => {
    const [how, url] = line.split(' ');
    return { url, how };
  });
  return [...shown, ...others];
}

function checkRow(row: Row, drawn: Drawn): void {
  const [element] = marked(row.key);
  if (!element) {
    expect([row.key, row.state]).toEqual([row.key, 'absent']);
    expect(answer('not-on-this-version')).toBe(row.key);
    return;
  }
  if (row.key === 'client_secret') {
    expect(row).toMatchObject({ state: 'change', ticked: true });
    return;
  }
  if (element.hasAttribute('data-answer-items')) {
    checkList(row, element, drawn);
    return;
  }
  checkText(row, element, drawn);
}

function checkText(row: Row, element: HTMLElement, drawn: Drawn): void {
  const expected = element.getAttribute('data-answer-plan') ?? 'change';
  if (expected === 'left') {
    expect(row).toMatchObject({ state: 'left', ticked: false });
    return;
  }
  if (expected === 'kept') {
    expect(row).toMatchObject({ state: 'change', ticked: false, next: wantedBy(element, drawn) });
    return;
  }
  expect(row).toMatchObject({ state: expected, ticked: expected === 'change' });
  const holds = expected === 'same' ? row.now : row.next;
  expect([row.key, holds]).toEqual([row.key, wantedBy(element, drawn)]);
}

/** What the app holds beyond ours stays, unless it is what a fresh install holds. */
function checkList(row: Row, element: HTMLElement, drawn: Drawn): void {
  const stays = (element.getAttribute('data-answer-stays') ?? '').split(' ').filter((item) => item !== '');
  const wanted = wantedBy(element, drawn);
  expect(row.next).toEqual(wanted);
  expect(row.extras).toEqual(stays.filter((item) => !drawn.extras.includes(item)));
  expect(row.removeExtras).toBe(false);
  const held = Array.isArray(row.now) ? row.now : [];
  const isThere = stays.length > 0 && [...wanted].every((item) => held.includes(item));
  expect(row).toMatchObject(isThere ? { state: 'same', ticked: false } : { state: 'change', ticked: true });
}

function hasHook(hook: string): boolean {
  const text = /^"(.*)"$/.exec(hook)?.[1];
  if (text === undefined) return document.querySelector(hook) !== null;
  const said = Array.from(document.querySelectorAll('label, span, div, h2, h3'), (element) =>
    element.textContent.trim(),
  );
  return said.some((words) => words.replace(/ \*$/, '') === text);
}
