import { Typography } from '@mantine/core';
import markdownIt from 'markdown-it';

// Without html: what people wrote can never be more than Markdown. As on the participants' pages, no images.
const markdown = markdownIt({ html: false, linkify: true, typographer: false }).disable('image');

export function Markdown({ text, lang }: { readonly text: string; readonly lang?: string | undefined }) {
  return (
    <Typography maw="65ch" p={0}>
      <div lang={lang} dangerouslySetInnerHTML={{ __html: markdown.render(text) }} />
    </Typography>
  );
}
