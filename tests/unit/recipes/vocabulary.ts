/** Lists every key and kind of the recipe schema, by walking the schema itself. */
import * as z from 'zod/mini';
import { card, control, locator } from '@/recipes/controls';
import { fieldKeys } from '@/recipes/field-keys';
import { recipeSchema } from '@/recipes/schema';

export interface Word {
  /** A key by its path, such as `forms.page.hosts`; a kind as `control: password`. */
  name: string;
  /** Keys of a kind, and the closed set of values of a key; the names of fields stand for themselves. */
  parts: string[];
}

/** Shapes used in several places, described once under a name of their own. */
const shared = new Map<z.core.$ZodType, string>([
  [locator, 'locator'],
  [control, 'control'],
  [card, 'card'],
]);

/** Shapes that stand in several places, such as a variant's, are described where they stand first. */
type Seen = Set<z.core.$ZodType>;

export function vocabulary(): Word[] {
  const seen: Seen = new Set(shared.keys());
  const words = wordsOf(recipeSchema, '', seen);
  for (const [schema, name] of shared) words.push(...wordsIn(schema, name, seen));
  return words;
}

function wordsOf(schema: z.core.$ZodType, path: string, seen: Seen): Word[] {
  const isKnown = seen.has(schema);
  if (isCompound(schema)) seen.add(schema);
  return isKnown ? [] : wordsIn(schema, path, seen);
}

function isCompound(schema: z.core.$ZodType): boolean {
  return schema instanceof z.ZodMiniObject || isUnion(schema);
}

function wordsIn(schema: z.core.$ZodType, path: string, seen: Seen): Word[] {
  const inner = unwrap(schema);
  if (inner !== schema) return wordsOf(inner, path, seen);
  if (schema instanceof z.ZodMiniObject) return keysOf(schema, path, seen);
  if (isUnion(schema)) return kindsOf(schema.def.options, path);
  return [];
}

function keysOf({ shape }: z.ZodMiniObject, path: string, seen: Seen): Word[] {
  return Object.entries(shape).flatMap(([key, schema]) => {
    const name = path === '' ? key : `${path}.${key}`;
    return [{ name, parts: [...valuesOf(schema), ...commonParts(schema, seen)] }, ...wordsOf(schema, name, seen)];
  });
}

/** Only unions of objects are kinds, told apart by their one literal, or by their first key where none is. */
function kindsOf(options: readonly z.core.$ZodType[], path: string): Word[] {
  const common = commonTo(options);
  return options.flatMap((option) => {
    if (!(option instanceof z.ZodMiniObject)) return [];
    const entries = Object.entries(option.shape);
    const kind = entries.find(([, schema]) => schema instanceof z.ZodMiniLiteral)?.[1];
    const others = entries.filter(([, schema]) => schema !== kind && !common.has(schema));
    const parts = others.flatMap(([key, schema]) => [key, ...valuesOf(schema)]);
    return [{ name: `${path}: ${kind ? valuesOf(kind).join() : entries[0]?.[0]}`, parts }];
  });
}

/** What several kinds may say alike is described once, where the kinds are introduced. */
function commonParts(schema: z.core.$ZodType, seen: Seen): string[] {
  const inner = unwrap(schema);
  if (inner !== schema) return commonParts(inner, seen);
  if (!isUnion(schema) || seen.has(schema)) return [];
  return [...commonTo(schema.def.options)].flatMap(([part, key]) => [key, ...valuesOf(part)]);
}

function commonTo(options: readonly z.core.$ZodType[]): Map<z.core.$ZodType, string> {
  const entries = options.flatMap((option) =>
    option instanceof z.ZodMiniObject ? Object.entries<z.core.$ZodType>(option.shape) : [],
  );
  const optional = entries.filter(([, schema]) => schema instanceof z.ZodMiniOptional);
  const repeated = optional.filter(([, schema]) => optional.filter(([, other]) => other === schema).length > 1);
  return new Map(repeated.map(([key, schema]) => [schema, key]));
}

function valuesOf(schema: z.core.$ZodType): string[] {
  const inner = unwrap(schema);
  if (inner !== schema) return valuesOf(inner);
  if (schema instanceof z.ZodMiniEnum) return schema.options.map(String).filter((value) => !isFieldKey(value));
  if (schema instanceof z.ZodMiniLiteral) return schema.def.values.map(String);
  if (isUnion(schema)) return schema.def.options.flatMap(valuesOf);
  return [];
}

/** Listed once, under the key that names a field. */
function isFieldKey(value: string): boolean {
  return fieldKeys.some((key) => key === value);
}

function isUnion(schema: z.core.$ZodType): schema is z.ZodMiniUnion | z.ZodMiniDiscriminatedUnion {
  return schema instanceof z.ZodMiniUnion || schema instanceof z.ZodMiniDiscriminatedUnion;
}

function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodMiniOptional || schema instanceof z.ZodMiniExactOptional) return schema.def.innerType;
  if (schema instanceof z.ZodMiniArray) return schema.def.element;
  return schema;
}
