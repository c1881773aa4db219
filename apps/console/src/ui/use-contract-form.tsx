import {
  useForm,
  type GetInputPropsOptions,
  type GetInputPropsReturnType,
  type UseFormReturnType,
} from '@mantine/form';
import { useState, type SyntheticEvent } from 'react';
import type { z } from 'zod';
import { ProblemError } from '../api/index.js';
import { issuesOf, pathOfPointer, type FieldIssue } from './contract-issues.js';
import { IssueText } from './issue-text.js';

interface ContractFormOptions<Values, Body> {
  readonly initial: Values;
  /** The contract of the body; what it says against the values is shown before anything is sent. */
  readonly schema: z.ZodType | undefined;
  readonly toBody: (values: Values) => Body;
  /** The field that shows an error, where the form's fields are not the body's. */
  readonly fieldOf?: (path: string) => string;
  /** The field that shows a refusal which names none, by the refusal's code. */
  readonly fieldOfCode?: Readonly<Record<string, string>>;
  readonly submit: (body: Body) => Promise<unknown>;
}

/** Gives a field what it needs (value, change, error), by its path in the values. */
export type Fields = (path: string, options?: GetInputPropsOptions) => GetInputPropsReturnType;

export interface ContractForm<Values> {
  readonly form: UseFormReturnType<Values>;
  /** What the api or the network refused; null when nothing. */
  readonly problem: unknown;
  /** Rises with every refused attempt. */
  readonly refusals: number;
  readonly busy: boolean;
  readonly onSubmit: (event: SyntheticEvent) => void;
}

/** A form whose values become the body of a contract: checked here first, refusals stand at their fields, nothing typed is lost. */
export function useContractForm<Values extends object, Body>(
  options: ContractFormOptions<Values, Body>,
): ContractForm<Values> {
  const form = useForm<Values>({ initialValues: options.initial });
  const [problem, setProblem] = useState<unknown>(null);
  const [refusals, setRefusals] = useState(0);
  const [busy, setBusy] = useState(false);

  const refuse = (issues: readonly FieldIssue[]) => {
    const fieldOf = options.fieldOf ?? ((path: string) => path);
    form.setErrors(
      Object.fromEntries(
        issues.map((issue) => [fieldOf(issue.path), <IssueText key={issue.code} issue={issue} />]),
      ),
    );
    setRefusals((count) => count + 1);
  };

  const send = async () => {
    form.clearErrors();
    setProblem(null);
    const body = options.toBody(form.getValues());
    const issues = issuesOf(options.schema, body);
    if (issues.length > 0) return refuse(issues);
    setBusy(true);
    try {
      await options.submit(body);
    } catch (error) {
      setProblem(error);
      refuse(refusedFields(error, options.fieldOfCode));
    } finally {
      setBusy(false);
    }
  };

  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    // A dialog's form lies inside the page's form in React's tree, though not in the document.
    event.stopPropagation();
    if (!busy) void send();
  };
  return { form, problem, refusals, busy, onSubmit };
}

function refusedFields(error: unknown, fieldOfCode: Readonly<Record<string, string>> = {}): FieldIssue[] {
  if (!(error instanceof ProblemError)) return [];
  const { code, params, errors } = error.problem;
  if (errors.length > 0) {
    return errors.map((part) => ({ ...part, path: pathOfPointer(part.pointer) }));
  }
  const path = typeof params.pointer === 'string' ? pathOfPointer(params.pointer) : fieldOfCode[code];
  return path === undefined ? [] : [{ path, code, params }];
}
