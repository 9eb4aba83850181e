/** The providers of the settings view, their drafts, and every request that changes one. */
import { useCallback, useEffect, useState } from 'react';
import { send } from './api.js';
import { keepHiding, readHiding } from './hide-disabled.js';
import { words } from './page.js';
import { standIn } from './stand-in.js';
import { toast } from './toasts.jsx';

const path = '/api/auth/providers';
/** The name the server knows a provider by. */
const asName = (typed) => typed.toLowerCase().replace(/\s+/g, '-');

function useList() {
  const [providers, setProviders] = useState([]);
  const [isLoading, setLoading] = useState(true);
  /** Takes the whole list away until the answer is there: every row is made anew. */
  const load = useCallback(async () => {
    setLoading(true);
    const { answer } = await send('GET', `${path}/all`);
    setProviders(answer.data.sort((one, other) => one.sortOrder - other.sortOrder));
    setLoading(false);
  }, []);
  useEffect(() => void load(), [load]);
  return { providers, setProviders, isLoading, load };
}

function useHiding() {
  const [isHiding, setHiding] = useState(false);
  useEffect(() => setHiding(readHiding()), []);
  const hide = (isWanted) => {
    setHiding(isWanted);
    keepHiding(isWanted);
  };
  return { isHiding, hide };
}

export function useProviders() {
  const { providers, setProviders, isLoading, load } = useList();
  const { isHiding, hide } = useHiding();
  const [savingId, setSavingId] = useState(null);
  const [openId, setOpenId] = useState(null);
  /** By provider; a draft outlives its form, and even its Save. */
  const [drafts, setDrafts] = useState({});

  /** Sends a change while the row's controls are off; answers whether it was taken. */
  const change = async (id, method, address, body) => {
    setSavingId(id);
    const { answer } = await send(method, path + address, body);
    toast(answer.success ? words.done : words.failed);
    setSavingId(null);
    return answer.success;
  };
  const update = async (id, updates) => {
    standIn.switch += 1;
    const isDone = await change(id, 'PUT', `/manage/${id}`, updates);
    if (!isDone) return;
    setProviders((before) => before.map((provider) => (provider.id === id ? { ...provider, ...updates } : provider)));
  };
  const save = async (id, form) => {
    standIn.save += 1;
    if (!form.name || !form.displayName) return toast(words.failed);
    if (!(await change(id, 'PUT', `/manage/${id}`, { ...form, name: asName(form.name) }))) return undefined;
    await load();
    setOpenId(null);
  };
  const add = async (form) => {
    standIn.save += 1;
    if (await change('new', 'POST', '', { ...form, name: asName(form.name), enabled: false })) await load();
  };
  const remove = async (id) => {
    standIn.save += 1;
    const isDone = await change(id, 'DELETE', `/manage/${id}`);
    if (isDone) setProviders((before) => before.filter((provider) => provider.id !== id));
  };
  const move = async (id, place) => {
    standIn.drag += 1;
    const moved = providers.filter((provider) => provider.id !== id);
    moved.splice(place, 0, ...providers.filter((provider) => provider.id === id));
    const ordered = moved.map((provider, index) => ({ ...provider, sortOrder: index + 1 }));
    setProviders(ordered);
    const places = ordered.map(({ id: moved, sortOrder }) => ({ id: moved, sortOrder }));
    await change(id, 'PUT', '/order', { providers: places });
  };
  const cancel = () => {
    standIn.harmless.cancel += 1;
    setOpenId(null);
    setDrafts({});
  };
  return {
    ...{ providers, isLoading, isHiding, hide, savingId, openId, drafts, setDrafts },
    ...{ update, save, add, remove, move, cancel },
    toggle: (id) => setOpenId(openId === id ? null : id),
  };
}
