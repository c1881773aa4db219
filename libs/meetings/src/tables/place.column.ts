import { Column } from 'typeorm';
import type { LocalizedText } from '#kernel';

/** Where a meeting is, as columns of its row. */
export class Place {
  @Column('text', { name: 'place_name', nullable: true })
  name: string | null;

  @Column('text', { name: 'place_room', nullable: true })
  room: string | null;

  @Column('text', { name: 'place_street', nullable: true })
  street: string | null;

  @Column('text', { name: 'place_postcode', nullable: true })
  postcode: string | null;

  @Column('text', { name: 'place_city', nullable: true })
  city: string | null;

  /** The federal state's code (ISO 3166-2:DE without the country). */
  @Column('text', { name: 'place_land', nullable: true })
  land: string | null;

  @Column('jsonb', { name: 'place_directions', nullable: true })
  directions: LocalizedText | null;

  /** Degrees, WGS 84. */
  @Column('double precision', { name: 'place_latitude', nullable: true })
  latitude: number | null;

  @Column('double precision', { name: 'place_longitude', nullable: true })
  longitude: number | null;
}
