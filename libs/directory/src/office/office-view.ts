import type { Id, LocalizedText, Temporal } from '#kernel';
import type { DeputyView } from '../deputy/find-deputies.js';
import type { PersonName } from '../person/person-name.js';
import type { Office } from './office.entity.js';

/** A person in office. */
export interface MandateView {
  readonly id: Id;
  readonly officeId: Id;
  readonly person: PersonName & { readonly id: Id };
  readonly seat: number;
  readonly validFrom: Temporal.PlainDate;
  readonly validUntil: Temporal.PlainDate | null;
}

/** An office with those who hold it on one day, by seat. */
export interface OfficeView extends Pick<
  Office,
  'id' | 'kind' | 'name' | 'seats' | 'mailbox' | 'copyAddress' | 'version'
> {
  readonly institution: { readonly id: Id; readonly name: LocalizedText };
  readonly holders: readonly MandateView[];
  /** Who stands in on that day, first rank first. */
  readonly deputies: readonly DeputyView[];
}
