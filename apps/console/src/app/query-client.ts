import { QueryCache, QueryClient } from '@tanstack/react-query';
import { hasStatus, ProblemError, sessionKey } from '../api/index.js';

/** One cache per page load. A read that is refused for want of a session ends the one shown: the sign-in follows. */
export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (hasStatus(error, 401)) client.setQueryData(sessionKey, null);
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => !(error instanceof ProblemError && error.status < 500) && failures < 2,
      },
    },
  });
  return client;
}
