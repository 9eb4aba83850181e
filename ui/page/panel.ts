/** The panel of one form: the flow, what it draws, and the few things the page script tells it. */
import { Flow } from './flow';
import type { Ports } from './ports';
import { createStage, type Surroundings } from './stage';
import type { PageActions } from './state';

export interface PanelOptions {
  ports: Ports;
  around: Surroundings;
  /** The person sends the button away until the page is loaded again. */
  onHide(): void;
  /** Ends the panel and leaves nothing of it behind. */
  signal: AbortSignal;
}

export interface Panel {
  /** The page changed: look where the anchor is now, and whether it still holds what the report says. */
  pageChanged(): void;
  /** The vault was locked: what came from it goes off the screen. */
  locked(): void;
  /** The window this page asked for has done its work; with `withoutSecret` the secret was not entered. */
  answered(withoutSecret: boolean): void;
  /** Goes on as after a press on the button. */
  open(): void;
  /** The person pressed the page's own Save. */
  saved(): void;
  /** Whether an event that the page's document hears was made in the panel: its target is the box then. */
  holds(target: EventTarget | null): boolean;
}

export function createPanel({ ports, around, onHide, signal }: PanelOptions): Panel {
  const flow = new Flow(ports, (state) => stage.show(state), signal);
  const actions: PageActions = {
    open: () => void flow.open(),
    openWithout: () => void flow.open(true),
    close: () => flow.close(),
    switchMethod: () => void flow.switchMethod(),
    tick: (field, ticked) => flow.tick(field, ticked),
    removeExtras: (field, remove) => flow.removeExtras(field, remove),
    choose: (choice, value) => flow.choose(choice, value),
    fill: () => void flow.fill(),
    restore: () => void flow.restore(),
    openTask: (task) => {
      void ports.askTask(task).then((answer) => {
        if (!answer.ok) flow.failed(answer.failure);
      });
    },
    hide: onHide,
  };
  const stage = createStage(around, actions, { askPress: ports.askPress, failed: (why) => flow.failed(why) }, signal);
  stage.show(flow.state);
  const pageChanged = (): void => {
    flow.pageChanged();
    stage.nudge();
  };
  return {
    pageChanged,
    locked: () => flow.locked(),
    answered: (withoutSecret) => flow.answered(withoutSecret),
    open: () => void flow.open(),
    saved: () => flow.saved(),
    holds: stage.holds,
  };
}
