import { createDataSource } from '#database';
import { renderInstitutionFeed } from '#feeds';
import { Temporal } from '#kernel';
import { schema } from '../../dist/migrations/index.js';

// The built code, as a process of its own renders it: database, slug and the present instant are given.
const [url = '', slug = '', now = ''] = process.argv.slice(2);
const dataSource = await createDataSource({ url, ...schema }).initialize();
const request = { kind: 'network', slug, language: null, publicUrl: 'http://localhost:3000' };
const feed = await renderInstitutionFeed(
  { manager: dataSource.manager },
  { ...request, now: Temporal.Instant.from(now) },
);
await dataSource.destroy();
process.stdout.write(feed?.bytes ?? '');
