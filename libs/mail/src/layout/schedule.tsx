import type { ReactNode } from 'react';
import { body, hairline, quiet } from './mail-styles.js';
import { wrap } from './plain-text.js';

/** A line of a schedule: when, what, and what else is said about it. */
export interface ScheduleRow {
  /** `10:00–10:45`; null where it is not known. */
  readonly time: string | null;
  readonly title: string;
  /** Empty for nothing. */
  readonly about: string;
}

const time = { ...body, fontSize: '15px', lineHeight: '22px', whiteSpace: 'nowrap' } as const;
const words = { ...body, fontSize: '15px', lineHeight: '22px', overflowWrap: 'anywhere' } as const;

/** What happens one after the other, beneath its heading, with the times in a column of their own. */
export function Schedule({ heading, rows }: { heading: string; rows: readonly ScheduleRow[] }): ReactNode {
  const hasTimes = rows.some((row) => row.time !== null);
  return (
    <div className="line" style={{ borderTop: hairline, padding: '20px 0 12px' }}>
      <h2 className="ink" style={{ ...body, fontWeight: 600, margin: '0 0 8px' }}>
        {heading}
      </h2>
      <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} border={0}>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {hasTimes && (
                <td valign="top" width="1" className="ink" style={{ ...time, padding: '0 20px 8px 0' }}>
                  {row.time}
                </td>
              )}
              <td valign="top" className="ink" style={{ ...words, paddingBottom: '8px' }}>
                {row.title}
                {row.about !== '' && (
                  <div className="quiet" style={quiet}>
                    {row.about}
                  </div>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const WIDTH = 72;
const TIME_WIDTH = 14;

/** The same as plain text: the times at the left, long titles staying in their column. */
export function scheduleText(heading: string, rows: readonly ScheduleRow[]): string {
  const indent = rows.some((row) => row.time !== null) ? TIME_WIDTH : 2;
  const lines = rows.map(({ time: clock, title, about }) => {
    const said = about === '' ? title : `${title}\n${about}`;
    const [first = '', ...rest] = wrap(said, WIDTH - indent).split('\n');
    return [(clock ?? '').padEnd(indent) + first, ...rest.map((line) => ' '.repeat(indent) + line)].join(
      '\n',
    );
  });
  return [`${heading}:`, ...lines].join('\n');
}
