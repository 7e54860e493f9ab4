import path from 'node:path';
import { holdHistories } from '@engsales/event-sourcing/testing';
import { bond } from './bond.js';
import { bondLives } from './bond.walk.js';

holdHistories(bond, path.join(__dirname, 'history'), bondLives);
