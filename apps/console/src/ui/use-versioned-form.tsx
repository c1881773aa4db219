import { useState } from 'react';
import type { z } from 'zod';
import { hasStatus } from '../api/index.js';
import { changedParts, mergeValues } from './merge.js';
import { useContractForm, type ContractForm } from './use-contract-form.js';

interface VersionedFormOptions<Row, Values, Body> {
  readonly row: Row;
  readonly valuesOf: (row: Row) => Values;
  readonly bodyOf: (values: Values) => Body;
  /** The contract of the whole; what is sent are only the changed parts. */
  readonly schema: z.ZodType | undefined;
  readonly fieldOf?: (path: string) => string;
  readonly fieldOfCode?: Readonly<Record<string, string>>;
  /** The row as it is now, after somebody else changed it. */
  readonly reload: () => Promise<Row>;
  /** Sends the changed parts; a refusal with 412 is taken care of. Not called when nothing changed. */
  readonly save: (patch: Partial<Body>, version: number) => Promise<unknown>;
  /** Nothing was changed. */
  readonly onUnchanged: () => unknown;
}

/** Somebody else saved meanwhile: their fields were taken over, those typed here were kept. */
export interface Stale<Values> {
  readonly fresh: Values;
  readonly theirs: readonly string[];
  readonly both: readonly string[];
}

export interface VersionedForm<Row, Values> extends ContractForm<Values> {
  /** The row that the changes are made to. */
  readonly base: Row;
  readonly stale: Stale<Values> | null;
  /** Brings in what somebody else saved; call it when a later step was refused with 412. */
  readonly takeFresh: () => Promise<void>;
  /** Goes on from a row whose version a step beside the form has raised; what is typed stays. */
  readonly continueFrom: (row: Row) => void;
}

/** A form on a row with a version: only what was changed is sent, and nobody's change is lost. */
export function useVersionedForm<Row extends { version: number }, Values extends object, Body extends object>(
  options: VersionedFormOptions<Row, Values, Body>,
): VersionedForm<Row, Values> {
  const { valuesOf, bodyOf } = options;
  const [base, setBase] = useState(options.row);
  const [stale, setStale] = useState<Stale<Values> | null>(null);

  const takeFresh = async () => {
    const row = await options.reload();
    const fresh = valuesOf(row);
    const { values, theirs, both } = mergeValues(valuesOf(base), contract.form.getValues(), fresh);
    contract.form.setInitialValues(fresh);
    contract.form.setValues(values);
    setBase(row);
    setStale({ fresh, theirs, both });
  };

  const submit = async (body: Body) => {
    const patch = changedParts(bodyOf(valuesOf(base)), body);
    if (Object.keys(patch).length === 0) return options.onUnchanged();
    try {
      return await options.save(patch, base.version);
    } catch (error) {
      if (!hasStatus(error, 412)) throw error;
      return takeFresh();
    }
  };

  const contract = useContractForm<Values, Body>({
    initial: valuesOf(options.row),
    schema: options.schema,
    toBody: bodyOf,
    submit,
    ...(options.fieldOf === undefined ? {} : { fieldOf: options.fieldOf }),
    ...(options.fieldOfCode === undefined ? {} : { fieldOfCode: options.fieldOfCode }),
  });
  return { ...contract, base, stale, takeFresh, continueFrom: setBase };
}
