/** A field's value as text: hostile when it comes from the page, so never as markup, and never endless. */

import { Fragment } from 'preact';
import type { FieldValue } from '@/engine/model';
import { i18n } from '../i18n';

const longest = 200;

export function Value({ value }: { value: FieldValue | undefined }) {
  if (typeof value === 'boolean') return <>{i18n.t(value ? 'page.preview.on' : 'page.preview.off')}</>;
  const items = (Array.isArray(value) ? value : [value ?? '']).filter((item) => item !== '');
  if (items.length === 0) return <span class="soft">{i18n.t('page.preview.empty')}</span>;
  if (!Array.isArray(value)) return <Text text={items.join('')} />;
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

/** One text, which may break after its slashes, so that an address stays readable in a narrow column. */
export function Text({ text }: { text: string }) {
  const parts = Array.from(shortened(text).matchAll(/[^/]*\/+|[^/]+/g));
  return (
    <code>
      {parts.map(({ 0: part, index }) => (
        <Fragment key={index}>
          {part}
          <wbr />
        </Fragment>
      ))}
    </code>
  );
}

/** The text, cut where nobody would read on. */
function shortened(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)} …` : text;
}
