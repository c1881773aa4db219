import { endpoints, type InstitutionKind } from '#contracts';
import { useApiAll } from '../../api/index.js';
import { pickLocal } from '../../ui/local-text.js';
import { useText } from '../../ui/use-text.js';
import { institutionKinds } from './kinds.js';

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The institutions to choose from, by name; all kinds or one of them. */
export function useInstitutionChoices(kind?: InstitutionKind): Choice[] {
  const { language } = useText();
  const { data = [] } = useApiAll(endpoints.listInstitutions, { query: { kind, limit: 200 } });
  return data.map(({ id, name }) => ({ value: id, label: pickLocal(name, language).text }));
}

/** The same, of some kinds or all, under the names of their kinds. */
export function useGroupedInstitutions(
  kinds: readonly InstitutionKind[] = institutionKinds,
): { group: string; items: Choice[] }[] {
  const { t, language } = useText();
  const { data = [] } = useApiAll(endpoints.listInstitutions, { query: { limit: 200 } });
  return kinds
    .map((kind) => ({
      group: t(`console.institution.kinds.${kind}`),
      items: data
        .filter((institution) => institution.kind === kind)
        .map(({ id, name }) => ({ value: id, label: pickLocal(name, language).text })),
    }))
    .filter(({ items }) => items.length > 0);
}
