import { readFileSync } from 'node:fs';
import type { ReactElement, ReactNode } from 'react';
import { Guide } from './docs-guide.js';
import { OperationSection } from './docs-operation.js';
import { SchemaTable } from './docs-schema-table.js';
import type { OpenApiDocument, Operation } from './openapi-document.js';

const style = readFileSync(new URL('./assets/docs.css', import.meta.url), 'utf8');

interface PlacedOperation {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

/** The contract on one page for people who write programs: no script, nothing from elsewhere, good to search in. */
export function docsPage(document: OpenApiDocument): ReactElement {
  const operations = operationsOf(document);
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>Jourfixe API</title>
        <link rel="icon" href="data:," />
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <Contents document={document} operations={operations} />
        <main>
          <h1>Jourfixe API</h1>
          <Guide version={document.info.version} />
          {document.tags.map(({ name }) => (
            <section key={name}>
              <h2 id={anchorOf(name)}>{name}</h2>
              {operations
                .filter(({ operation }) => operation.tags.includes(name))
                .map((placed) => (
                  <OperationSection key={placed.operation.operationId} {...placed} />
                ))}
            </section>
          ))}
          <Schemas document={document} />
        </main>
      </body>
    </html>
  );
}

function Contents(props: { document: OpenApiDocument; operations: readonly PlacedOperation[] }): ReactNode {
  return (
    <nav aria-label="Contents">
      <a href="#guide">Guide</a>
      {props.document.tags.map(({ name }) => (
        <div key={name}>
          <a href={`#${anchorOf(name)}`}>{name}</a>
          <ul>
            {props.operations
              .filter(({ operation }) => operation.tags.includes(name))
              .map(({ operation }) => (
                <li key={operation.operationId}>
                  <a href={`#${operation.operationId}`}>{operation.operationId}</a>
                </li>
              ))}
          </ul>
        </div>
      ))}
      <a href="#schemas">Schemas</a>
    </nav>
  );
}

function Schemas({ document }: { document: OpenApiDocument }): ReactNode {
  return (
    <section>
      <h2 id="schemas">Schemas</h2>
      {Object.entries(document.components.schemas).map(([name, schema]) => (
        <article key={name}>
          <h3 id={`schema-${name}`}>{name}</h3>
          <SchemaTable schema={schema} />
        </article>
      ))}
    </section>
  );
}

function operationsOf({ paths }: OpenApiDocument): readonly PlacedOperation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
}

function anchorOf(tag: string): string {
  return tag.toLowerCase().replaceAll(/[^a-z]+/g, '-');
}
