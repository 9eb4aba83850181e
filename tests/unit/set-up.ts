/** Files share a worker for speed; each still starts with an empty document, whatever the one before left in it. */
import { beforeAll } from 'vitest';

beforeAll(() => {
  if (typeof document === 'undefined') return;
  // The body itself stays: Testing Library's `screen` is bound to it when it is first imported.
  for (const element of [document.documentElement, document.body]) {
    for (const name of element.getAttributeNames()) element.removeAttribute(name);
  }
  document.head.replaceChildren();
  document.body.replaceChildren();
});
