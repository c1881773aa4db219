import { markdownToHtml, markdownToText } from './markdown.js';

describe('Markdown', () => {
  it('becomes HTML with headings below the page’s own', () => {
    expect(markdownToHtml('# Ablauf\n\nEin **Text**.')).toBe(
      '<h3>Ablauf</h3>\n<p>Ein <strong>Text</strong>.</p>\n',
    );
  });

  it('never lets raw HTML through', () => {
    expect(markdownToHtml('<script>alert(1)</script> <b>x</b>')).toBe(
      '<p>&lt;script&gt;alert(1)&lt;/script&gt; &lt;b&gt;x&lt;/b&gt;</p>\n',
    );
  });

  it('links safely, and only to web and mail addresses', () => {
    expect(markdownToHtml('[hier](https://firma.example)')).toContain('rel="noopener nofollow"');
    expect(markdownToHtml('[hier](javascript:alert(1)) [da](data:text/html,x)')).not.toContain('<a');
  });

  it('loads no picture', () => {
    expect(markdownToHtml('![Bild](https://firma.example/x.png)')).not.toContain('<img');
  });

  it('reads well as plain text', () => {
    expect(markdownToText('## Ablauf\n\n* **10 Uhr** [Beginn](https://firma.example)\n')).toBe(
      'Ablauf\n\n- 10 Uhr Beginn (https://firma.example)',
    );
  });
});
