/** Looks at what a tab shows: injects the page script where the browser allows it, and asks it what the page holds. */
import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import type { PageLook, PageNotice } from '@/engine/model';
import { sendToTab, type TabTarget } from '@/messaging/client';
import { tabRead } from '@/messaging/page-schemas';
import type { TabCard } from '@/messaging/tab-card';
import type { NoticeId, Recipe } from '@/recipes/schema';
import { noteInvitation } from '@/sites/known-origins';
import { pageScripts } from '@/sites/registration';
import { lookAtAuthentik } from './authentik/look-at-authentik';
import { findForm, findRecipe, type KnownForm } from './find-form';

/** A tab with the page script in its top document. */
export interface OpenedTab {
  url: URL;
  target: TabTarget;
}

export interface SeenPage extends KnownForm, OpenedTab {
  /** As the browser gave it; the page's own word about its origin only has to agree. */
  origin: string;
  look: PageLook;
}

export type Sight = Exclude<TabCard, { kind: 'recognised' }> | { kind: 'recognised'; page: SeenPage };

/** A page that is stopped in a dialog or a debugger answers nothing; the popup must not wait for it. */
const patience = 5000;

/** What the tab shows now. Never fails: a tab that can't be looked at is unreachable. */
export async function lookAtTab(tabId: number): Promise<Sight> {
  const opened = await openTab(tabId);
  if (!opened) return { kind: 'unreachable' };
  const authentik = await lookAtAuthentik(tabId, opened.url);
  if (authentik) return authentik;
  const read = await readPage(opened.target);
  if (read === undefined) return { kind: 'unreachable' };
  const { origin } = opened.url;
  if ('nothing' in read) return { kind: 'unrecognised', origin };
  if (!('form' in read)) return noticed(read, opened.url);
  const known = findForm(read.app, read.form, read.variant);
  // Between the two calls the tab may have moved on to another site.
  if (!known || read.origin !== origin) return { kind: 'unrecognised', origin };
  const look = { ...read, notices: ofRecipe(read.notices, known.recipe) };
  return { kind: 'recognised', page: { ...opened, ...known, origin, look } };
}

/** A page with something to say and nothing to fill. */
function noticed({ app, notices }: PageNotice, { origin, host }: URL): Sight {
  const recipe = findRecipe(app);
  const known = recipe ? ofRecipe(notices, recipe) : [];
  if (!recipe || known.length === 0) return { kind: 'unrecognised', origin };
  return { kind: 'declined', origin, host, app: recipe.id, appName: recipe.name, notices: known };
}

/** The page may name any notice there is; those of its own app are shown, each once. */
function ofRecipe(notices: readonly NoticeId[], recipe: Recipe): NoticeId[] {
  const known = (recipe.notices ?? []).map(({ id }) => id);
  return [...new Set(notices)].filter((id) => known.includes(id));
}

/**
 * Injects the page script into the tab's top document; the script takes care of being injected twice. Needs a grant for
 * the site or the toolbar action on this tab (`activeTab`); undefined without one, and on the browser's own pages.
 */
export async function openTab(tabId: number): Promise<OpenedTab | undefined> {
  try {
    const { url } = await browser.tabs.get(tabId);
    const parsed = URL.parse(url ?? '');
    if (parsed === null || !/^https?:$/.test(parsed.protocol)) return undefined;
    const [injected] = await browser.scripting.executeScript({
      target: { tabId, frameIds: [0] },
      files: pageScripts.map((file) => `/${file}` as const),
    });
    await noteInvitation(tabId, parsed.origin);
    const documentId = injected?.documentId;
    return { url: parsed, target: { tabId, ...(documentId !== undefined && { documentId }) } };
  } catch {
    // The browser says no in many words; what they have in common is that the tab can't be looked at.
    return undefined;
  }
}

/** The page's answer when it is one; everything in it is hostile, so anything odd is no answer. */
async function readPage(target: TabTarget): Promise<z.infer<typeof tabRead> | undefined> {
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, patience));
  const answer = await Promise.race([sendToTab(target, 'tab.read'), late]);
  return answer?.ok ? z.safeParse(tabRead, answer.value).data : undefined;
}
