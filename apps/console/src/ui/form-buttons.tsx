import { Button, Group } from '@mantine/core';
import { useText } from './use-text.js';

export interface FormButtonsProps {
  /** What the button that does it is called. */
  readonly action: string;
  /** What the way back is called, where "Cancel" could be read as the action. */
  readonly back?: string;
  /** It takes something away. */
  readonly danger?: boolean;
  /** Something that it needs is not there yet. */
  readonly disabled?: boolean;
  readonly onClose: () => void;
}

interface FormButtonsState {
  readonly busy: boolean;
  /** Without it the button submits the form around it. */
  readonly onSubmit?: (() => void) | undefined;
}

/** The end of a form: the way back, and the action. */
export function FormButtons(props: FormButtonsProps & FormButtonsState) {
  const { t } = useText();
  const { action, back, danger = false, disabled = false, busy, onClose, onSubmit } = props;
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={onClose}>
        {back ?? t('console.form.cancel')}
      </Button>
      <Button
        type={onSubmit === undefined ? 'submit' : 'button'}
        loading={busy}
        disabled={disabled}
        onClick={onSubmit}
        {...(danger && { color: 'red' })}
      >
        {action}
      </Button>
    </Group>
  );
}
