import path from 'node:path';
import { holdHistories } from '@engsales/event-sourcing/testing';
import { followUpLog } from './follow-up-log.js';
import { logLives } from './follow-up-log.walk.js';

holdHistories(followUpLog, path.join(__dirname, 'history'), logLives);
