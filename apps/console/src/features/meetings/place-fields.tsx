import { NumberInput, Select, SimpleGrid, TextInput } from '@mantine/core';
import { FormSection } from '../../ui/form-section.js';
import { LocalizedInput } from '../../ui/localized-input.js';
import type { Fields } from '../../ui/use-contract-form.js';
import { useText } from '../../ui/use-text.js';
import { lands } from '../directory/kinds.js';

/** Where: a place, an online address, or both. */
export function PlaceFields({ fields }: { readonly fields: Fields }) {
  const { t } = useText();
  return (
    <FormSection title={t('console.meeting.where')} text={t('console.meeting.where-hint')}>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput label={t('console.place.name')} {...fields('place.name')} />
        <TextInput label={t('console.place.room')} {...fields('place.room')} />
      </SimpleGrid>
      <TextInput label={t('console.place.street')} autoComplete="off" {...fields('place.street')} />
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        <TextInput label={t('console.place.postcode')} autoComplete="off" {...fields('place.postcode')} />
        <TextInput label={t('console.place.city')} autoComplete="off" {...fields('place.city')} />
        <Select
          label={t('console.place.land')}
          clearable
          searchable
          data={lands.map((value) => ({ value, label: t(`console.place.lands.${value}`) }))}
          {...fields('place.land')}
        />
      </SimpleGrid>
      <LocalizedInput
        label={t('console.place.directions')}
        path="place.directions"
        rows={2}
        fields={fields}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <NumberInput
          label={t('console.place.latitude')}
          hideControls
          decimalScale={6}
          {...fields('place.latitude')}
        />
        <NumberInput
          label={t('console.place.longitude')}
          hideControls
          decimalScale={6}
          {...fields('place.longitude')}
        />
      </SimpleGrid>
      <TextInput
        type="url"
        label={t('console.meeting.online-address')}
        description={t('console.meeting.online-hint')}
        placeholder="https://"
        {...fields('onlineUrl')}
      />
    </FormSection>
  );
}
