import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { endpoints } from '#contracts';
import type { OperationDto } from '#contracts';
import { errorText } from '#i18n';
import { addressOf, useApi } from '../../api/index.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useText } from '../../ui/use-text.js';

const EVERY_MS = 500;

interface PaperMakerProps {
  /** Asks for the paper. */
  readonly onMake: () => void;
  readonly busy: boolean;
  /** What the api refused. */
  readonly problem: unknown;
  /** The operation that was asked for last. */
  readonly operationId: string | undefined;
}

/** The way to a paper: ask for it, watch it being made, fetch it. */
export function PaperMaker({ onMake, busy, problem, operationId }: PaperMakerProps) {
  const { t } = useText();
  return (
    <Stack gap="sm">
      <ProblemAlert error={problem} />
      <Group gap="md">
        <Button variant="default" loading={busy} onClick={onMake}>
          {t('papers.console.make')}
        </Button>
        {operationId !== undefined && <Making key={operationId} id={operationId} />}
      </Group>
    </Stack>
  );
}

function Making({ id }: { readonly id: string }) {
  const { t } = useText();
  const query = useApi(endpoints.getOperation, { params: { id } }, { every: untilEnded });
  const { state = 'queued', done = 0, total = 0, errorCode = null } = query.data ?? {};
  if (state === 'failed') {
    return (
      <Text role="alert" c="red">
        {errorText(t, errorCode ?? 'unknown')}
      </Text>
    );
  }
  if (state === 'done') {
    return (
      <Button
        component="a"
        href={addressOf(endpoints.getPaper, { params: { id } })}
        leftSection={<IconDownload size={18} aria-hidden="true" />}
      >
        {t('papers.console.download')}
      </Button>
    );
  }
  return (
    <Stack gap={4} flex="1 1 12rem" maw="24rem">
      <Text size="sm" aria-live="polite">
        {t('papers.console.making')}
        {total > 0 && ` · ${t('papers.console.progress', { done, total })}`}
      </Text>
      <Progress value={total === 0 ? 0 : (done / total) * 100} aria-label={t('papers.console.making')} />
    </Stack>
  );
}

function untilEnded(operation: OperationDto | undefined): number | false {
  return operation?.finishedAt != null ? false : EVERY_MS;
}
