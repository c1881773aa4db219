import { ActionIcon, Group } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '../../ui/use-text.js';
import {
  CENTRE,
  firstYear,
  RADIUS,
  spotOf,
  yearsOf,
  type PointShape,
  type YearPoint,
} from './year-points.js';
import styles from './year-ring.module.css';

interface YearRingProps {
  readonly points: readonly YearPoint[];
}

const months = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));
const shapes = ['next', 'coming', 'asked', 'out', 'past'] as const satisfies readonly PointShape[];

/** The dates of a year on a ring, the next one filled. The list beside it says the same. */
export function YearRing({ points }: YearRingProps) {
  const { t } = useText();
  const [chosen, setChosen] = useState<number | null>(null);
  const years = yearsOf(points);
  const year = chosen !== null && years.includes(chosen) ? chosen : firstYear(points);
  if (year === undefined) return null;
  const shown = points.filter(({ day }) => day.startsWith(String(year)));
  const [before, after] = [years.findLast((other) => other < year), years.find((other) => other > year)];
  return (
    <figure className={styles.figure} data-ring>
      <Drawing year={year} points={shown} />
      <figcaption>
        {years.length > 1 && (
          <Group justify="center" gap={4}>
            <Step to={before} label={t('series-pages.ring.before')} onStep={setChosen} back />
            <span aria-live="polite" className={styles.count}>
              {t('series-pages.ring.count', { count: shown.length, year })}
            </span>
            <Step to={after} label={t('series-pages.ring.after')} onStep={setChosen} />
          </Group>
        )}
        <ul className={styles.legend}>
          {shapes
            .filter((shape) => shown.some((point) => point.shape === shape))
            .map((shape) => (
              <li key={shape}>
                <svg width="14" height="14" viewBox="-8 -8 16 16" aria-hidden="true">
                  <Mark shape={shape} />
                </svg>
                {t(`series-pages.ring.${shape}`)}
              </li>
            ))}
        </ul>
      </figcaption>
    </figure>
  );
}

interface StepProps {
  readonly to: number | undefined;
  readonly label: string;
  readonly onStep: (year: number) => void;
  readonly back?: boolean;
}

function Step({ to, label, onStep, back = false }: StepProps) {
  const Icon = back ? IconChevronLeft : IconChevronRight;
  return (
    <ActionIcon
      variant="subtle"
      size={32}
      disabled={to === undefined}
      aria-label={label}
      onClick={() => to !== undefined && onStep(to)}
    >
      <Icon size={18} aria-hidden="true" />
    </ActionIcon>
  );
}

function Drawing({ year, points }: { readonly year: number; readonly points: readonly YearPoint[] }) {
  const { language } = useText();
  const letter = new Intl.DateTimeFormat(language, { month: 'narrow', timeZone: 'UTC' });
  return (
    <svg viewBox="0 0 200 200" aria-hidden="true" className={styles.drawing}>
      <circle cx={CENTRE} cy={CENTRE} r={RADIUS} className={styles.ring} />
      {months.map((month) => {
        const [inner, outer] = [spotOf(`${year}-${month}-01`, 67), spotOf(`${year}-${month}-01`, 77)];
        const name = spotOf(`${year}-${month}-15`, 90);
        return (
          <g key={month}>
            <line x1={inner.x} y1={inner.y} x2={outer.x} y2={outer.y} className={styles.tick} />
            <text x={name.x} y={name.y} dy="0.35em" className={styles.month}>
              {letter.format(Date.UTC(year, Number(month) - 1, 15))}
            </text>
          </g>
        );
      })}
      <text x={CENTRE} y={CENTRE} dy="0.35em" className={styles.year}>
        {year}
      </text>
      {points.map(({ id, day, shape }) => {
        const { x, y } = spotOf(day);
        return (
          <g key={id} transform={`translate(${x} ${y})`}>
            <Mark shape={shape} />
          </g>
        );
      })}
    </svg>
  );
}

/** Told apart by shape as much as by colour. */
function Mark({ shape }: { readonly shape: PointShape }) {
  if (shape === 'asked')
    return <rect x="-4.5" y="-4.5" width="9" height="9" transform="rotate(45)" className={styles.asked} />;
  if (shape === 'out') return <path d="M-4 -4 4 4M-4 4 4 -4" className={styles.out} />;
  const radius = shape === 'next' ? 6.5 : shape === 'coming' ? 4.5 : 3.5;
  return <circle r={radius} className={styles[shape]} />;
}
