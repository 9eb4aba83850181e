/** History-API routing without reloads; the variant's parameters stay in the address. */
import { createContext, useContext, useEffect, useState } from 'react';

const Go = createContext(() => undefined);

export const useGo = () => useContext(Go);

/** `children` is a function from the path to what is shown there. */
export function Router({ children }) {
  const [path, setPath] = useState(location.pathname);
  useEffect(() => {
    const onMove = () => setPath(location.pathname);
    window.addEventListener('popstate', onMove);
    return () => window.removeEventListener('popstate', onMove);
  }, []);
  const [go] = useState(() => (to) => {
    history.pushState(null, '', to + location.search);
    setPath(to);
  });
  return <Go value={go}>{children(path)}</Go>;
}

export function Link({ to, children }) {
  const go = useGo();
  const follow = (event) => {
    event.preventDefault();
    go(to);
  };
  return (
    <a href={to} onClick={follow}>
      {children}
    </a>
  );
}
