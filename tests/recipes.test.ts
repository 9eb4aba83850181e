/** Every recipe against every static page: recognise, locate, plan to the letter, capture; strange pages: nothing. */
import fc from 'fast-check';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { capture } from '@/engine/capture';
import { fill } from '@/engine/fill';
import { locate } from '@/engine/locate';
import { look } from '@/engine/look';
import type { Callback, Located, PageLook, Recognition } from '@/engine/model';
import { type Noticed, noticesOf } from '@/engine/notices';
import { plan } from '@/engine/plan';
import { recognise } from '@/engine/recognise';
import { recipes } from '@/recipes';
import { type Form, recipeSchema } from '@/recipes/schema';
import { variantsOf } from '@/recipes/variants';
import { expectRow } from './unit/recipes/expected-row';
import { pretendLayout } from './unit/recipes/layout';
import {
  answer,
  answerAt,
  answers,
  type Drawn,
  gaps,
  knownPages,
  letGo,
  listed,
  marked,
  markedKeys,
  mend,
  open,
  type ProfileKind,
  parsedOf,
  type StaticPage,
  secretOf,
  strangePages,
  valuesOf,
} from './unit/recipes/static-page';
import { runs } from './unit/thorough';

/** What the engine makes of one page; taken once, since nothing here changes the page. */
interface Taken {
  recognition: Recognition;
  located: Located[];
  seen: PageLook;
  callbacks: Callback[];
  said: Noticed | null;
  /** The recipes that know the page, each asked alone. */
  known: string[];
}

/** Of the page that is open; one for all, since each of the groups below would keep a whole page in memory. */
let taken: Taken;

