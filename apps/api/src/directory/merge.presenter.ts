import { may } from '#access';
import type { Actor } from '#access';
import type { DuplicateDto, MergePreviewDto } from '#contracts';
import type { DuplicateView, MergePreview } from '#directory';
import { presentPerson } from './person.presenter.js';

/** Two people who may be one, as the contract has it. */
export function presentDuplicate(duplicate: DuplicateView, actor: Actor): DuplicateDto {
  const { id, score, reasons, people } = duplicate;
  const mergeable = people.every(({ homeInstitutionId }) =>
    may(actor, 'person.merge', { institutionIds: homeInstitutionId === null ? [] : [homeInstitutionId] }),
  );
  return { id, score, reasons: [...reasons], people: people.map(presentPerson), mergeable };
}

/** What a merge would do, as the contract has it. */
export function presentMergePreview({ own, other, differing, effects }: MergePreview): MergePreviewDto {
  return {
    own: presentPerson(own),
    other: presentPerson(other),
    differing: [...differing],
    effects: effects.map(({ kind, count, items }) => ({
      kind,
      count,
      items: items.map(({ name, on }) => ({ name, on: on?.toString() ?? null })),
    })),
  };
}
