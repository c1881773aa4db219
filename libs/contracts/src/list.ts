import { z } from 'zod';
import type { Endpoint, ResponseOf } from './endpoint.js';

/** An item of the list that the endpoint gives page by page; never if it gives none. */
export type ListItemOf<E> =
  ResponseOf<E> extends { readonly items: readonly (infer Item)[]; readonly next: string | null }
    ? Item
    : never;

/** The names of those endpoints that give a list page by page. */
export type ListNameOf<Endpoints> = {
  [Name in keyof Endpoints]: [ListItemOf<Endpoints[Name]>] extends [never] ? never : Name;
}[keyof Endpoints];

/** Whether an endpoint gives a list page by page, and so as a file as well (`?format=csv`). */
export function isList({ method, response }: Endpoint): boolean {
  return (
    method === 'GET' &&
    response instanceof z.ZodObject &&
    'items' in response.shape &&
    'next' in response.shape
  );
}
