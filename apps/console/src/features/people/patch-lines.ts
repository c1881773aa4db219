import { personFields, type PersonDto, type PersonField, type PersonPatch } from '#contracts';
import type { Translator } from '#i18n';

/** One field that a proposal changes, in words. */
export interface PatchLine {
  readonly field: PersonField | 'addresses';
  readonly before: string;
  readonly after: string;
}

/** What a patch changes of a person, field by field; without the person, what it would say. */
export function patchLines(
  patch: PersonPatch,
  person: PersonDto | null,
  t: Translator,
): readonly PatchLine[] {
  const fields = personFields.flatMap((field): PatchLine[] => {
    const after = patch[field];
    if (after === undefined) return [];
    return [{ field, before: words(field, person?.[field] ?? undefined, t), after: words(field, after, t) }];
  });
  if (patch.addresses === undefined) return fields;
  const before = person?.addresses.map(({ address }) => address).join(', ') ?? '';
  return [...fields, { field: 'addresses', before, after: patch.addresses.join(', ') }];
}

function words(field: PersonField, value: string | null | undefined, t: Translator): string {
  if (value === null) return t('people.merge.nothing');
  if (value === undefined) return '';
  if (field === 'language')
    return t(value === 'en' ? 'console.language.names.en' : 'console.language.names.de');
  if (field !== 'salutation') return value;
  if (value === 'frau') return t('console.person.salutations.frau');
  return t(value === 'herr' ? 'console.person.salutations.herr' : 'console.person.salutations.none');
}
