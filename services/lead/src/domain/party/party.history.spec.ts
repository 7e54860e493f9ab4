import path from 'node:path';
import { holdHistories } from '@engsales/event-sourcing/testing';
import { party } from './party.js';
import { partyLives } from './party.walk.js';

holdHistories(party, path.join(__dirname, 'history'), partyLives);
