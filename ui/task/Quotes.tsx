/** What authentik itself says, as text. */
import styles from './Task.module.css';

export function Quotes({ quotes }: { quotes: readonly string[] }) {
  if (quotes.length === 0) return null;
  return (
    <ul class={styles.quotes}>
      {quotes.map((quote) => (
        <li key={quote}>{quote}</li>
      ))}
    </ul>
  );
}
