/** Watches one document: begins a visit where a form is recognised, ends it on a change of route, answers the background. */
import { browser } from 'wxt/browser';
import type { Recognition } from '@/engine/model';
import { watch } from '@/engine/watch';
import { listen } from '@/messaging/listen';
import type { Recipe } from '@/recipes/schema';
import { eyesFor } from './eyes';
import { putText } from './put-text';
import { beginVisit, type Visit } from './visit';

/** Runs until `life` is aborted, which it does itself when the extension is gone. */
export function startPage(life: AbortController, recipes: readonly Recipe[]): void {
  const { signal } = life;
  const eyes = eyesFor(recipes);
  /** Forms whose button was sent away; until the page is loaded again. */
  const hidden = new Set<string>();
  let visit: Visit | null = null;
  let watching: AbortController | null = null;
  let followed = '';

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
    arrive(eyes.recognise());
  };
  /** On an address that no recipe speaks for, nothing is watched but the address. */
  const followAddress = (): void => {
    followed = location.href;
    if (eyes.isWorthALook()) {
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
  // An app that writes its own history is heard by no other event (HTML standard, Navigation API); some write it often.
  window.navigation?.addEventListener('currententrychange', () => location.href !== followed && followAddress(), {
    signal,
  });
  signal.addEventListener('abort', leave);
  listen(
    {
      'tab.read': () => eyes.read(),
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
        visit?.answered(false);
        return null;
      },
      'tab.skipped': () => {
        visit?.answered(true);
        return null;
      },
      'tab.bound': () => {
        update();
        visit?.preview();
        return null;
      },
      'tab.put': ({ text }) => putText(document, text, signal),
    },
    signal,
  );
  followAddress();
}

function keyOf({ recipe, form, basePath }: Recognition): string {
  return [recipe.id, form.id, basePath].join(' ');
}
