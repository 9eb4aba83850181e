/** Makes the preview out of what a form holds and what a profile wants; pure, no DOM. */
import type { Form } from '@/recipes/schema';
import type { PageLook, Plan, ProfileValues } from './model';

export function plan(
  _form: Form,
  _look: PageLook,
  _values: ProfileValues,
  _choices: Record<string, string>,
  _hasSecret: boolean,
): Plan {
  return { rows: [], choices: [] };
}
