/** The badge of one instance: what it says, and the button that asks once more. */
import { useCallback, useEffect, useState } from 'react';
import { askHealth } from './api.js';
import { options } from './page.js';
import { useNotify } from './toasts.jsx';

const checking = { label: 'Checking', variant: 'secondary' };
const needsAttention = { label: 'Needs Attention', variant: 'destructive' };
const healthy = { label: 'Healthy', variant: 'green' };
const unknown = { label: 'Unknown', variant: 'outline' };

/** How long a check lasts at least, so that somebody can see it. */
const shortest = 200;

async function ask(id) {
  const [answer] = await Promise.all([askHealth(id), new Promise((resolve) => setTimeout(resolve, shortest))]);
  return answer;
}

/** Asked as soon as the card is there; a failed request is what needs attention. */
function useQueriedBadge({ id }) {
  const [badge, setBadge] = useState(checking);
  const [isChecking, setChecking] = useState(true);
  const check = useCallback(async () => {
    setChecking(true);
    try {
      const { status, summary } = await ask(id);
      setBadge(status === 'ok' ? { ...healthy, title: summary } : unknown);
    } catch {
      setBadge({ ...needsAttention, title: 'Health check failed.' });
    }
    setChecking(false);
  }, [id]);
  useEffect(() => {
    check();
  }, [check]);
  return { badge, isChecking, check };
}

/** Said by the status the server keeps; only the button asks. */
function useKeptBadge({ id, status, unhealthyReason }, refresh) {
  const notify = useNotify();
  const [isChecking, setChecking] = useState(false);
  const check = async () => {
    setChecking(true);
    const { connection } = await ask(id);
    if (connection.healthy) notify('success', 'Health Check Passed', 'The connection and all operations are healthy.');
    else notify('error', 'Health Check Failed', connection.reason);
    await refresh();
    setChecking(false);
  };
  const kept = status === 'CONNECTED' ? healthy : { ...needsAttention, title: unhealthyReason };
  return { badge: isChecking ? checking : kept, isChecking, check };
}

/** `(installation, refresh)` to `{ badge: { label, variant, title }, isChecking, check }`. */
export const useHealth = options.badge === 'query' ? useQueriedBadge : useKeptBadge;
