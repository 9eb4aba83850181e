/** Tells whether our box is the uppermost thing in the browser's top layer, above which a page can paint nothing. */
import type { PageHost } from './host';
import type { Point } from './position';

interface Member {
  element: Element;
  root: Document | ShadowRoot;
}

/**
 * The order of the top layer can't be read, so it is measured: in the middle of every other member our box, stretched
 * to that point, must lie above the member. A member that can't be found there could hide anything: then no.
 */
export function isTopmost(host: PageHost): boolean {
  return membersOf(document)
    .filter(({ element }) => element !== host.element)
    .every(({ element, root }) => {
      const { left, top } = middleOf(element);
      return root.elementsFromPoint(left, top).includes(element) && host.isFirstAt({ left, top });
    });
}

/** Of the part in the viewport; a point outside of it when there is none. */
function middleOf(element: Element): Point {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return {
    left: (Math.max(left, 0) + Math.min(right, window.innerWidth)) / 2,
    top: (Math.max(top, 0) + Math.min(bottom, window.innerHeight)) / 2,
  };
}

/** Popovers, modal dialogs and what fills the screen, in the shadow roots of the page, too. */
function membersOf(root: Document | ShadowRoot): Member[] {
  const own = Array.from(root.querySelectorAll(':popover-open, :modal, :fullscreen'));
  const inner = Array.from(root.querySelectorAll('*')).flatMap((element) => {
    // The closed ones are open to extensions in Firefox, which is where this is needed.
    const shadow = 'openOrClosedShadowRoot' in element ? element.openOrClosedShadowRoot : element.shadowRoot;
    return shadow instanceof ShadowRoot ? membersOf(shadow) : [];
  });
  return [...own.map((element) => ({ element, root })), ...inner];
}
