import type { ReactNode } from 'react';
import type { Translator } from '#i18n';
import { accentOf } from './accent.js';
import { OUTLOOK_CLOSE, OUTLOOK_OPEN } from './mail-template.js';
import { light, quiet, sans, styleSheet, title } from './mail-styles.js';
import { RingMark } from './ring-mark.js';

/** Who writes: the head and foot of every mail. */
export interface Letterhead {
  /** The institution, as people know it. */
  readonly sender: string;
  /** Its colour (`#rrggbb`), if it has one. */
  readonly colour: string | null;
  readonly siteUrl: string;
  /** Name and address of whoever answers for these mails, line by line. */
  readonly imprint: readonly string[];
}

export interface MailLayoutProps {
  readonly t: Translator;
  readonly letterhead: Letterhead;
  /** What the mail is, in a word or two ("Einladung"). */
  readonly label: string;
  /** What it is about, its largest line. */
  readonly headline: string;
  /** Shown by mail clients beside the subject. */
  readonly preheader: string;
  /** Why this mail came. */
  readonly why: string;
  /** How to end such mails, where there is a way. */
  readonly stop: string | null;
  readonly children: ReactNode;
}

/** A whole mail: one column of 600 px, made of tables, light and dark. */
export function MailLayout(props: MailLayoutProps): ReactNode {
  const accent = accentOf(props.letterhead.colour);
  return (
    <html lang={props.t.language} dir="ltr">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no,date=no,address=no,email=no" />
        <meta name="x-apple-disable-message-reformatting" />
        <title>{`${props.label}: ${props.headline}`}</title>
        <style>{styleSheet(accent)}</style>
      </head>
      <body className="desk" style={{ margin: 0, padding: 0, backgroundColor: light.desk }}>
        <Preheader>{props.preheader}</Preheader>
        <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} border={0}>
          <tbody>
            <tr>
              <td className="desk" align="center" style={{ padding: '24px 0', backgroundColor: light.desk }}>
                {OUTLOOK_OPEN}
                <Sheet {...props} />
                {OUTLOOK_CLOSE}
              </td>
            </tr>
          </tbody>
        </table>
      </body>
    </html>
  );
}

function Sheet(props: MailLayoutProps): ReactNode {
  const accent = accentOf(props.letterhead.colour);
  const cell = { padding: '0 40px' };
  return (
    <table
      role="presentation"
      width="100%"
      cellPadding={0}
      cellSpacing={0}
      border={0}
      className="sheet"
      style={{ maxWidth: '600px', backgroundColor: light.sheet, borderRadius: '8px' }}
    >
      <tbody>
        <tr>
          <td className="pad quiet" style={{ ...cell, ...quiet, paddingTop: '28px', paddingBottom: '28px' }}>
            <RingMark accent={accent} />
            {props.letterhead.sender}
          </td>
        </tr>
        <tr>
          <td className="pad" style={cell}>
            <p
              className="accent"
              style={{
                fontFamily: sans,
                fontSize: '14px',
                lineHeight: '20px',
                fontWeight: 600,
                margin: '0 0 4px',
                color: accent.onLight,
              }}
            >
              {props.label}
            </p>
            <h1 className="ink title" style={title}>
              {props.headline}
            </h1>
            {props.children}
          </td>
        </tr>
        <tr>
          <td className="pad" style={{ ...cell, paddingTop: '16px', paddingBottom: '28px' }}>
            <Foot {...props} />
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function Foot({ t, letterhead, why, stop }: MailLayoutProps): ReactNode {
  return (
    <div
      className="line quiet"
      style={{ ...quiet, borderTop: `1px solid ${light.line}`, paddingTop: '16px' }}
    >
      <p style={{ margin: '0 0 8px' }}>{[why, stop].filter((text) => text !== null).join(' ')}</p>
      <p style={{ margin: 0 }}>
        {letterhead.imprint.map((line) => (
          <span key={line}>
            {line}
            <br />
          </span>
        ))}
        <a href={letterhead.siteUrl} style={{ color: 'inherit' }}>
          {t('mail.layout.sent-by', { sender: t('common.brand') })}
        </a>
      </p>
    </div>
  );
}

function Preheader({ children }: { children: string }): ReactNode {
  return (
    <div
      style={{
        display: 'none',
        maxHeight: 0,
        overflow: 'hidden',
        fontSize: '1px',
        lineHeight: '1px',
        opacity: 0,
      }}
    >
      {children}
    </div>
  );
}
