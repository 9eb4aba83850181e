// @vitest-environment node
/** A6: a frame, and a document that is no page of its own, gets no answer at all, bound and granted as its origin is. */
import { describe, expect, it } from 'vitest';
import type { PageMessages } from '@/messaging/page-protocol';
import type { RawSender } from '@/messaging/sender';
import { boundWorld, unwrap } from '../background/profile-world';
import { origin, page, place } from '../background/world';

const documents: [what: string, sender: RawSender][] = [
  ['a frame of the same origin', page({ frameId: 1 })],
  ['a frame of the same origin, far down', page({ frameId: 4711 })],
  ['a frame with an impossible number', page({ frameId: -1 })],
  ['a frame of another origin', page({ frameId: 2, origin: 'https://evil.test', url: 'https://evil.test/' })],
  ['a sandboxed frame, whose address looks right', page({ frameId: 3, origin: 'null' })],
  ['a srcdoc frame', page({ frameId: 5, url: 'about:srcdoc' })],
  ['a srcdoc document that claims to be on top', page({ url: 'about:srcdoc' })],
  ['an empty document', page({ url: 'about:blank' })],
  ['a sandboxed document on top', page({ origin: 'null' })],
  ['a blob of the bound origin', page({ url: `blob:${origin}/4711` })],
  ['a data document', page({ origin: 'null', url: 'data:text/html,<form>' })],
  ['a data document with the bound origin', page({ url: 'data:text/html,<form>' })],
  ['a document made by a script', page({ url: 'javascript:void 0' })],
  ['a file', page({ origin: 'file://', url: 'file:///tmp/form.html' })],
  ['a file system of the bound origin', page({ url: `filesystem:${origin}/temporary/form.html` })],
  ['the source of the bound page', page({ url: `view-source:${origin}/` })],
];

describe('A6: with the very origin bound and granted', () => {
  it.each(documents)('A6, 6 cases: no message is heard of %s', async (_what, sender) => {
    const { world } = await boundWorld();
    await world.grant(origin);
    const { consent } = unwrap(await world.ask(page(), 'page.plan', place));
    const messages: { [K in keyof PageMessages]: Parameters<PageMessages[K]> } = {
      'page.state': [{ ...place, callbacks: [] }],
      'page.plan': [place],
      'page.fill': [{ consent, fields: ['client_secret'], choices: {} }],
      'page.press': [{ bare: true }],
      'page.unlock': [place],
      'page.task': [{ ...place, task: 'check' }],
    };
    const heard: unknown[] = [];
    for (const [type, data] of Object.entries(messages)) {
      heard.push(await world.ask(sender, type as keyof PageMessages, ...(data as [never])));
    }
    expect(heard).toEqual(Array.from({ length: 6 }, () => 'dropped'));
    // The consent was not spent by the attempt.
    const filled = await world.ask(page(), 'page.fill', { consent, fields: ['client_secret'], choices: {} });
    expect(filled).toMatchObject({ ok: true });
  });
});
