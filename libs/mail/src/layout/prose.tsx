import type { ReactNode } from 'react';
import { markdownToHtml } from './markdown.js';
import { body, hairline, paragraph, quiet } from './mail-styles.js';

/** A paragraph of the letter. */
export function Paragraph({ children }: { children: ReactNode }): ReactNode {
  return (
    <p className="ink" style={paragraph}>
      {children}
    </p>
  );
}

/** A paragraph of less weight. */
export function QuietParagraph({ children }: { children: ReactNode }): ReactNode {
  return (
    <p className="quiet" style={{ ...quiet, margin: '0 0 16px' }}>
      {children}
    </p>
  );
}

/** What somebody wrote in Markdown, beneath its heading. */
export function Prose({ heading, source }: { heading: string; source: string }): ReactNode {
  return (
    <div className="line" style={{ borderTop: hairline, paddingTop: '20px' }}>
      <h2 className="ink" style={{ ...body, fontWeight: 600, margin: '0 0 8px' }}>
        {heading}
      </h2>
      <div className="ink prose" style={body} dangerouslySetInnerHTML={{ __html: markdownToHtml(source) }} />
    </div>
  );
}

/** What somebody wrote in a line or two, as a quotation. */
export function Quote({ children }: { children: ReactNode }): ReactNode {
  return (
    <blockquote
      className="ink line"
      style={{
        ...body,
        borderLeft: hairline,
        borderLeftWidth: '3px',
        margin: '0 0 20px',
        padding: '2px 0 2px 16px',
      }}
    >
      {children}
    </blockquote>
  );
}
