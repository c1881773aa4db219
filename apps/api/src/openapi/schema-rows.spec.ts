import { rowsOf, typeOf } from './schema-rows.js';

describe('rows of a schema', () => {
  it('lists the fields of inner objects and lists after their own', () => {
    const rows = rowsOf({
      required: ['place'],
      properties: {
        place: {
          type: 'object',
          required: ['city'],
          properties: { city: { type: 'string', maxLength: 100 } },
        },
        hosts: {
          type: 'array',
          items: { type: 'object', properties: { id: { type: 'string', format: 'uuid' } } },
        },
        note: { anyOf: [{ type: 'object', properties: { de: { type: 'string' } } }, { type: 'null' }] },
        limit: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
      },
    });
    const text = rows.map(({ name, type, required, notes }) => [
      name,
      type.map((part) => Object.values(part).join('')).join(''),
      required,
      notes.join('; '),
    ]);
    expect(text).toEqual([
      ['place', 'object', true, ''],
      ['place.city', 'string', true, 'up to 100 characters'],
      ['hosts', 'object[]', false, ''],
      ['hosts[].id', 'uuid', false, ''],
      ['note', 'object or null', false, ''],
      ['note.de', 'string', false, ''],
      ['limit', 'integer', false, '50 if absent; 1 to 200'],
    ]);
  });

  it.each([
    [{ $ref: '#/components/schemas/Meeting' }, [{ component: 'Meeting' }]],
    [{ type: 'array', items: { $ref: '#/c/Office' } }, [{ component: 'Office' }, { text: '[]' }]],
    [{ enum: ['yes', 'no'] }, [{ text: '"yes" | "no"' }]],
    [{ const: 'network-offices' }, [{ text: '"network-offices"' }]],
    [{ type: ['string', 'null'] }, [{ text: 'string or null' }]],
    [{}, [{ text: 'any' }]],
  ])('writes the type %j', (schema, parts) => {
    expect(typeOf(schema)).toEqual(parts);
  });
});
