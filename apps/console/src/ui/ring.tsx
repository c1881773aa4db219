import styles from './ring.module.css';

interface RingProps {
  /** Width and height in pixels. */
  readonly size: number;
  /** How much of the ring is drawn strongly, from 0 to 1; the point stands at its end. */
  readonly filled?: number;
}

const RADIUS = 11.3;
const ROUND = 2 * Math.PI * RADIUS;
/** Where the point stands in the mark: half past one. */
const MARK = 0.125;

/** The mark: a ring with one filled point, the meeting that comes back. Decoration; words stand beside it. */
export function Ring({ size, filled }: RingProps) {
  const turn = filled === undefined ? MARK : Math.min(Math.max(filled, 0), 1);
  const angle = turn * 2 * Math.PI - Math.PI / 2;
  const drawn = filled === undefined ? ROUND : turn * ROUND;
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 32 32"
      fill="none"
      aria-hidden="true"
      className={styles.ring}
    >
      <circle cx="16" cy="16" r={RADIUS} className={styles.track} />
      <circle
        cx="16"
        cy="16"
        r={RADIUS}
        className={styles.drawn}
        strokeDasharray={`${drawn} ${ROUND}`}
        transform="rotate(-90 16 16)"
      />
      <circle
        cx={16 + RADIUS * Math.cos(angle)}
        cy={16 + RADIUS * Math.sin(angle)}
        r="4.1"
        className={styles.point}
      />
    </svg>
  );
}
