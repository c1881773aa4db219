import type { AnswersSummaryDto } from '#contracts';
import { Cell, DataTable } from '../../ui/data-table.js';
import { Local } from '../../ui/local-text.js';
import { StackedBar } from '../../ui/stacked-bar.js';
import { StateMark } from '../../ui/state-mark.js';
import { useText } from '../../ui/use-text.js';
import { registrationMarks } from './registration-mark.js';

type Item = AnswersSummaryDto['clusters']['items'][number];

const groups = [
  ['confirmed', 'confirmed'],
  ['offered', 'offered'],
  ['awaitingApproval', 'awaiting_approval'],
  ['waitlisted', 'waitlisted'],
  ['maybe', 'tentative'],
  ['declined', 'declined'],
  ['silent', 'silent'],
] as const;

/** What each cluster answered: a bar as long as the cluster has people, and the same in words. */
export function ClusterTable({ items }: { readonly items: readonly Item[] }) {
  const { t } = useText();
  const most = Math.max(...items.map((item) => groups.reduce((sum, [group]) => sum + item[group], 0)));
  return (
    <DataTable
      label={t('console.answers.by-cluster')}
      columns={[t('console.institution.kind.cluster'), t('console.answers.answer')]}
    >
      {items.map((item) => (
        <tr key={item.institution.id}>
          <Cell>
            <Local text={item.institution.name} />
          </Cell>
          <Cell>
            <div style={{ flex: 1, minWidth: 0 }}>
              <StackedBar
                parts={groups.map(([group, state]) => ({
                  key: group,
                  tone: registrationMarks[state].tone,
                  count: item[group],
                }))}
                most={most}
              />
              <Marks item={item} />
            </div>
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}

function Marks({ item }: { readonly item: Item }) {
  const { t } = useText();
  return (
    <span style={{ display: 'inline-flex', flexWrap: 'wrap', gap: 8 }}>
      {groups
        .filter(([group]) => item[group] > 0)
        .map(([group, state]) => (
          <StateMark key={group} {...registrationMarks[state]}>
            {t(`common.state.${state}`)}
            {item[group] > 1 && ` (${item[group]})`}
          </StateMark>
        ))}
    </span>
  );
}
