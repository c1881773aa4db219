import { Anchor, Button, Stack, Text, TextInput } from '@mantine/core';
import { endpoints } from '#contracts';
import { call, useEnter } from '../../api/index.js';
import { ContractForm } from '../../ui/contract-form.js';
import { useContractForm } from '../../ui/use-contract-form.js';
import { useText } from '../../ui/use-text.js';
import styles from './code-form.module.css';

interface CodeFormProps {
  readonly address: string;
  readonly minutes: number;
  readonly sendsMail: boolean;
  readonly onBack: () => void;
}

/** After asking: the same words for every address, and the field for the code. */
export function CodeForm({ address, minutes, sendsMail, onBack }: CodeFormProps) {
  const { t } = useText();
  const enter = useEnter();
  const contract = useContractForm({
    initial: { code: '' },
    schema: endpoints.completeSignIn.body,
    toBody: ({ code }) => ({ code: code.replaceAll(/\s/g, '') }),
    // The body is one of two shapes, so the contract's refusal stands at the whole of it.
    fieldOf: () => 'code',
    submit: async (body) => enter(await call(endpoints.completeSignIn, { body })),
  });
  return (
    <ContractForm contract={contract}>
      <Stack>
        <Text>{t('console.sign-in.asked', { address, minutes })}</Text>
        {!sendsMail && <Text c="dimmed">{t('console.sign-in.no-mail')}</Text>}
        <TextInput
          required
          label={t('console.sign-in.code')}
          description={t('console.sign-in.code-hint')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={9}
          classNames={{ input: styles.code ?? '' }}
          {...contract.form.getInputProps('code')}
        />
        <Button type="submit" size="md" loading={contract.busy}>
          {t('console.sign-in.submit')}
        </Button>
        <Anchor component="button" type="button" size="sm" onClick={onBack}>
          {t('console.sign-in.other-address')}
        </Anchor>
      </Stack>
    </ContractForm>
  );
}
