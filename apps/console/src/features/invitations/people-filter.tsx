import { useSearchParams } from 'react-router';
import type { AnswersSummaryDto } from '#contracts';
import { FilterChips } from '../../ui/filter-chips.js';
import { useText } from '../../ui/use-text.js';

const PARAMETER = 'only';
const groups = ['yes', 'waiting', 'no', 'silent', 'suspect'] as const;

/** Which people the address narrows the list down to. */
export function useOnlyThese(): (typeof groups)[number] | undefined {
  const [search] = useSearchParams();
  return groups.find((group) => group === search.get(PARAMETER));
}

/** Everybody, by answer, who waits, is silent, or whose answer came too quickly; only what there is. */
export function PeopleFilter({ answers }: { readonly answers: AnswersSummaryDto }) {
  const { t } = useText();
  const chosen = useOnlyThese();
  const { waitlisted, offered, awaitingApproval } = answers;
  const counts = { ...answers, waiting: waitlisted + offered + awaitingApproval };
  const shown = groups.filter((group) => counts[group] > 0 || group === chosen);
  if (shown.length === 0) return null;
  return (
    <FilterChips
      name={PARAMETER}
      label={t('host-view.filter.label')}
      choices={[
        { value: null, label: `${t('host-view.filter.all')} (${answers.invited})` },
        ...shown.map((group) => ({
          value: group,
          label: `${t(`host-view.filter.${group}`)} (${counts[group]})`,
        })),
      ]}
    />
  );
}
