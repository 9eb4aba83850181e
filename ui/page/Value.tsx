/** A field's value as text: hostile when it comes from the page, so never as markup, and never endless. */

import { i18n } from '#i18n';
import type { FieldValue } from '@/engine/model';

const longest = 200;

export function Value({ value }: { value: FieldValue | undefined }) {
  if (typeof value === 'boolean') return <>{i18n.t(value ? 'page.preview.on' : 'page.preview.off')}</>;
  const items = (Array.isArray(value) ? value : [value ?? '']).filter((item) => item !== '');
  if (items.length === 0) return <span class="soft">{i18n.t('page.preview.empty')}</span>;
  if (!Array.isArray(value)) return <code>{shortened(items.join(''))}</code>;
  return (
    <span class="items">
      {items.map((item) => (
        <code key={item} class="item">
          {shortened(item)}
        </code>
      ))}
    </span>
  );
}

/** The text, cut where nobody would read on. */
export function shortened(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)} …` : text;
}
