/** Notifications: a list that anybody may add to, shown beside the page. */
import { createContext, useContext, useState } from 'react';

const Notify = createContext(() => undefined);

/** `(kind, title, description)`; kind is `success` or `error`. */
export const useNotify = () => useContext(Notify);

export function Toasts({ children }) {
  const [toasts, setToasts] = useState([]);
  const [notify] = useState(() => (kind, title, description) => {
    setToasts((before) => [...before, { id: crypto.randomUUID(), kind, title, description }]);
  });
  return (
    <Notify value={notify}>
      {children}
      <ol aria-label="Notifications">
        {toasts.map(({ id, kind, title, description }) => (
          <li key={id} role="status" data-toast={kind}>
            <strong>{title}</strong> <span>{description}</span>
          </li>
        ))}
      </ol>
    </Notify>
  );
}
