import path from 'node:path';
import { holdHistories } from '@engsales/event-sourcing/testing';
import { tender } from './tender.js';
import { tenderLives } from './tender.walk.js';

holdHistories(tender, path.join(__dirname, 'history'), tenderLives);
