import path from 'node:path';
import { holdHistories } from '@engsales/event-sourcing/testing';
import { salesTeam } from './sales-team.js';
import { teamLives } from './sales-team.walk.js';

holdHistories(salesTeam, path.join(__dirname, 'history'), teamLives);
