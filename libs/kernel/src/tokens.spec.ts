import { TokenKeys, hashToken, isTokenShaped } from './tokens.js';

const source = {
  purpose: 'invitation',
  rowId: '019a8f3e-0000-7000-8000-000000000001',
  generation: 1,
} as const;

describe('TokenKeys', () => {
  const keys = new TokenKeys(['new secret', 'old secret']);

  it('derives 32 lower-case base32 characters that mail servers leave alone', () => {
    const { token, hash } = keys.derive(source);
    expect(isTokenShaped(token)).toBe(true);
    expect(token).toBe(token.toLowerCase());
    expect(hash).toBe(hashToken(token));
  });

  it('derives the same token again and another one for purpose, row, generation and key', () => {
    const token = keys.derive(source).token;
    expect(keys.derive(source).token).toBe(token);
    const others = [
      keys.derive({ ...source, purpose: 'sign-in' }).token,
      keys.derive({ ...source, generation: 2 }).token,
      keys.derive({ ...source, rowId: source.rowId.replace(/1$/, '2') }).token,
      new TokenKeys(['another']).derive(source).token,
    ];
    expect(new Set([token, ...others]).size).toBe(5);
  });

  it('still derives a token with the key that made it', () => {
    const before = new TokenKeys(['old secret']).derive(source);
    expect(keys.derive(source, before.keyId)).toEqual(before);
  });

  it('says which key is missing', () => {
    expect(() => keys.derive(source, 'ffffffff')).toThrow(
      'the secret key ffffffff is no longer in SECRET_KEY',
    );
  });
});
