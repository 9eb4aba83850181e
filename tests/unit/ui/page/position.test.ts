// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { atSide, type Box, besideAnchor, freerSide } from '@/ui/page/position';

const viewport = { width: 1000, height: 800 };
const size = { width: 200, height: 32 };
const free = () => false;

describe('the button', () => {
  it('stands after its anchor, at the same height', () => {
    const anchor = { left: 100, top: 100, width: 120, height: 30 };
    expect(besideAnchor(anchor, 'after', size, viewport, free)).toMatchObject({ left: 228, top: 99 });
  });

  it('goes elsewhere when it would cover a control or leave the viewport', () => {
    const anchor = { left: 100, top: 100, width: 120, height: 30 };
    const isTaken = (box: Box): boolean => box.left > 200;
    expect(besideAnchor(anchor, 'after', size, viewport, isTaken)).toMatchObject({ left: 100, top: 138 });
    const wide = { left: 100, top: 100, width: 800, height: 30 };
    expect(besideAnchor(wide, 'after', size, viewport, free)).toMatchObject({ left: 100, top: 138 });
  });

  it('stands above the right corner of a block, inside it where there is no room above', () => {
    const block = { left: 100, top: 100, width: 600, height: 400 };
    expect(besideAnchor(block, 'top-right', size, viewport, free)).toMatchObject({ left: 500, top: 60 });
    expect(besideAnchor({ ...block, top: 10 }, 'top-right', size, viewport, free)).toMatchObject({
      left: 492,
      top: 18,
    });
  });

  it.each([
    ['above', { left: 100, top: -90, width: 120, height: 30 }],
    ['below', { left: 100, top: 820, width: 120, height: 30 }],
    ['left of', { left: -300, top: 100, width: 120, height: 30 }],
  ])('hides with an anchor %s the viewport', (_, anchor) => {
    expect(besideAnchor(anchor, 'after', size, viewport, free)).toBeNull();
  });
});

describe('the panel', () => {
  const left = { left: 20, top: 100, width: 300, height: 30 };
  const right = { left: 700, top: 100, width: 280, height: 30 };

  it('keeps to its side unless the other covers less', () => {
    expect(freerSide('right', 460, viewport, [], [left])).toBe('right');
    expect(freerSide('right', 460, viewport, [], [right])).toBe('left');
    expect(freerSide('left', 460, viewport, [], [])).toBe('left');
  });

  it('never chooses the side of Save, wherever Save is scrolled to', () => {
    const save = { left: 20, top: 3000, width: 80, height: 30 };
    expect(freerSide('right', 460, viewport, [save], [right, right])).toBe('right');
  });

  it('stays in a narrow viewport', () => {
    expect(atSide('right', { width: 460, height: 300 }, { width: 400, height: 800 })).toEqual({ left: 0, top: 16 });
  });
});
