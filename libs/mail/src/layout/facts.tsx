import type { ReactNode } from 'react';
import { body, light, quiet } from './mail-styles.js';

/** A fact of a meeting: what it is called and what it is, line by line. */
export interface Fact {
  readonly label: string;
  readonly lines: readonly string[];
  /** A link beneath, such as a map. */
  readonly link?: { readonly address: string; readonly text: string } | null;
}

/** Facts beneath one another, each with its small label above. */
export function Facts({ facts }: { facts: readonly Fact[] }): ReactNode {
  return facts.map(({ label, lines, link }) => (
    <div key={label} style={{ paddingBottom: '12px' }}>
      <div className="quiet" style={quiet}>
        {label}
      </div>
      {lines.map((line) => (
        <div
          key={line}
          className="ink"
          style={{
            ...body,
            fontSize: '15px',
            lineHeight: '22px',
            color: light.ink,
            overflowWrap: 'anywhere',
          }}
        >
          {line}
        </div>
      ))}
      {link && (
        <a href={link.address} className="accent" style={{ ...quiet, color: 'inherit' }}>
          {link.text}
        </a>
      )}
    </div>
  ));
}
