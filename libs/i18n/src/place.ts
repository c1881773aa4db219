/** Where a meeting is; every part may be missing. */
export interface PlaceWords {
  readonly name?: string | null;
  readonly room?: string | null;
  readonly street?: string | null;
  readonly postcode?: string | null;
  readonly city?: string | null;
  readonly latitude?: number | null;
  readonly longitude?: number | null;
}

/** The place as the lines of an address: "BIC Leipzig, Raum 2" / "Beispielstraße 1" / "04103 Leipzig". */
export function placeLines(place: PlaceWords): string[] {
  const lines = [
    joined([place.name, place.room], ', '),
    joined([place.street], ''),
    joined([place.postcode, place.city], ' '),
  ];
  return lines.filter((line) => line !== '');
}

/** The place in one line, as calendars want it. */
export function placeInOneLine(place: PlaceWords): string {
  return placeLines(place).join(', ');
}

/** The address of a map of the place (OpenStreetMap); null where nothing tells where it is. */
export function mapAddress(place: PlaceWords): string | null {
  const { latitude, longitude } = place;
  if (typeof latitude === 'number' && typeof longitude === 'number') {
    return `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`;
  }
  if (!place.street && !place.city) return null;
  const address = placeInOneLine({ street: place.street, postcode: place.postcode, city: place.city });
  return `https://www.openstreetmap.org/search?query=${encodeURIComponent(address)}`;
}

function joined(parts: readonly (string | null | undefined)[], glue: string): string {
  return parts.filter((part) => part !== null && part !== undefined && part.trim() !== '').join(glue);
}
