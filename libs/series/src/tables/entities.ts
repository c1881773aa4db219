import { HostLink } from '../links/host-link.entity.js';
import { SeriesHost } from '../rotation/series-host.entity.js';
import { StandingAnswer } from '../standing/standing-answer.entity.js';
import { HostSwap } from '../swaps/host-swap.entity.js';
import { HostTurn } from '../turns/host-turn.entity.js';
import { SeriesChange } from './series-change.entity.js';
import { SeriesDate } from './series-date.entity.js';
import { Series } from './series.entity.js';

/** Every table of this lib. */
export const seriesEntities = [
  Series,
  SeriesChange,
  SeriesDate,
  SeriesHost,
  HostTurn,
  HostSwap,
  HostLink,
  StandingAnswer,
];
