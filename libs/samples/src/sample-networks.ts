import automotiveNordwest from './networks/automotive-nordwest.json' with { type: 'json' };
import metropolitanRegion from './networks/metropolitan-region.json' with { type: 'json' };
import mitteldeutschland from './networks/mitteldeutschland.json' with { type: 'json' };
import { nationalProgramme } from './networks/national-programme.js';
import nordrheinWestfalen from './networks/nordrhein-westfalen.json' with { type: 'json' };
import { sampleNetwork } from './sample-network.schema.js';

/** Every sample network; organisations have their real names, people are invented. */
export const sampleNetworks = {
  /** An economic initiative hosts the exchange of the managers of seven clusters. */
  mitteldeutschland: sampleNetwork.parse(mitteldeutschland),
  /** Sixteen clusters of one Land; the managers of two change on 1 December. */
  nordrheinWestfalen: sampleNetwork.parse(nordrheinWestfalen),
  /** An association whose members come and go. */
  automotiveNordwest: sampleNetwork.parse(automotiveNordwest),
  /** A cluster of 34 members with a steering group and an advisory board. */
  metropolitanRegion: sampleNetwork.parse(metropolitanRegion),
  /** A hundred clusters of all Länder. */
  nationalProgramme: sampleNetwork.parse(nationalProgramme()),
};
