/** Attacks that make the button see-through, distort it, or take it out of the top layer. */
import type { Attack } from './attack.ts';

/** A style of the root element, which is the parent of our box. */
function rootStyle(name: string, css: string): Attack {
  const act = new Function(`
    document.documentElement.style.cssText = ${JSON.stringify(css)};
    undo.push(() => document.documentElement.removeAttribute('style'));
  `) as Attack['act'];
  return { name, act, end: 'hidden' };
}

/** Our box in an element of the page, put back there as often as we take it out. */
function captured(name: string, css: string, then = ''): Attack {
  const act = new Function(`
    const host = [...document.documentElement.children].find((child) => child.matches('div[popover]'));
    const parent = document.createElement('div');
    parent.style.cssText = 'position: fixed; inset: 0; pointer-events: none; ${css}';
    document.body.append(parent);
    const capture = () => {
      if (host.parentNode === parent) return;
      parent.append(host);
      ${then}
    };
    const watch = new MutationObserver(capture);
    watch.observe(document.documentElement, { childList: true });
    capture();
    undo.push(() => {
      watch.disconnect();
      document.documentElement.append(host);
      parent.remove();
    });
  `) as Attack['act'];
  return { name, act, end: ['hidden', 'covered', 'too-soon', 'missed'] };
}

/** A style of the body, beside which our box stands. */
function bodyStyle(name: string, css: string): Attack {
  const act = new Function(`
    document.body.style.cssText = ${JSON.stringify(css)};
    undo.push(() => document.body.removeAttribute('style'));
  `) as Attack['act'];
  return { name, act, end: 'no effect' };
}

export const effects: Attack[] = [
  bodyStyle('opacity of the body', 'opacity: 0.8 !important'),
  bodyStyle('filter and blend mode on the body', 'filter: blur(9px) !important; mix-blend-mode: difference !important'),
  bodyStyle('mask on the body', 'mask-image: linear-gradient(transparent, transparent) !important'),
  rootStyle('opacity of the root element', 'opacity: 0.01 !important'),
  rootStyle('filter on the root element', 'filter: opacity(0) !important'),
  rootStyle('mask on the root element', 'mask-image: linear-gradient(transparent, transparent) !important'),
  rootStyle('clip-path on the root element', 'clip-path: inset(45%) !important'),
  rootStyle('mix-blend-mode on the root element', 'mix-blend-mode: difference !important'),
  rootStyle('transform of the root element', 'transform: scale(0.95) !important'),
  rootStyle('page zoomed out until the button is tiny', 'zoom: 0.3 !important'),
  {
    name: 'animation of the root element',
    act: () => {
      const animation = document.documentElement.animate([{ opacity: 0.02 }, { opacity: 0.02 }], 60_000);
      undo.push(() => animation.cancel());
    },
    end: 'hidden',
  },
  {
    name: 'content-visibility of the root element',
    act: () => {
      document.documentElement.style.contentVisibility = 'hidden';
      undo.push(() => document.documentElement.removeAttribute('style'));
    },
    end: 'missed',
  },
  {
    name: 'box restyled by important rules, inline styles and attributes',
    act: () => {
      const host = [...document.documentElement.children].find((child) => child.matches('div[popover]'));
      if (!(host instanceof HTMLElement)) return;
      const css = `all: revert !important; opacity: 0.01 !important; filter: blur(9px) !important; left: 3px !important;
        transform: scale(20) !important; clip-path: inset(50%) !important; mix-blend-mode: difference !important;
        width: 1px !important; height: 1px !important; overflow: hidden !important; visibility: hidden !important;
        font-size: 1px !important; translate: 300px !important; transition: all 60s !important; content-visibility: hidden`;
      const sheet = document.createElement('style');
      sheet.textContent = `div[popover], div[popover] * { ${css} }`;
      document.head.append(sheet);
      host.style.cssText = css;
      host.hidden = true;
      const animation = host.animate(
        [
          { opacity: 0, translate: '200px' },
          { opacity: 0, translate: '200px' },
        ],
        60_000,
      );
      undo.push(() => {
        animation.cancel();
        sheet.remove();
        host.removeAttribute('style');
        host.hidden = false;
      });
    },
    end: 'no effect',
  },
  captured(
    'box kept closed, under a parent with perspective and will-change',
    'perspective: 9px; will-change: transform',
  ),
  captured('box kept under a see-through parent, and shown there', 'opacity: 0.01', 'host.showPopover()'),
  {
    name: 'box made inert',
    act: () => {
      const host = [...document.documentElement.children].find((child) => child.matches('div[popover]'));
      host?.toggleAttribute('inert', true);
      undo.push(() => host?.toggleAttribute('inert', false));
    },
    end: 'missed',
  },
];
