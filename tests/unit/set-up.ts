/** Files share a worker for speed; each still starts with an empty document, whatever the one before left in it. */
import { beforeAll, vi } from 'vitest';
import { costOf } from './key-cost';

// One derivation takes a quarter of a second, and most tests with a vault are not about it.
vi.mock('hash-wasm', async (importOriginal) => {
  const real = await importOriginal<typeof import('hash-wasm')>();
  return { ...real, argon2id: (parameters: Parameters<typeof real.argon2id>[0]) => real.argon2id(costOf(parameters)) };
});

beforeAll(() => {
  if (typeof document === 'undefined') return;
  // The body itself stays: Testing Library's `screen` is bound to it when it is first imported.
  for (const element of [document.documentElement, document.body]) {
    for (const name of element.getAttributeNames()) element.removeAttribute(name);
  }
  document.head.replaceChildren();
  document.body.replaceChildren();
  // happy-dom has no Web Locks; nobody else wants the ones of its pages.
  const request = (_name: string, work: () => unknown) => work();
  Object.defineProperty(navigator, 'locks', { configurable: true, value: { request } });
});
