import { Column } from 'typeorm';
import type { LocalizedText } from '#kernel';

/** Where a meeting is, as columns of its row. */
export class Place {
  @Column('text', { nullable: true })
  name: string | null;

  @Column('text', { nullable: true })
  room: string | null;

  @Column('text', { nullable: true })
  street: string | null;

  @Column('text', { nullable: true })
  postcode: string | null;

  @Column('text', { nullable: true })
  city: string | null;

  /** The federal state's code (ISO 3166-2:DE without the country). */
  @Column('text', { nullable: true })
  land: string | null;

  @Column('jsonb', { nullable: true })
  directions: LocalizedText | null;

  /** Degrees, WGS 84. */
  @Column('double precision', { nullable: true })
  latitude: number | null;

  @Column('double precision', { nullable: true })
  longitude: number | null;
}
