/** Decides whether a press may count: only a person's, on a control that stands, and has stood, in plain sight. */
import type { Failure, Result } from '@/lib/result';
import type { Refusal } from '@/messaging/page-protocol';
import { lookAt, type Scene } from './plain-sight';
import type { Readiness } from './readiness';

export interface PressPorts {
  /** Bares the page for the hit test, or ends that; tells what was refused. See `page.press` of the protocol. */
  askPress(press: { bare: boolean; refused?: Refusal }): Promise<Result<null>>;
  /** The background did not help. */
  failed(failure: Failure): void;
}

export interface GuardOptions extends Scene {
  mount: HTMLElement;
  readiness: Readiness;
  ports: PressPorts;
  /** A press was refused: the box is to be brought back into sight. */
  onRefused(): void;
}

export interface Guard {
  /** Does what the press just heard asks for, after a second look at the bared page; nothing without such a press. */
  admit(act: () => void): void;
}

/** Controls that lead to values; the others only close, hide, tick or scroll. */
const guarded = '[data-guarded]';

/** Looks at each press before any handler of the views hears it. What a script makes is not even answered. */
export function createGuard(options: GuardOptions): Guard {
  const { mount, readiness, ports } = options;
  /** Where the pointer is, and what spoke against a press when its button went down. */
  let hovered: HTMLElement | null = null;
  let grip: { control: HTMLElement; against: Refusal | null } | null = null;
  let pressed: HTMLElement | null = null;
  let isJudging = false;

  const look = (control: HTMLElement): Refusal | null => readiness.against() ?? lookAt(control, options);
  const refuse = (refused: Refusal): void => {
    void ports.askPress({ bare: false, refused });
    options.onRefused();
  };
  /** A press by key or by a screen reader has no pointer, and neither has its event. */
  const lookAtHand = (event: Event, control: HTMLElement): Refusal | null => {
    if (!(event instanceof PointerEvent) || event.pointerType === '') return null;
    return hovered === control && grip?.control === control ? grip.against : 'too-soon';
  };
  const judge = async (control: HTMLElement, act: () => void): Promise<void> => {
    const bared = await ports.askPress({ bare: true });
    if (!bared.ok) return ports.failed(bared.failure);
    const refused = look(control);
    if (refused) return refuse(refused);
    void ports.askPress({ bare: false });
    act();
  };

  const hear = (type: string, listener: (event: Event, control: HTMLElement | null) => void): void => {
    const onEvent = (event: Event): void => {
      if (event.isTrusted) listener(event, controlOf(event));
    };
    mount.addEventListener(type, onEvent, { capture: true });
  };
  hear('pointerover', (_event, control) => {
    hovered = control;
  });
  hear('pointerdown', (_event, control) => {
    // No more than this: the press itself brings the keyboard back from a frame.
    grip = control && { control, against: readiness.against() };
  });
  const onClick = (event: Event): void => {
    const control = controlOf(event);
    pressed = null;
    if (!control) return;
    const against = event.isTrusted ? (lookAtHand(event, control) ?? look(control)) : 'script';
    grip = null;
    if (against === null) {
      pressed = control;
      return;
    }
    event.stopImmediatePropagation();
    event.preventDefault();
    if (against !== 'script') refuse(against);
  };
  mount.addEventListener('click', onClick, { capture: true });

  return {
    admit: (act) => {
      const control = pressed;
      pressed = null;
      if (!control || isJudging) return;
      isJudging = true;
      void judge(control, act).finally(() => {
        isJudging = false;
      });
    },
  };
}

function controlOf({ target }: Event): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(guarded) : null;
}
