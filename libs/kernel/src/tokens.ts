import { createHash, createHmac } from 'node:crypto';

/** Every purpose has its own token, so that one can never be used as another. */
export type TokenPurpose =
  | 'invitation'
  | 'poll'
  | 'sign-in'
  | 'setup'
  | 'session'
  | 'api-key'
  | 'bounce'
  | 'private-feed'
  | 'host-turn'
  | 'host-swap'
  | 'door-link'
  | 'entry-code'
  | 'registration'
  | 'open-registration';

/** What a token is derived from; raising `generation` makes the old token worthless. */
export interface TokenSource {
  readonly purpose: TokenPurpose;
  readonly rowId: string;
  readonly generation: number;
}

/** What the row keeps: the hash to look it up by, and the key that made it. */
export interface DerivedToken {
  readonly token: string;
  readonly hash: string;
  readonly keyId: string;
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const TOKEN_BYTES = 20;
const TOKEN_SHAPE = /^[a-z2-7]{32}$/;

/**
 * Derives the product's secrets from the instance's keys instead of storing them: the first 160 bits of
 * HMAC-SHA256(key, purpose ‖ row id ‖ generation) in lower-case base32 (RFC 4648, section 6), 32 characters.
 * Lower case, because mail servers lower-case the local part of an address.
 */
export class TokenKeys {
  private readonly keys: ReadonlyMap<string, string>;
  private readonly newest: string;

  /** `secrets`: newest first; the others still open the tokens they made. */
  constructor(secrets: readonly string[]) {
    this.keys = new Map(secrets.map((secret) => [sha256(`key-id ${secret}`).slice(0, 8), secret]));
    const [newest] = this.keys.keys();
    if (newest === undefined) throw new Error('at least one secret key is needed');
    this.newest = newest;
  }

  /** The token with the key that made it (`keyId`, from the row) or, for a new row, with the newest. */
  derive(source: TokenSource, keyId: string = this.newest): DerivedToken {
    const secret = this.keys.get(keyId);
    if (secret === undefined) throw new Error(`the secret key ${keyId} is no longer in SECRET_KEY`);
    const message = `${source.purpose}\u0000${source.rowId}\u0000${source.generation}`;
    const token = base32(createHmac('sha256', secret).update(message).digest().subarray(0, TOKEN_BYTES));
    return { token, hash: hashToken(token), keyId };
  }

  /** What each key makes of it, the newest first: for what is printed, and has to hold when keys change. */
  deriveByEach(source: TokenSource): readonly DerivedToken[] {
    return [...this.keys.keys()].map((keyId) => this.derive(source, keyId));
  }
}

/** Whether the text could be a token at all; a look-up is only worth its query if so. */
export function isTokenShaped(text: string): boolean {
  return TOKEN_SHAPE.test(text);
}

/** The hash that is stored and looked up: SHA-256 in hex. */
export function hashToken(token: string): string {
  return sha256(token);
}

/** SHA-256 in lower-case hex. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function base32(bytes: Uint8Array): string {
  let bits = 0;
  let value = 0;
  let text = '';
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET.charAt((value >>> bits) & 31);
    }
    value &= (1 << bits) - 1;
  }
  return text;
}
