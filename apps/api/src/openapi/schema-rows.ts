import type { JsonSchema } from './json-schema.js';

/** One field of a schema in a table: `place.city` lies in an object, `items[].id` in a list. */
export interface SchemaRow {
  readonly name: string;
  readonly type: readonly TypePart[];
  readonly required: boolean;
  readonly notes: readonly string[];
}

/** A word of a type, or the name of another schema to lead to. */
export type TypePart = { readonly text: string } | { readonly component: string };

/** The fields of a schema, those of objects inside it after their own, in order. */
export function rowsOf(schema: JsonSchema, prefix = ''): readonly SchemaRow[] {
  const { properties = {}, required = [] } = schema;
  return Object.entries(properties).flatMap(([key, field]) => {
    const name = `${prefix}${key}`;
    const row = { name, type: typeOf(field), required: required.includes(key), notes: notesOf(field) };
    return [row, ...innerRows(field, name)];
  });
}

/** What a schema is in words: `string`, `"yes" | "no"`, `Meeting[]`, `date or null`. */
export function typeOf(schema: JsonSchema): readonly TypePart[] {
  if (schema.$ref !== undefined) return [{ component: schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1) }];
  if (schema.items !== undefined) return [...typeOf(schema.items), { text: '[]' }];
  if (schema.anyOf !== undefined) return joined(schema.anyOf.map(typeOf));
  if (schema.enum !== undefined)
    return [{ text: schema.enum.map((value) => JSON.stringify(value)).join(' | ') }];
  if (schema.const !== undefined) return [{ text: JSON.stringify(schema.const) }];
  if (typeof schema.type === 'object') return [{ text: schema.type.join(' or ') }];
  return [{ text: schema.format ?? schema.type ?? 'any' }];
}

function joined(types: readonly (readonly TypePart[])[]): readonly TypePart[] {
  return types.flatMap((parts, index) => (index === 0 ? parts : [{ text: ' or ' }, ...parts]));
}

function innerRows(field: JsonSchema, name: string): readonly SchemaRow[] {
  if (field.items !== undefined) return innerRows(field.items, `${name}[]`);
  if (field.anyOf !== undefined) return field.anyOf.flatMap((part) => innerRows(part, name));
  return rowsOf(field, `${name}.`);
}

function notesOf({ default: value, minimum, maximum, minLength, maxLength }: JsonSchema): readonly string[] {
  return [
    ...(value === undefined ? [] : [`${JSON.stringify(value)} if absent`]),
    ...rangeOf(minimum, maximum, ''),
    ...rangeOf(minLength, maxLength, ' characters'),
  ];
}

function rangeOf(from: number | undefined, to: number | undefined, unit: string): readonly string[] {
  if (to === undefined) return from === undefined ? [] : [`at least ${from}${unit}`];
  return [from === undefined ? `up to ${to}${unit}` : `${from} to ${to}${unit}`];
}
