import path from 'node:path';
import { holdHistories } from '@engsales/event-sourcing/testing';
import { training } from './training.js';
import { trainingLives } from './training.walk.js';

holdHistories(training, path.join(__dirname, 'history'), trainingLives);
