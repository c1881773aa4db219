import type { CSSProperties } from 'react';
import { paper, type Accent } from './accent.js';
import { ringImage } from './ring-mark.js';

/** The colours of the dark theme; a class changes what inline styles set, as far as the client allows it. */
const dark = {
  sheet: paper.dark,
  desk: '#141210',
  ink: '#f1ece3',
  quiet: '#b8b0a4',
  line: '#3b3731',
} as const;

/** The colours of the light theme, which every client shows. */
export const light = {
  sheet: paper.light,
  desk: '#f3f0e9',
  ink: '#1c1a17',
  quiet: '#5f5a52',
  line: '#ddd7cb',
} as const;

export const sans = "system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
export const serif = "'Iowan Old Style', 'Palatino Linotype', Palatino, 'Book Antiqua', Georgia, serif";

export const body: CSSProperties = {
  fontFamily: sans,
  fontSize: '16px',
  lineHeight: '24px',
  color: light.ink,
};
export const paragraph: CSSProperties = { ...body, margin: '0 0 16px' };
export const quiet: CSSProperties = { ...body, fontSize: '13px', lineHeight: '20px', color: light.quiet };
export const title: CSSProperties = {
  fontFamily: serif,
  fontSize: '28px',
  lineHeight: '34px',
  fontWeight: 400,
  color: light.ink,
  margin: '0 0 24px',
};
export const hairline = `1px solid ${light.line}`;

/** What inline styles cannot say: dark theme, small screens, text that people wrote in Markdown. */
export function styleSheet(accent: Accent): string {
  return [
    ':root{color-scheme:light dark;supported-color-schemes:light dark}',
    'body{margin:0;padding:0}',
    `a{color:${accent.onLight}}`,
    '.prose p,.prose ul,.prose ol{margin:0 0 12px}.prose h3,.prose h4{font-size:16px;margin:16px 0 4px}',
    '.prose table{border-collapse:collapse}.prose td,.prose th{padding:2px 12px 2px 0;text-align:left}',
    '@media (max-width:480px){',
    '.pad{padding-left:20px!important;padding-right:20px!important}',
    '.title{font-size:24px!important;line-height:30px!important}',
    '.choice{display:block!important;width:auto!important;padding:0 0 8px!important}',
    '.date,.facts{display:block!important;width:auto!important;border-left:0!important;padding:0!important}',
    '.date{padding-bottom:20px!important}',
    '}',
    '@media (prefers-color-scheme:dark){',
    `.desk{background:${dark.desk}!important}.sheet{background:${dark.sheet}!important}`,
    `.ink{color:${dark.ink}!important}.quiet{color:${dark.quiet}!important}`,
    `.line{border-color:${dark.line}!important}`,
    `.accent,a{color:${accent.onDark}!important}.edge{border-color:${accent.onDark}!important}`,
    `.filled{background:${accent.onDark}!important;color:${dark.desk}!important}`,
    `.ring{background-image:${ringImage(accent.onDark)}!important}`,
    '}',
  ].join('');
}
