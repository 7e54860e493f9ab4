import path from 'node:path';
import { holdHistories } from '@engsales/event-sourcing/testing';
import { stockSnapshot } from './stock-snapshot.js';
import { stockLives } from './stock-snapshot.walk.js';

holdHistories(stockSnapshot, path.join(__dirname, 'history'), stockLives);
