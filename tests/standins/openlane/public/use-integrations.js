/** The three requests of every page: they end one after another, and until the last one there is only a skeleton. */
import { useEffect, useState } from 'react';
import { loadInstalled, loadProviders, loadRoles } from './api.js';
import { options } from './page.js';

const wait = (part) => new Promise((resolve) => setTimeout(resolve, options.delay * part));

/** `{ isLoading, providers, installed, canManage, refresh }`; `refresh` reads the instances again, without a skeleton. */
export function useIntegrations() {
  const [installed, setInstalled] = useState(null);
  const [providers, setProviders] = useState(null);
  const [roles, setRoles] = useState(null);
  useEffect(() => {
    let isGone = false;
    const late = async (part, load, set) => {
      await wait(part);
      const answer = await load();
      if (!isGone) set(answer);
    };
    late(0.4, loadInstalled, setInstalled);
    late(0.7, loadProviders, setProviders);
    late(1, loadRoles, setRoles);
    return () => {
      isGone = true;
    };
  }, []);
  return {
    isLoading: installed === null || providers === null || roles === null,
    providers,
    installed,
    canManage: roles?.includes('can_edit') ?? false,
    refresh: async () => setInstalled(await loadInstalled()),
  };
}
