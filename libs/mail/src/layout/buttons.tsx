import type { CSSProperties, ReactNode } from 'react';
import type { Accent } from './accent.js';
import { sans } from './mail-styles.js';

/** A link that looks like a button. */
export interface ButtonLink {
  readonly text: string;
  readonly address: string;
}

const button: CSSProperties = {
  display: 'block',
  fontFamily: sans,
  fontSize: '16px',
  lineHeight: '20px',
  fontWeight: 600,
  textAlign: 'center',
  textDecoration: 'none',
  padding: '13px 8px',
  borderRadius: '8px',
};

/** Choices side by side, all of one look, beneath one another on a small screen. */
export function ButtonRow({
  buttons,
  accent,
}: {
  buttons: readonly ButtonLink[];
  accent: Accent;
}): ReactNode {
  const width = `${Math.floor(100 / buttons.length)}%`;
  return (
    <table
      role="presentation"
      width="100%"
      cellPadding={0}
      cellSpacing={0}
      border={0}
      style={{ marginBottom: '16px' }}
    >
      <tbody>
        <tr>
          {buttons.map(({ text, address }, index) => (
            <td key={text} className="choice" width={width} style={{ paddingLeft: index === 0 ? 0 : '8px' }}>
              <a
                href={address}
                className="accent edge"
                style={{ ...button, color: accent.onLight, border: `2px solid ${accent.onLight}` }}
              >
                {text}
              </a>
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

/** The one thing to do. */
export function MainButton({ text, address, accent }: ButtonLink & { accent: Accent }): ReactNode {
  return (
    <table role="presentation" cellPadding={0} cellSpacing={0} border={0} style={{ marginBottom: '24px' }}>
      <tbody>
        <tr>
          <td className="filled" style={{ borderRadius: '8px', backgroundColor: accent.onLight }}>
            <a
              href={address}
              className="filled"
              style={{ ...button, color: '#ffffff', backgroundColor: accent.onLight, padding: '14px 28px' }}
            >
              {text}
            </a>
          </td>
        </tr>
      </tbody>
    </table>
  );
}
