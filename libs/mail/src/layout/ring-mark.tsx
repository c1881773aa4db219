import type { ReactNode } from 'react';
import type { Accent } from './accent.js';

/** The ring with one filled point, as far as mail clients go: drawn by gradients, since they drop SVG; where they drop those, too, nothing is seen. */
export function RingMark({ accent }: { accent: Accent }): ReactNode {
  return (
    <span
      className="ring"
      aria-hidden="true"
      style={{
        display: 'inline-block',
        width: '24px',
        height: '24px',
        verticalAlign: '-7px',
        marginRight: '8px',
        backgroundImage: ringImage(accent.onLight),
      }}
    />
  );
}

/** The ring as a background, 24 px square. */
export function ringImage(colour: string): string {
  const point = `radial-gradient(circle at 19px 7px, ${colour} 3px, transparent 3.6px)`;
  return `${point}, radial-gradient(circle at 12px 12px, transparent 7.4px, ${colour} 8px, ${colour} 9px, transparent 9.6px)`;
}
