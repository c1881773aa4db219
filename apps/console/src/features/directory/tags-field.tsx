import { Select, Stack, TagsInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { endpoints, type TagDto } from '#contracts';
import { call, refresh, useApi, useApiAll } from '../../api/index.js';
import { Loaded } from '../../ui/loaded.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useText } from '../../ui/use-text.js';
import { tagReads } from '../audiences/choices.js';
import { useGroupedInstitutions } from './choices.js';

interface TagsFieldProps {
  readonly of: 'person' | 'institution';
  readonly id: string;
  /** Who keeps tags that are made here, unless another institution is chosen. */
  readonly keeperId: string | null;
}

/** The tags of a person or an institution; each change is saved at once, a word that is new becomes a tag. */
export function TagsField({ of, id, keeperId }: TagsFieldProps) {
  const endpoint = of === 'person' ? endpoints.listPersonTags : endpoints.listInstitutionTags;
  const own = useApi(endpoint, { params: { id } });
  const all = useApiAll(endpoints.listTags, { query: { limit: 200 } });
  return (
    <Loaded query={own}>
      {({ items }) => (
        <Loaded query={all}>
          {(known) => <Tags of={of} id={id} keeperId={keeperId} own={items} known={known} />}
        </Loaded>
      )}
    </Loaded>
  );
}

interface TagsProps extends TagsFieldProps {
  readonly own: readonly TagDto[];
  readonly known: readonly TagDto[];
}

function Tags({ of, id, keeperId, own, known }: TagsProps) {
  const { t } = useText();
  const [keeper, setKeeper] = useState(keeperId);
  const institutions = useGroupedInstitutions();
  const { save, problem, isBusy } = useSavedTags({ of, id, keeper });
  return (
    <Stack gap="xs">
      <TagsInput
        label={t('audiences.tags.title')}
        description={t('audiences.tags.hint')}
        placeholder={t('audiences.tags.add')}
        maxTags={50}
        data={[...new Set(known.map(({ name }) => name))]}
        value={own.map(({ name }) => name)}
        disabled={isBusy}
        onChange={(names) => void save(names, [...own, ...known])}
      />
      <Select
        label={t('audiences.tags.keeper')}
        searchable
        data={institutions}
        value={keeper}
        onChange={setKeeper}
      />
      <ProblemAlert error={problem} />
    </Stack>
  );
}

function useSavedTags({ of, id, keeper }: Pick<TagsFieldProps, 'of' | 'id'> & { keeper: string | null }) {
  const { t, language } = useText();
  const client = useQueryClient();
  const [problem, setProblem] = useState<unknown>(null);
  const [isBusy, setIsBusy] = useState(false);
  const save = async (names: readonly string[], known: readonly TagDto[]) => {
    setIsBusy(true);
    setProblem(null);
    try {
      const tagIds: string[] = [];
      for (const name of names) tagIds.push(await idOf(name, known, keeper));
      const input = { params: { id }, body: { tagIds } };
      await (of === 'person' ? call(endpoints.tagPerson, input) : call(endpoints.tagInstitution, input));
      await refresh(client, tagReads);
      notifications.show({ message: t('audiences.tags.saved'), lang: language });
    } catch (error) {
      setProblem(error);
    } finally {
      setIsBusy(false);
    }
  };
  return { save, problem, isBusy };
}

/** The tag of that name; a new one is made with the keeper. */
async function idOf(name: string, known: readonly TagDto[], keeper: string | null): Promise<string> {
  const found = known.find((tag) => tag.name === name);
  if (found !== undefined) return found.id;
  const made = await call(endpoints.createTag, { body: { institutionId: keeper ?? '', name } });
  return made.id;
}
