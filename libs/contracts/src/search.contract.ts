import { z } from 'zod';
import { defineEndpoint } from './endpoint.js';
import { id, line, localized } from './fields.js';
import { institutionKind } from './institution.contract.js';
import { meetingState } from './meeting.contract.js';

const personHit = z.object({
  id,
  name: z.string(),
  position: z.string().nullable(),
  /** Those held today. */
  offices: z.array(z.object({ name: localized(z.string()), institution: localized(z.string()) })),
  /** The addresses that were looked for. */
  addresses: z.array(z.string()),
});

const institutionHit = z.object({
  id,
  kind: institutionKind,
  name: localized(z.string()),
  shortName: z.string().nullable(),
  seat: z.string().nullable(),
});

const meetingHit = z.object({
  id,
  title: localized(z.string()),
  state: meetingState,
  /** The wall clock where it takes place. */
  startsLocal: z.string(),
  city: z.string().nullable(),
});

const searchReply = z
  .object({
    people: z.array(personHit),
    institutions: z.array(institutionHit),
    meetings: z.array(meetingHit),
  })
  .meta({ id: 'SearchReply' });
export type SearchReplyDto = z.output<typeof searchReply>;

export const searchEndpoints = {
  search: defineEndpoint({
    name: 'search',
    method: 'GET',
    path: '/search',
    tag: 'Search',
    access: 'signed-in',
    status: 200,
    summary:
      'People, institutions and meetings, up to eight each: by beginnings of words, then by likeness; only what one may read',
    query: z.object({ q: line(200).pipe(z.string().min(2, 'validation.too-short')) }),
    response: searchReply,
  }),
};
