import { Anchor, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { endpoints, type OperationDto } from '#contracts';
import { errorText } from '#i18n';
import { refresh, useApi } from '../../api/index.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { Ring } from '../../ui/ring.js';
import { useText } from '../../ui/use-text.js';
import { useMeeting } from '../meetings/meeting-layout.js';
import { meetingReads } from '../meetings/meeting-reads.js';
import styles from './run-progress.module.css';

const EVERY_MS = 700;

/** How far an invitation run is; it goes on by itself when this page is closed. */
export function RunProgress({ id }: { readonly id: string }) {
  const client = useQueryClient();
  const query = useApi(endpoints.getOperation, { params: { id } }, { every: pollUntilOver });
  const over = query.data !== undefined && isOver(query.data);
  useEffect(() => {
    if (over) void refresh(client, meetingReads);
  }, [over, client]);
  if (query.data === undefined) return <ProblemAlert error={query.error} />;
  return <Progress operation={query.data} />;
}

function Progress({ operation }: { readonly operation: OperationDto }) {
  const { t } = useText();
  const meeting = useMeeting();
  const { state, done, total, errorCode } = operation;
  const shown = useRef<HTMLElement>(null);
  // Sending was asked for far below.
  useEffect(() => shown.current?.scrollIntoView({ block: 'center' }), []);
  return (
    <section ref={shown} className={styles.progress} aria-live="polite">
      <Ring size={56} filled={total === 0 ? Number(state === 'done') : done / total} />
      <div>
        <Text fw={600}>{t(`console.run.${state}`)}</Text>
        <Text>{t('console.run.count', { done, total })}</Text>
        {errorCode !== null && <Text c="red">{errorText(t, errorCode)}</Text>}
        {state === 'done' && (
          <Anchor component={Link} to={`/meetings/${meeting.id}/answers`}>
            {t('console.run.to-answers')}
          </Anchor>
        )}
      </div>
    </section>
  );
}

function isOver(operation: OperationDto): boolean {
  return operation.state === 'done' || operation.state === 'failed';
}

function pollUntilOver(operation: OperationDto | undefined): number | false {
  return operation !== undefined && isOver(operation) ? false : EVERY_MS;
}
