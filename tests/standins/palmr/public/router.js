/** Moves between views by the history API, without a page load. */
import { useSyncExternalStore } from 'react';

const moved = new EventTarget();

export function go(path) {
  history.pushState(null, '', path);
  moved.dispatchEvent(new Event('move'));
}

function subscribe(onMove) {
  window.addEventListener('popstate', onMove);
  moved.addEventListener('move', onMove);
  return () => {
    window.removeEventListener('popstate', onMove);
    moved.removeEventListener('move', onMove);
  };
}

export const usePath = () => useSyncExternalStore(subscribe, () => location.pathname);
