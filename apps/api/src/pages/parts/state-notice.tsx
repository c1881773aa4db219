import type { ReactNode } from 'react';

/** How a state looks: its colour never comes without its shape and its words. */
export type NoticeTone = 'good' | 'wait' | 'calm' | 'bad';

interface StateNoticeProps {
  readonly tone: NoticeTone;
  readonly sentence: string;
  readonly next: string | null;
  /** Whether it is the page's own heading. */
  readonly main?: boolean;
  readonly children?: ReactNode;
}

/** A state as a sentence, and what happens next. */
export function StateNotice({ tone, sentence, next, main = false, children }: StateNoticeProps): ReactNode {
  const Heading = main ? 'h1' : 'h2';
  return (
    <div className={`state ${tone}`}>
      <Shape tone={tone} />
      <Heading>{sentence}</Heading>
      {next !== null && <p>{next}</p>}
      {children}
    </div>
  );
}

const shapes: Readonly<Record<NoticeTone, string>> = {
  good: 'M10 16.5l4 4 8-9',
  wait: 'M16 9.5V16l4.5 3',
  calm: 'M10.5 16h11',
  bad: 'M11 11l10 10M21 11L11 21',
};

function Shape({ tone }: { tone: NoticeTone }): ReactNode {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 32 32"
      width="32"
      height="32"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
    >
      <circle cx="16" cy="16" r="13" />
      <path d={shapes[tone]} strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
