import { mapAddress, placeInOneLine, placeLines } from './index.js';

const place = {
  name: 'Haus der Beispiele',
  room: 'Raum 2',
  street: 'Beispielstraße 1',
  postcode: '04103',
  city: 'Leipzig',
};

describe('a place', () => {
  it('is written as an address', () => {
    expect(placeLines(place)).toEqual(['Haus der Beispiele, Raum 2', 'Beispielstraße 1', '04103 Leipzig']);
    expect(placeInOneLine({ ...place, street: null, room: '' })).toBe('Haus der Beispiele, 04103 Leipzig');
    expect(placeLines({})).toEqual([]);
  });

  it('is found on a map by its coordinates, else by its address', () => {
    expect(mapAddress({ ...place, latitude: 51.34, longitude: 12.37 })).toContain('mlat=51.34&mlon=12.37');
    expect(mapAddress(place)).toContain('query=Beispielstra%C3%9Fe%201%2C%2004103%20Leipzig');
    expect(mapAddress({ name: 'online' })).toBeNull();
  });
});
