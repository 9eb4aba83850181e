/** What a draft is checked against. */
import type { Instance, Profile } from '../schema';

export interface DraftSurroundings {
  instances: Instance[];
  profiles: Profile[];
  /** False in the mode that keeps no secrets. */
  keepsSecrets: boolean;
}
