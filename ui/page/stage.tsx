/** Draws what the flow shows: the button beside its anchor, the panel at a side, the focus where it belongs. */
import { render } from 'preact';
import { i18n } from '../i18n';
import { follow } from './follow';
import { createGuard, type Guard, type PressPorts } from './guard';
import { createHost, type PageHost } from './host';
import { PageView } from './PageView';
import { atSide, type Box, besideAnchor, freerSide, type Point, probes, type Side, type Size } from './position';
import { createReadiness } from './readiness';
import type { PageActions, PageState } from './state';

export interface Surroundings {
  /** The element the button stands beside, looked up anew, since apps replace it. */
  anchor(): Element | null;
  at: 'after' | 'top-right';
  /** The page's own Save and the form's fields, which the panel keeps clear of. */
  save(): Element[];
  fields(): Element[];
}

export interface Stage {
  show(state: PageState): void;
  /** Whether it is the box, which stands for everything in it outside of it. */
  holds(target: EventTarget | null): boolean;
  /** The page changed: look where the anchor is now. */
  nudge(): void;
}

/** Draws until the signal aborts, then leaves nothing behind. */
export function createStage(around: Surroundings, asked: PageActions, ports: PressPorts, signal: AbortSignal): Stage {
  const host = createHost(document);
  host.mount.lang = i18n.t('@@ui_locale').replace('_', '-');
  let state: PageState = { view: 'button' };
  let side: Side = 'right';
  /** Undefined before the box was put anywhere. */
  let placed: Point | null | undefined;
  const readiness = createReadiness(host, (ready) => draw(ready), signal);
  const guard = createGuard({
    host: host.element,
    mount: host.mount,
    placed: () => placed ?? null,
    readiness,
    ports,
    onRefused: () => {
      host.raise();
      readiness.restart();
    },
  });
  const actions = guardedActions(asked, guard);

  function draw(ready: boolean): void {
    render(<PageView state={state} actions={actions} ready={ready} />, host.mount);
  }
  function put(point: Point | null): void {
    if (point === placed || (point && point.left === placed?.left && point.top === placed.top)) return;
    // What hid the anchor may have been a dialog, which lies above everything older when it opens again.
    if (placed === null) host.raise();
    placed = point;
    host.place(point);
    readiness.restart();
  }
  function settle(anchor: Element | null): void {
    if (host.settle(homeOf(anchor))) readiness.restart();
  }
  function place(): void {
    const anchor = around.anchor();
    follower.watch(anchor);
    if (state.view !== 'button') {
      settle(anchor);
      put(atSide(side, host.size(), viewport()));
    } else if (anchor?.checkVisibility({ visibilityProperty: true })) {
      settle(anchor);
      put(besideAnchor(anchorBox(anchor, around.at), around.at, host.size(), viewport(), coversControl(host)));
    } else put(null);
  }
  const follower = follow(place, signal);

  closeOnEscape(host.element, () => state.view !== 'button', actions, signal);
  signal.addEventListener('abort', () => {
    render(null, host.mount);
    host.remove();
  });
  return {
    nudge: follower.nudge,
    holds: (target) => target === host.element,
    show: (next) => {
      const isOther = next.view !== state.view;
      const hadFocus = document.activeElement === host.element;
      state = next;
      if (isOther) {
        side = freerSide(side, panelWidth, viewport(), around.save().map(boxOf), around.fields().map(boxOf));
      }
      // Another preview asks about something else, even where it looks almost the same.
      if (isOther || next.view === 'preview') readiness.restart();
      draw(readiness.isReady());
      place();
      if (isOther && (takesFocus(next) || hadFocus)) focusIn(host.mount);
    },
  };
}

/** The panel's width in `styles/card.css` at its widest. */
const panelWidth = 460;

/** What leads to values waits for the guard. */
function guardedActions(asked: PageActions, { admit }: Guard): PageActions {
  return {
    ...asked,
    open: () => admit(asked.open),
    openWithout: () => admit(asked.openWithout),
    switchMethod: () => admit(asked.switchMethod),
    fill: () => admit(asked.fill),
    restore: () => admit(asked.restore),
    openTask: (task) => admit(() => asked.openTask(task)),
  };
}

/**
 * On the window, before the page: a dialog that hears Escape at the document would close under the panel. From the
 * button it goes on to the dialog.
 */
function closeOnEscape(host: HTMLElement, isPanel: () => boolean, actions: PageActions, signal: AbortSignal): void {
  const close = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.target !== host || !event.isTrusted || !isPanel()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    actions.close();
  };
  window.addEventListener('keydown', close, { capture: true, signal });
}

/**
 * A modal dialog makes everything outside it inert, and one made of other elements takes the focus back from outside,
 * so the box lives in the dialog of its anchor (page sheet openlane.md, traps).
 */
function homeOf(anchor: Element | null): Element {
  const dialog = anchor?.closest('dialog, [role="dialog"], [role="alertdialog"]');
  const isPlain = dialog instanceof HTMLDialogElement && !dialog.matches(':modal');
  return dialog && !isPlain ? dialog : document.documentElement;
}

function viewport(): Size {
  return { width: document.documentElement.clientWidth, height: window.innerHeight };
}

function boxOf(element: Element): Box {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { left, top, width, height };
}

/** A group of buttons may be as wide as the page: beside it means beside its last button. */
function anchorBox(anchor: Element, at: Surroundings['at']): Box {
  const box = boxOf(anchor);
  if (at === 'top-right') return box;
  const range = document.createRange();
  range.selectNodeContents(anchor);
  const { right } = range.getBoundingClientRect();
  return right > box.left ? { ...box, width: Math.min(right - box.left, box.width) } : box;
}

const controls = 'a, button, input, select, textarea, label, [role="button"], [role="tab"], [contenteditable]';

/** Whether the button would lie on something a person may want to press or type into. */
function coversControl(host: PageHost): (box: Box) => boolean {
  return (box) =>
    probes(box, 1).some(({ left, top }) => {
      const first = document.elementsFromPoint(left, top).find((element) => element !== host.element);
      return Boolean(first?.closest(controls));
    });
}

/** What comes by itself leaves the focus where the person is. */
function takesFocus(state: PageState): boolean {
  return state.view !== 'button' && !(state.view === 'message' && state.kind === 'notices');
}

/** Keyboard and screen reader go on where the view begins. */
function focusIn(mount: HTMLElement): void {
  mount.querySelector<HTMLElement>('[data-focus]')?.focus({ preventScroll: true });
}
