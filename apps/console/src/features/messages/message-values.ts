import type { MessageInput, Standing } from '#contracts';

/** What is typed. */
export interface MessageValues {
  readonly standings: Standing[];
  readonly clusterIds: string[];
  readonly invitationIds: string[];
  readonly subject: { readonly de: string; readonly en: string };
  readonly text: { readonly de: string; readonly en: string };
}

export const noMessage: MessageValues = {
  standings: [],
  clusterIds: [],
  invitationIds: [],
  subject: { de: '', en: '' },
  text: { de: '', en: '' },
};

/** A language in which nothing is typed is left out. */
export function messageOf({ subject, text, ...recipients }: MessageValues): MessageInput {
  return { recipients, subject: typed(subject), text: typed(text) };
}

function typed({ de, en }: MessageValues['subject']): MessageInput['subject'] {
  return { ...(de.trim() !== '' && { de }), ...(en.trim() !== '' && { en }) };
}
