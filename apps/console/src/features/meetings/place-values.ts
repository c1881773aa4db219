import type { PlaceDto } from '#contracts';
import { both, numberOrNull, textOrNull, written, type Both } from '../../ui/typed-values.js';

export interface PlaceValues {
  name: string;
  room: string;
  street: string;
  postcode: string;
  city: string;
  land: PlaceDto['land'];
  directions: Both;
  latitude: number | string;
  longitude: number | string;
}

export const nowhere: PlaceValues = {
  name: '',
  room: '',
  street: '',
  postcode: '',
  city: '',
  land: null,
  directions: { de: '', en: '' },
  latitude: '',
  longitude: '',
};

export function placeValues(place: PlaceDto | null): PlaceValues {
  if (place === null) return nowhere;
  return {
    name: place.name ?? '',
    room: place.room ?? '',
    street: place.street ?? '',
    postcode: place.postcode ?? '',
    city: place.city ?? '',
    land: place.land,
    directions: both(place.directions),
    latitude: place.latitude ?? '',
    longitude: place.longitude ?? '',
  };
}

/** Null where nothing is known of it. */
export function placeBody(place: PlaceValues): PlaceDto | null {
  const body = {
    name: textOrNull(place.name),
    room: textOrNull(place.room),
    street: textOrNull(place.street),
    postcode: textOrNull(place.postcode),
    city: textOrNull(place.city),
    land: place.land,
    directions: written(place.directions),
    latitude: numberOrNull(place.latitude),
    longitude: numberOrNull(place.longitude),
  };
  return Object.values(body).every((value) => value === null) ? null : body;
}
