import { Stack } from '@mantine/core';
import { ContractForm } from './contract-form.js';
import { Dialog, type DialogProps } from './dialog.js';
import { FormButtons, type FormButtonsProps } from './form-buttons.js';
import type { ContractForm as Form } from './use-contract-form.js';

interface FormDialogProps<Values> extends DialogProps, FormButtonsProps {
  readonly contract: Form<Values>;
}

/** A form before the page: refusals stand at its head, what is typed stays, it closes when its owner says so. */
export function FormDialog<Values>(props: FormDialogProps<Values>) {
  const { title, size, contract, children, ...buttons } = props;
  return (
    <Dialog
      title={title}
      holdsText={contract.form.isDirty()}
      onClose={buttons.onClose}
      {...(size !== undefined && { size })}
    >
      <ContractForm contract={contract}>
        <Stack>
          {children}
          <FormButtons {...buttons} busy={contract.busy} />
        </Stack>
      </ContractForm>
    </Dialog>
  );
}
