/** Watches one document: begins a visit where a form is recognised, ends it on a change of route, answers the background. */
import { browser } from 'wxt/browser';
import { look } from '@/engine/look';
import type { PageLook, PageNotice, Recognition } from '@/engine/model';
import { noticesOf } from '@/engine/notices';
import { recognise } from '@/engine/recognise';
import { watch } from '@/engine/watch';
import { listen } from '@/messaging/listen';
import { recipes } from '@/recipes/index';
import { matchesPage } from '@/recipes/match';
import { variantsOf } from '@/recipes/variants';
import { putText } from './put-text';
import { beginVisit, type Visit } from './visit';

/** Runs until `life` is aborted, which it does itself when the extension is gone. */
export function startPage(life: AbortController): void {
  const { signal } = life;
  /** Forms whose button was sent away; until the page is loaded again. */
  const hidden = new Set<string>();
  let visit: Visit | null = null;
  let watching: AbortController | null = null;

  const leave = (): void => {
    visit?.end();
    visit = null;
  };
  const arrive = (found: Recognition | null): void => {
    if (found && visit?.key !== keyOf(found)) {
      leave();
      visit = beginVisit({ first: found, key: keyOf(found), hidden, onChange: update });
    } else visit?.update(found);
  };
  const update = (): void => {
    if (!browser.runtime?.id) life.abort();
    if (signal.aborted) return;
    if (visit && visit.href !== location.href) leave();
    arrive(recogniseHere());
  };
  /** On an address that no recipe speaks for, nothing is watched but the address. */
  const followAddress = (): void => {
    if (isWorthALook()) {
      if (watching) return;
      watching = new AbortController();
      watch(document, update, AbortSignal.any([signal, watching.signal]));
    } else {
      watching?.abort();
      watching = null;
    }
    update();
  };

  for (const type of ['popstate', 'hashchange']) window.addEventListener(type, followAddress, { signal });
  signal.addEventListener('abort', leave);
  listen(
    {
      'tab.read': readHere,
      'tab.refresh': () => {
        update();
        visit?.refresh();
        return null;
      },
      'tab.locked': () => {
        visit?.locked();
        return null;
      },
      'tab.unlocked': () => {
        visit?.unlocked();
        return null;
      },
      'tab.put': ({ text }) => putText(document, text, signal),
    },
    signal,
  );
  followAddress();
}

/** Every address a recipe has something to do or to say at. */
const pages = recipes.flatMap(({ forms, notices = [] }) => [
  ...forms.flatMap(variantsOf).map(({ form }) => form.page),
  ...notices.map(({ page }) => page),
]);

/** The cheap gate: an address of a recipe. Markers and fields are looked for only behind it. */
function isWorthALook(): boolean {
  const url = new URL(location.href);
  return pages.some((page) => matchesPage(page, url));
}

function readHere(): PageLook | PageNotice | { nothing: true } {
  const url = new URL(location.href);
  const found = recogniseHere();
  if (found) return look(found, url);
  const noticed = isWorthALook() ? noticesOf(document, url, recipes) : null;
  return noticed ? { app: noticed.recipe.id, notices: noticed.ids } : { nothing: true };
}

function recogniseHere(): Recognition | null {
  return isWorthALook() ? recognise(document, new URL(location.href), recipes) : null;
}

function keyOf({ recipe, form, basePath }: Recognition): string {
  return [recipe.id, form.id, basePath].join(' ');
}
