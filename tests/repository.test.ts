// @vitest-environment node
/** The house checks itself: lists that must agree, limits that must hold, words that must exist in both languages. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { recipes } from '@/recipes';
import de from '../locales/de.json';
import en from '../locales/en.json';
import config from '../wxt.config';

const root = new URL('../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const list = (folder: string): string[] => readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' });

const shippedRooms = [
  'authentik',
  'engine',
  'entrypoints',
  'lib',
  'messaging',
  'profiles',
  'recipes',
  'sites',
  'ui',
  'vault',
];

describe('recipes and their pages', () => {
  const files = list('recipes/apps').map((file) => file.replace(/\.ts$/, ''));
  const pages = list('tests/pages').filter((file) => file.endsWith('.html'));

  it('has every recipe file in the list, in order, with its name as id', () => {
    expect(recipes.map(({ id }) => id)).toEqual(files.sort());
    for (const id of files) expect(read('recipes/index.ts')).toContain(`import ${id} from './apps/${id}';`);
  });

  it('has a page for every recipe and a recipe for every page', () => {
    const named = pages.map((page) => page.replace(/^_/, '').replace(/\..*$/, ''));
    expect([...new Set(named)].sort()).toEqual(files.sort());
    for (const id of files) expect(pages.some((page) => page.startsWith(`${id}.`))).toBe(true);
  });

  it('has at least twelve pages that no recipe may recognise', () => {
    expect(pages.filter((page) => page.startsWith('_')).length).toBeGreaterThanOrEqual(12);
  });

  it('tells on every page where its facts come from, its address and its language', () => {
    for (const page of pages) {
      const [head = ''] = read(`tests/pages/${page}`).split('</head>');
      expect([page, /<!-- (Page sheet \w+\.md \d|Seen: .+ \S*\d)/.test(head)]).toEqual([page, true]);
      expect([page, /name="answer:address" content="https?:\/\/[^"]+"/.test(head)]).toEqual([page, true]);
      expect([page, /name="answer:language" content="[a-z]{2}"/.test(head)]).toEqual([page, true]);
    }
  });

  it('has a reason for every known gap', () => {
    const stated = /answer:(?:gap|not-filled|not-captured)" content="[^"]*"/g;
    const gaps = pages.flatMap((page) => read(`tests/pages/${page}`).match(stated) ?? []);
    expect(gaps.length).toBeGreaterThan(0);
    for (const gap of gaps) expect(gap).toMatch(/content="(?:[a-z_]+|\*): .{10,}"/);
  });

  it('lists every recipe in the README, and how far it was tried', () => {
    const rows = read('README.md')
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .map((line) => line.split('|').map((text) => text.trim()));
    for (const { name, versions, tried } of recipes) expect(rows).toContainEqual(['', name, versions, tried, '']);
    expect(recipes.find(({ id }) => id === 'personio')?.tried).toBe('not tried on the live page');
  });
});

describe('the engine', () => {
  const sources = list('engine').filter((file) => file.endsWith('.ts'));

  /** Ids, classes, attributes and their values: the words of the recipes' selectors that are nobody else's. */
  const hooks = [...JSON.stringify(recipes).matchAll(/[#.]?[\w-]+/g)]
    .map(([word]) => word.replace(/^[#.]/, ''))
    .filter((word) =>
      /^(oidc|oauth|auth_|data-(name|tab|action|slot|rfd.*)$|ng-|detail-|actions-|authSettings|tabler|integration-|hide|def_)/.test(
        word,
      ),
    );

  it.each(sources)('knows no app: %s', (file) => {
    const code = withoutComments(read(`engine/${file}`));
    for (const { id, name } of recipes) {
      expect(code.toLowerCase()).not.toContain(id);
      expect(code).not.toContain(name);
    }
    expect(hooks).toEqual(expect.arrayContaining(['oidcClientId', 'oauth_scopes', 'data-slot', 'integration-config-']));
    expect(hooks.length).toBeGreaterThan(20);
    for (const hook of hooks) expect([hook, code.includes(hook)]).toEqual([hook, false]);
  });
});

describe('the shipped rooms', () => {
  const sources = shippedRooms.flatMap((room) =>
    list(room)
      .filter((file) => /\.(ts|tsx|css)$/.test(file))
      .map((file) => `${room}/${file}`),
  );

  it.each(sources)('keeps %s under 200 lines', (file) => {
    expect(read(file).trimEnd().split('\n').length).toBeLessThanOrEqual(200);
  });
});

describe('words on the screen', () => {
  const [english, german] = [flatten(en), flatten(de)];

  it('has every key in English and German, in the same order', () => {
    expect([...german.keys()]).toEqual([...english.keys()]);
  });

  it('has words for every key, and the same substitutions in both languages', () => {
    for (const [key, words] of english) {
      const other = german.get(key) ?? '';
      expect([key, words.trim() !== '', other.trim() !== '']).toEqual([key, true, true]);
      expect([key, substitutions(other)]).toEqual([key, substitutions(words)]);
    }
  });
});

describe('the manifest', () => {
  const { manifest } = config;
  const manifestOf = async (browser: string, mode: string) => {
    if (typeof manifest !== 'function') throw new Error('The manifest is a function of browser and mode');
    const command = 'build';
    return manifest({ browser, mode, command, manifestVersion: 3 });
  };

  it.each(['chrome', 'firefox'])('asks for nothing that is not on the list: %s', async (browser) => {
    const shipped = await manifestOf(browser, 'production');
    expect(shipped).toMatchObject({
      permissions: ['storage', 'scripting', 'activeTab', 'alarms', 'idle'],
      optional_host_permissions: ['https://*/*', 'http://*/*'],
    });
    const forbidden = ['host_permissions', 'content_scripts', 'web_accessible_resources', 'optional_permissions'];
    expect(Object.keys(shipped).filter((key) => forbidden.includes(key))).toEqual([]);
  });
});

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}

/** Every text by its path; plural forms are texts of their own. */
function flatten(words: object, path = ''): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(words)) {
    const name = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') texts.set(name, value);
    else for (const [inner, text] of flatten(value, name)) texts.set(inner, text);
  }
  return texts;
}

function substitutions(text: string): string[] {
  return [...new Set(text.match(/\$\d/g))].sort();
}
