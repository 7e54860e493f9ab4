import path from 'node:path';
import { holdHistories } from '@engsales/event-sourcing/testing';
import { leadHolding } from './lead-holding.js';
import { holdingLives } from './lead-holding.walk.js';

holdHistories(leadHolding, path.join(__dirname, 'history'), holdingLives);
