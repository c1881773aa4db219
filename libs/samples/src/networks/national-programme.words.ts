import type { Land } from '#contracts';

/** Fields of the programme's clusters: key, German, English, and how its clusters call themselves. */
export const FIELDS = [
  ['automotive', 'Automobil', 'Automotive', 'Automotive'],
  ['biotechnology', 'Biotechnologie', 'Biotechnology', 'BioRegion'],
  ['chemistry', 'Chemie', 'Chemistry', 'Chemiedreieck'],
  ['photonics', 'Optik und Photonik', 'Optics and photonics', 'Photonik'],
  ['microelectronics', 'Mikroelektronik', 'Microelectronics', 'Mikroelektronik-Netz'],
  ['aviation', 'Luft- und Raumfahrt', 'Aerospace', 'Luft- und Raumfahrt'],
  ['maritime', 'Maritime Wirtschaft', 'Maritime industry', 'Maritimes Cluster'],
  ['medical', 'Medizintechnik', 'Medical technology', 'Medizintechnik'],
  ['logistics', 'Logistik', 'Logistics', 'Logistik-Initiative'],
  ['food', 'Ernährungswirtschaft', 'Food industry', 'Ernährung'],
  ['wind', 'Windenergie', 'Wind energy', 'Windenergie-Agentur'],
  ['hydrogen', 'Wasserstoff', 'Hydrogen', 'Wasserstoffregion'],
  ['lightweight', 'Leichtbau', 'Lightweight design', 'Leichtbau-Allianz'],
  ['software', 'Software und künstliche Intelligenz', 'Software and artificial intelligence', 'KI-Netzwerk'],
  ['security', 'IT-Sicherheit', 'IT security', 'IT-Sicherheit'],
  ['water', 'Wasserwirtschaft', 'Water industry', 'Wasser-Cluster'],
  ['forestry', 'Forst und Holz', 'Forestry and timber', 'Forst und Holz'],
  ['textiles', 'Technische Textilien', 'Technical textiles', 'Textilverbund'],
  ['rail', 'Bahntechnik', 'Railway technology', 'Bahntechnik'],
  [
    'surfaces',
    'Funktionale Oberflächen und Dünnschichttechnik',
    'Functional surfaces and thin-film technology',
    'Kompetenznetz Funktionale Oberflächen und Dünnschichttechnik',
  ],
] as const;

/** Code, name in both languages, and seats of clusters there. */
export const LAENDER: readonly (readonly [Land, string, string, readonly string[]])[] = [
  ['BW', 'Baden-Württemberg', 'Baden-Württemberg', ['Stuttgart', 'Karlsruhe', 'Freiburg im Breisgau']],
  ['BY', 'Bayern', 'Bavaria', ['München', 'Nürnberg', 'Regensburg']],
  ['BE', 'Berlin', 'Berlin', ['Berlin']],
  ['BB', 'Brandenburg', 'Brandenburg', ['Potsdam', 'Cottbus']],
  ['HB', 'Bremen', 'Bremen', ['Bremen', 'Bremerhaven']],
  ['HH', 'Hamburg', 'Hamburg', ['Hamburg']],
  ['HE', 'Hessen', 'Hesse', ['Darmstadt', 'Kassel', 'Frankfurt am Main']],
  ['MV', 'Mecklenburg-Vorpommern', 'Mecklenburg-Western Pomerania', ['Rostock', 'Greifswald']],
  ['NI', 'Niedersachsen', 'Lower Saxony', ['Hannover', 'Göttingen', 'Oldenburg']],
  ['NW', 'Nordrhein-Westfalen', 'North Rhine-Westphalia', ['Köln', 'Aachen', 'Dortmund']],
  ['RP', 'Rheinland-Pfalz', 'Rhineland-Palatinate', ['Mainz', 'Kaiserslautern']],
  ['SL', 'Saarland', 'Saarland', ['Saarbrücken']],
  ['SN', 'Sachsen', 'Saxony', ['Dresden', 'Chemnitz', 'Leipzig']],
  ['ST', 'Sachsen-Anhalt', 'Saxony-Anhalt', ['Magdeburg', 'Halle (Saale)']],
  ['SH', 'Schleswig-Holstein', 'Schleswig-Holstein', ['Kiel', 'Lübeck']],
  ['TH', 'Thüringen', 'Thuringia', ['Jena', 'Erfurt', 'Ilmenau']],
];

export const GIVEN_NAMES = [
  ['Annegret', 'frau'],
  ['Burak', 'herr'],
  ['Claudia', 'frau'],
  ['Dominik', 'herr'],
  ['Ewa', 'frau'],
  ['Friedrich', 'herr'],
  ['Gül', 'frau'],
  ['Henning', 'herr'],
  ['Isabel', 'frau'],
  ['Jördis', 'frau'],
  ['Kim', 'none'],
  ['Leif', 'herr'],
  ['Marie-Luise', 'frau'],
] as const;

export const FAMILY_NAMES = [
  'Achterberg',
  'Baumgärtner',
  'Czerny',
  'Dörfler',
  'Eichstädt',
  'Färber',
  'Großmann',
  'Hähnel',
  'Ivanović',
  'Jäckel',
  'Köhler-Brandt',
  'Lüttich',
  'Mühlbauer',
  'Nguyen',
  'Österreicher',
  'Pfeifer',
  'Quandt',
  'Rößler',
  'Schäufele',
] as const;

export const COLOURS = [
  '#12548a',
  '#2f6b3a',
  '#8a2432',
  '#5b3f8c',
  '#7a4b00',
  '#0b5c6b',
  '#7a2c6e',
  '#45505c',
];
