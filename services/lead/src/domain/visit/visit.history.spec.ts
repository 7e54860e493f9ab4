import path from 'node:path';
import { holdHistories } from '@engsales/event-sourcing/testing';
import { visit } from './visit.js';
import { visitLives } from './visit.walk.js';

holdHistories(visit, path.join(__dirname, 'history'), visitLives);
