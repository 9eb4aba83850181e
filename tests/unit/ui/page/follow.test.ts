/** Frames follow one another singly, and none comes after the end. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { follow } from '@/ui/page/follow';

let frames: Map<number, FrameRequestCallback>;

beforeEach(() => {
  frames = new Map();
  let last = 0;
  vi.stubGlobal('requestAnimationFrame', (step: FrameRequestCallback) => {
    last += 1;
    frames.set(last, step);
    return last;
  });
  vi.stubGlobal('cancelAnimationFrame', (id: number) => frames.delete(id));
});

afterEach(() => {
  vi.unstubAllGlobals();
});

function draw(): void {
  const [next] = frames;
  if (!next) throw new Error('No frame was asked for');
  frames.delete(next[0]);
  next[1](performance.now());
}

it('asks for one frame at a time, even where a frame asks for the next itself', () => {
  const end = new AbortController();
  const follower = follow(() => follower.nudge(), end.signal);
  follower.nudge();
  draw();
  draw();
  expect(frames.size).toBe(1);
  end.abort();
  expect(frames.size).toBe(0);
});

it('does nothing in a frame that was on its way when it ended', () => {
  const end = new AbortController();
  const onFrame = vi.fn();
  const follower = follow(onFrame, end.signal);
  follower.nudge();
  const [, step] = [...frames][0] ?? [];
  end.abort();
  step?.(performance.now());
  expect(onFrame).not.toHaveBeenCalled();
});
