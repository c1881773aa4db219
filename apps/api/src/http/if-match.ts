import type { Endpoint } from '#contracts';
import { DomainError } from '#kernel';

// Proxies that compress turn "3" into W/"3" (RFC 9110, section 8.8.1); the version is the same.
const ENTITY_TAG = /^(?:W\/)?"([1-9]\d{0,8})"$/;

/** Whether the endpoint changes a row that is there: one with a version, named in its path. */
export function needsIfMatch(endpoint: Endpoint): boolean {
  return endpoint.versioned === true && endpoint.method !== 'GET' && endpoint.params !== undefined;
}

/** The version in an If-Match header; `version.required` for none, `*` and anything that we never sent. */
export function ifMatchOf(header: string | undefined): number {
  const version = ENTITY_TAG.exec(header?.trim() ?? '')?.[1];
  if (version === undefined) throw new DomainError('version.required');
  return Number(version);
}

/** The ETag of a version. */
export function entityTag(version: number): string {
  return `"${version}"`;
}
