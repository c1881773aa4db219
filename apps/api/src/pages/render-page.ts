import { createHash } from 'node:crypto';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/** A page as it is sent. */
export interface RenderedPage {
  readonly html: string;
  /** The value of its Content-Security-Policy: nothing runs, nothing is loaded but our own pictures, forms lead back here. */
  readonly contentSecurityPolicy: string;
}

/** Renders a page to static markup; its inline stylesheet is allowed by its hash. */
export function renderPage(page: ReactElement): RenderedPage {
  const html = `<!doctype html>${renderToStaticMarkup(page)}`;
  const style = /<style>(.*?)<\/style>/s.exec(html)?.[1] ?? '';
  const hash = createHash('sha256').update(style).digest('base64');
  return {
    html,
    contentSecurityPolicy: `default-src 'none'; style-src 'sha256-${hash}'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  };
}

/** Renders a page on which a script of our own runs, none of anybody else's. */
export function renderScriptedPage(page: ReactElement): RenderedPage {
  const { html, contentSecurityPolicy } = renderPage(page);
  const scripts = `script-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'`;
  return { html, contentSecurityPolicy: `${contentSecurityPolicy}; ${scripts}` };
}
