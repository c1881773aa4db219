import MarkdownIt from 'markdown-it';

const DEEPEST_HEADING = 6;
const HEADINGS_BELOW = 2;

const markdown = new MarkdownIt({ html: false, linkify: true, typographer: false }).disable('image');

markdown.core.ruler.push('headings-below-the-page', (state) => {
  for (const token of state.tokens.filter(({ tag }) => /^h[1-6]$/.test(tag))) {
    token.tag = `h${Math.min(Number(token.tag.slice(1)) + HEADINGS_BELOW, DEEPEST_HEADING)}`;
  }
});

markdown.core.ruler.push('links-stand-apart', (state) => {
  for (const link of state.tokens.flatMap(({ children }) => children ?? [])) {
    if (link.type === 'link_open') link.attrSet('rel', 'noopener nofollow');
  }
});

/**
 * What people write in Markdown, as HTML that is safe to show: raw HTML stays text, images become links, links carry
 * `rel=noopener` and lead to http, https or mailto only; headings begin at the third level.
 */
export function markdownToHtml(source: string): string {
  return markdown.render(source);
}

/** The same for a plain text mail: link targets in brackets, emphasis and heading marks left out. */
export function markdownToText(source: string): string {
  return source
    .replace(/!?\[([^\]]{0,500})\]\(([^)\s]{1,2000})[^)]{0,500}\)/g, '$1 ($2)')
    .replace(/^#{1,6} +/gm, '')
    .replace(/(\*\*|__)(?=\S)(.{1,500}?)(?<=\S)\1/g, '$2')
    .replace(/^ *[*+-] +/gm, '- ')
    .trim();
}
