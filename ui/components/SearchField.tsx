/** The field that narrows a list while it is typed in. */
import { Icon } from './Icon';
import styles from './SearchField.module.css';
import { takeFocus } from './take-focus';

interface Props {
  /** What is searched, as name and as hint. */
  label: string;
  /** Takes the focus, where there is nothing more useful on the screen. */
  autofocus?: boolean | undefined;
  onSearch: (wanted: string) => void;
}

export function SearchField({ label, autofocus, onSearch }: Props) {
  return (
    <label class={styles.search}>
      <Icon name="search" />
      <input
        type="search"
        name="search"
        ref={autofocus ? takeFocus : null}
        aria-label={label}
        placeholder={label}
        onInput={({ currentTarget }) => onSearch(currentTarget.value)}
      />
    </label>
  );
}
