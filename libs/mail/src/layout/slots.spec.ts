import { fillSlots, oneLine, slot, slotsIn, withoutSlotMarks } from './slots.js';

const rendered = {
  subject: `Einladung für ${slot('name')}`,
  text: `Guten Tag ${slot('name')},\n${slot('link')}?answer=yes`,
  html: `<p>Guten Tag ${slot('name')},</p><a href="${slot('link')}?answer=yes">Ja</a>`,
};
const link = 'https://jourfixe.example/i/abc';

describe('slots', () => {
  it('are filled everywhere', () => {
    expect(fillSlots(rendered, { name: 'Kim Müller', link })).toEqual({
      subject: 'Einladung für Kim Müller',
      text: `Guten Tag Kim Müller,\n${link}?answer=yes`,
      html: `<p>Guten Tag Kim Müller,</p><a href="${link}?answer=yes">Ja</a>`,
    });
  });

  it('escape markup in html and leave it alone in the text', () => {
    const filled = fillSlots(rendered, { name: `<b>"&'`, link: '"><script>' });
    expect(filled.html).toBe(
      '<p>Guten Tag &lt;b&gt;&quot;&amp;&#39;,</p><a href="&quot;&gt;&lt;script&gt;?answer=yes">Ja</a>',
    );
    expect(filled.text).toContain(`Guten Tag <b>"&',`);
  });

  it('do not read a value as another slot', () => {
    const filled = fillSlots(rendered, { name: slot('link'), link });
    expect(filled.html).toContain('<p>Guten Tag link,</p>');
    expect(filled.text).not.toContain(`Guten Tag ${link}`);
  });

  it('are not confused by the replacement patterns of JavaScript', () => {
    expect(fillSlots(rendered, { name: "$& $1 $'", link }).text).toContain("Guten Tag $& $1 $',");
  });

  it('cannot break a line, and so no header', () => {
    const filled = fillSlots(rendered, { name: 'Kim\r\nBcc: all@firma.example\u0000\u2028x', link });
    expect(filled.subject).toBe('Einladung für Kim Bcc: all@firma.example x');
    expect(filled.text.split('\n')).toHaveLength(2);
  });

  it('cannot turn the direction of what is read', () => {
    expect(oneLine('Kim \u202eexe.fdp')).toBe('Kim exe.fdp');
  });

  it('refuse to leave a gap, also for names that every object has', () => {
    expect(() => fillSlots(rendered, { name: 'Kim' })).toThrow('nothing to put into its slot "link"');
    expect(() => fillSlots({ ...rendered, text: slot('constructor') }, { name: 'Kim', link })).toThrow(
      'constructor',
    );
  });

  it('are named', () => {
    expect(slotsIn(rendered.html)).toEqual(['name', 'link']);
  });
});

describe('withoutSlotMarks', () => {
  it('takes the marks out of every text, however deep', () => {
    const title = `Treffen ${slot('link')}`;
    expect(withoutSlotMarks({ title, list: [{ title }], count: 2, none: null })).toEqual({
      title: 'Treffen link',
      list: [{ title: 'Treffen link' }],
      count: 2,
      none: null,
    });
  });
});
