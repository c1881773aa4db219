import type { Id, TokenKeys } from '#kernel';

/** What an invitation's token is derived from. */
export interface InvitationToken {
  readonly rowId: Id;
  readonly generation: number;
  readonly keyId: string;
}

/** The path of the invitee's page, which whoever has it can answer by. */
export function invitationPath(keys: TokenKeys, { rowId, generation, keyId }: InvitationToken): string {
  return `/i/${keys.derive({ purpose: 'invitation', rowId, generation }, keyId).token}`;
}
