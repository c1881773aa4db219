import { PaperHeadSettings } from './paper-head.entity.js';
import { PaperLogo } from './paper-logo.entity.js';
import { Paper } from './paper.entity.js';

export const papersEntities = [Paper, PaperHeadSettings, PaperLogo];
