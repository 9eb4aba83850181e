/** One stay on one recognised form: shows the button when the background allows it, and leads the panel. */
import { capture } from '@/engine/capture';
import type { FieldReport, Recognition } from '@/engine/model';
import { isSaveButton } from '@/engine/save';
import { send } from '@/messaging/client';
import { Flow } from '@/ui/page/flow';
import { createStage, type Stage } from '@/ui/page/stage';
import type { PageActions } from '@/ui/page/state';
import { enginePorts } from './engine-ports';
import { fieldsOf, savesOf } from './landmarks';

export interface Visit {
  key: string;
  /** The address it began at; another one ends it. */
  href: string;
  /** The form as it stands after a change of the page, or null when it is not to be seen. */
  update(found: Recognition | null): void;
  /** Asks the background anew whether the button may be shown. */
  refresh(): void;
  unlocked(): void;
  /** Drops every element, value and view of it. */
  end(): void;
}

/** `hidden` holds the keys of forms whose button was sent away by the person. */
export function beginVisit(first: Recognition, key: string, hidden: Set<string>): Visit {
  const over = new AbortController();
  const { signal } = over;
  const href = location.href;
  const { recipe, form } = first;
  let found: Recognition | null = first;
  let stage: Stage | null = null;
  let drawing = new AbortController();

  const tellState = async (filled?: { consent: string; fields: FieldReport[] }): Promise<void> => {
    const { basePath } = first;
    const callbacks = found ? capture(found, new URL(href)) : [];
    const place = { app: recipe.id, form: form.id, basePath, callbacks };
    const answer = await send('page.state', filled ? { ...place, filled } : place);
    if (!signal.aborted && answer.ok && !filled) setShown(answer.value.button && !hidden.has(key));
  };
  const ports = enginePorts({ recipe, form, href, signal, tell: (filled) => void tellState(filled) });
  const flow = new Flow(ports, (state) => stage?.show(state), signal);
  const around = {
    anchor: () => anchorOf(found),
    at: form.button.at,
    save: () => savesOf(form),
    fields: () => fieldsOf(found),
  };
  const actions: PageActions = {
    open: () => void flow.open(),
    close: () => flow.close(),
    unlock: () => void flow.unlock(),
    switchMethod: () => void flow.switchMethod(),
    tick: (field, ticked) => flow.tick(field, ticked),
    removeExtras: (field, remove) => flow.removeExtras(field, remove),
    choose: (choice, value) => flow.choose(choice, value),
    fill: () => void flow.fill(),
    restore: () => void flow.restore(),
    hide: () => {
      hidden.add(key);
      setShown(false);
    },
  };
  function setShown(shown: boolean): void {
    if (shown === (stage !== null)) return;
    drawing.abort();
    drawing = new AbortController();
    stage = shown ? createStage(around, actions, AbortSignal.any([signal, drawing.signal])) : null;
    stage?.show(flow.state);
  }
  hearSave(
    () => flow.saved(),
    (element) => isSaveButton(element, form),
    signal,
  );
  void tellState();

  return {
    key,
    href,
    update: (next) => {
      found = next;
      stage?.nudge();
    },
    refresh: () => void tellState(),
    unlocked: () => flow.unlocked(),
    end: () => over.abort(),
  };
}

/** The recipe's place for the button, looked up anew: apps replace it. */
function anchorOf(found: Recognition | null): Element | null {
  if (!found) return null;
  const { beside } = found.form.button;
  const anchor = beside === 'block' ? found.block : document.querySelector(beside);
  return anchor?.isConnected ? anchor : null;
}

/** The person's own Save, by the mouse or by the keyboard's Ctrl+Enter; heard, never touched. */
function hearSave(onSave: () => void, isSave: (element: Element) => boolean, signal: AbortSignal): void {
  const options = { capture: true, passive: true, signal };
  document.addEventListener(
    'click',
    ({ isTrusted, target }) => {
      for (let element = target instanceof Element ? target : null; element; element = element.parentElement) {
        if (isTrusted && isSave(element)) return onSave();
      }
    },
    options,
  );
  document.addEventListener(
    'keydown',
    ({ isTrusted, key, ctrlKey, metaKey }) => {
      if (isTrusted && key === 'Enter' && (ctrlKey || metaKey)) onSave();
    },
    options,
  );
}
