/** How a value of a field is shown in one line. */

import type { FieldValue } from '@/engine/model';
import { i18n } from '../i18n';

export function valueText(value: FieldValue | undefined): string {
  if (value === undefined || value === '') return i18n.t('common.empty');
  if (typeof value === 'boolean') return value ? i18n.t('common.yes') : i18n.t('common.no');
  if (typeof value === 'string') return value;
  return value.length > 0 ? value.join(', ') : i18n.t('common.empty');
}
