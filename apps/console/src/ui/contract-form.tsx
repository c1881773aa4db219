import { Alert, Anchor, List } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { ProblemAlert } from './problem-alert.js';
import type { ContractForm as Form } from './use-contract-form.js';
import { useText } from './use-text.js';

interface ContractFormProps<Values> {
  readonly contract: Form<Values>;
  readonly children: ReactNode;
  readonly className?: string;
}

interface Marked {
  readonly element: HTMLElement;
  readonly label: string;
}

/** The form element: refusals are summed up at its head, each a way to its field, and the head takes the focus. */
export function ContractForm<Values>({ contract, children, className }: ContractFormProps<Values>) {
  const ref = useRef<HTMLFormElement>(null);
  return (
    <form ref={ref} noValidate onSubmit={contract.onSubmit} className={className}>
      <Summary contract={contract} form={ref} />
      {children}
    </form>
  );
}

interface SummaryProps<Values> {
  readonly contract: Form<Values>;
  readonly form: RefObject<HTMLFormElement | null>;
}

function Summary<Values>({ contract, form }: SummaryProps<Values>) {
  const { t } = useText();
  const head = useRef<HTMLDivElement>(null);
  const [marked, setMarked] = useState<readonly Marked[]>([]);
  const { refusals, problem } = contract;
  useEffect(() => {
    if (refusals === 0) return undefined;
    // The fields must be marked in the document before they can be found there.
    const frame = requestAnimationFrame(() => {
      setMarked(markedFields(form.current));
      head.current?.focus();
      head.current?.scrollIntoView({ block: 'nearest' });
    });
    return () => cancelAnimationFrame(frame);
  }, [refusals, form]);

  const refused = Object.keys(contract.form.errors).length > 0;
  return (
    <div ref={head} tabIndex={-1} style={{ outline: 'none', scrollMarginTop: 72 }}>
      <ProblemAlert error={problem} />
      {refused && problem === null && (
        <Alert
          role="alert"
          color="red"
          variant="light"
          mb="md"
          icon={<IconAlertTriangle aria-hidden="true" />}
          title={t('console.form.check')}
        >
          <List size="sm">
            {marked.map(({ element, label }) => (
              <List.Item key={element.id}>
                <Anchor component="button" type="button" size="sm" onClick={() => element.focus()}>
                  {label}
                </Anchor>
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
    </div>
  );
}

function markedFields(form: HTMLFormElement | null): Marked[] {
  const found = form?.querySelectorAll<HTMLInputElement>('[aria-invalid="true"]') ?? [];
  return Array.from(found, (element) => ({
    element,
    label: element.labels?.[0]?.textContent ?? element.getAttribute('aria-label') ?? element.name,
  }));
}
