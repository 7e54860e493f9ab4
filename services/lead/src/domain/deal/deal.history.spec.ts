import path from 'node:path';
import { holdHistories } from '@engsales/event-sourcing/testing';
import { deal } from './deal.js';
import { dealLives } from './deal.walk.js';

holdHistories(deal, path.join(__dirname, 'history'), dealLives);
