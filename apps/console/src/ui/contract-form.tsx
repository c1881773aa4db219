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
  const [marked, setMarked] = useState<ReadonlyMap<string, Marked>>(new Map());
  const { refusals, problem } = contract;
  const errors = Object.entries(contract.form.errors);
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

  return (
    <div ref={head} tabIndex={-1} style={{ outline: 'none', scrollMarginTop: 72 }}>
      {errors.length === 0 ? (
        <ProblemAlert error={problem} />
      ) : (
        <Alert
          role="alert"
          color="red"
          variant="light"
          mb="md"
          icon={<IconAlertTriangle aria-hidden="true" />}
          title={t('console.form.check')}
        >
          <List size="sm">
            {errors.map(([path, words]) => (
              <List.Item key={path}>
                <FieldError marked={marked.get(path)} words={words} />
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
    </div>
  );
}

interface FieldErrorProps {
  /** Undefined where no field of the form shows the error. */
  readonly marked: Marked | undefined;
  readonly words: ReactNode;
}

function FieldError({ marked, words }: FieldErrorProps) {
  if (marked === undefined) return <>{words}</>;
  return (
    <>
      <Anchor component="button" type="button" size="sm" fw={600} onClick={() => marked.element.focus()}>
        {marked.label}
      </Anchor>
      : {words}
    </>
  );
}

/** The fields by their path in the form's values. */
function markedFields(form: HTMLFormElement | null): ReadonlyMap<string, Marked> {
  const fields = new Map<string, Marked>();
  for (const element of form?.querySelectorAll<HTMLElement>('[data-path]') ?? []) {
    const path = element.dataset.path;
    if (path !== undefined) fields.set(path, { element: focusable(element), label: labelOf(element) });
  }
  return fields;
}

function focusable(element: HTMLElement): HTMLElement {
  return element.matches('input, textarea, button') ? element : (element.querySelector('input') ?? element);
}

function labelOf(element: HTMLElement): string {
  const own = element.ariaLabel ?? (element instanceof HTMLInputElement ? labelText(element.labels) : null);
  const around = element.closest('.mantine-InputWrapper-root')?.querySelector('.mantine-InputWrapper-label');
  return (own ?? around?.textContent ?? '').replace(/\s*\*$/, '');
}

function labelText(labels: NodeListOf<HTMLLabelElement> | null): string | null {
  return labels?.[0]?.textContent ?? null;
}
