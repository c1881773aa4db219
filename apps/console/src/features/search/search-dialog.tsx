import { Combobox, Text, TextInput, useCombobox, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { endpoints } from '#contracts';
import { foldedWords, foundParts } from '#i18n';
import { asking } from '../../api/index.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useText } from '../../ui/use-text.js';
import { hitsOf, type Hit } from './hits.js';
import styles from './search-box.module.css';

const PAUSE_MS = 150;
const LEAST = 2;

/** One box over everything: what is typed is looked for after a moment, arrow keys choose, Enter goes there. */
export function SearchDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, language } = useText();
  const navigate = useNavigate();
  const combobox = useCombobox({ opened: true, onDropdownClose: onClose });
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), PAUSE_MS);
  const query = useQuery({
    ...asking(endpoints.search, { query: { q: asked } }),
    enabled: asked.length >= LEAST,
    placeholderData: keepPreviousData,
  });
  const isAsking = asked.length >= LEAST;
  const groups = isAsking && query.data !== undefined ? hitsOf(query.data, t, language) : [];
  const count = groups.reduce((sum, { hits }) => sum + hits.length, 0);
  const { selectFirstOption } = combobox;
  useEffect(() => {
    if (count > 0) selectFirstOption();
    // The store is another one with every rendering; what counts is that other things were found.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [query.data, count]);
  const go = (to: string) => {
    onClose();
    void navigate(to);
  };
  return (
    <Combobox store={combobox} onOptionSubmit={go}>
      <Combobox.EventsTarget withExpandedAttribute>
        <TextInput
          data-autofocus
          size="md"
          aria-label={t('people.search.label')}
          placeholder={t('people.search.label')}
          leftSection={<IconSearch size={18} aria-hidden="true" />}
          value={typed}
          maxLength={200}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      </Combobox.EventsTarget>
      <VisuallyHidden component="output">
        {isAsking ? t('people.search.found', { count }) : ''}
      </VisuallyHidden>
      <ProblemAlert error={query.error} />
      <Combobox.Options mt="sm" aria-label={t('people.search.results')} aria-busy={query.isFetching}>
        {groups.map(({ key, hits }) => (
          <Combobox.Group key={key} label={t(`people.search.groups.${key}`)}>
            {hits.map((hit) => (
              <HitOption key={hit.to} hit={hit} words={foldedWords(asked)} />
            ))}
          </Combobox.Group>
        ))}
      </Combobox.Options>
      {count === 0 && !query.isFetching && (
        <Text c="dimmed" ta="center" py="lg">
          {isAsking ? t('people.search.none', { text: asked }) : t('people.search.hint')}
        </Text>
      )}
    </Combobox>
  );
}

function HitOption({ hit, words }: { readonly hit: Hit; readonly words: readonly string[] }) {
  return (
    <Combobox.Option value={hit.to} className={styles.option}>
      <span className={styles.title}>
        {foundParts(hit.title, words).map(({ text, found }, place) =>
          found ? <mark key={place}>{text}</mark> : text,
        )}
      </span>
      <span className={styles.detail}>{hit.detail}</span>
    </Combobox.Option>
  );
}
