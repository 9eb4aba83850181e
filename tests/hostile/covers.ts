/** Attacks that paint something over the button which lets the press through, or catches it. */
import type { Attack } from './attack.ts';

/** A popover above ours that covers the window and lets presses through, with the last word about it. */
function cover(name: string, css: string, inner = ''): Attack {
  const act = new Function(`
    const cover = document.createElement('div');
    cover.popover = 'manual';
    cover.style.cssText = 'margin: 0; padding: 0; border: 0; background: #fff; pointer-events: none !important; ${css}';
    cover.innerHTML = ${JSON.stringify(inner)};
    document.body.append(cover);
    cover.showPopover();
    undo.push(() => cover.remove());
  `) as Attack['act'];
  return { name, act, end: 'covered' };
}

const whole = 'position: fixed; inset: 0; width: 100%; height: 100%;';
const speck = 'position: fixed; inset: auto; left: 700px; top: 700px; width: 9px; height: 9px;';

export const covers: Attack[] = [
  {
    name: 'overlay of the highest z-index, below the top layer',
    act: () => {
      const cover = document.createElement('div');
      cover.style.cssText =
        'position: fixed; inset: 0; background: #fff; z-index: 2147483647; pointer-events: none !important';
      document.documentElement.append(cover);
      undo.push(() => cover.remove());
    },
    end: 'no effect',
  },
  cover('opaque popover that lets presses through', whole),
  { ...cover('opaque popover that comes just before the press', whole), wait: 0 },
  cover(
    'frame in a popover that lets presses through',
    whole,
    '<iframe srcdoc="<h1>Win</h1>" width="100%" height="100%">',
  ),
  cover('shadow of a small popover elsewhere', `${speck} box-shadow: 0 0 0 3000px #fff;`),
  cover('outline of a small popover elsewhere', `${speck} outline: 3000px solid #fff;`),
  cover('popover without a size that paints far around itself', 'width: 0; height: 0; box-shadow: 0 0 0 3000px #fff;'),
  {
    name: 'other words over the words of the button alone',
    act: ({ box }) => {
      const cover = document.createElement('div');
      cover.popover = 'manual';
      cover.textContent = 'Close';
      cover.style.cssText = `position: fixed; inset: auto; margin: 0; padding: 0; border: 0; background: #fff; left: ${box.x}px;
        top: ${box.y}px; width: ${box.width - 20}px; height: ${box.height}px; pointer-events: none !important`;
      document.body.append(cover);
      cover.showPopover();
      undo.push(() => cover.remove());
    },
    end: 'covered',
  },
  {
    name: 'popover inside a closed shadow root',
    act: () => {
      const carrier = document.createElement('div');
      carrier.style.display = 'contents';
      const cover = document.createElement('div');
      cover.popover = 'manual';
      cover.style.cssText =
        'position: fixed; inset: 0; width: 100%; height: 100%; background: #fff; pointer-events: none !important';
      carrier.attachShadow({ mode: 'closed' }).append(cover);
      document.body.append(carrier);
      cover.showPopover();
      undo.push(() => carrier.remove());
    },
    end: 'covered',
  },
  {
    name: 'backdrop of a popover elsewhere',
    act: () => {
      const sheet = document.createElement('style');
      sheet.textContent = '#far::backdrop { background: #fff; pointer-events: none !important }';
      const far = document.createElement('div');
      far.id = 'far';
      far.popover = 'manual';
      far.style.cssText = 'position: fixed; inset: auto; left: 700px; top: 700px; pointer-events: none !important';
      document.body.append(sheet, far);
      far.showPopover();
      undo.push(() => {
        far.remove();
        sheet.remove();
      });
    },
    end: 'covered',
  },
  {
    name: 'overlay that catches the press',
    act: () => {
      const cover = document.createElement('div');
      cover.popover = 'manual';
      cover.style.cssText = 'position: fixed; inset: 0; width: 100%; height: 100%; background: #fff';
      document.body.append(cover);
      cover.showPopover();
      undo.push(() => cover.remove());
    },
    end: 'missed',
  },
  {
    name: 'modal dialog that lets presses through',
    act: () => {
      const dialog = document.createElement('dialog');
      dialog.style.cssText = 'inset: 0; width: 100%; height: 100%; max-width: none; pointer-events: none !important';
      document.body.append(dialog);
      dialog.showModal();
      undo.push(() => dialog.remove());
    },
    end: 'missed',
  },
  {
    name: 'picture of another page by a view transition',
    act: () => {
      const sheet = document.createElement('style');
      sheet.textContent = `::view-transition { background: #fff; pointer-events: none !important }
        ::view-transition-group(*), ::view-transition-old(*), ::view-transition-new(*) {
          animation-duration: 60s !important; pointer-events: none !important }`;
      document.head.append(sheet);
      const transition = document.startViewTransition(() => undefined);
      transition.finished.catch(() => undefined);
      undo.push(() => {
        transition.skipTransition();
        sheet.remove();
      });
    },
    end: { chromium: 'missed', firefox: 'covered' },
  },
];
