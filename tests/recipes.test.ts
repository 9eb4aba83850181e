/** Every recipe against every static page: recognise, locate, plan to the letter, capture; strange pages: nothing. */
import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { capture } from '@/engine/capture';
import { locate } from '@/engine/locate';
import { look } from '@/engine/look';
import type { Callback, Located, PageLook, PlanRow, Recognition } from '@/engine/model';
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

/** What the engine makes of one page; taken once, since nothing here changes the page. */
interface Taken {
  recognition: Recognition;
  located: Located[];
  seen: PageLook;
  callbacks: Callback[];
  /** The recipes that know the page, each asked alone. */
  known: string[];
}

/** Throws when the page is not recognised; every page is asked of every recipe. */
function take(page: StaticPage): Taken {
  pretendLayout();
  const url = open(page);
  const recognition = recognise(document, url, recipes);
  if (!recognition) throw new Error(`${page.name} was not recognised`);
  const known = recipes.filter((recipe) => recognise(document, url, [recipe])).map(({ id }) => id);
  return {
    recognition,
    known,
    located: locate(recognition),
    seen: look(recognition, url),
    callbacks: capture(recognition, url),
  };
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
  let taken: Taken;
  beforeAll(() => {
    taken = take(page);
  });

  it('is recognised as its form and as no other, with its base path', () => {
    const { recognition, known } = taken;
    expect(known).toEqual([page.app]);
    expect([recognition.recipe.id, recognition.form.id]).toEqual([page.app, answer('form')]);
    expect(recognition.basePath).toBe(answer('base-path'));
  });

  it('tells the sign-in method and whether it must be switched', () => {
    const { method } = taken.seen;
    const [now] = answers('method');
    expect(method?.now).toBe(now);
    expect(method?.isWanted).toBe(now === undefined ? undefined : answer('switch') === 'no');
  });

  it('locates the marked control for every field, or says why not', () => {
    const { located, recognition } = taken;
    expect(located.map(({ field }) => field)).toEqual(recognition.form.fields);
    expect(located.map(({ field }) => field.key)).toEqual(expect.arrayContaining(markedKeys()));
    // A gap that is closed must be taken off the page's list.
    expect(keysNotAsMarked(located)).toEqual(answers('gap').map((gap) => gap.replace(/:.*$/, '')));
  });

  it('reads the callback addresses, odd ones with a warning', () => {
    expect(taken.callbacks).toEqual(expectedCallbacks());
    expect(taken.seen.callbacks).toEqual(expectedCallbacks());
  });

  it("knows the page's own Save by its name", () => {
    const save = document.querySelector('[data-answer-save]')?.getAttribute('data-answer-save');
    expect(taken.seen.saveName).toBe(save);
  });
});

const readyPages = knownPages.filter(({ html }) => !html.includes('name="answer:ready" content="no"'));

describe.each(readyPages)('plan for $name', (page) => {
  let taken: Taken;
  beforeAll(() => {
    taken = take(page);
  });

  it('wants every value to the letter, in the spelling of the app', () => {
    const { recognition, seen } = taken;
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
    const { recognition, seen } = taken;
    const values = valuesOf({ base: 'https://a.example', slug: 's', clientId: 'c', extras: [] }, 'per_provider');
    const secrets = plan(recognition.form, seen, values, {}, true).rows.filter((row) => row.isSecret);
    expect(secrets.map(({ key }) => key)).toEqual(['client_secret']);
    for (const row of secrets) expect([row.now, row.next]).toEqual([undefined, undefined]);
  });
});

const parsed = knownPages.map(({ app, html }) => ({ app, html: new DOMParser().parseFromString(html, 'text/html') }));

describe.each(strangePages)('strange page $name', (page) => {
  beforeEach(pretendLayout);

  it('is recognised by no recipe', () => {
    expect(recognise(document, open(page), recipes)).toBeNull();
  });

  it('holds four or more hooks of the real app', () => {
    open(page);
    const hooks = answer('hooks').split(' ; ');
    expect(hooks.length).toBeGreaterThanOrEqual(4);
    const siblings = parsed.filter(({ app }) => app === page.app).map(({ html }) => html);
    for (const hook of hooks) {
      expect([hook, hasHook(document, hook)]).toEqual([hook, true]);
      // Real is what a page has that is recognised.
      expect([hook, siblings.some((sibling) => hasHook(sibling, hook))]).toEqual([hook, true]);
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

function keysNotAsMarked(located: Located[]): string[] {
  return located.filter((found) => !isAsMarked(found, marked(found.field.key))).map(({ field }) => field.key);
}

function isAsMarked(found: Located, elements: HTMLElement[]): boolean {
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

function checkRow(row: PlanRow, drawn: Drawn): void {
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

function checkText(row: PlanRow, element: HTMLElement, drawn: Drawn): void {
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
function checkList(row: PlanRow, element: HTMLElement, drawn: Drawn): void {
  const stays = (element.getAttribute('data-answer-stays') ?? '').split(' ').filter((item) => item !== '');
  const wanted = wantedBy(element, drawn);
  expect(row.next).toEqual(wanted);
  expect(row.extras).toEqual(stays.filter((item) => !drawn.extras.includes(item)));
  expect(row.removeExtras).toBe(false);
  const held = Array.isArray(row.now) ? row.now : [];
  const isThere = stays.length > 0 && [...wanted].every((item) => held.includes(item));
  expect(row).toMatchObject(isThere ? { state: 'same', ticked: false } : { state: 'change', ticked: true });
}

function hasHook(root: Document, hook: string): boolean {
  const text = /^"(.*)"$/.exec(hook)?.[1];
  if (text === undefined) return root.querySelector(hook) !== null;
  const said = Array.from(root.querySelectorAll('label, span, div, h2, h3'), ({ textContent }) => textContent.trim());
  return said.some((words) => words.replace(/ \*$/, '') === text);
}
