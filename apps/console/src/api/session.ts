import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { endpoints, type MeDto } from '#contracts';
import { call } from './call.js';
import { hasStatus } from './problem-error.js';
import { useApi } from './queries.js';

export const sessionKey = [endpoints.getSession.name] as const;

/** Who is signed in here; null when nobody is. */
export function useSession() {
  return useQuery({
    queryKey: sessionKey,
    queryFn: ({ signal }): Promise<MeDto | null> =>
      call(endpoints.getSession, { signal }).catch((error: unknown) => {
        if (hasStatus(error, 401)) return null;
        throw error;
      }),
    staleTime: 60_000,
    // Somebody may have signed in or out in another tab.
    refetchOnWindowFocus: 'always',
  });
}

/** What this installation can do. */
export function useInstance() {
  return useApi(endpoints.getInstance, {});
}

/** Takes over the person who just signed in, and forgets whatever was read before. */
export function useEnter(): (me: MeDto) => void {
  const client = useQueryClient();
  return (me) => handOver(client, me);
}

/** Ends the session in this browser and forgets everything read in it. */
export function useLeave(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await call(endpoints.signOut, {});
    handOver(client, null);
  };
}

// The session itself is kept and told: what is on the screen listens to it.
function handOver(client: QueryClient, me: MeDto | null): void {
  client.setQueryData(sessionKey, me);
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
}
