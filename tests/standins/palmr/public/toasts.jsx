/** Short messages at the corner of the window; the stand-in leaves them there. */
import { useSyncExternalStore } from 'react';

let shown = [];
const listeners = new Set();

/** `marks` are attributes of the message's element. */
export function toast(text, marks = {}) {
  shown = [...shown, { text, marks }];
  for (const listener of listeners) listener();
}

function subscribe(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function Toasts() {
  const messages = useSyncExternalStore(subscribe, () => shown);
  return (
    <section aria-label="Notifications" aria-live="polite">
      <ol data-sonner-toaster="true">
        {[...messages.entries()].map(([place, { text, marks }]) => (
          <li key={place} data-sonner-toast="" {...marks}>
            {text}
          </li>
        ))}
      </ol>
    </section>
  );
}
