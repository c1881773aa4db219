import { Stack } from '@mantine/core';
import { Dialog, type DialogProps } from './dialog.js';
import { FormButtons, type FormButtonsProps } from './form-buttons.js';
import { ProblemAlert } from './problem-alert.js';

interface ActionDialogProps extends DialogProps, FormButtonsProps {
  readonly call: { readonly isPending: boolean; readonly error: unknown };
  readonly onSubmit: () => void;
}

/** The last look before something leaves the house or is settled. */
export function ActionDialog(props: ActionDialogProps) {
  const { title, size, call, onSubmit, children, ...buttons } = props;
  return (
    <Dialog title={title} onClose={buttons.onClose} {...(size !== undefined && { size })}>
      <Stack>
        {children}
        <ProblemAlert error={call.error} />
        <FormButtons {...buttons} busy={call.isPending} onSubmit={onSubmit} />
      </Stack>
    </Dialog>
  );
}
