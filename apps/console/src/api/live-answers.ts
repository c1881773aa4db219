import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { endpoints } from '#contracts';
import { addressOf } from './call.js';

const told = [
  endpoints.getAnswers,
  endpoints.getAnswersByDay,
  endpoints.listInvitations,
  endpoints.listMails,
].map(({ name }) => name);

/**
 * Reads a meeting's answers again whenever the server says that they have changed, as long as the page is shown. Gives
 * whether it is being told; the browser connects again by itself, unless it was refused.
 */
export function useLiveAnswers(meetingId: string): boolean {
  const client = useQueryClient();
  const [isLive, setLive] = useState(false);
  useEffect(() => {
    const source = new EventSource(addressOf(endpoints.watchAnswers, { params: { id: meetingId } }));
    let seen: string | null = null;
    source.addEventListener('open', () => setLive(true));
    source.addEventListener('error', () => setLive(false));
    source.addEventListener('message', ({ data }) => {
      // The first one says how it stands, which the page has just read itself.
      if (seen !== null && data !== seen) {
        for (const name of told) void client.invalidateQueries({ queryKey: [name] });
      }
      seen = String(data);
    });
    return () => source.close();
  }, [client, meetingId]);
  return isLive;
}
