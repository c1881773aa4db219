export { renderInstitutionFeed } from './institution-feed.js';
export { renderSeriesFeed } from './series-feed.js';
export type { RenderedFeed } from './rendered-feed.js';