/** Throws when the page is not recognised; every page is asked of every recipe. */
function take(page: StaticPage): Taken {
  pretendLayout();
  const url = open(page);
  const found = recipes.flatMap((recipe) => recognise(document, url, [recipe]) ?? []);
  const [recognition] = found;
  if (!recognition) throw new Error(`${page.name} was not recognised`);
  return {
    recognition,
    known: found.map(({ recipe }) => recipe.id),
    located: locate(recognition),
    seen: look(recognition, url),
    callbacks: capture(recognition, url),
    said: noticesOf(document, url, recipes),
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
      const used = variantsOf(form).flatMap((known) => choicesUsed(known.form));
      expect(choices.map(({ id }) => id).sort()).toEqual([...new Set(used)].sort());
      for (const choice of choices) {
        expect(choice.options ?? [choice.default]).toContain(choice.default);
        expect(choice.options !== undefined).toBe(choice.kind === 'list');
      }
    }
  });

  it.each(recipe.forms)(
    'names every field of $id once, and only its own in markers, variants and callbacks',
    (known) => {
      const keys = known.fields.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      const others = (known.variants ?? []).flatMap(({ fields = [] }) => fields.map(({ key }) => key));
      const read = variantsOf(known).flatMap(({ form }) => [...provingKeys(form), ...callbackKeys(form)]);
      expect(keys).toEqual(expect.arrayContaining([...others, ...read]));
    },
  );

  it('names every form and variant once', () => {
    for (const names of [recipe.forms, ...recipe.forms.map(({ variants = [] }) => variants)]) {
      const ids = names.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('proves a notice by fields of one of its forms alone', () => {
    for (const notice of recipe.notices ?? []) {
      const form = recipe.forms.find(({ id }) => id === notice.form);
      expect(form === undefined).toBe(notice.form === undefined);
      expect(form?.fields.map(({ key }) => key) ?? []).toEqual(expect.arrayContaining(provingKeys(notice)));
    }
  });
});

afterEach(letGo);

describe.each(knownPages)('page $name', (page) => {
  beforeAll(() => {
    taken = take(page);
  });

  it('is recognised as its form and as no other, with its base path', () => {
    const { recognition, known } = taken;
    expect(known).toEqual([page.app]);
    expect([recognition.recipe.id, recognition.form.id]).toEqual([page.app, answer('form')]);
    expect(recognition.variant).toBe(answers('variant')[0]);
    expect(taken.seen.variant).toBe(answers('variant')[0]);
    expect(recognition.basePath).toBe(answer('base-path'));
  });

  it('says whether a step has still to show the fields, and what else there is to say', () => {
    expect(taken.seen.isClosed ?? false).toBe(answers('closed').includes('yes'));
    expect([...taken.seen.notices].sort()).toEqual(listed('notices').sort());
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
    expect(keysNotAsMarked(located)).toEqual(gaps());
  });

  it('reads the callback addresses, odd ones with a warning', () => {
    expect(taken.callbacks).toEqual(expectedCallbacks());
    expect(taken.seen.callbacks).toEqual(expectedCallbacks());
  });

  it("knows the page's own Save by its name", () => {
    const save = document.querySelector('[data-answer-save]')?.getAttribute('data-answer-save');
    expect(taken.seen.saveName).toBe(save);
  });

  it('is spoken about as it answers', () => {
    expectNotices(taken.said, page);
  });

  describe.each(kindsOf(page))('with a profile of the kind $kind', ({ kind }) => {
    it('wants every value to the letter, in the spelling of the app', () => {
      const { recognition } = taken;
      fc.assert(
        fc.property(profiles, (drawn) => {
          const rows = rowsFor(taken, drawn, kind);
          expect(rows.map(({ key }) => key)).toEqual(recognition.form.fields.map(({ key }) => key));
          for (const row of rows) expectRow(row, drawn, kind);
        }),
        runs(25),
      );
    });

    it('says in the report why a field is left, where the outcome alone does not', async () => {
      const { recognition } = taken;
      const rows = rowsFor(taken, plainProfile, kind).map((row) => ({ ...row, ticked: false }));
      const request = { find: () => recognition, rows, secrets: {}, signal: new AbortController().signal };
      const reasons = markedKeys().flatMap((key) => {
        const because = answerAt(marked(key)[0] ?? document.body, 'because', kind);
        return because === null ? [] : [[key, because]];
      });
      const { report } = await fill(request);
      const said = report.fields.flatMap(({ key, because }) => (because && !isLater(key) ? [[key, because]] : []));
      expect(Object.fromEntries(said)).toEqual(Object.fromEntries(reasons));
    });
  });
});

describe.each(strangePages)('strange page $name', (page) => {
  let url: URL;
  beforeAll(() => {
    url = open(page);
  });
  beforeEach(pretendLayout);

  it('is recognised by no recipe', () => {
    expect(recognise(document, url, recipes)).toBeNull();
  });

  it('is spoken about as it answers', () => {
    expectNotices(noticesOf(document, url, recipes), page);
  });

  it('holds four or more hooks of the real app', () => {
    const hooks = answer('hooks').split(' ; ');
    expect(hooks.length).toBeGreaterThanOrEqual(4);
    const siblings = knownPages.filter(({ app }) => app === page.app);
    for (const hook of hooks) {
      expect([hook, hasHook(document, hook)]).toEqual([hook, true]);
      // Real is what a page has that is recognised.
      const mayHold = siblings.filter(({ html }) => hook.match(/\w+/g)?.every((word) => html.includes(word)));
      expect([hook, mayHold.some((sibling) => hasHook(parsedOf(sibling), hook))]).toEqual([hook, true]);
    }
  });

  // The last one: it changes the page.
  it('is one change away from being recognised, unless something is said about it', () => {
    const isSaid = answers('notices').length > 0;
    expect(answers('mend').length).toBe(isSaid ? 0 : 1);
    const id = isSaid ? undefined : recognise(document, mend(url), recipes)?.recipe.id;
    expect(id).toBe(isSaid ? undefined : page.app);
  });
});

it('says every notice of every recipe about a page', () => {
  const said = [...knownPages, ...strangePages].flatMap(({ app, html }) => {
    const [, ids] = /name="answer:notices" content="([^"]*)"/.exec(html) ?? [];
    return ids?.split(' ').map((id) => `${app} ${id}`) ?? [];
  });
  const known = recipes.flatMap(({ id, notices = [] }) => notices.map((notice) => `${id} ${notice.id}`));
  expect([...new Set(said)].sort()).toEqual(known.sort());
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

const plainProfile: Drawn = { base: 'https://authentik.company', slug: 'app', clientId: 'c', extras: [] };

/** The kinds of profile that fill the page; none for one that has to be made ready first. */
function kindsOf(page: StaticPage): { kind: ProfileKind }[] {
  if (page.html.includes('name="answer:ready" content="no"')) return [];
  const forms = recipes.find(({ id }) => id === page.app)?.forms ?? [];
  const form = forms.find(({ id }) => page.html.includes(`name="answer:form" content="${id}"`));
  return (form?.profiles ?? ['oidc-client']).map((kind) => ({ kind }));
}

function expectNotices(said: Noticed | null, page: StaticPage): void {
  expect([...(said?.ids ?? [])].sort()).toEqual(listed('notices').sort());
  expect(said?.declines ?? false).toBe(answers('declines').includes('yes'));
  expect(said?.recipe.id).toBe(answers('notices').length > 0 ? page.app : undefined);
}

function rowsFor({ recognition, seen }: Taken, drawn: Drawn, kind: ProfileKind) {
  return plan(recognition.form, seen, valuesOf(drawn, 'per_provider', kind), {}, [secretOf[kind]]).rows;
}

function isLater(key: string): boolean {
  return listed('later').includes(key);
}

function choicesUsed({ fields }: Form): string[] {
  return fields.flatMap(({ value }) => (value.from === 'choice' ? [value.choice] : []));
}

function callbackKeys({ callbacks }: Form): string[] {
  return callbacks.flatMap((source) => (source.how === 'field' ? [source.key] : []));
}

function provingKeys({ markers }: Pick<Form, 'markers'>): string[] {
  const { every = [], atLeast, none = [] } = markers.fields ?? {};
  return [...every, ...(atLeast?.of ?? []), ...none];
}

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

/** An element may show several, between blanks; what it says beside holds for each. */
function expectedCallbacks(): object[] {
  const shown = Array.from(document.querySelectorAll('[data-answer-callback]'), (element) => {
    const beside = Object.fromEntries(
      ['warning', 'matching', 'kind'].flatMap((name) => {
        const value = element.getAttribute(`data-answer-${name}`);
        return value === null ? [] : [[name, value]];
      }),
    );
    const urls = (element.getAttribute('data-answer-callback') ?? '').split(' ');
    return urls.map((url) => ({ url, how: element.getAttribute('data-answer-how') ?? 'read', ...beside }));
  });
  const others = answers('callback').map((line) => {
    const [how, url, matching, kind] = line.split(' ');
    return { url, how, ...(matching === 'regex' && { matching }), ...(kind !== undefined && { kind }) };
  });
  return [...shown.flat(), ...others];
}

function hasHook(root: Document, hook: string): boolean {
  const text = /^"(.*)"$/.exec(hook)?.[1];
  if (text === undefined) return root.querySelector(hook) !== null;
  const said = Array.from(root.querySelectorAll('label, span, div, h2, h3'), ({ textContent }) => textContent.trim());
  return said.some((words) => words.replace(/ \*$/, '') === text);
}
