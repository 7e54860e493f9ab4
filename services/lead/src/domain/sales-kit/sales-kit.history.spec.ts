import path from 'node:path';
import { holdHistories } from '@engsales/event-sourcing/testing';
import { salesKit } from './sales-kit.js';
import { kitLives } from './sales-kit.walk.js';

holdHistories(salesKit, path.join(__dirname, 'history'), kitLives);
