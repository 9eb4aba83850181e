/** Gives the panel's flow the engine's functions and the background's answers, for one form at one address. */
import { fill } from '@/engine/fill';
import { look } from '@/engine/look';
import type { FieldReport, Recognition } from '@/engine/model';
import { noticesOf } from '@/engine/notices';
import { plan } from '@/engine/plan';
import { recognise } from '@/engine/recognise';
import { restore } from '@/engine/restore';
import { openFields, switchMethod } from '@/engine/steps';
import { send } from '@/messaging/client';
import type { Recipe } from '@/recipes/schema';
import type { Ports } from '@/ui/page/ports';
import { fieldsOf } from './landmarks';

interface Options {
  recipe: Recipe;
  /** Its form's id; the variant is looked up anew each time, since a dialog may open over a card. */
  formId: string;
  basePath: string;
  /** The address the form was recognised at; nothing is found at another one. */
  href: string;
  signal: AbortSignal;
  tell(filled: { consent: string; fields: FieldReport[] }): void;
}

export function enginePorts({ recipe, formId, basePath, href, signal, tell }: Options): Ports {
  const isHere = (): boolean => !signal.aborted && location.href === href;
  const find = (): Recognition | null => {
    const found = isHere() ? recognise(document, new URL(href), [recipe]) : null;
    return found?.form.id === formId ? found : null;
  };
  return {
    see: () => {
      const found = find();
      return found && { form: found.form, look: look(found, new URL(href)) };
    },
    notices: () => (isHere() ? (noticesOf(document, new URL(href), [recipe])?.ids ?? []) : []),
    plan: (sight, values, choices, secrets) => plan(sight.form, sight.look, values, choices, secrets),
    switchMethod: (stop) => switchMethod(find, stop),
    openFields: (stop) => openFields(find, stop),
    fill: async (rows, secrets, stop) => {
      const { report, undo } = await fill({ find, rows, secrets, signal: stop });
      return { report, restore: (end) => restore(find, undo, end) };
    },
    mark: (keys) => outline(fieldsOf(find(), keys)),
    askPlan: ({ app, form: id, basePath: path }, withoutSecret) =>
      send('page.plan', { app, form: id, basePath: path, ...(withoutSecret && { withoutSecret }) }),
    askFill: (data) => send('page.fill', data),
    askPress: (data) => send('page.press', data),
    askUnlock: () => send('page.unlock', { app: recipe.id, form: formId, basePath }),
    askTask: (task) => send('page.task', { app: recipe.id, form: formId, basePath, task }),
    tell,
  };
}

/** An animation leaves no attribute and no style behind on the app's own elements; inside, where nothing clips it. */
function outline(elements: HTMLElement[]): void {
  const mark = { outline: '2px solid #12857c', outlineOffset: '-1px' };
  for (const element of elements) element.animate([mark, { ...mark, offset: 0.7 }, {}], { duration: 1800 });
}
