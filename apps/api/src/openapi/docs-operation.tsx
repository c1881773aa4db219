import type { ReactNode } from 'react';
import { SchemaTable } from './docs-schema-table.js';
import type { JsonSchema } from './json-schema.js';
import type { Operation, Parameter } from './openapi-document.js';

interface OperationProps {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

/** One endpoint: what it does, what it takes, what it gives. */
export function OperationSection({ method, path, operation }: OperationProps): ReactNode {
  const [status, reply] = Object.entries(operation.responses)[0] ?? [];
  const replySchema = reply?.content?.['application/json']?.schema;
  return (
    <article>
      <h3 id={operation.operationId}>
        <a href={`#${operation.operationId}`}>
          <span className={`method ${method.toLowerCase()}`}>{method}</span> <code>{path}</code>
        </a>
      </h3>
      <p>
        {operation.summary}.
        {operation.security.length === 0 && <span className="quiet"> Needs no session.</span>}
      </p>
      {(['path', 'query', 'header'] as const).map((place) => (
        <Parameters key={place} place={place} parameters={operation.parameters} />
      ))}
      {Object.entries(operation.requestBody?.content ?? {}).map(([type, { schema }]) => (
        <Part key={type} title={type === 'application/json' ? 'Body' : `Body, ${type}`} schema={schema} />
      ))}
      {replySchema === undefined ? (
        <h4>{`Reply ${status}`}</h4>
      ) : (
        <Part
          title={`Reply ${status}${reply?.headers === undefined ? '' : ', with ETag'}`}
          schema={replySchema}
        />
      )}
    </article>
  );
}

const PLACES = { path: 'In the path', query: 'In the query', header: 'Headers' } as const;

function Parameters(props: { place: Parameter['in']; parameters: readonly Parameter[] }): ReactNode {
  const here = props.parameters.filter((parameter) => parameter.in === props.place);
  if (here.length === 0) return null;
  const schema: JsonSchema = {
    properties: Object.fromEntries(here.map((one) => [one.name, one.schema])),
    required: here.filter(({ required }) => required).map(({ name }) => name),
  };
  return <Part title={PLACES[props.place]} schema={schema} />;
}

function Part({ title, schema }: { title: string; schema: JsonSchema }): ReactNode {
  return (
    <>
      <h4>{title}</h4>
      <SchemaTable schema={schema} />
    </>
  );
}
