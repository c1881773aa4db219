export { loadSampleNetwork } from './load-sample-network.js';
export { sampleIds } from './sample-ids.js';
export type { SampleIds } from './sample-ids.js';
export type { SampleNetwork } from './sample-network.schema.js';
export { sampleNetworks } from './sample-networks.js';
