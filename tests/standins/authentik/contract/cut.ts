/** Takes out of an answer what one version's schema does not have, so that one set of records serves all versions. */
import { closedSchema } from './closed-schema.ts';
import { isObject, type JsonSchema, referenced } from './json-schema.ts';

/** `find` gives the closed schema of a name. Values that do not fit are left for the validation to find. */
export function cut(schema: JsonSchema, value: unknown, find: (name: string) => JsonSchema): unknown {
  return cutClosed(closedSchema(schema), value, find);
}

function cutClosed(schema: JsonSchema, value: unknown, find: (name: string) => JsonSchema): unknown {
  const { properties, items, additionalProperties } = resolved(schema, find);
  if (Array.isArray(value)) return isObject(items) ? value.map((item) => cutClosed(items, item, find)) : value;
  if (!isObject(value) || !isObject(properties)) return value;
  const kept = Object.entries(value).filter(([key]) => key in properties || additionalProperties !== false);
  return Object.fromEntries(
    kept.map(([key, part]) => {
      const inner = properties[key];
      return [key, isObject(inner) ? cutClosed(inner, part, find) : part];
    }),
  );
}

/** Follows references, and `nullable` to what it is when it is not null. */
function resolved(schema: JsonSchema, find: (name: string) => JsonSchema): JsonSchema {
  const name = referenced(schema);
  if (name !== null) return resolved(find(name), find);
  const [first] = [schema['anyOf'], schema['allOf']].filter(Array.isArray).flat();
  return isObject(first) ? resolved(first, find) : schema;
}
