/** Sender and data are judged before any handler runs; whatever does not fit is dropped without an answer. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createRegistry, type Handlers } from '@/messaging/registry';
import { rules } from '@/messaging/schemas';
import { pageSamples, samples, screenSamples } from './samples';
import { appOrigin, nobody, optionsTab, page, popup } from './senders';

const allTypes = Object.keys(samples);
const screenTypes = Object.entries(screenSamples);
const pageTypes = Object.entries(pageSamples);

const around = { before: async () => undefined, after: async () => undefined };

function spies() {
  const calls = vi.fn();
  const handlers = Object.fromEntries(
    allTypes.map((type) => [
      type,
      (data: unknown, sender: unknown) => {
        calls(type, data, sender);
        return `answer to ${type}`;
      },
    ]),
  );
  return { calls, receive: createRegistry(handlers as unknown as Handlers, around) };
}

describe('senders', () => {
  it('A10: has a sample for every message', () => {
    expect(allTypes.toSorted()).toEqual(Object.keys(rules).toSorted());
  });

  it.each(screenTypes)('A10, 3 cases: %s is answered to popup and options page alone', async (type, data) => {
    const { receive, calls } = spies();
    expect(await receive({ type, data }, popup)).toBe(`answer to ${type}`);
    expect(await receive({ type, data }, optionsTab)).toBe(`answer to ${type}`);
    expect(receive({ type, data }, page)).toBeNull();
    expect(calls).toHaveBeenCalledTimes(2);
  });

  it.each(pageTypes)('A10, 3 cases: %s is answered to the script in a top document alone', async (type, data) => {
    const { receive, calls } = spies();
    expect(await receive({ type, data }, page)).toBe(`answer to ${type}`);
    expect(receive({ type, data }, popup)).toBeNull();
    expect(receive({ type, data }, optionsTab)).toBeNull();
    expect(calls).toHaveBeenCalledTimes(1);
  });

  describe.each(Object.entries(nobody))('%s', (_name, sender) => {
    it.each(allTypes)('A10: gets no answer to %s', (type) => {
      const { receive, calls } = spies();
      expect(receive({ type, data: samples[type as keyof typeof samples] }, sender)).toBeNull();
      expect(calls).not.toHaveBeenCalled();
    });
  });

  it('tells handlers who the page is from the browser fields, not from the message', async () => {
    const { receive, calls } = spies();
    await receive({ type: 'page.plan', data: samples['page.plan'] }, page);
    expect(calls.mock.lastCall?.[2]).toEqual({
      kind: 'page',
      tabId: 7,
      origin: appOrigin,
      document: 'DOCUMENT-A',
      documentId: 'DOCUMENT-A',
    });
  });

  it('names a document by tab, frame and origin where the browser names none', async () => {
    const { receive, calls } = spies();
    const { documentId: _, ...older } = page;
    await receive({ type: 'page.plan', data: samples['page.plan'] }, older);
    expect(calls.mock.lastCall?.[2]).toEqual({
      kind: 'page',
      tabId: 7,
      origin: appOrigin,
      document: `7:0:${appOrigin}`,
    });
  });
});

describe('data', () => {
  const senderOf = (type: string) => (type in pageSamples ? page : popup);

  it.each(Object.entries(samples))('%s with one field too many is dropped', (type, data) => {
    const { receive } = spies();
    expect(receive({ type, data: { ...data, extra: 1 } }, senderOf(type))).toBeNull();
    expect(receive({ type, data, extra: 1 }, senderOf(type))).toBeNull();
  });

  it.each(Object.entries(samples))('%s with a field of the wrong type or missing is dropped', (type, data) => {
    const { receive } = spies();
    for (const wrong of [null, 1, 'text', [], [1], true]) {
      expect(receive({ type, data: wrong }, senderOf(type))).toBeNull();
    }
    const ofPages = ['page.state.filled', 'page.plan.withoutSecret', 'page.press.refused'];
    const optional = ['profile.save.id', 'site.bind.typedHost', 'authentik.connect.token', ...ofPages];
    for (const name of Object.keys(data ?? {})) {
      expect(receive({ type, data: { ...data, [name]: { odd: 1 } } }, senderOf(type))).toBeNull();
      const { [name]: _, ...rest } = { ...data } as Record<string, unknown>;
      const isDropped = receive({ type, data: rest }, senderOf(type)) === null;
      expect(isDropped).toBe(!optional.includes(`${type}.${name}`));
    }
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', '', 'page', 'PAGE.PLAN'])(
    'type "%s" is unknown',
    (type) => {
      const { receive } = spies();
      expect(receive({ type, data: undefined }, popup)).toBeNull();
      expect(receive({ type }, page)).toBeNull();
    },
  );

  it.each([
    ['a key that only looks like data', JSON.parse('{"app":"a","form":"f","basePath":"/","__proto__":{"x":1}}')],
    ['a base path that is none', { ...pageSamples['page.plan'], basePath: 'https://evil.test/' }],
    ['a huge app name', { ...pageSamples['page.plan'], app: 'a'.repeat(81) }],
  ])('page.plan with %s is dropped', (_name, data) => {
    expect(spies().receive({ type: 'page.plan', data }, page)).toBeNull();
  });

  it.each(['profile.check', 'profile.save'])('%s of a kind nobody knows is dropped', (type) => {
    const data = { ...screenSamples['profile.save'], kind: 'saml' };
    expect(spies().receive({ type, data }, popup)).toBeNull();
  });

  it.each(['client_secret', 'api_token', 'tokens_page'])('focused.fill with %s is dropped', (name) => {
    const data = { ...screenSamples['focused.fill'], name };
    expect(spies().receive({ type: 'focused.fill', data }, popup)).toBeNull();
  });

  it('page.fill for a field no recipe knows is dropped', () => {
    const data = { ...pageSamples['page.fill'], fields: ['client_secret', 'password_of_admin'] };
    expect(spies().receive({ type: 'page.fill', data }, page)).toBeNull();
  });

  it('A10, 500 cases: throws at no message and answers none that is not well-formed', () => {
    const { receive, calls } = spies();
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), fc.constantFrom(popup, page), (message, sender) => {
        expect(receive(message, sender)).toBeNull();
      }),
      { numRuns: 500 },
    );
    expect(calls).not.toHaveBeenCalled();
  });

  it('A10, 1000 cases: throws at no data under a real type', () => {
    const { receive } = spies();
    const noData = allTypes.filter((type) => samples[type as keyof typeof samples] !== undefined);
    fc.assert(
      fc.property(fc.constantFrom(...noData), fc.anything({ withNullPrototype: true }), (type, data) => {
        expect(receive({ type, data }, senderOf(type))).toBeNull();
      }),
      { numRuns: 1000 },
    );
  });
});

describe('around a message', () => {
  const handler = vi.fn<() => string>();
  const steps: string[] = [];
  const step = (name: string) => async (type: string) => void steps.push(`${name} ${type}`);

  function receiver() {
    steps.length = 0;
    const handlers = Object.fromEntries(allTypes.map((type) => [type, handler]));
    return createRegistry(handlers as unknown as Handlers, { before: step('before'), after: step('after') });
  }

  it('first comes what is to be done before it, last what is to be done after it', async () => {
    handler.mockImplementation(() => String(steps.push('handled')));
    await receiver()({ type: 'shelf.read' }, popup);
    expect(steps).toEqual(['before shelf.read', 'handled', 'after shelf.read']);
  });

  it('a handler that throws leaves nothing undone', async () => {
    handler.mockImplementation(() => {
      throw new Error('a bug');
    });
    await expect(receiver()({ type: 'shelf.read' }, popup)).rejects.toThrow('a bug');
    expect(steps).toEqual(['before shelf.read', 'after shelf.read']);
  });

  it('nothing is done for one that is dropped', () => {
    const receive = receiver();
    expect([receive({ type: 'shelf.read' }, page), receive({ type: 'page.plan' }, page)]).toEqual([null, null]);
    expect(steps).toEqual([]);
  });
});
