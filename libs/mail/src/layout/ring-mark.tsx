import type { ReactNode } from 'react';
import type { Accent } from './accent.js';

/** The ring with one filled point, as far as mail clients go: drawn by borders, since they drop SVG. */
export function RingMark({ accent }: { accent: Accent }): ReactNode {
  return (
    <span
      className="edge point"
      aria-hidden="true"
      style={{
        display: 'inline-block',
        width: '16px',
        height: '16px',
        border: `2px solid ${accent.onLight}`,
        borderRadius: '50%',
        verticalAlign: '-4px',
        marginRight: '8px',
        backgroundImage: `radial-gradient(circle at 83% 27%, ${accent.onLight} 3px, transparent 3.5px)`,
        backgroundOrigin: 'border-box',
      }}
    />
  );
}
