import { z } from 'zod';

const params = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.array(z.string()).readonly()]),
);

/** application/problem+json (RFC 9457): texts are made from `code` by the reader's catalogue. */
export const problem = z
  .object({
    type: z.string(),
    status: z.int(),
    code: z.string(),
    params,
    errors: z.array(z.object({ pointer: z.string(), code: z.string(), params })),
    requestId: z.string(),
  })
  .meta({ id: 'Problem' });

export type Problem = z.output<typeof problem>;
