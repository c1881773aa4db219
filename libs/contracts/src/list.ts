import { z } from 'zod';
import type { Endpoint, ResponseOf } from './endpoint.js';

/** Lists that are read as marks on a record rather than as tables, and so are no files. */
const withoutFile = ['listPersonTags', 'listInstitutionTags', 'listMeetingAudiences'] as const;
type WithoutFile = (typeof withoutFile)[number];

/** An item of the list that the endpoint gives, page by page or whole; never if it gives none. */
export type ListItemOf<E> = ResponseOf<E> extends { readonly items: readonly (infer Item)[] } ? Item : never;

/** The names of those endpoints that give a list which is a file as well: all that begin with `list`, with few exceptions. */
export type ListNameOf<Endpoints> = {
  [Name in keyof Endpoints]: Name extends WithoutFile
    ? never
    : Name extends `list${string}`
      ? [ListItemOf<Endpoints[Name]>] extends [never]
        ? never
        : Name
      : never;
}[keyof Endpoints];

/** Whether an endpoint gives a list that is a file as well (`?format=csv`). */
export function isList({ name, response }: Endpoint): boolean {
  return (
    name.startsWith('list') &&
    !withoutFile.some((each) => each === name) &&
    response instanceof z.ZodObject &&
    'items' in response.shape
  );
}

/** Whether it gives it page by page. */
export function isPaged(endpoint: Endpoint): boolean {
  return isList(endpoint) && endpoint.response instanceof z.ZodObject && 'next' in endpoint.response.shape;
}
