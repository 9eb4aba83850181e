/** Messages of the screen that checks a site and mends what is wrong at authentik. Types only. */
import type { RedirectUri, Repair } from '@/authentik/model';
import type { Result } from '@/lib/result';
import type { Trouble } from './authentik-protocol';
import type { CheckReport, CheckTarget, Registered } from './check-report';

/** The site, and the job that `authentik.cancel` ends. */
interface At {
  target: CheckTarget;
  job: string;
}

export interface CheckMessages {
  /** Reads only. */
  'authentik.check': (data: At) => Result<CheckReport, Trouble>;
  /** Registers one of the site's own callbacks, and no other address; its provider is looked up anew. */
  'authentik.register': (data: At & { callback: string }) => Result<Registered, Trouble>;
  /** Takes exactly this entry out again; `wasThere` is false when somebody else has. */
  'authentik.unregister': (
    data: At & { callback: string; entry: RedirectUri },
  ) => Result<{ wasThere: boolean; isNoted: boolean }, Trouble>;
  /** Makes the change where authentik still holds what was shown; answers with what was really changed. */
  'authentik.repair': (data: At & { repair: Repair }) => Result<Repair, Trouble>;
  'authentik.undoRepair': (data: At & { repair: Repair }) => Result<{ wasThere: boolean }, Trouble>;
  /** Puts the secret that authentik holds into the profile; no screen sees it. */
  'authentik.takeSecret': (data: At) => Result<null, Trouble>;
  /** Changes the profile, and nothing at authentik. */
  'profile.takeIssuerMode': (data: { profileId: string; mode: 'per_provider' | 'global' }) => Result<null>;
}
