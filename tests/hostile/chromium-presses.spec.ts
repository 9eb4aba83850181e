/** Pages that trick somebody into a press, in Chromium. */
import { clickjackingTests } from './clickjacking.ts';
import { onGround } from './on-ground.ts';

onGround('chromium', clickjackingTests);
