/** What a caller tells the vault about one kind of record: its name, how it is parsed and what of it is secret. */
import type * as z from 'zod/mini';

export interface RecordKind<T extends { id: string }> {
  name: string;
  /** The record, or undefined when the stored data is not one. */
  parse(data: unknown): T | undefined;
  /** Names of the fields that are never written in the mode that keeps no secrets. */
  secretFields: readonly string[];
}

/** A kind from its schema. Names must be unique and never change: they are stored. */
export function recordKind<T extends { id: string }>(
  name: string,
  schema: z.ZodMiniType<T>,
  secretFields: readonly string[] = [],
): RecordKind<T> {
  return { name, secretFields, parse: (data) => schema.safeParse(data).data };
}
