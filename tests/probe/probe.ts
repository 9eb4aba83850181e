/** The engine by itself, to be tried on any page: one call from the page's address to the report of a fill. */
import { fill } from '@/engine/fill';
import { locate } from '@/engine/locate';
import { look } from '@/engine/look';
import type { FieldReport, Located, PageLook, PlanRow, ProfileValues, Recognition, SecretName } from '@/engine/model';
import { plan } from '@/engine/plan';
import { recognise } from '@/engine/recognise';
import { openFields, switchMethod } from '@/engine/steps';
import type { FieldKey, Recipe } from '@/recipes/schema';

export interface Trial {
  recipes: Recipe[];
  values: ProfileValues;
  secrets: Partial<Record<SecretName, string>>;
  choices: Record<string, string>;
}

/** One field: where the engine found it, beside where the page says it is. */
export interface Place {
  key: FieldKey;
  state: string;
  isMarked: boolean;
}

export interface Finding {
  app: string;
  form: string;
  look: PageLook;
  places: Place[];
}

/** What the engine makes of the page as it stands; null when it knows none of the recipes' forms here. */
export function find(recipes: Recipe[]): Finding | null {
  const url = new URL(location.href);
  const recognition = recognise(document, url, recipes);
  if (!recognition) return null;
  return {
    app: recognition.recipe.id,
    form: recognition.form.id,
    look: look(recognition, url),
    places: placesOf(recognition),
  };
}

/** The whole way: method, steps, plan, fill. Null when the form is not recognised. */
export async function run(trial: Trial): Promise<{ rows: PlanRow[]; fields: FieldReport[]; look: PageLook } | null> {
  const url = new URL(location.href);
  const { signal } = new AbortController();
  const again = (): Recognition | null => recognise(document, url, trial.recipes);
  const first = again();
  if (!first) return null;
  if (look(first, url).method?.isWanted === false) await switchMethod(again, signal);
  await openFields(again, signal);
  const ready = again();
  if (!ready) return null;
  const kept = Object.keys(trial.secrets) as SecretName[];
  const { rows } = plan(ready.form, look(ready, url), trial.values, trial.choices, kept);
  const { report } = await fill({ find: again, rows, secrets: trial.secrets, signal });
  const end = again();
  return end && { rows, fields: report.fields, look: look(end, url) };
}

/** `data-answer` names the field an element is; a field that is marked nowhere must not be found. */
function placesOf(recognition: Recognition): Place[] {
  return locate(recognition).map((located) => {
    const { key } = located.field;
    const marked = Array.from(document.querySelectorAll(`[data-answer="${key}"]`));
    return { key, state: located.state, isMarked: isAsMarked(located, marked) };
  });
}

/** Two controls that fit equally well are marked both, and neither is taken. */
function isAsMarked(located: Located, marked: readonly Element[]): boolean {
  if ('element' in located) return marked.includes(located.element);
  return located.state === 'ambiguous' ? marked.length === located.count : marked.length === 0;
}
