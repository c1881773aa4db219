import { Button, Text } from '@mantine/core';
import { IconCheck, IconStar } from '@tabler/icons-react';
import { useState } from 'react';
import { endpoints, type PollDto, type PollResultDto } from '#contracts';
import { formatWhen } from '#i18n';
import { useApi } from '../../api/index.js';
import { CoverageBar } from '../../ui/coverage-bar.js';
import { Cell, DataTable } from '../../ui/data-table.js';
import { Loaded } from '../../ui/loaded.js';
import { pickLocal } from '../../ui/local-text.js';
import { whenOf } from '../../ui/moment.js';
import { StateMark } from '../../ui/state-mark.js';
import { useText } from '../../ui/use-text.js';
import { TakeDialog } from './take-dialog.js';

type Option = PollResultDto['options'][number];

const EVERY_MS = 10_000;

/** The dates with counts and coverage, and the way to take one. */
export function PollOptions({ poll }: { readonly poll: PollDto }) {
  const { t } = useText();
  const [taking, setTaking] = useState<Option | null>(null);
  const query = useApi(endpoints.getPollResult, { params: { id: poll.id } }, { every: () => EVERY_MS });
  const columns = ['date', 'votes', 'coverage'] as const;
  return (
    <Loaded query={query}>
      {(result) => (
        <>
          <DataTable
            label={t('polls.console.dates')}
            columns={[
              ...columns.map((column) => t(`polls.console.columns.${column}`)),
              t('polls.console.take.action'),
            ]}
          >
            {result.options.map((option) => (
              <OptionRow
                key={option.id}
                poll={poll}
                option={option}
                result={result}
                onTake={() => setTaking(option)}
              />
            ))}
          </DataTable>
          {taking !== null && <TakeDialog poll={poll} option={taking} onClose={() => setTaking(null)} />}
        </>
      )}
    </Loaded>
  );
}

interface OptionRowProps {
  readonly poll: PollDto;
  readonly option: Option;
  readonly result: PollResultDto;
  readonly onTake: () => void;
}

function OptionRow({ poll, option, result, onTake }: OptionRowProps) {
  const { t, language } = useText();
  const { yes, ifNeedBe, no, clusters } = option;
  const when = formatWhen(whenOf({ ...option, zone: poll.zone }), language);
  const canTake = poll.state === 'open' || poll.state === 'closed';
  return (
    <tr>
      <Cell>
        <Text fw={600}>{when}</Text>
        {option.id === poll.takenOptionId && (
          <StateMark tone="good" Shape={IconCheck}>
            {t('polls.page.taken')}
          </StateMark>
        )}
        {canTake && option.id === result.bestId && (
          <StateMark tone="good" Shape={IconStar}>
            {t('polls.console.best')}
          </StateMark>
        )}
      </Cell>
      <Cell head={t('polls.console.columns.votes')}>{t('polls.page.counts', { yes, ifNeedBe, no })}</Cell>
      <Cell head={t('polls.console.columns.coverage')}>
        {clusters.total > 0 && (
          <CoverageBar
            done={clusters.possible}
            total={clusters.total}
            label={t('polls.page.coverage', { possible: clusters.possible, total: clusters.total })}
          />
        )}
        <Missing option={option} result={result} />
      </Cell>
      <Cell>
        {canTake && (
          <Button
            variant="default"
            aria-label={t('polls.console.take.action-for', { when })}
            onClick={onTake}
          >
            {t('polls.console.take.action')}
          </Button>
        )}
      </Cell>
    </tr>
  );
}

/** The clusters for which nobody can come. */
function Missing({ option, result }: Pick<OptionRowProps, 'option' | 'result'>) {
  const { t, language } = useText();
  const missing = result.clusters
    .filter(({ votes }) => votes[option.id] === 'no')
    .map(({ institution }) => pickLocal(institution.name, language).text);
  if (missing.length === 0) return null;
  return (
    <Text size="sm" c="dimmed">
      {t('polls.console.without', { clusters: missing.join(', ') })}
    </Text>
  );
}
