/** OpenAPI 3.0 schemas turned into JSON Schema, closed: a field that is not published is forbidden. */
import { isObject, type JsonSchema, referenced } from './json-schema.ts';

/** Keywords that say what is allowed; all others are words for people or for generators. */
const keywords = [
  'type',
  'enum',
  'format',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
  'uniqueItems',
  'required',
];
const combinations = ['allOf', 'anyOf', 'oneOf'];

/** References point to `#/definitions/NAME`; `nullable` becomes a choice. */
export function closedSchema(schema: JsonSchema): JsonSchema {
  const name = referenced(schema);
  if (name !== null) return { $ref: `#/definitions/${name}` };
  const closed: JsonSchema = {};
  for (const keyword of keywords) {
    if (keyword in schema) closed[keyword] = schema[keyword];
  }
  for (const keyword of combinations) {
    const parts = schema[keyword];
    if (Array.isArray(parts)) closed[keyword] = parts.filter(isObject).map(closedSchema);
  }
  if (isObject(schema['items'])) closed['items'] = closedSchema(schema['items']);
  Object.assign(closed, propertiesOf(schema));
  return schema['nullable'] === true ? { anyOf: [closed, { type: 'null' }] } : closed;
}

function propertiesOf(schema: JsonSchema): JsonSchema {
  const { properties, additionalProperties } = schema;
  const open = isObject(additionalProperties) ? closedSchema(additionalProperties) : additionalProperties;
  if (!isObject(properties)) return open === undefined ? {} : { additionalProperties: open };
  const closed = Object.entries(properties).map(([key, value]) => [key, isObject(value) ? closedSchema(value) : {}]);
  return { properties: Object.fromEntries(closed), additionalProperties: open ?? false };
}
