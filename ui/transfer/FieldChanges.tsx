/** What an import would change in one profile, field by field; of a secret only that it changes. */
import type { FieldChange } from '@/profiles/schema';
import styles from './Transfer.module.css';
import { changeLabel, changeText } from './transfer-words';

export function FieldChanges({ changes }: { changes: readonly FieldChange[] }) {
  return (
    <dl class={styles.changes}>
      {changes.map((change) => (
        <div key={change.field} class={styles.change} data-field={change.field}>
          <dt>{changeLabel(change.field)}</dt>
          <dd>{changeText(change)}</dd>
        </div>
      ))}
    </dl>
  );
}
