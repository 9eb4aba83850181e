/** The page script is registered for exactly the origins that are granted and bound. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { isGranted, originPattern } from '@/sites/permissions';
import { reconcile, registeredOrigins } from '@/sites/registration';

const a = 'https://a.company';
const b = 'https://b.company:8443';
const c = 'http://nas';

let scripts: Map<string, { id: string }>;
let granted: string[];

beforeEach(() => {
  scripts = new Map();
  granted = [];
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation((async ({ origins = [] }) =>
    origins.every((pattern: string) => granted.map(originPattern).includes(pattern))) as never);
  vi.spyOn(fakeBrowser.scripting, 'getRegisteredContentScripts').mockImplementation((async () => [
    ...scripts.values(),
  ]) as never);
  vi.spyOn(fakeBrowser.scripting, 'registerContentScripts').mockImplementation((async (added: { id: string }[]) => {
    for (const script of added) {
      if (scripts.has(script.id)) throw new Error(`Duplicate script ID '${script.id}'`);
      scripts.set(script.id, script);
    }
  }) as never);
  vi.spyOn(fakeBrowser.scripting, 'unregisterContentScripts').mockImplementation((async ({ ids = [] }) => {
    for (const id of ids) {
      if (!scripts.delete(id)) throw new Error(`Nonexistent script ID '${id}'`);
    }
  }) as never);
});

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('reconcile', () => {
  it('registers what is granted and bound, and nothing else', async () => {
    granted = [a, c];
    await reconcile([a, b, a]);
    expect([...scripts.values()]).toEqual([
      {
        id: `page:${a}`,
        matches: ['https://a.company/*'],
        js: ['recipes.js', 'content-scripts/page.js'],
        allFrames: false,
        runAt: 'document_idle',
        persistAcrossSessions: true,
      },
    ]);
  });

  it('can be run again, and unregisters what is not bound or not granted any more', async () => {
    granted = [a, b, c];
    await reconcile([a, b, c]);
    await reconcile([a, b, c]);
    expect(await registeredOrigins()).toEqual([a, b, c]);
    granted = [a, b];
    await reconcile([b, c]);
    expect(await registeredOrigins()).toEqual([b]);
  });

  it('registers again what the browser has dropped on an update', async () => {
    granted = [a];
    await reconcile([a]);
    scripts.clear();
    await reconcile([a]);
    expect(await registeredOrigins()).toEqual([a]);
  });

  it('while bindings cannot be read, only lets go what is not granted', async () => {
    granted = [a, b];
    await reconcile([a, b]);
    granted = [b, c];
    await reconcile();
    expect(await registeredOrigins()).toEqual([b]);
  });

  it("leaves scripts of others' making alone", async () => {
    scripts.set('other', { id: 'other' });
    await reconcile([]);
    expect([...scripts.keys()]).toEqual(['other']);
  });

  it('goes on with the others when the browser refuses one pattern', async () => {
    granted = [a, b];
    vi.mocked(fakeBrowser.scripting.registerContentScripts).mockRejectedValueOnce(
      new Error('Invalid pattern') as never,
    );
    await reconcile([a, b]);
    expect(await registeredOrigins()).toEqual([b]);
  });
});

describe('originPattern', () => {
  it('A5: names exactly one origin', () => {
    expect(originPattern(b)).toBe('https://b.company:8443/*');
    expect(originPattern(c)).toBe('http://nas/*');
  });

  it('leaves the port out in Firefox, where such a pattern never matches', () => {
    vi.stubEnv('BROWSER', 'firefox');
    expect(originPattern(b)).toBe('https://b.company/*');
  });
});

describe('isGranted', () => {
  it('asks the browser for this very origin', async () => {
    granted = [a];
    expect(await isGranted(a)).toBe(true);
    expect(await isGranted(b)).toBe(false);
  });

  it('says no when the browser does not take the pattern', async () => {
    vi.mocked(fakeBrowser.permissions.contains).mockRejectedValue(new Error('Invalid host') as never);
    expect(await isGranted(a)).toBe(false);
  });
});
