import { Alert, Anchor, Button, Group, List, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { errorText } from '#i18n';
import { hasStatus, ProblemError, UnreachableError } from '../api/index.js';
import { useText } from './use-text.js';

interface ProblemAlertProps {
  readonly error: unknown;
  /** Offers to try once more. */
  readonly retry?: () => void;
}

/** What happened, why, and what to do now. Renders nothing without an error. */
export function ProblemAlert({ error, retry }: ProblemAlertProps) {
  const { t } = useText();
  if (error === null || error === undefined) return null;
  return (
    <Alert
      role="alert"
      color="red"
      variant="light"
      icon={<IconAlertTriangle aria-hidden="true" />}
      title={t('console.problem.title')}
    >
      <ProblemWords error={error} />
      <Group mt="xs" gap="md">
        {retry !== undefined && (
          <Button size="xs" variant="default" onClick={retry}>
            {t('console.problem.retry')}
          </Button>
        )}
        {hasStatus(error, 401) && (
          <Anchor href="/console/sign-in" target="_blank" size="sm">
            {t('console.problem.sign-in-again')}
          </Anchor>
        )}
      </Group>
    </Alert>
  );
}

function ProblemWords({ error }: { readonly error: unknown }) {
  const { t } = useText();
  if (error instanceof UnreachableError) return <Text size="sm">{t('console.problem.unreachable')}</Text>;
  if (!(error instanceof ProblemError)) return <Text size="sm">{errorText(t, 'unknown')}</Text>;
  const { code, params, errors, requestId } = error.problem;
  const words = errorText(t, code, { requestId, ...params });
  const parts = new Set(errors.map((part) => errorText(t, part.code, part.params)));
  parts.delete(words);
  return (
    <>
      <Text size="sm">{words}</Text>
      {parts.size > 0 && (
        <List size="sm" mt="xs">
          {[...parts].map((part) => (
            <List.Item key={part}>{part}</List.Item>
          ))}
        </List>
      )}
    </>
  );
}
