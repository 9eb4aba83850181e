/** Opens the tab that a part of the form lies behind, by the attribute tabs and panels share. */
import type { Step } from '@/recipes/schema';
import { press } from './controls/press';
import type { Recognition } from './model';
import { select } from './select';
import { isVisible } from './visible';
import { until } from './wait';

export type TabStep = Extract<Step, { do: 'open-tab' }>;

const longestWait = 1000;

/** Does nothing when the part can be seen, is not there, or has no one tab. */
export async function openTab(
  step: TabStep,
  find: () => Recognition | null,
  partIn: (recognition: Recognition) => HTMLElement | undefined,
  signal: AbortSignal,
): Promise<void> {
  const recognition = find();
  const part = recognition && partIn(recognition);
  if (!part || isVisible(part)) return;
  const name = part.closest(`[${step.attribute}]`)?.getAttribute(step.attribute);
  const tabs = select(recognition.block, { selectors: [step.tab] }).filter(
    (tab) => tab.getAttribute(step.attribute) === name && isVisible(tab),
  );
  const [tab] = tabs;
  if (!tab || tabs.length > 1 || !press(tab, recognition)) return;
  const isShown = (): boolean => {
    const now = find();
    const shown = now && partIn(now);
    return shown ? isVisible(shown) : false;
  };
  await until(isShown, longestWait, signal);
}
