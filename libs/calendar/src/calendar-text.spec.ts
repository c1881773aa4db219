import { escapedLine, lineOf, mailtoAddressOf, paragraphsOf, webAddressOf } from './calendar-text.js';

describe('calendar text', () => {
  it.each([
    ['one\r\ntwo', 'one two'],
    ['one\rtwo\nthree\u2028four\u2029five\u0085six', 'one two three four five six'],
    ['a\0b\x07c\x1bd\x7fe\x9bf', 'abcdef'],
    ['tab\there', 'tab here'],
    [' Chemie & Kunststoffe 👩🏽‍🔬 ', 'Chemie & Kunststoffe 👩🏽‍🔬'],
    ['half \ud83d of a character', 'half \ufffd of a character'],
    ['\ud83d\r\nATTENDEE:x', '\ufffd ATTENDEE:x'],
  ])('makes %j one line', (text, line) => expect(lineOf(text)).toBe(line));

  it('keeps line breaks and tabs of paragraphs, and nothing else that is not printed', () => {
    expect(paragraphsOf('one\r\n\r\ntwo\rthree\u2028four\t\0\x1b[31m')).toBe('one\n\ntwo\nthree\nfour\t[31m');
  });

  it('escapes what ical-generator writes raw', () => {
    expect(escapedLine('a;b,c\\d\r\nX-EVIL:1')).toBe('a\\;b\\,c\\\\d X-EVIL:1');
  });
});

describe('webAddressOf', () => {
  it.each([
    ['https://jourfixe.example/m/abc', 'https://jourfixe.example/m/abc'],
    ['https://maps.example/?q=51.34,12.37;z=5', 'https://maps.example/?q=51.34%2C12.37%3Bz=5'],
    ['https://x.example/#a\\b', 'https://x.example/#a%5Cb'],
    [
      'https://x.example/a\r\nATTENDEE:mailto:evil@x.example',
      'https://x.example/aATTENDEE:mailto:evil@x.example',
    ],
    ['https://x.example/ä ö', 'https://x.example/%C3%A4%20%C3%B6'],
  ])('writes %j without anything to escape', (url, address) => expect(webAddressOf(url)).toBe(address));

  it.each(['javascript:alert(1)', 'data:text/html,x', 'not an address', '', '//x.example'])(
    'leaves out %j',
    (url) => expect(webAddressOf(url)).toBeUndefined(),
  );
});

describe('mailtoAddressOf', () => {
  it.each([
    ["max.o'brien+jour_fixe=1@x-y.example", "max.o'brien+jour_fixe=1@x-y.example"],
    ['"a,b;c"@x.example', '%22a%2Cb%3Bc%22@x.example'],
    ['müller@x.example', 'm%C3%BCller@x.example'],
    ['a@x.example\r\nATTENDEE:mailto:evil@x.example', 'a@x.example%20ATTENDEE%3Amailto%3Aevil@x.example'],
  ])('writes %j as it may stand in a URI', (address, written) =>
    expect(mailtoAddressOf(address)).toBe(written),
  );
});
