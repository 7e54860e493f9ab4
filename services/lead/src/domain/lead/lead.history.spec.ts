import path from 'node:path';
import { holdHistories } from '@engsales/event-sourcing/testing';
import { lead } from './lead.js';
import { leadLives, lostWalk } from './lead.walk.js';

holdHistories(lead, path.join(__dirname, 'history'), { ...leadLives, 'lost-for-good': lostWalk });
