import type { CSSProperties, ReactNode } from 'react';
import { dateBlock, type Translator, type When } from '#i18n';
import type { Accent } from './accent.js';
import { hairline, light, sans, serif } from './mail-styles.js';

const line: CSSProperties = { fontFamily: sans, fontSize: '14px', lineHeight: '20px', whiteSpace: 'nowrap' };

interface DateBlockTableProps {
  readonly when: When;
  readonly t: Translator;
  readonly accent: Accent;
  /** For a meeting that will not take place. */
  readonly struck?: boolean;
  /** What stands beside it. */
  readonly children: ReactNode;
}

/** The date as a picture at the left, the facts beside it. */
export function DateBlockTable({
  when,
  t,
  accent,
  struck = false,
  children,
}: DateBlockTableProps): ReactNode {
  const words = dateBlock(when, t.language);
  const through = struck ? { textDecoration: 'line-through' } : {};
  return (
    <table
      role="presentation"
      width="100%"
      cellPadding={0}
      cellSpacing={0}
      border={0}
      style={{ margin: '8px 0 28px' }}
    >
      <tbody>
        <tr>
          <td className="date" valign="top" width="1" style={{ width: '1px', paddingRight: '24px' }}>
            <div className="accent" style={{ ...line, color: accent.onLight, fontWeight: 600 }}>
              {words.weekday}
            </div>
            <div
              className="ink"
              style={{
                fontFamily: serif,
                fontSize: '56px',
                lineHeight: '60px',
                color: light.ink,
                ...through,
              }}
            >
              {words.day}
            </div>
            <div className="ink" style={{ ...line, fontSize: '16px', color: light.ink }}>
              {words.month} <span style={{ fontSize: '13px' }}>{words.year}</span>
            </div>
            <div className="ink" style={{ ...line, color: light.ink, fontWeight: 600, paddingTop: '8px' }}>
              {words.time}
            </div>
            {words.until !== null && (
              <div className="quiet" style={{ ...line, fontSize: '13px', color: light.quiet }}>
                {words.until}
              </div>
            )}
          </td>
          <td className="line facts" valign="top" style={{ borderLeft: hairline, paddingLeft: '24px' }}>
            {children}
          </td>
        </tr>
      </tbody>
    </table>
  );
}
