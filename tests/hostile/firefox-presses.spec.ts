/** Pages that trick somebody into a press, in Firefox. */
import { clickjackingTests } from './clickjacking.ts';
import { onGround } from './on-ground.ts';

onGround('firefox', clickjackingTests);
