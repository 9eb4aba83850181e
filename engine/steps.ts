/** Operates the sign-in method, tabs and cards that must be set before the fields can be filled. */
import type { Card } from '@/recipes/schema';
import { chooseCard, inputOf } from './controls/cards';
import { locate, select } from './locate';
import { holdsWanted, locateMethod, writeMethod } from './method';
import { rememberMethod } from './method-before';
import type { Recognition } from './model';
import { openTab } from './tabs';
import { until } from './wait';

/** How long a field may take to appear after a switch (security.md 7.3). */
const longestWait = 2000;
const mostLooks = 3;
const mostTries = 2;

type Find = () => Recognition | null;

/**
 * Sets the app's sign-in method to the one the form is for; true when the page shows it and its fields. Some pages
 * lose a click made before their settings have arrived, and show so only then: the control is operated once more.
 */
export async function switchMethod(find: Find, signal: AbortSignal): Promise<boolean> {
  const isDone = (): boolean => holdsWanted(find()) && hasFields(find());
  let tries = 0;
  for (let look = 0; look < mostLooks; look++) {
    const method = locateMethod(find());
    if (!method || signal.aborted) return false;
    const now = method.driver.read(method.element);
    if (typeof now === 'string' && now !== method.wanted.value && tries++ < mostTries) {
      rememberMethod(method.element, now);
      await writeMethod(find, method.wanted.value, signal);
    }
    if (await until(isDone, longestWait, signal)) return true;
  }
  return false;
}

/** Opens what hides the fields; true when every field this version must have is there, once. */
export async function openFields(find: Find, signal: AbortSignal): Promise<boolean> {
  for (const step of find()?.form.steps ?? []) {
    if (step.do === 'open-tab') {
      await openTab(step, find, ({ block }) => select(block, { selectors: [step.panel] })[0], signal);
    } else {
      const wanted = step.cards.find(({ value }) => value === step.wanted);
      if (wanted) await choose(wanted, find, signal);
    }
  }
  return until(() => hasEveryField(find()), longestWait, signal);
}

/** Versions without cards have their fields at once. A card that is chosen is never pressed: that may empty fields. */
async function choose(card: Card, find: Find, signal: AbortSignal): Promise<void> {
  const isChosen = (): boolean => inputIn(find(), card)?.checked === true;
  for (let attempt = 0; attempt < mostTries && !isChosen() && !signal.aborted; attempt++) {
    const recognition = find();
    if (!recognition || !inputIn(recognition, card) || !chooseCard(card, recognition)) return;
    await until(() => isChosen() && hasEveryField(find()), longestWait, signal);
  }
}

function inputIn(recognition: Recognition | null, card: Card): HTMLInputElement | null {
  return recognition && inputOf(recognition.block.ownerDocument, card);
}

/** After the method: a field, or the cards that lead to the fields. */
function hasFields(recognition: Recognition | null): boolean {
  if (!recognition) return false;
  const cards = (recognition.form.steps ?? []).flatMap((step) => (step.do === 'choose-card' ? step.cards : []));
  return (
    cards.some((card) => inputIn(recognition, card)) || locate(recognition).some(({ state }) => state !== 'missing')
  );
}

function hasEveryField(recognition: Recognition | null): boolean {
  if (!recognition) return false;
  return locate(recognition).every(
    ({ state, field }) => field.optional || (state !== 'missing' && state !== 'ambiguous'),
  );
}
