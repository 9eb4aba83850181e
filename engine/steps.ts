/** Operates the sign-in method, tabs, cards and buttons that must be set before the fields can be filled. */
import type { Card, Step } from '@/recipes/schema';
import { chooseCard, inputOf } from './controls/cards';
import { locate } from './locate';
import { holdsWanted, locateMethod, writeMethod } from './method';
import { rememberMethod } from './method-before';
import type { Located, Recognition } from './model';
import { isClosed, reveal } from './reveal';
import { select } from './select';
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
  for (const step of find()?.form.steps ?? []) await take(step, find, signal);
  return until(() => hasEveryField(find()), longestWait, signal);
}

async function take(step: Step, find: Find, signal: AbortSignal): Promise<void> {
  switch (step.do) {
    case 'open-tab':
      return openTab(step, find, ({ block }) => select(block, { selectors: [step.panel] })[0], signal);
    case 'choose-card': {
      const wanted = step.cards.find(({ value }) => value === step.wanted);
      return wanted && choose(wanted, find, signal);
    }
    case 'reveal':
      return reveal(step, find, signal);
  }
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

/** After the method: a field, or what leads to the fields. */
function hasFields(recognition: Recognition | null): boolean {
  if (!recognition) return false;
  const cards = (recognition.form.steps ?? []).flatMap((step) => (step.do === 'choose-card' ? step.cards : []));
  const isOnTheWay = isClosed(recognition) || cards.some((card) => inputIn(recognition, card));
  return isOnTheWay || locate(recognition).some(({ state }) => state !== 'missing');
}

/** Of a form in steps at least one is here; the others stand on other steps. */
function hasEveryField(recognition: Recognition | null): boolean {
  if (!recognition) return false;
  const { stepwise } = recognition.form;
  const located = locate(recognition);
  const isRight = ({ state, field }: Located): boolean =>
    field.optional === true || (state !== 'ambiguous' && (stepwise === true || state !== 'missing'));
  return located.every(isRight) && (!stepwise || located.some(({ state }) => state !== 'missing'));
}
