import type { ReactNode } from 'react';
import type { JsonSchema } from './json-schema.js';
import { rowsOf, typeOf } from './schema-rows.js';
import type { TypePart } from './schema-rows.js';

/** The fields of a schema, or what it is in one line if it has none. */
export function SchemaTable({ schema }: { schema: JsonSchema }): ReactNode {
  if (schema.anyOf !== undefined) {
    return schema.anyOf.map((one, index) => (
      <div key={JSON.stringify(one)}>
        {index > 0 && <p className="quiet">or</p>}
        <SchemaTable schema={one} />
      </div>
    ));
  }
  const rows = rowsOf(schema);
  if (rows.length === 0) {
    return (
      <p>
        <TypeText parts={typeOf(schema)} />
      </p>
    );
  }
  return (
    <div className="wide">
      <table>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">
                <code>{row.name}</code>
                {!row.required && <span className="quiet"> optional</span>}
              </th>
              <td>
                <TypeText parts={row.type} />
              </td>
              <td className="quiet">{row.notes.join('; ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A type, with links to the schemas it names. */
export function TypeText({ parts }: { parts: readonly TypePart[] }): ReactNode {
  return (
    <code>
      {parts.map((part) =>
        'component' in part ? (
          <a key={part.component} href={`#schema-${part.component}`}>
            {part.component}
          </a>
        ) : (
          part.text
        ),
      )}
    </code>
  );
}
