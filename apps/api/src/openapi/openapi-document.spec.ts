import { readFileSync } from 'node:fs';
import { endpoints } from '#contracts';
import { inProduct, productVersion } from '../product.js';
import { renderPage } from '../pages/render-page.js';
import { docsPage } from './docs.page.js';
import { openApiDocument } from './openapi-document.js';

const document = openApiDocument(productVersion);
const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));

const headersOf = (path: string, method: string) =>
  document.paths[path]?.[method]?.parameters
    .filter((parameter) => parameter.in === 'header')
    .map(({ name }) => name);

describe('the OpenAPI document', () => {
  it('has every endpoint of the contract once, by its name', () => {
    expect(operations.map(({ operationId }) => operationId).toSorted()).toEqual(
      Object.keys(endpoints).toSorted(),
    );
  });

  it('is the committed one', () => {
    const committed = readFileSync(inProduct('docs/api/openapi.json'), 'utf8');
    expect(committed).toBe(`${JSON.stringify(document, null, 2)}\n`);
  });

  it('leads every reference to a schema that is there', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)];
    expect(references.length).toBeGreaterThan(20);
    const known = Object.keys(document.components.schemas);
    expect(references.map(([, name = '']) => name).filter((name) => !known.includes(name))).toEqual([]);
  });

  it('declares every parameter in a path', () => {
    for (const [path, methods] of Object.entries(document.paths)) {
      const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const { parameters } of Object.values(methods)) {
        const declared = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
        expect(declared).toEqual(names);
      }
    }
  });

  it('asks for If-Match where a row is changed, and offers Idempotency-Key on unsafe calls', () => {
    expect(headersOf('/meetings/{id}', 'patch')).toEqual(['If-Match', 'Idempotency-Key']);
    expect(headersOf('/meetings/{id}/cancel', 'post')).toEqual(['If-Match', 'Idempotency-Key']);
    expect(headersOf('/meetings', 'post')).toEqual(['Idempotency-Key']);
    expect(headersOf('/meetings/{id}', 'get')).toEqual([]);
  });
});

describe('the page for people', () => {
  const { html } = renderPage(docsPage(document));

  it('describes every endpoint and links only to what is on it', () => {
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const links = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(Object.keys(endpoints).filter((name) => !ids.has(name))).toEqual([]);
    expect(links.filter((link) => !ids.has(link))).toEqual([]);
  });

  it('runs nothing and loads nothing', () => {
    expect(html).not.toMatch(/<script|<link rel="stylesheet"|src=|https?:\/\/(?!jourfixe\.example)/);
  });
});
