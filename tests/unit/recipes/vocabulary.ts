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

export function vocabulary(): Word[] {
  const words = wordsOf(recipeSchema, '');
  for (const [schema, name] of shared) words.push(...wordsIn(schema, name));
  return words;
}

function wordsOf(schema: z.core.$ZodType, path: string): Word[] {
  return shared.has(schema) ? [] : wordsIn(schema, path);
}

function wordsIn(schema: z.core.$ZodType, path: string): Word[] {
  const inner = unwrap(schema);
  if (inner !== schema) return wordsOf(inner, path);
  if (schema instanceof z.ZodMiniObject) return keysOf(schema, path);
  if (isUnion(schema)) return kindsOf(schema.def.options, path);
  return [];
}

function keysOf({ shape }: z.ZodMiniObject, path: string): Word[] {
  return Object.entries(shape).flatMap(([key, schema]) => {
    const name = path === '' ? key : `${path}.${key}`;
    return [{ name, parts: valuesOf(schema) }, ...wordsOf(schema, name)];
  });
}

/** Only unions of objects are kinds, told apart by their one literal. */
function kindsOf(options: readonly z.core.$ZodType[], path: string): Word[] {
  return options.flatMap((option) => {
    if (!(option instanceof z.ZodMiniObject)) return [];
    const entries = Object.entries(option.shape);
    const kind = entries.find(([, schema]) => schema instanceof z.ZodMiniLiteral)?.[1];
    const others = entries.filter(([, schema]) => schema !== kind);
    const parts = others.flatMap(([key, schema]) => [key, ...valuesOf(schema)]);
    return [{ name: `${path}: ${kind ? valuesOf(kind).join() : ''}`, parts }];
  });
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
  if (schema instanceof z.ZodMiniOptional) return schema.def.innerType;
  if (schema instanceof z.ZodMiniArray) return schema.def.element;
  return schema;
}
