/** What export and import say to the screens: never the value of a secret. Types only. */
import type { FieldChange, LeftOutProfile, ProfileSummary } from '@/profiles/schema';
import type { CapturedCallback, LeftOutSite } from '@/sites/schema';

export interface ExportFile {
  name: string;
  text: string;
  profiles: number;
  /** Entries that can't be read and are not in the file. */
  damaged: number;
}

/** One profile of what is imported. */
export type PreviewProfile<Why = LeftOutProfile> = {
  /** In the file. */
  id: string;
  kind: ProfileSummary['kind'];
  name: string;
  /** Of its authentik; absent when the file does not hold it. */
  baseUrl?: string;
  /** Of an OAuth2 client. */
  slug?: string;
} & (
  | { state: 'new'; hasSecret: boolean }
  | { state: 'left-out'; why: Why }
  /** `here` is the one that stands for the same thing. */
  | { state: 'same' | 'changed'; here: { id: string; name: string }; changes: FieldChange[] }
);

export type PreviewSite = {
  id: string;
  origin: string;
  basePath: string;
  app: string;
  /** Of its profile in the file; absent when the file does not hold it. */
  profile?: string;
} & ({ state: 'new' | 'same' } | { state: 'left-out'; why: LeftOutSite });

export type PreviewCallback = Pick<CapturedCallback, 'id' | 'url' | 'app' | 'origin'> & {
  state: 'new' | 'same' | 'left-out';
};

export interface ImportPreview {
  /** Of the file and of everything it was compared with. */
  digest: string;
  mode: 'encrypted' | 'plain';
  /** Secrets of the file that this vault does not keep. */
  secretsNotKept: number;
  profiles: PreviewProfile[];
  sites: PreviewSite[];
  callbacks: PreviewCallback[];
}

/** How many were taken over. */
export interface ImportOutcome {
  added: number;
  replaced: number;
  sites: number;
  callbacks: number;
}
