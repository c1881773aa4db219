import { Button, Group } from '@mantine/core';
import { ProblemAlert } from './problem-alert.js';
import { useText } from './use-text.js';

interface LoadMoreProps {
  readonly query: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly isFetchNextPageError: boolean;
    readonly error: unknown;
    readonly fetchNextPage: () => unknown;
  };
}

/** At the foot of a list that goes on. */
export function LoadMore({ query }: LoadMoreProps) {
  const { t } = useText();
  if (!query.hasNextPage) return null;
  return (
    <Group justify="center" mt="lg">
      {query.isFetchNextPageError && <ProblemAlert error={query.error} />}
      <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        {t('console.list.more')}
      </Button>
    </Group>
  );
}
