import { Alert, Button, Textarea } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { endpoints } from '#contracts';
import { errorText } from '#i18n';
import { useAction } from '../../api/index.js';
import { today } from '../../ui/moment.js';
import { parseTime } from '../../ui/parse-time.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useText } from '../../ui/use-text.js';
import { wallClock } from '../../ui/typed-values.js';
import type { DatesProps } from './dates-props.js';
import styles from './dates.module.css';
import { draftOf } from './read-dates.js';

interface PastedRuleProps extends DatesProps {
  readonly zone: string;
  readonly field: GetInputPropsReturnType;
}

/** A rule from another calendar: what it means in words, or why it cannot be taken. */
export function PastedRule({ dates, zone, field, onChange }: PastedRuleProps) {
  const { t, language } = useText();
  const [text, setText] = useState(dates.rrule);
  const read = useAction(endpoints.readRule);
  const startsLocal = wallClock(dates.startDay || today(), parseTime(dates.startTime) ?? '10:00');
  const take = () =>
    read.mutate(
      { body: { text, startsLocal, zone } },
      {
        onSuccess: (reply) => {
          if (!reply.ok) return;
          // The rule is kept as it was pasted, though the form may have fields for it.
          const { rule } = reply;
          onChange({
            ...draftOf(rule),
            ...(rule.kind === 'rrule' && { rhythm: 'written', rrule: rule.rrule }),
          });
          if (rule.kind === 'rrule') setText(rule.rrule);
        },
      },
    );
  return (
    <div className={styles.pasted}>
      <Textarea
        {...field}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        label={t('series-pages.dates.pasted')}
        description={t('series-pages.dates.pasted-hint')}
        placeholder="RRULE:FREQ=MONTHLY;BYDAY=1TH"
        autosize
        minRows={2}
        maxRows={10}
        spellCheck={false}
      />
      <Button variant="default" loading={read.isPending} disabled={text.trim() === ''} onClick={take}>
        {t('series-pages.dates.read')}
      </Button>
      <ProblemAlert error={read.error} />
      {read.data?.ok === true && (
        <Alert component="output" variant="light" color="green" icon={<IconCheck aria-hidden="true" />}>
          {t('series-pages.dates.means', { words: read.data.ruleWords[language] })}
        </Alert>
      )}
      {read.data?.ok === false && (
        <Alert role="alert" variant="light" color="red" icon={<IconAlertTriangle aria-hidden="true" />}>
          {errorText(t, read.data.code, plain(read.data.params))}
        </Alert>
      )}
    </div>
  );
}

function plain(params: Readonly<Record<string, unknown>>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'number' ? value : String(value)]),
  );
}
