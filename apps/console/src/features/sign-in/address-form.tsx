import { Button, Stack, Text, TextInput } from '@mantine/core';
import { endpoints } from '#contracts';
import { call } from '../../api/index.js';
import { ContractForm } from '../../ui/contract-form.js';
import { useContractForm } from '../../ui/use-contract-form.js';
import { useText } from '../../ui/use-text.js';

interface AddressFormProps {
  readonly onAsked: (asked: { address: string; minutes: number }) => void;
}

export function AddressForm({ onAsked }: AddressFormProps) {
  const { t } = useText();
  const contract = useContractForm({
    initial: { address: '' },
    schema: endpoints.askSignIn.body,
    toBody: ({ address }) => ({ address }),
    submit: async (body) => {
      const { minutes } = await call(endpoints.askSignIn, { body });
      onAsked({ address: body.address.trim(), minutes });
    },
  });
  return (
    <ContractForm contract={contract}>
      <Stack>
        <Text>{t('console.sign-in.text')}</Text>
        <TextInput
          required
          type="email"
          label={t('console.sign-in.address')}
          autoComplete="email"
          {...contract.form.getInputProps('address')}
        />
        <Button type="submit" size="md" loading={contract.busy}>
          {t('console.sign-in.ask')}
        </Button>
      </Stack>
    </ContractForm>
  );
}
