/** The one element Latchkey adds to a page: a top-layer box with a closed shadow root, placed by its own style sheet. */
import theme from '../theme.css?inline';
import type { Point, Size } from './position';
import { css } from './styles/css';

export interface PageHost {
  element: HTMLElement;
  /** Where the views are rendered. */
  mount: HTMLElement;
  /** Puts the box at a point of the viewport, or hides it. */
  place(point: Point | null): void;
  size(): Size;
  /** Moves the box under another element and above everything else; false when it stands there already. */
  settle(home: Element): boolean;
  /** Lifts the box above whatever came into the top layer after it, and shows it again if the page has closed it. */
  raise(): void;
  /** Whether the box, stretched to a point of the viewport, would be what a press there hits. */
  isFirstAt(point: Point): boolean;
  remove(): void;
}

/**
 * Adds the box to the root element. Styles are constructed sheets, which no content security policy of the page
 * refuses (run in Firefox ESR 153 and Chromium 156; an inline style element is refused in Firefox).
 */
export function createHost(document: Document): PageHost {
  const element = document.createElement('div');
  element.popover = 'manual';
  const root = element.attachShadow({ mode: import.meta.env.MODE === 'e2e' ? 'open' : 'closed' });
  const placing = sheetOf(hidden);
  root.adoptedStyleSheets = [sheetOf(hostStyle + feelerStyle), sheetOf(scoped(theme)), sheetOf(css), placing];
  const mount = document.createElement('div');
  mount.className = 'latchkey';
  root.append(mount);
  seal(root);

  const raise = (): void => {
    if (!element.isConnected) return;
    const focused = root.activeElement;
    if (element.matches(':popover-open')) element.hidePopover();
    element.showPopover();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  };
  const feeler = document.createElement('div');
  feeler.className = 'feeler';
  const isFirstAt = ({ left, top }: Point): boolean => {
    Object.assign(feeler.style, { left: `${left - 1}px`, top: `${top - 1}px` });
    root.append(feeler);
    const first = document.elementFromPoint(left, top);
    feeler.remove();
    return first === element;
  };
  return {
    element,
    mount,
    raise,
    isFirstAt,
    place: (point) => placing.replaceSync(point ? placed(point) : hidden),
    size: () => ({ width: mount.offsetWidth, height: mount.offsetHeight }),
    settle: (home) => {
      if (element.parentNode === home && element.matches(':popover-open')) return false;
      if (element.parentNode !== home) home.append(element);
      raise();
      return true;
    },
    remove: () => element.remove(),
  };
}

/** Tokens live on our own element and not on the host, where the page's rules could change them. */
function scoped(tokens: string): string {
  return tokens.replaceAll(':host', '.latchkey');
}

/**
 * Whatever the page could bring to the host is reset, with the last word: important rules of a shadow root win. `all`
 * leaves the direction of the page, and our words run from left to right.
 */
const hostStyle = `:host {
  all: initial !important; display: block !important; position: fixed !important; z-index: 2147483647 !important;
  overflow: visible !important; color-scheme: light dark !important; direction: ltr !important;
}`;

/** In the document only while something is measured with it, so that it is never drawn. */
const feelerStyle = '.feeler { position: fixed; width: 3px; height: 3px; pointer-events: auto }';

/** Out of sight, yet measurable. */
const hidden = ':host { visibility: hidden !important; left: 0 !important; top: 0 !important }';

function placed({ left, top }: Point): string {
  return `:host { left: ${left}px !important; top: ${top}px !important }`;
}

function sheetOf(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

const heard = [
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
  'mousedown',
  'mouseup',
  'pointerdown',
  'pointerup',
  'touchstart',
  'touchmove',
  'touchend',
  'keydown',
  'keypress',
  'keyup',
  'beforeinput',
  'input',
  'change',
  'focusin',
  'focusout',
  'copy',
  'cut',
  'paste',
  'wheel',
] as const;

/**
 * Nothing a script makes gets in, and nothing a person does in here gets out to the page's own listeners:
 * EspoCRM saves on Ctrl+Enter and leaves on Escape wherever they are pressed (page sheet espocrm.md 6).
 */
function seal(root: ShadowRoot): void {
  for (const type of heard) {
    root.addEventListener(type, keepOut, { capture: true });
    root.addEventListener(type, (event) => {
      if (type !== 'pointerdown' || !isInDialog(root)) event.stopPropagation();
    });
  }
}

/** A click by a script ticks a box before anybody hears of it, and the change that follows counts as a person's. */
function keepOut(event: Event): void {
  if (event.isTrusted) return;
  event.stopImmediatePropagation();
  event.preventDefault();
}

/**
 * A dialog notes a press inside on its way down and forgets it at the document: stopped halfway, the next press outside
 * would count as one inside (github.com/radix-ui/primitives, DismissableLayer 1).
 */
function isInDialog({ host }: ShadowRoot): boolean {
  return host.parentElement !== host.ownerDocument.documentElement;
}
