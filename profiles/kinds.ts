/** The kinds of record this room keeps in the vault. */
import { recordKind } from '@/vault/record-kind';
import { instanceSchema, profileSchema } from './schema';

export const instanceKind = recordKind('instance', instanceSchema);

/** `clientSecret` and `token` are never written in the mode that keeps no secrets. */
export const profileKind = recordKind('profile', profileSchema, ['clientSecret', 'token']);
