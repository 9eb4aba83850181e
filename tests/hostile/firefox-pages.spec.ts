/** Pages that lie about presses, places, frames and fields, in Firefox. */
import { frameTests } from './frames.ts';
import { gestureTests } from './gestures.ts';
import { onGround } from './on-ground.ts';
import { originTests } from './origins.ts';
import { swapTests } from './swaps.ts';

onGround('firefox', gestureTests, swapTests, originTests, frameTests);
