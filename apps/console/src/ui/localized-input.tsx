import { SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { languages } from '#i18n';
import type { Fields } from './use-contract-form.js';
import { useText } from './use-text.js';

interface LocalizedInputProps {
  readonly label: string;
  readonly description?: string;
  /** The path of the localised value in the form. */
  readonly path: string;
  readonly fields: Fields;
  /** Several lines. */
  readonly rows?: number;
  /** At least one language is needed. */
  readonly required?: boolean;
}

/** A text in both languages, side by side; one of them is enough. */
export function LocalizedInput({ label, description, path, fields, rows, required }: LocalizedInputProps) {
  const { t, language: own } = useText();
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }}>
      {languages.map((language) => {
        const shared = {
          ...fields(`${path}.${language}`),
          label: t('console.form.in-language', { label, language: t(`console.language.names.${language}`) }),
          description,
          lang: language,
          // One language is enough: the mark stands at the reader's own.
          withAsterisk: required === true && language === own,
        };
        return rows === undefined ? (
          <TextInput key={language} {...shared} />
        ) : (
          <Textarea key={language} {...shared} autosize minRows={rows} maxRows={24} resize="vertical" />
        );
      })}
    </SimpleGrid>
  );
}
