/** The name of a form's field in the user's language, whatever language the page is in. */

import type { FieldKey } from '@/recipes/schema';
import { i18n } from '../i18n';

export function fieldLabel(key: FieldKey): string {
  return i18n.t(`fields.${key}`);
}
