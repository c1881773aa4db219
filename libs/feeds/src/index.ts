export { renderInstitutionFeed } from './institution-feed.js';
export type { FeedRequest, RenderedFeed } from './institution-feed.js';
