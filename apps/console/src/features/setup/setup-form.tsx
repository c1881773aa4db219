import { Button, Checkbox, Stack, Text, TextInput } from '@mantine/core';
import { useNavigate } from 'react-router';
import { endpoints } from '#contracts';
import { call, useEnter } from '../../api/index.js';
import { ContractForm } from '../../ui/contract-form.js';
import { nameBody, NameFields, type NameValues } from '../../ui/name-fields.js';
import { useContractForm } from '../../ui/use-contract-form.js';
import { useText, type Language } from '../../ui/use-text.js';

interface SetupValues extends NameValues {
  address: string;
  sampleNetwork: boolean;
}

const empty = (language: Language): SetupValues => ({
  academicTitle: '',
  givenName: '',
  familyName: '',
  salutation: 'none',
  language,
  address: '',
  sampleNetwork: false,
});

/** Who owns this installation, and whether it begins with the sample network. */
export function SetupForm({ token }: { readonly token: string }) {
  const { t, language } = useText();
  const navigate = useNavigate();
  const enter = useEnter();
  const contract = useContractForm({
    initial: empty(language),
    schema: endpoints.setUp.body,
    toBody: (values) => ({
      ...nameBody(values),
      token,
      address: values.address,
      sampleNetwork: values.sampleNetwork,
    }),
    submit: async (body) => {
      enter(await call(endpoints.setUp, { body }));
      await navigate('/', { replace: true });
    },
  });
  const { form, busy } = contract;
  return (
    <ContractForm contract={contract}>
      <Stack>
        <Text>{t('console.setup.text')}</Text>
        <NameFields fields={form.getInputProps} />
        <TextInput
          required
          type="email"
          label={t('console.setup.address')}
          description={t('console.setup.address-hint')}
          autoComplete="email"
          {...form.getInputProps('address')}
        />
        <Checkbox
          label={t('console.setup.sample')}
          description={t('console.setup.sample-hint')}
          {...form.getInputProps('sampleNetwork', { type: 'checkbox' })}
        />
        <Button type="submit" size="md" loading={busy}>
          {t('console.setup.submit')}
        </Button>
      </Stack>
    </ContractForm>
  );
}
