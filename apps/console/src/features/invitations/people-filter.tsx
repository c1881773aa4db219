import { useSearchParams } from 'react-router';
import type { AnswersSummaryDto } from '#contracts';
import { FilterChips } from '../../ui/filter-chips.js';
import { useText } from '../../ui/use-text.js';

const PARAMETER = 'only';
const groups = ['silent', 'suspect'] as const;

/** Which people the address narrows the list down to. */
export function useOnlyThese(): (typeof groups)[number] | undefined {
  const [search] = useSearchParams();
  return groups.find((group) => group === search.get(PARAMETER));
}

/** Everybody, who is silent, or whose answer came too quickly; only what there is. */
export function PeopleFilter({ answers }: { readonly answers: AnswersSummaryDto }) {
  const { t } = useText();
  const chosen = useOnlyThese();
  const shown = groups.filter((group) => answers[group] > 0 || group === chosen);
  if (shown.length === 0) return null;
  return (
    <FilterChips
      name={PARAMETER}
      label={t('host-view.filter.label')}
      choices={[
        { value: null, label: `${t('host-view.filter.all')} (${answers.invited})` },
        ...shown.map((group) => ({
          value: group,
          label: `${t(`host-view.filter.${group}`)} (${answers[group]})`,
        })),
      ]}
    />
  );
}
