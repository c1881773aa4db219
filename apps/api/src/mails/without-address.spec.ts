import { withoutAddress } from './without-address.js';

describe('withoutAddress', () => {
  it.each([
    ['as it stands', 'An kim.a+b@firma.example.', 'An ….'],
    ['in other letters, and every time', '<KIM.A+B@firma.example> kim.a+b@Firma.example', '<…> …'],
    ['broken by a calendar', 'mailto:kim.a+b@fi\r\n rma.example\r\nEND', 'mailto:…\r\nEND'],
    ['no other one, which only looks like it', 'kimxa+b@firma.example', 'kimxa+b@firma.example'],
  ])('leaves the address out %s', (_, text, expected) => {
    expect(withoutAddress(text, 'kim.a+b@firma.example')).toBe(expected);
  });
});
