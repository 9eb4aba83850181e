/** One stay on one recognised form: asks the background whether to show the button, and hands the page to the panel. */
import { capture } from '@/engine/capture';
import type { FieldReport, Recognition } from '@/engine/model';
import { isSaveButton } from '@/engine/save';
import { send } from '@/messaging/client';
import type { Panel } from '@/ui/page/panel';
import { enginePorts } from './engine-ports';
import { followWords } from './follow-words';
import { hearSave } from './hear-save';
import { anchorOf, fieldsOf, savesOf } from './landmarks';

export interface Visit {
  key: string;
  /** The address it began at; another one ends it. */
  href: string;
  /**
   * The form as it stands after a change of the page, or null when it is not to be seen. The panel stays even then: the
   * app may say of the Save that took the form away whether it went well.
   */
  update(found: Recognition | null): void;
  /** Asks the background anew whether the button may be shown. */
  refresh(): void;
  locked(): void;
  answered(withoutSecret: boolean): void;
  /** Opens the preview as a press on the button would, where the button may be shown. */
  preview(): void;
  /** Drops every element, value and view of it. */
  end(): void;
}

interface Stay {
  first: Recognition;
  key: string;
  /** Keys of forms whose button was sent away by the person. */
  hidden: Set<string>;
  /** Has the page looked at anew. */
  onChange(): void;
}

export function beginVisit({ first, key, hidden, onChange }: Stay): Visit {
  const over = new AbortController();
  const { signal } = over;
  const href = location.href;
  const { recipe, basePath } = first;
  const formId = first.form.id;
  let found: Recognition | null = first;
  /** As its variant has it that was seen last. */
  let { form } = first;
  let shown: { panel: Panel; end: AbortController } | null = null;

  const tell = async (filled?: { consent: string; fields: FieldReport[] }): Promise<boolean> => {
    const callbacks = found ? capture(found, new URL(href)) : [];
    const place = { app: recipe.id, form: formId, basePath, callbacks };
    const answer = await send('page.state', filled ? { ...place, filled } : place);
    return answer.ok && answer.value.button;
  };
  const hide = (): void => {
    shown?.end.abort();
    shown = null;
  };
  const show = (): void => {
    const end = new AbortController();
    const panel = globalThis.latchkeyPanel?.({
      ports: enginePorts({ recipe, formId, basePath, href, signal, tell: (filled) => void tell(filled) }),
      around: {
        anchor: () => anchorOf(found),
        get at() {
          return form.button.at;
        },
        save: () => savesOf(form),
        fields: () => fieldsOf(found),
      },
      onHide: () => {
        hidden.add(key);
        hide();
      },
      signal: AbortSignal.any([signal, end.signal]),
    });
    shown = panel ? { panel, end } : null;
  };
  const refresh = async (): Promise<void> => {
    const isWanted = (await tell()) && !hidden.has(key) && !signal.aborted;
    if (!isWanted) hide();
    else if (!shown) show();
  };
  hearSave(
    () => shown?.panel.saved(),
    (element) => isSaveButton(element, form),
    (target) => shown?.panel.holds(target) ?? false,
    signal,
  );
  const follow = followWords(recipe, onChange, signal);
  follow();
  void refresh();

  return {
    key,
    href,
    update: (next) => {
      found = next;
      form = next?.form ?? form;
      follow();
      shown?.panel.pageChanged();
    },
    refresh: () => void refresh(),
    locked: () => shown?.panel.locked(),
    answered: (withoutSecret) => shown?.panel.answered(withoutSecret),
    preview: () => void refresh().then(() => shown?.panel.open()),
    end: () => over.abort(),
  };
}
