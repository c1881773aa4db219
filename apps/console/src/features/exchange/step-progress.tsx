import { Progress, Stack, Text } from '@mantine/core';
import { endpoints, type ImportDto } from '#contracts';
import { useApi } from '../../api/index.js';
import { useText } from '../../ui/use-text.js';

const EVERY_MS = 700;

/** How far the dry run or the writing is; both go on by themselves when this page is closed. */
export function StepProgress({ run }: { readonly run: ImportDto }) {
  const { t } = useText();
  const { operationId, state } = run;
  const words = t(state === 'writing' ? 'import.writing' : 'import.checking');
  return (
    <Stack gap="xs" maw="40rem">
      <Text aria-live="polite">{words}</Text>
      {operationId !== null && <Bar id={operationId} label={words} />}
    </Stack>
  );
}

function Bar({ id, label }: { readonly id: string; readonly label: string }) {
  const { t } = useText();
  const { data } = useApi(endpoints.getOperation, { params: { id } }, { every: () => EVERY_MS });
  const { done = 0, total = 0 } = data ?? {};
  return (
    <>
      <Progress value={total === 0 ? 0 : (done / total) * 100} aria-label={label} />
      <Text size="sm" c="dimmed">
        {t('import.progress', { done, total })}
      </Text>
    </>
  );
}
