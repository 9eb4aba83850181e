/** Opens what a button of the block hides, by a press that has no effect on the server. */
import type { Step } from '@/recipes/schema';
import { press } from './controls/press';
import type { Recognition } from './model';
import { elementsIn } from './select';
import { isVisible } from './visible';
import { until } from './wait';

type RevealStep = Extract<Step, { do: 'reveal' }>;

const longestWait = 2000;

/** Whether fields are still to come: a step has a part to open, and the one button to open it with. */
export function isClosed(recognition: Recognition): boolean {
  return (recognition.form.steps ?? []).some(
    (step) => step.do === 'reveal' && !holdsPart(recognition, step) && buttonOf(recognition, step) !== undefined,
  );
}

/** Does nothing where the part is there already, or there is not one button for it. */
export async function reveal(step: RevealStep, find: () => Recognition | null, signal: AbortSignal): Promise<void> {
  const recognition = find();
  const button = recognition && !holdsPart(recognition, step) && buttonOf(recognition, step);
  if (!button || !press(button, recognition)) return;
  await until(() => holdsPart(find(), step), longestWait, signal);
}

function holdsPart(recognition: Recognition | null, { part }: RevealStep): boolean {
  return recognition !== null && elementsIn(recognition.block, part).length > 0;
}

function buttonOf({ block }: Recognition, { control }: RevealStep): HTMLElement | undefined {
  const [button, other] = elementsIn(block, control).filter(isVisible);
  return other ? undefined : button;
}
