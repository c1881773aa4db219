import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { ProblemAlert } from './problem-alert.js';
import { useText } from './use-text.js';

interface LoadedProps<Data> {
  readonly query: {
    readonly data: Data | undefined;
    readonly error: unknown;
    readonly refetch: () => unknown;
  };
  readonly children: (data: Data) => ReactNode;
}

/** Shows what was read; until then its place, and when it could not be read why. */
export function Loaded<Data>({ query, children }: LoadedProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error !== null) return <ProblemAlert error={query.error} retry={() => void query.refetch()} />;
  return <Waiting />;
}

export function Waiting() {
  const { t } = useText();
  return (
    <Stack gap="sm" aria-busy="true">
      <VisuallyHidden component="output">{t('console.loading')}</VisuallyHidden>
      <Skeleton height={24} width="40%" />
      <Skeleton height={64} />
      <Skeleton height={64} />
      <Skeleton height={64} />
    </Stack>
  );
}
