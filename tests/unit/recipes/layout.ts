/** Gives happy-dom, which has no layout, a box for everything that its styles show. */
import { vi } from 'vitest';

/** What styles hide has no box; all else has one of 200 x 30. Undone by `restoreMocks`. */
export function pretendLayout(): void {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const isShown = this.checkVisibility({ checkVisibilityCSS: true });
    return isShown ? new DOMRect(0, 0, 200, 30) : new DOMRect();
  });
}
