import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { endpoints, type PersonItemDto, type PersonDto } from '#contracts';
import { fullName } from '#i18n';
import { asking, useApi } from '../../api/index.js';
import { pickLocal } from '../../ui/local-text.js';
import { useText, type Language } from '../../ui/use-text.js';

const PAUSE_MS = 150;
const LEAST = 2;
/** Who is shown before anything is typed. */
const FIRST = { query: { limit: 20 } };

/** Somebody to choose, with what tells people of one name apart. */
export interface PersonChoice {
  readonly value: string;
  readonly label: string;
  readonly detail: string;
}

interface Asked {
  readonly typed: string;
  /** Who is chosen already: their names are shown whatever is typed. */
  readonly chosen: readonly string[];
}

/**
 * The people to choose from: the server looks for what is typed, after a moment; before that the first ones, so that a
 * small directory needs no typing. Whoever is chosen is among them.
 */
export function usePersonSearch({ typed, chosen }: Asked): PersonChoice[] {
  const { t, language } = useText();
  const text = typed.trim();
  const [asked] = useDebouncedValue(text, PAUSE_MS);
  const first = useApi(endpoints.listPeople, FIRST);
  const found = useQuery({
    ...asking(endpoints.search, { query: { q: asked } }),
    enabled: asked.length >= LEAST,
    placeholderData: keepPreviousData,
  });
  const known = useQueries({
    queries: chosen.map((id) => asking(endpoints.getPerson, { params: { id } })),
  });
  const firstOnes = (first.data?.items ?? []).map((person) => listedChoice(person, language));
  const foundOnes = (found.data?.people ?? []).map(({ id, name, offices, position }) => ({
    value: id,
    label: name,
    detail: officeWords(offices, language) || (position ?? ''),
  }));
  const names = known.map(({ data, isError }, place) => {
    if (data !== undefined) return personChoice(data);
    const value = chosen[place] ?? '';
    const shown = [...foundOnes, ...firstOnes].find((choice) => choice.value === value);
    return shown ?? { value, label: isError ? t('directory.person.unseen') : '…', detail: '' };
  });
  const isSearching = text.length >= LEAST && !names.some(({ label }) => label === text);
  const offered = isSearching ? foundOnes : firstOnes.filter(({ label }) => begins(label, names, text));
  return [...offered, ...names.filter(({ value }) => !offered.some((choice) => choice.value === value))];
}

/** Whether one of the words begins with the little that is typed; a chosen name that stands there hides nobody. */
function begins(label: string, names: readonly PersonChoice[], text: string): boolean {
  if (text === '' || names.some((choice) => choice.label === text)) return true;
  return label.split(' ').some((word) => word.toLowerCase().startsWith(text.toLowerCase()));
}

function listedChoice(person: PersonItemDto, language: Language): PersonChoice {
  const { label, value, detail } = personChoice(person);
  return { value, label, detail: officeWords(person.offices, language) || detail };
}

function personChoice(person: PersonDto): PersonChoice {
  const label = fullName({ ...person, title: person.academicTitle });
  return { value: person.id, label, detail: person.position ?? '' };
}

function officeWords(offices: PersonItemDto['offices'], language: Language): string {
  return offices
    .map(
      ({ name, institution }) =>
        `${pickLocal(name, language).text}, ${pickLocal(institution, language).text}`,
    )
    .join(' · ');
}
