import { dayWords } from './moment.js';
import styles from './plots.module.css';
import { stepLayers, type StepPlotProps } from './step-layers.js';
import { useText } from './use-text.js';

const WIDTH = 600;
const HEIGHT = 160;

/** Counts over days, layer on layer. Left out where it is read aloud: a table beside it says the same. */
export function StepPlot({ days, layers }: StepPlotProps) {
  const { language } = useText();
  const { most, paths } = stepLayers({ days, layers, width: WIDTH, height: HEIGHT });
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return null;
  return (
    <figure aria-hidden="true" className={styles.plot}>
      <span className={styles.most}>{most}</span>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none">
        {paths.map(({ key, tone, path }) => (
          <path key={key} d={path} data-tone={tone} vectorEffect="non-scaling-stroke" />
        ))}
      </svg>
      <figcaption>
        <span>{dayWords(first, language)}</span>
        {last !== first && <span>{dayWords(last, language)}</span>}
      </figcaption>
    </figure>
  );
}
