import { TokenKeys } from '#kernel';
import { entryCode, entryCodes, meetingMark, readEntryCode } from './entry-code.js';

const holder = {
  meetingId: '019a8f3e-0000-7000-8000-000000000001',
  registrationId: '019a8f3e-0000-7000-8000-000000000002',
};
const keys = new TokenKeys(['new', 'old']);

describe('entry codes', () => {
  it('are four groups that can be read out, the first of them the meeting', () => {
    const code = entryCode(keys, holder);
    expect(code).toMatch(/^([A-Z2-7]{4}-){3}[A-Z2-7]{4}$/);
    expect(code.slice(0, 4)).toBe(meetingMark(holder.meetingId));
    expect(readEntryCode(code.toLowerCase().replaceAll('-', ' '))).toBe(code.replaceAll('-', ''));
  });

  it('differ by registration and meeting', () => {
    const codes = [
      holder,
      { ...holder, registrationId: holder.meetingId },
      { ...holder, meetingId: holder.registrationId },
    ].map((one) => entryCode(keys, one));
    expect(new Set(codes).size).toBe(3);
  });

  it('hold when a key is added', () => {
    const printed = readEntryCode(entryCode(new TokenKeys(['old']), holder));
    expect(entryCodes(keys, holder)).toContain(printed);
  });

  it.each(['', 'ABCD-EFGH', 'https://jourfixe.example/i/abcdefgh', 'ABCD-EFGH-IJKL-MNO1'])(
    'are not %p',
    (text) => expect(readEntryCode(text)).toBeNull(),
  );
});
