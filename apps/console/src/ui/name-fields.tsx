import { Select, SimpleGrid, TextInput } from '@mantine/core';
import { languages } from '#i18n';
import type { Fields } from './use-contract-form.js';
import { useText, type Language } from './use-text.js';

/** Who somebody is, as typed. */
export interface NameValues {
  academicTitle: string;
  givenName: string;
  familyName: string;
  salutation: 'frau' | 'herr' | 'none';
  language: Language;
}

/** The name's part of a body: what was left empty is null. */
export function nameBody(values: NameValues) {
  const { academicTitle, givenName, familyName, salutation, language } = values;
  return {
    academicTitle: academicTitle.trim() === '' ? null : academicTitle,
    givenName,
    familyName,
    salutation,
    language,
  };
}

/** How somebody is called and addressed. */
export function NameFields({ fields }: { readonly fields: Fields }) {
  const { t } = useText();
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Select
          label={t('console.person.salutation')}
          allowDeselect={false}
          data={(['frau', 'herr', 'none'] as const).map((value) => ({
            value,
            label: t(`console.person.salutations.${value}`),
          }))}
          {...fields('salutation')}
        />
        <TextInput
          label={t('console.person.title')}
          description={t('console.person.title-hint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoComplete="honorific-prefix"
          {...fields('academicTitle')}
        />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          required
          label={t('console.person.given-name')}
          autoComplete="given-name"
          {...fields('givenName')}
        />
        <TextInput
          required
          label={t('console.person.family-name')}
          autoComplete="family-name"
          {...fields('familyName')}
        />
      </SimpleGrid>
      <Select
        label={t('console.person.language')}
        description={t('console.person.language-hint')}
        allowDeselect={false}
        data={languages.map((value) => ({ value, label: t(`console.language.names.${value}`) }))}
        {...fields('language')}
      />
    </>
  );
}
