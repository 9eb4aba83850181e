/** One of a few ways, each a card with what it means. */
import type { Signal } from '@preact/signals';
import styles from './OptionCards.module.css';

interface Option<T> {
  value: T;
  title: string;
  text: string;
}

interface Props<T> {
  name: string;
  question: string;
  options: readonly Option<T>[];
  chosen: Signal<T>;
}

export function OptionCards<T extends string>({ name, question, options, chosen }: Props<T>) {
  return (
    <fieldset class={styles.options}>
      <legend>{question}</legend>
      {options.map(({ value, title, text }) => (
        <label key={value} class={styles.option}>
          <input
            type="radio"
            name={name}
            value={value}
            checked={chosen.value === value}
            onChange={() => {
              chosen.value = value;
            }}
          />
          <span>
            <strong>{title}</strong>
            <span class={styles.text}>{text}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
